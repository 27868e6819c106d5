import type { FieldChange } from '../../audit/store.ts'

/** The fields of the form and the names the log knows them by. */
export const loggedNames = {
  navn: 'name',
  art: 'kind',
  kategori: 'categoryId',
  niveau: 'level',
  kommune: 'municipalityCode',
  overordnet: 'parentId',
  gruppe: 'groupId',
  emne: 'topic',
  lovgrundlag: 'legalBasis',
  formaal: 'purpose',
  handleplaner: 'actionPlans',
  snitflader: 'interfaces',
  deltagere: 'participants',
  moeder: 'cadence',
  aabenhed: 'openness',
  persondata: 'personalData',
} as const

export type FormField = keyof typeof loggedNames
export const formFields: readonly FormField[] = [
  'navn',
  'art',
  'kategori',
  'niveau',
  'kommune',
  'overordnet',
  'gruppe',
  'emne',
  'lovgrundlag',
  'formaal',
  'handleplaner',
  'snitflader',
  'deltagere',
  'moeder',
  'aabenhed',
  'persondata',
]

export type FormValues = Record<FormField, string>

const asFormValue = (field: FormField, value: string | null): string =>
  field === 'persondata' ? (value === 'true' ? 'ja' : '') : (value ?? '')

/**
 * The form as it was when the second editor opened it: what is stored now, with the changes since then taken back.
 * `since` are the changes of each later save, oldest first.
 */
export function before(stored: FormValues, since: readonly (readonly FieldChange[])[]): FormValues {
  const base = { ...stored }
  for (const changes of since.toReversed())
    for (const field of formFields) {
      const change = changes.find((one) => one.field === loggedNames[field])
      if (change !== undefined) base[field] = asFormValue(field, change.before)
    }
  return base
}

export interface Merged {
  /** Fields only one of the two changed, or neither: settled. */
  settled: Partial<FormValues>
  /** Fields that both changed, to different values. */
  disputed: { name: FormField; base: string; mine: string; theirs: string }[]
}

/** Merges two editors' forms from the one both started from. Nothing of either is lost without being asked about. */
export function merge(base: FormValues, mine: FormValues, theirs: FormValues): Merged {
  const merged: Merged = { settled: {}, disputed: [] }
  for (const name of formFields) {
    if (mine[name] === theirs[name] || mine[name] === base[name]) merged.settled[name] = theirs[name]
    else if (theirs[name] === base[name]) merged.settled[name] = mine[name]
    else merged.disputed.push({ name, base: base[name], mine: mine[name], theirs: theirs[name] })
  }
  return merged
}
