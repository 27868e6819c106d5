import { Hono } from 'hono'
import type { z } from 'zod'
import { sortKey } from '../../base/danish.ts'
import { wouldCircle } from '../../base/circle.ts'
import { notFound } from '../../base/errors.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { listMunicipalities } from '../../people/store.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { parseCadence } from '../cadence/rules.ts'
import { renewInterfaces } from '../interfaces/renew.ts'
import { foraPaths } from '../paths.ts'
import { listCategories } from './choices-store.ts'
import { answerConflict } from './conflict.tsx'
import { EditPage, formValues } from './edit-page.tsx'
import { editTexts } from './edit-texts.ts'
import {
  addForum,
  changeForum,
  findForum,
  type Forum,
  type ForumFields,
  freeSlug,
  listForumNames,
  listGroupNames,
} from './forum-store.ts'
import { formTexts, forumForm } from './forms.ts'

const fieldsOf = (data: z.infer<ReturnType<typeof forumForm>>): ForumFields => ({
  name: data.navn,
  kind: data.art,
  categoryId: data.kategori,
  level: data.niveau,
  municipalityCode: data.kommune,
  parentId: data.overordnet,
  groupId: data.gruppe,
  topic: data.emne,
  legalBasis: data.lovgrundlag,
  purpose: data.formaal,
  actionPlans: data.handleplaner,
  interfaces: data.snitflader,
  participants: data.deltagere,
  cadence: data.moeder,
  openness: data.aabenhed,
  personalData: data.persondata === 'ja',
})

/** The fields of a forum that the log compares. */
const logged = (forum: ForumFields): Record<string, unknown> => ({
  name: forum.name,
  kind: forum.kind,
  categoryId: forum.categoryId,
  level: forum.level,
  municipalityCode: forum.municipalityCode,
  parentId: forum.parentId,
  groupId: forum.groupId,
  topic: forum.topic,
  legalBasis: forum.legalBasis,
  purpose: forum.purpose,
  actionPlans: forum.actionPlans,
  interfaces: forum.interfaces,
  participants: forum.participants,
  cadence: forum.cadence,
  openness: forum.openness,
  personalData: forum.personalData,
})

type Choices = Awaited<ReturnType<typeof choicesOf>>

/** A choice that is not among those offered: it was removed meanwhile, or never was one. */
const notOffered = (asked: Asked, fields: ForumFields, choices: Choices): Problem[] => {
  const isAmong = (id: string | null, offered: readonly { id: string }[]) =>
    id === null || offered.some((one) => one.id === id)
  const isMunicipality = choices.municipalities.some(({ code }) => code === fields.municipalityCode)
  const text = formTexts[asked.lang].choose
  return [
    ...(isAmong(fields.categoryId, choices.categories) ? [] : [{ field: 'kategori', text }]),
    ...(fields.municipalityCode === null || isMunicipality ? [] : [{ field: 'kommune', text }]),
    ...(isAmong(fields.parentId, choices.fora) ? [] : [{ field: 'overordnet', text }]),
    ...(isAmong(fields.groupId, choices.groups) ? [] : [{ field: 'gruppe', text }]),
  ]
}

/** Two fora of one name cannot be told apart, and a form sent twice would make two. */
const sameName = (asked: Asked, name: string, { fora }: Choices): Problem[] =>
  fora.some((forum) => sortKey(forum.name) === sortKey(name))
    ? [{ field: 'navn', text: editTexts[asked.lang].nameTaken }]
    : []

const choicesOf = async (asked: Asked, trx: Trx) => ({
  categories: await listCategories(trx, asked.district.id),
  municipalities: await listMunicipalities(trx, asked.district.id, asked.today),
  fora: await listForumNames(trx, asked.district.id),
  groups: await listGroupNames(trx, asked.district.id),
})

const createRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const blank = { art: 'standing', aabenhed: 'closed' }
  return new Hono<RequestEnv>()
    .get(
      foraPaths.create,
      on('forum.create', async (asked) => {
        const choices = await asked.read((trx) => choicesOf(asked, trx))
        return asked.page(<EditPage asked={asked} forum={null} values={blank} {...choices} />)
      }),
    )
    .post(
      foraPaths.create,
      on('forum.create', async (asked) => {
        const { data, values, problems } = await asked.form(forumForm(asked.lang))
        const choices = await asked.read((trx) => choicesOf(asked, trx))
        const wrong =
          data === null
            ? problems
            : [...sameName(asked, data.navn, choices), ...notOffered(asked, fieldsOf(data), choices)]
        if (data === null || wrong.length > 0)
          return asked.page(<EditPage asked={asked} forum={null} values={values} problems={wrong} {...choices} />, 422)
        const slug = await asked.change(async (trx, log) => {
          const free = await freeSlug(trx, asked.district.id, data.navn)
          const fields = fieldsOf(data)
          const id = await addForum(trx, {
            district: asked.district.id,
            slug: free,
            fields,
            bounds: parseCadence(fields.cadence),
            since: asked.today,
            position: 0,
          })
          await renewInterfaces(trx, asked.district.id, { forumId: id, words: fields.interfaces })
          await log({
            action: 'forum.created',
            subjectKind: 'forum',
            subjectId: id,
            subjectName: fields.name,
            changes: changedFields(null, logged(fields)),
          })
          return free
        })
        return asked.goTo(foraPaths.forum(slug))
      }),
    )
}

/** Creating and editing a forum. */
export const editRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const find = async (asked: Asked) =>
    asked.read(async (trx) => {
      const forum: Forum = (await findForum(trx, asked.district.id, asked.param('slug'))) ?? notFound()
      return { forum, ...(await choicesOf(asked, trx)) }
    })
  return new Hono<RequestEnv>()
    .route('/', createRoutes(parts))
    .get(
      foraPaths.edit(':slug'),
      on('forum.edit', async (asked) => {
        const found = await find(asked)
        return asked.page(<EditPage asked={asked} values={formValues(found.forum)} {...found} />)
      }),
    )
    .post(
      foraPaths.edit(':slug'),
      on('forum.edit', async (asked) => {
        const found = await find(asked)
        const { data, values, problems } = await asked.form(forumForm(asked.lang))
        const ownParent =
          data?.overordnet && wouldCircle(found.forum.id, data.overordnet, found.fora)
            ? [{ field: 'overordnet', text: editTexts[asked.lang].ownParent }]
            : []
        const wrong = [...problems, ...ownParent, ...(data === null ? [] : notOffered(asked, fieldsOf(data), found))]
        if (data === null || wrong.length > 0)
          return asked.page(<EditPage asked={asked} values={values} problems={wrong} {...found} />, 422)
        const fields = fieldsOf(data)
        const done = await asked.change(async (trx, log) => {
          const changed = await changeForum(
            trx,
            asked.district.id,
            { id: found.forum.id, version: data.version },
            fields,
            parseCadence(fields.cadence),
          )
          if (!changed) return false
          if (fields.interfaces !== found.forum.interfaces)
            await renewInterfaces(trx, asked.district.id, { forumId: found.forum.id, words: fields.interfaces })
          await log({
            action: 'forum.changed',
            subjectKind: 'forum',
            subjectId: found.forum.id,
            subjectName: fields.name,
            changes: changedFields(logged(found.forum), logged(fields)),
          })
          return true
        })
        return done
          ? asked.goTo(foraPaths.forum(found.forum.slug))
          : answerConflict(asked, found.forum.slug, values, found)
      }),
    )
}
