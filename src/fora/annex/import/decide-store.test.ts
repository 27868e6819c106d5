import { beforeEach, expect, test } from 'vitest'
import { testNow } from '../../../../test/app.ts'
import { asOwner, emptied, identity } from '../../../../test/db.ts'
import { day } from '../../../base/time.ts'
import type { Db, Trx } from '../../../db/db.ts'
import { transact } from '../../../db/tx.ts'
import { readAnnex } from '../reading/read.ts'
import { listRegisterEntries } from '../register-store.ts'
import { compareImport } from './comparison.ts'
import { acceptSure, type LocalBodies } from './decide-store.ts'
import { annexText, forum } from './reviewer.fixture.ts'
import { addImport, listEntries } from './store.ts'

let db: Db
beforeEach(async () => {
  db = (await emptied()).db
})

const municipalities = [
  { code: '259', name: 'Køge' },
  { code: '265', name: 'Roskilde' },
]

const taken = (text: string, local: LocalBodies) =>
  transact(db, identity(), testNow, async (trx: Trx) => {
    const lines = text.split('\n')
    const proposal = readAnnex(lines, { municipalities: [] })
    const file = {
      fileName: 'bilag.txt',
      mediaType: 'text/plain',
      bytes: new Uint8Array([65]),
      title: 'Bilag',
      by: 'Ane Eksempel',
    }
    const id = await addImport(trx, 'mvsj', { ...file, lines, proposal })
    const { entries } = compareImport(await listEntries(trx, 'mvsj', id), await listRegisterEntries(trx, 'mvsj'))
    const work = { trx, log: () => Promise.resolve(), district: 'mvsj', today: day('2026-03-12') }
    return acceptSure(work, id, entries, { local, municipalities })
  })

const names = async () =>
  (await asOwner('select name from fora.forum order by sort_name')).map(({ name }) => String(name))

const annex = annexText('1. Kontakt', forum('Kredsrådet'), forum('Lokalrådene'))

test.each([
  ['ask', ['Kredsrådet']],
  ['one', ['Kredsrådet', 'Lokalrådene']],
  ['each', ['Kredsrådet', 'Lokalrådet i Køge', 'Lokalrådet i Roskilde']],
] as const)('a body of every municipality, with the answer "%s"', async (local, expected) => {
  expect(await taken(annex, local)).toBe(local === 'ask' ? 1 : 2)
  expect(await names()).toEqual(expected)
  expect(await taken(annex, local)).toBe(local === 'ask' ? 1 : 2)
  expect(await names()).toEqual(expected)
})

test.each([
  ['a number that may be a citizen’s', forum('Banderåd', { 'Emne: ': 'Ring 010190-0000' })],
  ['a participant that is missing', forum('Banderåd', { 'Deltagere: ': '' })],
  ['a cadence nobody understands', forum('Banderåd', { 'Antal møder: ': 'når månen er fuld' })],
])('%s is left for a person', async (_, doubtful) => {
  expect(await taken(annexText('1. Kontakt', forum('Kredsrådet'), doubtful), 'ask')).toBe(1)
  expect(await names()).toEqual(['Kredsrådet'])
})

test('a changed group changes the fora that followed it, and leaves what was written for one', async () => {
  await taken(annex, 'each')
  await asOwner(`update fora.forum set topic = 'Eget emne' where name = 'Lokalrådet i Køge'`)
  await taken(annexText('1. Kontakt', forum('Kredsrådet'), forum('Lokalrådene', { 'Emne: ': 'Nyt emne' })), 'ask')
  expect(await asOwner('select name, topic from fora.forum where group_id is not null order by sort_name')).toEqual([
    { name: 'Lokalrådet i Køge', topic: 'Eget emne' },
    { name: 'Lokalrådet i Roskilde', topic: 'Nyt emne' },
  ])
})
