import { beforeEach, expect, test } from 'vitest'
import { asOwner, emptied, identity } from '../../test/db.ts'
import type { Database } from '../db/db.ts'
import { readAs, transact } from '../db/tx.ts'
import { changedFields, record, verifyChains } from './store.ts'

let database: Database
let district: string
let run = 0

// The log cannot be emptied, so every test writes to a chain of its own.
beforeEach(async () => {
  database = await emptied()
  run += 1
  district = `log-${String(run)}-${String(Date.now())}`
})

const write = (name: string) =>
  transact(database.db, identity({ district: '*' }), new Date('2026-03-12T10:00:00Z'), (trx) =>
    record(trx, district, {
      action: 'forum.changed',
      subjectKind: 'forum',
      subjectId: 'x',
      subjectName: name,
      changes: changedFields({ topic: 'før' }, { topic: 'efter' }),
    }),
  )

const broken = async () => {
  const { broken: found } = await readAs(database.db, identity({ district: '*' }), verifyChains)
  return found.filter((entry) => entry.district === district).map(({ number, reason }) => ({ number, reason }))
}

/** What somebody with the database's own password could do. */
const tamper = async (statement: string, values: unknown[] = []) => {
  await asOwner('alter table audit.entry disable trigger user')
  await asOwner(statement, values)
  await asOwner('alter table audit.entry enable trigger user')
}

test('an untouched chain holds', async () => {
  for (const name of ['et', 'to', 'tre']) await write(name)
  expect(await broken()).toEqual([])
})

test('entries written at the same time form one chain', async () => {
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(write))
  expect(await broken()).toEqual([])
})

test('a changed entry is found', async () => {
  for (const name of ['et', 'to', 'tre']) await write(name)
  await tamper(`update audit.entry set subject_name = 'omskrevet' where district = $1 and number = 2`, [district])
  expect(await broken()).toEqual([{ number: '2', reason: 'changed' }])
})

test('an entry changed with a hash made to fit is found at the next one', async () => {
  for (const name of ['et', 'to', 'tre']) await write(name)
  await tamper(`update audit.entry set subject_name = 'omskrevet' where district = $1 and number = 2`, [district])
  await tamper(`update audit.entry e set hash = audit.hash_of(e) where district = $1 and number = 2`, [district])
  expect(await broken()).toEqual([{ number: '3', reason: 'inserted' }])
})

test('a removed entry is found, also the last', async () => {
  for (const name of ['et', 'to', 'tre', 'fire']) await write(name)
  await tamper(`delete from audit.entry where district = $1 and number = 2`, [district])
  expect(await broken()).toEqual([{ number: '3', reason: 'missing' }])
  await tamper(`delete from audit.entry where district = $1 and number in (3, 4)`, [district])
  expect(await broken()).toEqual([{ number: '4', reason: 'tail' }])
})

test('an entry put in at the end is found', async () => {
  await write('et')
  await tamper(
    `insert into audit.entry select (r).* from (select e as r from audit.entry e where district = $1 and number = 1) as s`.replace(
      '(r).*',
      `(r).district, 2, (r).at, (r).account_id, 'Indsat', (r).request_id, (r).action, (r).subject_kind, (r).subject_id, (r).subject_name, (r).changes, (r).hash, 'x'`,
    ),
    [district],
  )
  expect((await broken()).map(({ reason }) => reason).toSorted()).toEqual(['changed', 'tail'])
})

test('nobody changes the log by the program, and the owner only by switching its guard off', async () => {
  await write('et')
  const asProgram = (work: Parameters<typeof transact<unknown>>[3]) =>
    transact(database.db, identity({ district: '*' }), new Date(), work)
  await expect(
    asProgram((trx) => trx.updateTable('audit.entry').set({ subject_name: 'nyt' }).execute()),
  ).rejects.toThrow(/permission denied/)
  await expect(asProgram((trx) => trx.deleteFrom('audit.entry').execute())).rejects.toThrow(/permission denied/)
  await expect(asOwner(`delete from audit.entry where district = $1`, [district])).rejects.toThrow('append-only')
  await expect(asOwner('truncate audit.entry')).rejects.toThrow('append-only')
})

test('what did not change is not logged', () => {
  expect(changedFields({ a: 'x', b: null, c: 1 }, { a: 'x', b: 'ny', c: 2 })).toEqual([
    { field: 'b', before: null, after: 'ny' },
    { field: 'c', before: '1', after: '2' },
  ])
  expect(changedFields(null, { a: 'x' })).toEqual([{ field: 'a', before: null, after: 'x' }])
})
