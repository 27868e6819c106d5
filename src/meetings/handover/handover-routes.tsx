import { Hono } from 'hono'
import { notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { paths, withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { listOpenTasksOfFora } from '../tasks/task-store.ts'
import { HandoverPage } from './handover-page.tsx'
import { findHanded, listHandedFora, listMeetingsAround } from './handover-store.ts'

/** The page of an office or a seat that changed hands: for its holder, the one who is to be, and those who keep the offices. */
async function show(asked: Asked): Promise<Response> {
  const { actor, district, today } = asked
  if (actor.accountId === null) return asked.c.redirect(withQuery(paths.signIn, { next: asked.frame.path }), 303)
  const id = asked.param('id')
  const found = await asked.read(async (trx) => {
    const handed = (isUuid(id) ? await findHanded(trx, district.id, id, today) : undefined) ?? notFound()
    const isHolder =
      actor.offices.includes(handed.id) || (actor.personId !== null && handed.holderPersonId === actor.personId)
    if (!isHolder) asked.require('offices.edit')
    const fora = await listHandedFora(trx, district.id, handed.id, today)
    const forumIds = fora.map((forum) => forum.id)
    return {
      handed,
      fora,
      tasks: await listOpenTasksOfFora(trx, district.id, forumIds, today),
      ...(await listMeetingsAround(trx, district.id, forumIds, today)),
    }
  })
  return asked.page(<HandoverPage asked={asked} {...found} />)
}

/** Taking over an office or a seat. */
export const handoverRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().get(meetingPaths.handover(':id'), handlersOf(parts)('meetings.list', show))
