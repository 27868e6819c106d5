/** A person's period in an office; the last day is not part of it. */
export interface Tenure {
  id: string
  personId: string
  personName: string
  validFrom: string
  /** The first day the person no longer holds the office; null while no end is known. */
  validTo: string | null
}

/** Who holds the office on a day. Tenures come latest first. */
export const holderOn = (tenures: readonly Tenure[], day: string): Tenure | null =>
  tenures.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day)) ?? null

/** The tenure a change would end: the latest one, while no end of it is known. */
export const openTenure = (tenures: readonly Tenure[]): Tenure | null =>
  tenures[0]?.validTo === null ? tenures[0] : null

export type StartProblem =
  | { reason: 'beforePredecessor'; name: string; day: string }
  | { reason: 'beforeVacancy'; day: string }
  | { reason: 'afterOffice'; day: string }

/**
 * Why a person cannot take over, or an office cannot fall vacant, on a day: not before the predecessor began, not
 * before the office became vacant, not when the office has ended.
 */
export function startProblem(tenures: readonly Tenure[], officeEnds: string | null, from: string): StartProblem | null {
  const [latest] = tenures
  if (officeEnds !== null && from >= officeEnds) return { reason: 'afterOffice', day: officeEnds }
  if (latest === undefined) return null
  if (latest.validTo === null)
    return from <= latest.validFrom
      ? { reason: 'beforePredecessor', name: latest.personName, day: latest.validFrom }
      : null
  return from < latest.validTo ? { reason: 'beforeVacancy', day: latest.validTo } : null
}

export interface KnownPerson {
  id: string
  name: string
  email: string | null
}

export type Meant =
  | { kind: 'known'; person: KnownPerson; newEmail: string | null }
  | { kind: 'new'; name: string; email: string }
  | { kind: 'several'; name: string }
  | { kind: 'emailOfOther'; name: string }
  | { kind: 'emailMissing' }

/** How a known person is offered while typing: two of the same name can be told apart. */
export const personLabel = ({ name, email }: { name: string; email: string | null }): string =>
  email === null ? name : `${name} (${email})`

/** Splits what is offered while typing into name and address; a name alone stays a name. */
export const splitLabel = (text: string): { name: string; email: string } => {
  const [, name = text, email = ''] = /^(.*\S)\s*\(([^()\s]+@[^()\s]+)\)$/.exec(text) ?? []
  return { name: name.trim(), email: email.toLowerCase() }
}

const alike = (a: string, b: string): boolean => a.toLocaleLowerCase('da') === b.toLocaleLowerCase('da')

/**
 * Which person is meant by a name and a work e-mail address. `known` are the persons that have the name or the
 * address. The address decides between persons of one name; a name alone is enough where only one has it.
 */
export function whoIsMeant(typed: { name: string; email: string }, known: readonly KnownPerson[]): Meant {
  const label = splitLabel(typed.name)
  const { name } = label
  const email = label.email || typed.email
  const byEmail = email === '' ? undefined : known.find((person) => person.email === email)
  if (byEmail !== undefined)
    return alike(byEmail.name, name)
      ? { kind: 'known', person: byEmail, newEmail: null }
      : { kind: 'emailOfOther', name: byEmail.name }
  const byName = known.filter((person) => alike(person.name, name))
  if (email === '') {
    const [only, second] = byName
    if (second !== undefined) return { kind: 'several', name }
    return only === undefined ? { kind: 'emailMissing' } : { kind: 'known', person: only, newEmail: null }
  }
  const withoutAddress = byName.filter((person) => person.email === null)
  const [only, second] = withoutAddress
  if (only !== undefined && second === undefined) return { kind: 'known', person: only, newEmail: email }
  return { kind: 'new', name, email }
}

/** The latest thing that happened to who holds an office, as the log tells it. */
export interface HolderChange {
  kind: 'changed' | 'vacated' | 'undone'
  at: Date
  actorName: string
  /** True when somebody held the office up to the change. */
  replaced: boolean
}

export interface Undoing {
  /** The tenure that is taken away again. */
  remove: Tenure | null
  /** The former tenure that goes on as if nothing had happened. */
  reopen: Tenure | null
}

/** What undoing the latest change means; null when there is nothing to undo. */
export function undoingOf(tenures: readonly Tenure[], change: HolderChange | null): Undoing | null {
  const [latest, former = null] = tenures
  if (change === null || latest === undefined || change.kind === 'undone') return null
  if (change.kind === 'vacated') return latest.validTo === null ? null : { remove: null, reopen: latest }
  return latest.validTo === null ? { remove: latest, reopen: change.replaced ? former : null } : null
}
