import { beforeEach, describe, expect, test } from 'vitest'
import { aCategory, aForum, aMeeting, anItem } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import type { Database } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { type FileKind, mediaTypes } from '../../documents/file-kinds.ts'
import { openDocumentOf, photoOf, reportOf, sheetOf, slidesOf, wordOf } from '../../documents/papers.fixture.ts'
import { paperJobs } from './jobs.ts'
import { addPaper } from './paper-store.ts'

let database: Database
let itemId: string
let forumId: string
const now = new Date('2026-03-12T10:00:00Z')

const add = (kind: FileKind, bytes: Uint8Array) =>
  transact(database.db, identity(), now, (trx) =>
    addPaper(
      trx,
      'mvsj',
      { itemId, forumId, title: kind },
      { name: `a.${kind}`, mediaType: mediaTypes[kind], bytes, pages: null, scan: 'clean', preview: null, copy: null },
      { name: 'Ane Eksempel', account: 'ane' },
    ),
  )
const run = async () => {
  let done = 0
  for (const job of paperJobs({ db: database.db, clock: () => now }))
    done += await job.run(new AbortController().signal)
  return done
}
const states = () =>
  asOwner(
    `select p.title, v.words_state, v.words from meetings.paper_version v join meetings.paper p on p.id = v.paper_id order by p.position`,
  )

beforeEach(async () => {
  database = await emptied()
  forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet' })
  itemId = await anItem({ forumId, meetingId: await aMeeting({ forumId }), title: 'Punkt' })
})

describe('reading the words of papers', () => {
  test('from each kind that has some, once', async () => {
    await add('pdf', await reportOf('Færdselsuheld på Ærø'))
    await add('docx', await wordOf('Natteravne i Køge'))
    await add('txt', new TextEncoder().encode('Ren\0 tekst  med   huller'))
    await add('xlsx', sheetOf())
    await add('pptx', slidesOf())
    await add('odt', openDocumentOf())
    await add('jpg', await photoOf())
    expect(await run()).toBe(7)
    const found = await states()
    expect(found.map((row) => row['words_state'])).toEqual(['read', 'read', 'read', 'read', 'read', 'read', 'none'])
    const words = found.map((row) => String(row['words']))
    expect(words[0]).toContain('Færdselsuheld på Ærø, side 2')
    expect(words[1]).toContain('Natteravne i Køge')
    expect(words[2]).toBe('Ren tekst med huller')
    expect(words[3]).toContain('Tal for lokalrådene')
    expect(words[4]).toContain('Oplæg om tryghed')
    expect(words[5]).toContain('Ord i OpenDocument')
    expect(await run()).toBe(0)
  })

  test('a file that cannot be read has none, and holds up no other', async () => {
    await add('pdf', new TextEncoder().encode('%PDF-1.7 i stykker'))
    await add('txt', new TextEncoder().encode('Efter den anden'))
    await run()
    expect(await states()).toMatchObject([
      { words_state: 'none', words: '' },
      { words_state: 'read', words: 'Efter den anden' },
    ])
  })

  test('of a very long text the first half million characters are kept', async () => {
    await add('txt', new TextEncoder().encode('ord og flere ord '.repeat(60_000)))
    await run()
    expect(String((await states())[0]?.['words']).length).toBe(500_000)
  })

  test('stopped in the middle, a version waits still', async () => {
    await add('txt', new TextEncoder().encode('Bliver læst næste gang'))
    // The program is told to stop before the file is read.
    const stopped = new AbortController()
    stopped.abort()
    for (const job of paperJobs({ db: database.db, clock: () => now })) expect(await job.run(stopped.signal)).toBe(0)
    expect((await states())[0]).toMatchObject({ words_state: 'waiting' })
    expect(await run()).toBe(1)
    expect((await states())[0]).toMatchObject({ words_state: 'read' })
  })
})
