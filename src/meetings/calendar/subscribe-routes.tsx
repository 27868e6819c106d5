import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { listForumNames } from '../../fora/register/forum-store.ts'
import { paths } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { hashOf } from './feed-routes.tsx'
import { addOwnFeed, listOwnFeeds, revokeOwnFeed } from './feed-store.ts'
import { mostFeeds, SubscribePage } from './subscribe-page.tsx'

async function show(
  asked: Asked,
  parts: Parts,
  secret: string | null,
  said: Parameters<typeof SubscribePage>[0]['said'],
): Promise<Response> {
  const own = new Set(asked.actor.fora.map(({ forumId }) => forumId))
  const { accountId } = asked.actor
  const found = await asked.read(async (trx) => ({
    feeds: accountId === null ? [] : await listOwnFeeds(trx, asked.district.id, accountId),
    fora: (await listForumNames(trx, asked.district.id)).filter(({ id }) => own.has(id)),
  }))
  return asked.page(<SubscribePage asked={asked} baseUrl={parts.baseUrl()} {...found} secret={secret} said={said} />)
}

/**
 * Makes a secret address and shows it at once: it is not kept, so no other page could. For that reason there is no redirect; a
 * reload makes another one, which does no harm.
 */
async function make(asked: Asked, parts: Parts): Promise<Response> {
  const { accountId } = asked.actor
  if (accountId === null) return asked.c.redirect(paths.signIn, 303)
  const secret = randomBytes(32).toString('base64url')
  const done = await asked.change(async (trx, log) => {
    if ((await listOwnFeeds(trx, asked.district.id, accountId)).length >= mostFeeds) return false
    const id = await addOwnFeed(trx, asked.district.id, accountId, hashOf(secret))
    await log({ action: 'calendar.made', subjectKind: 'calendar', subjectId: id, subjectName: asked.actor.name })
    return true
  })
  asked.c.header('Cache-Control', 'no-store')
  return show(asked, parts, done ? secret : null, done ? null : 'tooMany')
}

async function revoke(asked: Asked): Promise<Response> {
  const { accountId } = asked.actor
  if (accountId === null) return asked.c.redirect(paths.signIn, 303)
  const id = asked.param('id')
  await asked.change(async (trx, log) => {
    const done = isUuid(id) && (await revokeOwnFeed(trx, asked.district.id, { id, accountId }, asked.now))
    if (!done) throw new NotFound()
    await log({ action: 'calendar.revoked', subjectKind: 'calendar', subjectId: id, subjectName: asked.actor.name })
  })
  return asked.goTo(`${meetingPaths.subscribe}?lukket=ja`)
}

/** Making and closing the secret addresses of one's own calendar. */
export const subscribeRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.subscribe,
      on('meetings.list', (asked) => show(asked, parts, null, asked.query('lukket') === 'ja' ? 'revoked' : null)),
    )
    .post(
      meetingPaths.subscribe,
      on('meetings.list', (asked) => make(asked, parts)),
    )
    .post(meetingPaths.revokeCalendar(':id'), on('meetings.list', revoke))
}
