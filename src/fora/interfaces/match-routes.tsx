import { Hono } from 'hono'
import { z } from 'zod'
import { Conflict, notFound } from '../../base/errors.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { findForum, listForumNames, listGroupNames } from '../register/forum-store.ts'
import { MatchPage, targetValue } from './match-page.tsx'
import { matchTexts } from './match-texts.ts'
import { mend } from './mend.ts'
import { removeInterface, retarget, sourceOf } from './mend-store.ts'
import { listKnown } from './renew.ts'
import { listInterfaces, nodeOf } from './store.ts'

const readPage = async (asked: Asked, trx: Trx) => {
  const { district } = asked
  const forum = (await findForum(trx, district.id, asked.param('slug'))) ?? notFound()
  const statements = await listInterfaces(trx, district.id)
  const known = [
    ...(await listGroupNames(trx, district.id)).map((group) => ({ ...group, group: true })),
    ...(await listForumNames(trx, district.id)).map(({ id, name }) => ({ id, name, group: false })),
  ]
  const own = statements.filter(
    ({ fromForumId, fromGroupId }) =>
      fromForumId === forum.id || (fromGroupId !== null && fromGroupId === forum.groupId),
  )
  return { forum, node: nodeOf(forum), statements, known, own }
}

type MatchData = Awaited<ReturnType<typeof readPage>>

/** `svar` adds the other side, and is what a button that sends only the statement means. */
const editForm = z.object({
  handling: z.enum(['svar', 'ret', 'fjern']).default('svar'),
  statement: z.uuid(),
  maal: z.string().default(''),
  version: z.coerce.number().int().default(0),
})

const remove = (asked: Asked, { own }: MatchData, statement: string) => {
  const row = own.find(({ id }) => id === statement)
  // A second click finds it gone, which is what was asked for.
  if (row === undefined) return Promise.resolve()
  return asked.change(async (trx, log) => {
    const done = await removeInterface(trx, asked.district.id, row, await listKnown(trx, asked.district.id))
    if (done === null) return
    const { source } = done
    await log({
      action: 'interface.removed',
      subjectKind: source.kind,
      subjectId: source.id,
      subjectName: source.name,
      changes: changedFields({ interfaces: done.before, names: row.words }, { interfaces: done.after }),
    })
  })
}

/** Stores whom a statement names. False when the choice is no forum of the register. */
const match = async (
  asked: Asked,
  { own, known }: MatchData,
  data: { statement: string; maal: string; version: number },
) => {
  const row = own.find(({ id }) => id === data.statement) ?? notFound()
  const chosen = known.find((one) => targetValue(one) === data.maal)
  if (chosen === undefined && data.maal !== '') return false
  const target = chosen && { kind: chosen.group ? ('forumGroup' as const) : ('forum' as const), id: chosen.id }
  await asked.change(async (trx, log) => {
    if (!(await retarget(trx, asked.district.id, { id: row.id, version: data.version }, target ?? null)))
      throw new Conflict()
    const source = sourceOf(row)
    await log({
      action: 'interface.matched',
      subjectKind: source.kind,
      subjectId: source.id,
      subjectName: row.fromName,
      changes: changedFields(
        { names: row.toName, confidence: row.confidence },
        { names: chosen?.name ?? null, confidence: 'confirmed' },
      ),
    })
  })
  return true
}

/** The interfaces of one forum: whom they name, the other side, and taking them away. */
export const matchRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.interfaces(':slug'),
      on('interfaces.edit', async (asked) =>
        asked.page(<MatchPage asked={asked} {...await asked.read((trx) => readPage(asked, trx))} />),
      ),
    )
    .post(
      foraPaths.interfaces(':slug'),
      on('interfaces.edit', async (asked) => {
        const page = await asked.read((trx) => readPage(asked, trx))
        const { data, values } = await asked.form(editForm)
        if (data === null) return notFound()
        if (data.handling === 'svar') {
          const row = page.statements.find(({ id }) => id === data.statement)
          if (row === undefined || (row.from !== page.node && row.to !== page.node)) return notFound()
          await mend(asked, row.id)
          return asked.goTo(`${foraPaths.forum(page.forum.slug)}#snitflader`)
        }
        if (data.handling === 'fjern') await remove(asked, page, data.statement)
        else if (!(await match(asked, page, data))) {
          const problems = [{ field: 'maal', text: matchTexts[asked.lang].choose }]
          return asked.page(
            <MatchPage asked={asked} {...page} refused={{ statement: data.statement, values, problems }} />,
            422,
          )
        }
        return asked.goTo(`${foraPaths.interfaces(page.forum.slug)}?gemt=ja`)
      }),
    )
}
