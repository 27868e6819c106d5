import { beforeAll, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../test/app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anExclusion,
  anItem,
  anOffice,
  anOutcome,
  aPerson,
  aSeat,
  aTenure,
} from '../../test/builders.ts'
import { asOwner, emptied } from '../../test/db.ts'
import { readPage } from '../../test/page.ts'

let app: ReturnType<typeof testApp>
let closedItem: string

beforeAll(async () => {
  app = testApp(await emptied())
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  const category = await aCategory()
  const council = await aForum({ categoryId: category, name: 'Kredsrådet', openness: 'public' })
  await aForum({ categoryId: category, name: 'Dyrevelfærd', openness: 'closed', purpose: 'Samarbejde om dyr' })
  const office = await anOffice('Borgmester i Køge')
  const person = await aPerson('Ida Inhabil', 'ida')
  await aTenure(office, person)
  await aSeat(council, office)
  const meeting = await aMeeting({ forumId: council, state: 'held', onDay: '2025-09-18' })
  const open = await anItem({ forumId: council, meetingId: meeting, title: 'Vold i nære relationer', openness: 'open' })
  closedItem = await anItem({ forumId: council, meetingId: meeting, title: 'Beredskab ved arrangementet', position: 2 })
  await anOutcome(open, 'Modellen afprøves i tre kommuner')
  await anOutcome(closedItem, 'Indsatslederen udpeges hemmeligt')
  await asOwner(`update meetings.meeting set state = 'circulated'`)
  await asOwner(`update meetings.meeting set state = 'published', published_to = 'public'`)
  const elsewhere = await aForum({
    categoryId: await aCategory(1, 'Andetsteds', 'ns'),
    name: 'Nabokredsens råd',
    openness: 'public',
    district: 'ns',
  })
  const far = await aMeeting({ forumId: elsewhere, district: 'ns', openness: 'public' })
  await anItem({ forumId: elsewhere, meetingId: far, title: 'Vold i nabokredsen', openness: 'open', district: 'ns' })
})

const find = async (who: string | null, words: string, rest = '') => {
  const response = await app.as(who).get(`/mvsj/soeg?q=${encodeURIComponent(words)}${rest}`)
  expect(response.status).toBe(200)
  return readPage(await response.text())
}

describe('search', () => {
  test('asks for words first', async () => {
    expect((await find(null, '')).text()).toContain('Skriv, hvad du leder efter')
  })

  test('meets a word in any form, and a word that is being typed', async () => {
    expect((await find('sekretariat', 'arrangementer')).links()).toContain('Beredskab ved arrangementet')
    expect((await find('sekretariat', 'beredsk')).links()).toContain('Beredskab ved arrangementet')
    expect((await find('sekretariat', 'modeller afprøve kommunerne')).text()).toContain('Modellen afprøves')
  })

  test('bears a misspelt word', async () => {
    expect((await find('sekretariat', 'beredskap')).links()).toContain('Beredskab ved arrangementet')
    expect((await find('sekretariat', 'dyrevelfær')).links()).toContain('Dyrevelfærd')
  })

  test('stays within the district', async () => {
    expect((await find('sekretariat', 'vold')).text()).not.toContain('nabokredsen')
  })

  test('marks what was met, as text', async () => {
    const html = await (await app.as('sekretariat').get('/mvsj/soeg?q=hemmeligt')).text()
    expect(html).toContain('<mark>hemmeligt</mark>')
  })

  test('finds a person by name and office, for those who may see persons', async () => {
    expect((await find('partner', 'borgmester køge')).links()).toContain('Ida Inhabil')
    expect((await find(null, 'Ida Inhabil')).text()).not.toContain('Borgmester')
  })

  test('chooses a kind, a forum and years', async () => {
    expect((await find('sekretariat', 'vold', '&slags=meeting')).links()).not.toContain('Vold i nære relationer')
    expect((await find('sekretariat', 'vold', '&forum=kredsraadet&fra=2025&til=2025')).links()).toContain(
      'Vold i nære relationer',
    )
    expect((await find('sekretariat', 'vold', '&fra=2026')).text()).toContain('ikke fundet')
  })

  test.each([
    ['a member', 'ida', true],
    ['a partner', 'partner', false],
    ['the public', null, false],
  ])('gives %s only what is theirs', async (_, who, sees) => {
    const closed = await find(who, 'beredskab')
    expect(closed.links().includes('Beredskab ved arrangementet')).toBe(sees)
    expect((await find(who, 'hemmeligt')).text().includes('Indsatslederen')).toBe(sees)
    expect((await find(who, 'vold')).links()).toContain('Vold i nære relationer')
    expect((await find(who, 'dyr')).links()).not.toContain('Dyrevelfærd')
  })

  test('gives one who is excluded nothing of the item, in no spelling and no count', async () => {
    await anExclusion(closedItem, String((await asOwner(`select id from people.person`))[0]?.['id']))
    for (const words of ['beredskab', 'beredskap', 'hemmeligt', 'indsatslederen'])
      expect((await find('ida', words)).text()).toContain('ikke fundet')
  })

  test.each([
    "'; drop table search.entry; --",
    'a & | ! ( ) : * <->',
    '\\',
    '%',
    'x'.repeat(5000),
    '\u0001vold\u0002',
    'og i på',
  ])('takes %s as words', async (words) => {
    await find('sekretariat', words)
  })
})
