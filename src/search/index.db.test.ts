import { beforeEach, describe, expect, test } from 'vitest'
import { aCategory, aForum, aMeeting, anExclusion, anItem, anOutcome, aPerson } from '../../test/builders.ts'
import { asOwner, emptied, identity } from '../../test/db.ts'
import type { Database } from '../db/db.ts'
import { type Identity, readAs, transact } from '../db/tx.ts'
import { marks } from '../meetings/decisions/rules.ts'
import { addPaper, addVersion, changePaper, listWaiting, setWords } from '../meetings/papers/paper-store.ts'
import { findEntries, type SearchOrder } from './search-store.ts'

let database: Database
let forumId: string
let meetingId: string
let itemId: string
const now = new Date('2026-03-12T10:00:00Z')
const visitor = identity({ account: null, reach: 'public', writes: false })
const by = { name: 'Ane Eksempel', account: '' }
const file = (name: string) =>
  ({
    name,
    mediaType: 'application/pdf',
    bytes: new TextEncoder().encode(name),
    pages: 1,
    scan: 'clean',
    preview: null,
    copy: 'same',
  }) as const

/** What a reader finds, as kind and title. */
const found = async (words: string, who: Identity = identity(), part: Partial<SearchOrder> = {}) => {
  const order = { kind: null, forumId: null, from: null, to: null, limit: 20, offset: 0, ...part }
  const { hits } = await readAs(database.db, who, (trx) =>
    findEntries(trx, 'mvsj', { words: words.split(' '), ...order }),
  )
  return hits
    .map(({ kind, title }) => `${kind}: ${title.replaceAll(marks.start, '').replaceAll(marks.end, '')}`)
    .toSorted()
}

const change = <R>(work: Parameters<typeof transact<R>>[3]) => transact(database.db, identity(), now, work)

/** Notes the text of what waits to be read, as the job does. */
const read = (words: string) =>
  change(async (trx) => {
    for (const version of await listWaiting(trx, 10)) await setWords(trx, version, words)
  })

beforeEach(async () => {
  database = await emptied()
  forumId = await aForum({ categoryId: await aCategory(), name: 'Færdselsrådet', openness: 'public' })
  meetingId = await aMeeting({ forumId, onDay: '2025-12-18', state: 'summoned', openness: 'public' })
  itemId = await anItem({ forumId, meetingId, title: 'Cykelstier ved skolerne', openness: 'open' })
})

test('words that carry no meaning are passed over, in every spelling', async () => {
  expect(await found('cykelstier på')).toEqual(['item: Cykelstier ved skolerne'])
  expect(await found('på skolerne')).toEqual(['item: Cykelstier ved skolerne'])
  expect(await found('cyklestier på')).toEqual(['item: Cykelstier ved skolerne'])
})

describe('a paper', () => {
  let paperId: string

  beforeEach(async () => {
    paperId = await change((trx) =>
      addPaper(trx, 'mvsj', { itemId, forumId, title: 'Notat om cykler' }, file('a.pdf'), by),
    )
    await change((trx) => changePaper(trx, 'mvsj', { id: paperId, version: 1 }, { openness: 'open' }))
    await read('Antallet af hjelme er talt')
  })

  test('is found by its text once that is read', async () => {
    for (const who of [identity(), visitor]) expect(await found('hjelm', who)).toEqual(['paper: Notat om cykler'])
  })

  test('that is replaced is no longer found by the old text, and by the new one when it is read', async () => {
    await change((trx) => addVersion(trx, 'mvsj', { id: paperId, title: 'Notat om cykler' }, file('b.pdf'), by))
    expect(await found('hjelm')).toEqual([])
    expect(await found('notat')).toEqual(['paper: Notat om cykler'])
    await read('Antallet af reflekser er talt')
    expect(await found('refleks')).toEqual(['paper: Notat om cykler'])
    expect(await found('hjelm')).toEqual([])
  })

  test('that is closed or removed is out of the hits at once, and so is one whose item is closed', async () => {
    await change((trx) => changePaper(trx, 'mvsj', { id: paperId, version: 2 }, { openness: 'closed' }))
    expect(await found('hjelm', visitor)).toEqual([])
    expect(await found('hjelm')).toHaveLength(1)
    await change((trx) => changePaper(trx, 'mvsj', { id: paperId, version: 3 }, { openness: 'open' }))
    expect(await found('hjelm', visitor)).toHaveLength(1)
    await asOwner(`update meetings.item set openness = 'closed'`)
    expect(await found('hjelm', visitor)).toEqual([])
    await change((trx) => changePaper(trx, 'mvsj', { id: paperId, version: 4 }, { removed_at: now }))
    expect(await found('hjelm')).toEqual([])
  })

  test('that is long is found by words of every part, once, and a shorter one leaves no part behind', async () => {
    await change((trx) => addVersion(trx, 'mvsj', { id: paperId, title: 'Notat om cykler' }, file('c.pdf'), by))
    await read(`Trafiktælling ${'fyldord '.repeat(1200)} slutningen`)
    expect(await found('trafiktælling')).toEqual(['paper: Notat om cykler'])
    expect(await found('slutning')).toEqual(['paper: Notat om cykler'])
    expect(await found('fyldord')).toEqual(['paper: Notat om cykler'])
    await change((trx) => addVersion(trx, 'mvsj', { id: paperId, title: 'Notat om cykler' }, file('d.pdf'), by))
    await read('Kort')
    expect(await found('slutning')).toEqual([])
  })
})

test('the hits follow a new title, a new day and a new name of the forum', async () => {
  await anOutcome(itemId, 'Stierne anlægges')
  await asOwner(`update meetings.item set title = 'Fodgængerfelter ved skolerne'`)
  expect(await found('fodgængerfelt')).toEqual([
    'decision: Fodgængerfelter ved skolerne',
    'item: Fodgængerfelter ved skolerne',
  ])
  expect(await found('cykelsti')).toEqual([])
  await change((trx) => addPaper(trx, 'mvsj', { itemId, forumId, title: 'Felter' }, file('a.pdf'), by))
  await asOwner(`update meetings.meeting set on_day = '2026-01-15'`)
  const year = { from: '2026-01-01', to: '2026-12-31' }
  expect(await found('fodgængerfelt', identity(), { ...year, kind: 'item' })).toHaveLength(1)
  expect(await found('felter', identity(), { ...year, kind: 'paper' })).toHaveLength(1)
  await asOwner(`update fora.forum set name = 'Trafikrådet'`)
  expect(await found('trafikråd')).toEqual(['forum: Trafikrådet', 'meeting: Trafikrådet'])
  expect(await found('færdselsråd')).toEqual([])
})

test('a word is found in another spelling of its Danish letters, and as part of a compound', async () => {
  await anItem({ forumId, meetingId, title: 'Besøg fra Aabenraa og Ærø', position: 2 })
  for (const words of ['åbenrå', 'aabenraa', 'aeroe', 'ærø'])
    expect(await found(words)).toEqual(['item: Besøg fra Aabenraa og Ærø'])
  expect(await found('skole')).toEqual(['item: Cykelstier ved skolerne'])
  expect(await found('stier')).toEqual([])
  await anItem({ forumId, meetingId, title: 'Støtte til nattelivsordninger', position: 3 })
  expect(await found('ordning')).toEqual(['item: Støtte til nattelivsordninger'])
})

test('one who is kept out is led nowhere by a compound or a misspelt word', async () => {
  const person = await aPerson('Ida Inhabil', 'ida')
  await anItem({ forumId, meetingId, title: 'Klage over havnefogeden', position: 2 })
  const member = identity({ account: 'ida', reach: 'member', writes: false, person, fora: [forumId] })
  for (const words of ['klage', 'foged', 'havnefoget']) expect(await found(words, member)).toHaveLength(1)
  const [item] = await asOwner(`select id from meetings.item where title like 'Klage%'`)
  await anExclusion(String(item?.['id']), person)
  for (const words of ['klage', 'foged', 'havnefoget']) expect(await found(words, member)).toEqual([])
})
