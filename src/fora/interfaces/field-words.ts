import type { Named } from './matching.ts'
import { splitInterfaces } from './rules.ts'

/** What the annex says where a forum has no interfaces. */
const noInterfaces = 'Ingen'

const hasAll = (pieces: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((one) => pieces.includes(one))

/**
 * The annex field with one more name in it, so that reading the field again gives what it named before and the new
 * name. "Ingen" gives way to the name; a name that already stands there is not written twice.
 */
export const withInterface = (field: string, name: string, known: readonly Named[]): string => {
  const before = splitInterfaces(field, known)
  if (before.length === 0) return name
  if (before.includes(name)) return field
  const text = field.trimEnd()
  const bare = /m\.?v\.$/i.test(text) ? text : text.replace(/[.,;]$/, '')
  const ways = [`${bare}, ${name}`, `${text}\n${name}`, `${name}, ${text}`, [...before, name].join(', ')]
  return ways.find((way) => hasAll(splitInterfaces(way, known), [...before, name])) ?? `${bare}, ${name}`
}

/** The annex field without one of the names in it; "Ingen" when none is left. */
export const withoutInterface = (field: string, name: string, known: readonly Named[]): string => {
  const before = splitInterfaces(field, known)
  const left = before.filter((one) => one !== name)
  if (left.length === before.length) return field
  return left.length === 0 ? noInterfaces : left.join(', ')
}
