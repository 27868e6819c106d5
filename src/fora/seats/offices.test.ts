import { expect, test } from 'vitest'
import { sortKey } from '../../base/danish.ts'
import { isVacantOffice, type OfficeRow, type OfficeSelection, selectOffices } from './offices.ts'

const office = (title: string, part: Partial<OfficeRow> = {}): OfficeRow => ({
  id: title,
  title,
  sortTitle: sortKey(title),
  organisationId: null,
  organisationName: null,
  sortOrganisation: null,
  municipalityCode: null,
  municipalityName: null,
  holderId: null,
  holderName: null,
  sortHolder: null,
  since: null,
  vacantSince: null,
  nextFrom: null,
  seats: 0,
  holderKnown: true,
  ended: false,
  ...part,
})
const all: OfficeSelection = {
  view: 'all',
  words: '',
  organisationId: '',
  municipality: null,
  sort: 'title',
  descending: false,
}
const titles = (rows: readonly OfficeRow[]) => rows.map(({ title }) => title)

const offices = [
  office('Ådirektør', { holderId: '1', holderName: 'Bo Prøve', sortHolder: 'bo', municipalityCode: '259' }),
  office('Borgmester', { organisationId: 'k', organisationName: 'Testrup Kommune', sortOrganisation: 'testrup' }),
  office('Nedlagt embede', { ended: true }),
]

test('offices come in Danish order; those that have ended only when asked for', () => {
  expect(titles(selectOffices(offices, all).rows)).toEqual(['Borgmester', 'Ådirektør'])
  expect(titles(selectOffices(offices, { ...all, descending: true }).rows)).toEqual(['Ådirektør', 'Borgmester'])
  expect(titles(selectOffices(offices, { ...all, view: 'ended' }).rows)).toEqual(['Nedlagt embede'])
})

test('words are found in title, organisation and name', () => {
  for (const [words, found] of [
    ['borg', 'Borgmester'],
    ['TESTRUP kommune', 'Borgmester'],
    ['prøve', 'Ådirektør'],
  ] as const)
    expect(titles(selectOffices(offices, { ...all, words }).rows)).toEqual([found])
})

test('counts follow the filter, and the views say what they would show', () => {
  expect(selectOffices(offices, all).counts).toEqual({ all: 2, vacant: 1, ended: 1 })
  expect(selectOffices(offices, { ...all, municipality: '259' }).counts).toEqual({ all: 1, vacant: 0, ended: 0 })
})

test('what is unknown stands last either way', () => {
  for (const descending of [false, true])
    expect(titles(selectOffices(offices, { ...all, sort: 'holder', descending }).rows)).toEqual([
      'Ådirektør',
      'Borgmester',
    ])
})

test('nobody learns that an office is vacant who may not see its holder', () => {
  expect(isVacantOffice(office('Borgmester', { holderKnown: false }))).toBe(false)
})
