import { expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { before, formFields, type FormValues, merge } from './merge.ts'

const form = (values: Partial<FormValues> = {}): FormValues => ({
  navn: '',
  art: '',
  kategori: '',
  niveau: '',
  kommune: '',
  overordnet: '',
  gruppe: '',
  emne: '',
  lovgrundlag: '',
  formaal: '',
  handleplaner: '',
  snitflader: '',
  deltagere: '',
  moeder: '',
  aabenhed: '',
  persondata: '',
  ...values,
})

test('each keeps what only they changed', () => {
  const merged = merge(
    form({ emne: 'a', formaal: 'b' }),
    form({ emne: 'ny', formaal: 'b' }),
    form({ emne: 'a', formaal: 'også ny' }),
  )
  expect(merged.disputed).toEqual([])
  expect(merged.settled).toMatchObject({ emne: 'ny', formaal: 'også ny' })
})

test('what both changed is asked about, also a choice', () => {
  const merged = merge(form({ aabenhed: 'closed' }), form({ aabenhed: 'public' }), form({ aabenhed: 'partners' }))
  expect(merged.disputed).toEqual([{ name: 'aabenhed', base: 'closed', mine: 'public', theirs: 'partners' }])
})

test('a choice that the other made is not taken back by a form that was opened before', () => {
  const merged = merge(
    form({ aabenhed: 'closed' }),
    form({ aabenhed: 'closed', emne: 'x' }),
    form({ aabenhed: 'partners' }),
  )
  expect(merged.settled).toMatchObject({ aabenhed: 'partners', emne: 'x' })
})

test('the form as it was is found by taking back every later save', () => {
  const since = [
    [{ field: 'topic', before: 'første', after: 'anden' }],
    [
      { field: 'topic', before: 'anden', after: 'tredje' },
      { field: 'personalData', before: 'true', after: 'false' },
    ],
  ]
  expect(before(form({ emne: 'tredje' }), since)).toMatchObject({ emne: 'første', persondata: 'ja' })
})

test('every field is settled or asked about, and nobody’s text is lost', () => {
  const any = fc
    .record(Object.fromEntries(formFields.map((name) => [name, fc.constantFrom('', 'a', 'b')])))
    .map((values) => form(values))
  fc.assert(
    fc.property(any, any, any, (base, mine, theirs) => {
      const { settled, disputed } = merge(base, mine, theirs)
      expect(Object.keys(settled).length + disputed.length).toBe(formFields.length)
      for (const name of formFields) {
        const kept = settled[name]
        if (kept === undefined) continue
        if (mine[name] !== base[name]) expect([mine[name]]).toContain(kept)
      }
    }),
  )
})
