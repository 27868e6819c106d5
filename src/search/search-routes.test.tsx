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
import { marks } from '../meetings/decisions/rules.ts'

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

const closedLink = 'Beredskab ved arrangementet, 18. sep. 2025'
const openLink = 'Vold i nære relationer, 18. sep. 2025'

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
    expect((await find('sekretariat', 'arrangementer')).links()).toContain(closedLink)
    expect((await find('sekretariat', 'beredsk')).links()).toContain(closedLink)
    expect((await find('sekretariat', 'modeller afprøve kommunerne')).text()).toContain('Modellen afprøves')
  })

  test('bears a misspelt word', async () => {
    expect((await find('sekretariat', 'beredskap')).links()).toContain(closedLink)
    expect((await find('sekretariat', 'dyrevelfær')).links()).toContain('Dyrevelfærd')
  })

  test('stays within the district', async () => {
    const found = await find('sekretariat', 'vold')
    expect(found.text()).not.toContain('nabokredsen')
    expect(found.links()).toContain(openLink)
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
    expect((await find('sekretariat', 'vold', '&slags=meeting')).links()).not.toContain(openLink)
    expect((await find('sekretariat', 'vold', '&forum=kredsraadet&fra=2025&til=2025')).links()).toContain(openLink)
    expect((await find('sekretariat', 'vold', '&fra=2026')).text()).toContain('ikke fundet')
  })

  test('tells meetings of the same forum from each other by their link', async () => {
    const forum = String((await asOwner(`select id from fora.forum where slug = 'kredsraadet'`))[0]?.['id'])
    await aMeeting({ forumId: forum, state: 'held', onDay: '2025-12-11' })
    const page = await find('sekretariat', 'kredsrådet', '&slags=meeting')
    const meetings = page.links().filter((text) => text.startsWith('Kredsrådet,'))
    expect(meetings).toEqual(['Kredsrådet, 11. dec. 2025', 'Kredsrådet, 18. sep. 2025'])
    expect(new Set(meetings.map((name) => page.link(name))).size).toBe(2)
  })

  test('says what to do when what was chosen holds nothing, and when nothing does', async () => {
    const papers = await find('sekretariat', 'vold', '&slags=paper')
    expect(papers.text()).toContain('Ingen bilag har de ord')
    expect(papers.link('Vis alt, der er fundet')).toBe('/mvsj/soeg?q=vold')
    const narrow = await find('sekretariat', 'vold', '&forum=kredsraadet&fra=1999&til=1998')
    expect(narrow.byLabel('Fra år').value).toBe('1998')
    expect(narrow.text()).toContain('færre eller andre ord')
    expect(narrow.link('Søg i alle fora og år')).toBe('/mvsj/soeg?q=vold')
    const nothing = await find('sekretariat', 'qwertyuiop')
    expect(nothing.links()).not.toContain('Søg i alle fora og år')
    expect((await find('sekretariat', 'vold', '&side=9')).links()).toContain('Gå til første side')
  })

  test.each([
    ['a member', 'ida', true],
    ['a partner', 'partner', false],
    ['the public', null, false],
  ])('gives %s only what is theirs', async (_, who, sees) => {
    const closed = await find(who, 'beredskab')
    expect(closed.links().includes(closedLink)).toBe(sees)
    expect((await find(who, 'hemmeligt')).text().includes('Indsatslederen')).toBe(sees)
    expect((await find(who, 'vold')).links()).toContain(openLink)
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
    `${marks.start}vold${marks.end}`,
    'og i på',
  ])('takes %s as words', async (words) => {
    await find('sekretariat', words)
  })
})
