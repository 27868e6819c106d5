import { beforeEach, expect, test } from 'vitest'
import { testNow } from '../../../../test/app.ts'
import { asOwner, emptied, identity } from '../../../../test/db.ts'
import { day } from '../../../base/time.ts'
import type { Db, Trx } from '../../../db/db.ts'
import { transact } from '../../../db/tx.ts'
import { readAnnex } from '../reading/read.ts'
import { listRegisterEntries } from '../register-store.ts'
import { compareImport } from './comparison.ts'
import { acceptEntry, acceptSure, fieldsAsPrinted, type LocalBodies, targetOf } from './decide-store.ts'
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

/** An annex kept for review and compared with the register. */
const compared = async (trx: Trx, text: string) => {
  const lines = text.split('\n')
  const proposal = readAnnex(lines, { municipalities: [] })
  const file = { fileName: 'bilag.txt', mediaType: 'text/plain', bytes: new Uint8Array([65]), title: 'Bilag' }
  const id = await addImport(trx, 'mvsj', { ...file, by: 'Ane Eksempel', lines, proposal })
  const { entries } = compareImport(await listEntries(trx, 'mvsj', id), await listRegisterEntries(trx, 'mvsj'))
  const work = { trx, log: () => Promise.resolve(), district: 'mvsj', today: day('2026-03-12') }
  return { id, entries, work }
}

const taken = (text: string, local: LocalBodies) =>
  transact(db, identity(), testNow, async (trx: Trx) => {
    const { id, entries, work } = await compared(trx, text)
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

test('what differs from the register is not overwritten without a look', async () => {
  await taken(annex, 'one')
  const next = annexText('1. Kontakt', forum('Kredsrådet', { 'Emne: ': 'Nyt emne' }), forum('Lokalrådene'))
  expect(await taken(next, 'one')).toBe(1)
  expect(await asOwner(`select topic from fora.forum where name = 'Kredsrådet'`)).toEqual([
    { topic: 'Emne for Kredsrådet' },
  ])
})

test('a changed group changes the fora that followed it, and leaves what was written for one', async () => {
  await taken(annex, 'each')
  await asOwner(`update fora.forum set topic = 'Eget emne' where name = 'Lokalrådet i Køge'`)
  await transact(db, identity(), testNow, async (trx: Trx) => {
    const { id, entries, work } = await compared(
      trx,
      annexText('1. Kontakt', forum('Lokalrådene', { 'Emne: ': 'Nyt emne' })),
    )
    for (const entry of entries) {
      const key = { importId: id, position: entry.position, version: entry.version }
      const acceptance = {
        fields: fieldsAsPrinted(entry),
        position: entry.position,
        target: targetOf(entry.entry),
        seats: [],
      }
      await acceptEntry(work, key, entry, acceptance)
    }
  })
  expect(await asOwner('select name, topic from fora.forum where group_id is not null order by sort_name')).toEqual([
    { name: 'Lokalrådet i Køge', topic: 'Eget emne' },
    { name: 'Lokalrådet i Roskilde', topic: 'Nyt emne' },
  ])
})
