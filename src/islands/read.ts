/** True when a value has the shape of `T`. */
type Guard<T> = (value: unknown) => value is T

export type Texts = Readonly<Record<string, string>>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

export const isText: Guard<string> = (value) => typeof value === 'string'

export const isNumber: Guard<number> = (value) => typeof value === 'number'

/** An object of nothing but texts. */
export const isTexts: Guard<Texts> = (value): value is Texts =>
  isObject(value) && !Array.isArray(value) && Object.values(value).every(isText)

export const isListOf =
  <T>(is: Guard<T>): Guard<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(is)

export const isOneOf =
  <T>(...values: readonly T[]): Guard<T> =>
  (value): value is T =>
    values.some((one) => one === value)

export const isOr =
  <T, U>(is: Guard<T>, isOther: Guard<U>): Guard<T | U> =>
  (value): value is T | U =>
    is(value) || isOther(value)

/** An object that has each of these, whatever else it has. */
export const isShape =
  <T extends object>(guards: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> =>
  (value): value is T =>
    isObject(value) &&
    Object.entries<(part: unknown) => boolean>(guards).every(([name, is]) => is(Reflect.get(value, name)))

/** What the page, the server or the browser kept as JSON. Null when it is missing or has another shape. */
export function readJson<T>(json: string | null | undefined, is: Guard<T>): T | null {
  try {
    const read: unknown = JSON.parse(json ?? '')
    return is(read) ? read : null
  } catch {
    return null
  }
}

/** The texts that a page gave an island; none when it gave no such thing. */
export const readTexts = (json: string | undefined): Texts => readJson(json, isTexts) ?? {}
