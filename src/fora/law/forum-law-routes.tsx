import { Hono } from 'hono'
import type { z } from 'zod'
import { sortKey } from '../../base/danish.ts'
import { notFound } from '../../base/errors.ts'
import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { findForum, type ForumDetail } from '../register/forum-store.ts'
import { ForumLawPage, type Suggestion } from './forum-law-page.tsx'
import { tieForm } from './forms.ts'
import { nameOf, type LegalReference } from './rules.ts'
import { addLegalReference, findLegalReference, listLaw, listLawOfForum, tieLaw, untieLaw } from './store.ts'
import { lawTexts } from './texts.ts'
import { findPointers, isSamePlace } from './wording.ts'

const findAskedForum = async (asked: Asked, trx: Trx): Promise<ForumDetail> =>
  (await findForum(trx, asked.district.id, asked.param('slug'))) ?? notFound()

/** What the words of a forum point to and is not yet tied to it. */
const suggestionsFor = (words: string, tied: readonly LegalReference[], all: readonly LegalReference[]): Suggestion[] =>
  findPointers(words)
    .filter((pointer) => !tied.some((reference) => isSamePlace(pointer, reference)))
    .map((pointer) => ({ ...pointer, reference: all.find((reference) => isSamePlace(pointer, reference)) ?? null }))

const show = async (asked: Asked, problems: readonly Problem[] = []) => {
  const { forum, tied, all } = await asked.read(async (trx) => {
    const found = await findAskedForum(asked, trx)
    return {
      forum: found,
      tied: await listLawOfForum(trx, asked.district.id, found.id),
      all: await listLaw(trx, asked.district.id),
    }
  })
  const own = new Set(tied.map(({ id }) => id))
  const others = all
    .filter(({ id }) => !own.has(id))
    .toSorted((a, b) => (sortKey(nameOf(a)) < sortKey(nameOf(b)) ? -1 : 1))
  return asked.page(
    <ForumLawPage
      asked={asked}
      forum={forum}
      tied={tied}
      suggestions={suggestionsFor(forum.legalBasis, tied, all)}
      others={others}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

type Tie = z.infer<ReturnType<typeof tieForm>>
type Log = (event: LogEvent) => Promise<void>

/** The reference to tie: the chosen one, the one the words point to, or a new one made from them. */
const referenceFor = async (asked: Asked, trx: Trx, log: Log, data: Exclude<Tie, { loesn: string }>) => {
  const district = asked.district.id
  if ('tilknyt' in data) return (await findLegalReference(trx, district, data.tilknyt)) ?? notFound()
  const place = { act: data.lov, paragraph: data.paragraf }
  const known = (await listLaw(trx, district)).find((reference) => isSamePlace(place, reference))
  if (known) return known
  const fields = { ...place, subject: '', source: '', validFrom: null, validTo: null, checkedOn: null }
  const id = await addLegalReference(trx, district, fields)
  await log({
    action: 'law.created',
    subjectKind: 'legalReference',
    subjectId: id,
    subjectName: nameOf(place),
    changes: changedFields(null, { ...place }),
  })
  return { id, ...place }
}

/** Ties or unties; the event stands in the forum's history. Doing it twice changes and logs nothing more. */
const change = (asked: Asked, data: Tie) =>
  asked.change(async (trx, log) => {
    const forum = await findAskedForum(asked, trx)
    const subject = { subjectKind: 'forum', subjectId: forum.id, subjectName: forum.name }
    const district = asked.district.id
    if ('loesn' in data) {
      const reference = (await findLegalReference(trx, district, data.loesn)) ?? notFound()
      if (await untieLaw(trx, district, forum.id, reference.id))
        await log({ action: 'law.untied', ...subject, changes: changedFields({ law: nameOf(reference) }, null) })
      return
    }
    const reference = await referenceFor(asked, trx, log, data)
    if (await tieLaw(trx, district, forum.id, reference.id))
      await log({ action: 'law.tied', ...subject, changes: changedFields(null, { law: nameOf(reference) }) })
  })

/** The legal basis of one forum. */
export const forumLawRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.law(':slug'),
      on('law.edit', (asked) => show(asked)),
    )
    .post(
      foraPaths.law(':slug'),
      on('law.edit', async (asked) => {
        const { data } = await asked.form(tieForm(asked.lang))
        if (data === null) return show(asked, [{ field: 'tilknyt', text: lawTexts[asked.lang].problems.choose }])
        await change(asked, data)
        return asked.goTo(foraPaths.law(asked.param('slug')))
      }),
    )
}
