import { z } from 'zod'
import { changesOf } from '../../audit/changes.ts'
import { notFound } from '../../base/errors.ts'
import { type ConflictField, ConflictPage } from '../../web/conflict.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { type EditChoices, formValues } from './edit-page.tsx'
import { editTexts } from './edit-texts.ts'
import { findForum, latestHistory } from './forum-store.ts'
import { before, type FormField, formFields, type FormValues, merge } from './merge.ts'
import { registerTexts } from './texts.ts'

/** No more saves than this are taken back to find the form that the second editor opened. */
const mostSaves = 100

const sentValues = (values: Record<string, unknown>, stored: FormValues): FormValues => {
  const sent = { ...stored }
  for (const name of formFields) {
    const value = values[name]
    if (typeof value === 'string') sent[name] = value.replaceAll('\r\n', '\n').trim()
    else if (name === 'persondata') sent[name] = ''
  }
  return sent
}

/** A choice by its name, so that the page never shows an id. */
const shownAs = (asked: Asked, choices: EditChoices, name: FormField, value: string): string => {
  const t = editTexts[asked.lang]
  const named: Partial<Record<FormField, Record<string, string>>> = {
    art: t.kinds,
    niveau: registerTexts[asked.lang].levels,
    aabenhed: t.openness,
    kategori: Object.fromEntries(choices.categories.map((one) => [one.id, one.name])),
    kommune: Object.fromEntries(choices.municipalities.map((one) => [one.code, one.name])),
    overordnet: Object.fromEntries(choices.fora.map((one) => [one.id, one.name])),
    gruppe: Object.fromEntries(choices.groups.map((one) => [one.id, one.name])),
  }
  return named[name]?.[value] ?? value
}

/**
 * Somebody else was first. What only one of the two changed is kept by itself; where both changed the same field, the
 * page shows both and asks.
 */
export async function answerConflict(
  asked: Asked,
  slug: string,
  values: Record<string, unknown>,
  choices: EditChoices,
): Promise<Response> {
  const { forum, saves } = await asked.read(async (trx) => {
    const found = (await findForum(trx, asked.district.id, slug)) ?? notFound()
    const opened = z.coerce.number().int().catch(found.version).parse(values['version'])
    const count = Math.min(mostSaves, Math.max(1, found.version - opened))
    return { forum: found, saves: await latestHistory(trx, asked.district.id, found.id, count) }
  })
  const t = editTexts[asked.lang]
  const theirs: FormValues = formValues(forum)
  const mine = sentValues(values, theirs)
  const base = before(theirs, saves.toReversed().map(changesOf))
  const { settled, disputed } = merge(base, mine, theirs)
  const fields: ConflictField[] = disputed.map((field) => ({
    ...field,
    label: t.fields[field.name],
    shown: {
      base: shownAs(asked, choices, field.name, field.base),
      mine: shownAs(asked, choices, field.name, field.mine),
      theirs: shownAs(asked, choices, field.name, field.theirs),
    },
  }))
  const [last] = saves
  return asked.page(
    <ConflictPage
      frame={asked.frame}
      title={t.edit(forum.name)}
      current="fora"
      action={inDistrict(asked.district, foraPaths.edit(slug))}
      version={forum.version}
      theirName={last?.actorName ?? ''}
      theirTime={last?.at ?? asked.now}
      fields={fields}
      others={settled}
      cancel={inDistrict(asked.district, foraPaths.forum(slug))}
    />,
    409,
  )
}
