import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import { day } from '../../base/time.ts'
import type { Database } from '../../db/db.ts'
import { readAs } from '../../db/tx.ts'
import { mediansOfForum } from './median-store.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let council: string

const held = async (forumId: string, onDay: string, circulated: string | null, published: string | null = null) => {
  const id = await aMeeting({ forumId, onDay, state: 'held' })
  if (circulated !== null)
    await asOwner(`update meetings.meeting set state = 'circulated', circulated_at = $2 where id = $1`, [
      id,
      circulated,
    ])
  if (published !== null)
    await asOwner(
      `update meetings.meeting set state = 'published', published_at = $2, published_to = 'public' where id = $1`,
      [id, published],
    )
}
const open = async (path = '') => readPage(await (await as('sekretariat').get(`/mvsj/moeder/referater${path}`)).text())

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  const categoryId = await aCategory()
  council = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  const local = await aForum({ categoryId, name: 'Lokalrådet', openness: 'closed' })
  await held(council, '2026-01-01', '2026-01-11T23:30:00Z', '2026-01-21T10:00:00Z')
  await held(council, '2026-02-01', '2026-02-04T10:00:00Z')
  await held(council, '2026-03-01', '2026-03-06T10:00:00Z')
  await held(local, '2026-01-05', null)
  await aMeeting({ forumId: local, onDay: '2026-03-10', state: 'held' })
  await aMeeting({ forumId: local, onDay: '2026-04-10', state: 'summoned' })
})

describe('how the minutes stand', () => {
  test('shows meetings held, minutes missing, and the medians of days in Denmark', async () => {
    const page = await open()
    // 11 January 23.30 UTC is the 12th in Denmark: 11, 3 and 5 days.
    expect(page.row('Kredsrådet').text).toBe('Kredsrådet 3 0 5 dage 20 dage')
    expect(page.row('Lokalrådet').text).toBe('Lokalrådet 2 1 Ingen endnu Ingen endnu')
  })

  test('can be searched, selected, sorted and taken out', async () => {
    expect((await open('?udvalg=late')).links()).not.toContain('Kredsrådet')
    expect((await open('?q=kreds')).links()).not.toContain('Lokalrådet')
    expect((await open('?q=findesikke')).text()).toContain('Ingen fora passer')
    const first = async (query: string) =>
      (await (await as('sekretariat').get(`/mvsj/moeder/referater.csv${query}`)).text()).split('\r\n')[1]
    expect(await first('?sorter=held')).toBe('Lokalrådet;2;1;;')
    expect(await first('?sorter=circulated&omvendt=ja')).toBe('Kredsrådet;3;0;5;20')
    expect(await first('?sorter=sludder')).toBe('Kredsrådet;3;0;5;20')
    expect((await as('sekretariat').get('/mvsj/moeder/referater.xlsx')).status).toBe(200)
  })

  test('counts only what the reader may see, and is not for the public', async () => {
    const page = readPage(await (await as('partner').get('/mvsj/moeder/referater')).text())
    expect(page.row('Kredsrådet').text).toBe('Kredsrådet 1 0 11 dage 20 dage')
    expect(page.text()).not.toContain('Lokalrådet')
    expect((await as(null).get('/mvsj/moeder/referater')).status).toBe(403)
  })

  test('asks the database the same few times however many fora there are', async () => {
    const before = await countStatements(database, () => open())
    const categoryId = await aCategory(2, 'Andre')
    for (const name of ['A-rådet', 'B-rådet', 'C-rådet'])
      await held(await aForum({ categoryId, name }), '2026-01-01', null)
    expect(await countStatements(database, () => open())).toBe(before)
  })

  test('of one forum is the same, and nothing before its first meeting', async () => {
    const of = (forumId: string) =>
      readAs(database.db, identity(), (trx) => mediansOfForum(trx, 'mvsj', forumId, day('2026-03-12')))
    expect(await of(council)).toMatchObject({ held: 3, late: 0, circulated: 5, published: 20 })
    expect(await of('00000000-0000-4000-8000-000000000000')).toBeNull()
  })
})
