import type { Value } from './metadata.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML 1.0 knows no control characters but tab and line breaks, and no half surrogates. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('\r', '')
    .replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign)

/** What one of several is called, by the name of them all. */
const singular: Record<string, string> = {
  withheldItems: 'number',
  attendance: 'person',
  items: 'item',
  statements: 'statement',
  votes: 'vote',
  actionPoints: 'actionPoint',
  papers: 'paper',
  addenda: 'addendum',
  files: 'file',
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const element = (name: string, value: Value, indent: string): string => {
  if (value === null) return ''
  if (typeof value !== 'object') return `${indent}<${name}>${escaped(String(value))}</${name}>\n`
  const inner = isList(value)
    ? value.map((one) => element(singular[name] ?? 'value', one, `${indent}  `))
    : Object.entries(value).map(([key, one]) => element(key, one, `${indent}  `))
  const content = inner.join('')
  return content === '' ? `${indent}<${name}/>\n` : `${indent}<${name}>\n${content}${indent}</${name}>\n`
}

/** The namespace by which the journal's reader knows the format. */
export const namespace = 'urn:samvirk:journal:1'

/** The same tree as XML 1.0 in UTF-8: fields as elements in their order, lists as one element each, null left out. */
export const toXml = (value: Readonly<Record<string, Value>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<journal xmlns="${namespace}">\n${Object.entries(value)
    .map(([key, one]) => element(key, one, '  '))
    .join('')}</journal>\n`
