import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { withInterface, withoutInterface } from './field-words.ts'
import { splitInterfaces } from './rules.ts'

const known = ['Banderåd', 'Lokalrådene', 'Udvalget for natur og miljø', 'Møder (strategisk, fælles)'].map((name) => ({
  id: name,
  name,
}))

describe('adding a name to the field', () => {
  test.each([
    ['', 'Banderåd'],
    ['Ingen', 'Banderåd'],
    ['Nej.', 'Banderåd'],
    ['Lokalrådene', 'Lokalrådene, Banderåd'],
    ['Lokalrådene.', 'Lokalrådene, Banderåd'],
    ['Lokalrådene og de kommunale SSP-strukturer', 'Lokalrådene og de kommunale SSP-strukturer, Banderåd'],
    ['Skoler m.v.', 'Skoler m.v., Banderåd'],
    ['Banderåd', 'Banderåd'],
    ['Lokalrådene og Banderåd', 'Lokalrådene og Banderåd'],
  ])('“%s” becomes “%s”', (field, after) => {
    expect(withInterface(field, 'Banderåd', known)).toBe(after)
  })

  test('finds a place that is read as a name of its own even behind an open parenthesis', () => {
    expect(splitInterfaces(withInterface('Lokalrådene (efter', 'Banderåd', known), known)).toContain('Banderåd')
  })
})

test.each([
  ['Lokalrådene og Banderåd', 'Lokalrådene'],
  ['Banderåd', 'Ingen'],
  ['Lokalrådene', 'Lokalrådene'],
])('without Banderåd “%s” becomes “%s”', (field, after) => {
  expect(withoutInterface(field, 'Banderåd', known)).toBe(after)
})

const name = fc.constantFrom(...known.map((one) => one.name), 'de kommunale SSP-strukturer', 'Skoler mv.')
const field = fc
  .array(fc.tuple(name, fc.constantFrom(', ', ' og ', '; ', '\n', ' samt ')), { maxLength: 5 })
  .map((parts) => parts.map(([words, sign], index) => (index === 0 ? words : `${sign}${words}`)).join(''))

test('reading the field again gives what it named and the new name; taking that out gives back what it named', () => {
  fc.assert(
    fc.property(field, name, (words, added) => {
      const before = splitInterfaces(words, known)
      const after = withInterface(words, added, known)
      expect(new Set(splitInterfaces(after, known))).toEqual(new Set([...before, added]))
      expect(withInterface(after, added, known)).toBe(after)
      const left = splitInterfaces(withoutInterface(after, added, known), known)
      expect(new Set(left)).toEqual(new Set(before.filter((one) => one !== added)))
    }),
  )
})
