import { Hono } from 'hono'
import type { z } from 'zod'
import { Conflict, notFound } from '../../base/errors.ts'
import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { editTexts } from '../register/edit-texts.ts'
import { findForum } from '../register/forum-store.ts'
import { type ForumKind, forumKinds } from '../register/rules.ts'
import type { Composition } from './composition.ts'
import { CompositionPage, DefaultPage, DefaultsPage, kindPaths } from './composition-page.tsx'
import {
  type CompositionFields,
  compositionOf,
  listDefaults,
  removeComposition,
  saveComposition,
} from './composition-store.ts'
import { compositionForm, undoForm } from './forms.ts'
import { lastChangeOf } from './office-store.ts'
import { parties } from './rules.ts'
import { listSeats } from './store.ts'

const fieldsOf = (data: z.infer<ReturnType<typeof compositionForm>>): CompositionFields => ({
  chairParty: data.formand,
  termMonths: data.maaneder,
  quotas: parties
    .map((party) => ({ party, min: data[`min-${party}`], max: data[`max-${party}`] }))
    .filter(({ min, max }) => min !== null || max !== null),
  source: data.kilde,
})

const logged = (fields: CompositionFields) => ({
  chairParty: fields.chairParty,
  termMonths: fields.termMonths,
  quotas: fields.quotas,
  source: fields.source,
})

/** What the log compares: nothing before, where the rules were those of the district. */
const before = (composition: Composition | null, own: boolean) =>
  composition !== null && own ? logged(composition) : null

const event = (kind: string, id: string, name: string, changes: LogEvent['changes']): LogEvent => ({
  action: 'composition.changed',
  subjectKind: kind,
  subjectId: id,
  subjectName: name,
  ...(changes && { changes }),
})

const findOfForum = async (asked: Asked, trx: Trx) => {
  const { district } = asked
  const forum = (await findForum(trx, district.id, asked.param('slug'))) ?? notFound()
  return {
    forum,
    composition: await compositionOf(trx, district.id, forum),
    seats: await listSeats(trx, district.id, forum.id, asked.today),
    last: await lastChangeOf(trx, district.id, { kind: 'forum', id: forum.id }),
  }
}

/** Takes the forum's own rules away. */
const follow = async (asked: Asked): Promise<Response> => {
  const { data } = await asked.form(undoForm(asked.lang))
  if (data === null) throw new Conflict()
  const slug = await asked.change(async (trx, log) => {
    const { forum, composition } = await findOfForum(asked, trx)
    if (!(await removeComposition(trx, asked.district.id, forum.id, data.version))) throw new Conflict()
    await log({
      ...event('forum', forum.id, forum.name, changedFields(before(composition, true), null)),
      action: 'composition.removed',
    })
    return forum.slug
  })
  return asked.goTo(foraPaths.composition(slug))
}

const storeOfForum = async (asked: Asked): Promise<Response> => {
  const { data, values, problems } = await asked.form(compositionForm(asked.lang))
  if (values['standard'] === 'ja') return follow(asked)
  const found = await asked.read((trx) => findOfForum(asked, trx))
  if (data === null)
    return asked.page(<CompositionPage asked={asked} values={values} problems={problems} {...found} />, 422)
  const { forum, composition } = found
  const fields = fieldsOf(data)
  const done = await asked.change(async (trx, log) => {
    const owner = { forumId: forum.id, kind: forum.kind }
    if (!(await saveComposition(trx, asked.district.id, owner, data.version, fields))) return false
    const changes = changedFields(before(composition, composition?.own === true), logged(fields))
    await log(event('forum', forum.id, forum.name, changes))
    return true
  })
  if (done) return asked.goTo(foraPaths.forum(forum.slug))
  const now = await asked.read((trx) => findOfForum(asked, trx))
  return asked.page(<CompositionPage asked={asked} values={values} takenBy={now.last?.actorName ?? ''} {...now} />, 409)
}

const kindOf = (asked: Asked): ForumKind =>
  forumKinds.find((kind) => kindPaths[kind] === asked.param('kind')) ?? notFound()

const findDefault = async (asked: Asked, kind: ForumKind) =>
  asked.read(async (trx) => ({
    composition: (await listDefaults(trx, asked.district.id)).get(kind) ?? null,
    last: await lastChangeOf(trx, asked.district.id, { kind: 'composition', id: kind }),
  }))

const storeDefault = async (asked: Asked): Promise<Response> => {
  const kind = kindOf(asked)
  const { data, values, problems } = await asked.form(compositionForm(asked.lang))
  const { composition } = await findDefault(asked, kind)
  const page = { asked, kind, values }
  if (data === null) return asked.page(<DefaultPage {...page} composition={composition} problems={problems} />, 422)
  const fields = fieldsOf(data)
  const done = await asked.change(async (trx, log) => {
    if (!(await saveComposition(trx, asked.district.id, { forumId: null, kind }, data.version, fields))) return false
    const changes = changedFields(before(composition, true), logged(fields))
    await log(event('composition', kind, editTexts.da.kinds[kind], changes))
    return true
  })
  if (done) return asked.goTo(foraPaths.compositions)
  const now = await findDefault(asked, kind)
  return asked.page(<DefaultPage {...page} composition={now.composition} takenBy={now.last?.actorName ?? ''} />, 409)
}

/** How fora are to be put together: the district's defaults, and the rules of one forum. */
export const compositionRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.compositions,
      on('composition.edit', async (asked) => {
        const defaults = await asked.read((trx) => listDefaults(trx, asked.district.id))
        return asked.page(<DefaultsPage asked={asked} defaults={defaults} />)
      }),
    )
    .get(
      foraPaths.compositionDefault(':kind'),
      on('composition.edit', async (asked) => {
        const kind = kindOf(asked)
        const { composition } = await findDefault(asked, kind)
        return asked.page(<DefaultPage asked={asked} kind={kind} composition={composition} />)
      }),
    )
    .post(foraPaths.compositionDefault(':kind'), on('composition.edit', storeDefault))
    .get(
      foraPaths.composition(':slug'),
      on('composition.edit', async (asked) => {
        const found = await asked.read((trx) => findOfForum(asked, trx))
        return asked.page(<CompositionPage asked={asked} {...found} />)
      }),
    )
    .post(foraPaths.composition(':slug'), on('composition.edit', storeOfForum))
}
