import { beforeAll, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
let categoryId: string

beforeAll(async () => {
  as = testApp(await emptied()).as
  await grant('secretariat', 'secretariat')
  categoryId = await aCategory()
})

/** What the forum's own page and the page of its meetings say of how far it is. */
async function saidOf(name: string): Promise<string[]> {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const [forum, meetings] = await Promise.all(
    ['', '/moeder'].map(async (part) => (await as('secretariat').get(`/mvsj/fora/${slug}${part}`)).text()),
  )
  return [forum, meetings].map((html) =>
    readPage(html ?? '')
      .text()
      .replaceAll(' ', ' '),
  )
}

const cadences = [
  ['Mindst 4', '3 af mindst 4, næste 12. december 2026', null],
  ['3- 4', '3 af 3–4, næste 12. december 2026', null],
  ['op til 6', '3 af højst 6, næste 12. december 2026', null],
  ['2 (styregruppen) og 12 (praksisgrupperne)', '3 af 14, næste 12. december 2026', 'Mangler 10 møder'],
  ['Efter behov', '3, efter behov, næste 12. december 2026', null],
  ['Efter behov, dog mindst ét stormøde om året', '3 af mindst 1, næste 12. december 2026', null],
  ['Hvert andet år', '3 møder holdt, næste 12. december 2026', null],
  ['Forskelligt fra kommune til kommune', '3 møder holdt, næste 12. december 2026', null],
  ['Hyppigt', '3 møder holdt, næste 12. december 2026', null],
  ['', '3 møder holdt, næste 12. december 2026', null],
] as const

test.each(cadences.map((row, index) => [index, ...row] as const))(
  'a forum shows held and next meeting against its cadence: %i “%s”',
  async (index, cadence, said, missing) => {
    const name = `Forum ${String(index)}`
    const forumId = await aForum({ categoryId, name, cadence })
    await aMeeting({ forumId, onDay: '2026-01-15', state: 'published' })
    await aMeeting({ forumId, onDay: '2026-02-12', state: 'held', kind: 'extraordinary' })
    // Noted by hand; summoned and never held; called off; of another kind; of another year.
    await asOwner(`insert into fora.meeting_day (district, forum_id, on_day) values ('mvsj', $1, '2026-03-02')`, [
      forumId,
    ])
    await aMeeting({ forumId, onDay: '2026-03-05', state: 'summoned' })
    await aMeeting({ forumId, onDay: '2026-05-01', state: 'cancelled' })
    await aMeeting({ forumId, onDay: '2026-04-01', state: 'summoned', kind: 'preparatory' })
    await aMeeting({ forumId, onDay: '2025-11-01', state: 'published' })
    await aMeeting({ forumId, onDay: '2026-12-12', state: 'draft' })
    for (const page of await saidOf(name)) {
      expect(page).toContain(said)
      if (missing === null) expect(page).not.toContain('Mangler')
      else expect(page).toContain(missing)
    }
  },
)

test('today’s meeting is ahead until it has been held, and the next one may lie in another year', async () => {
  const forumId = await aForum({ categoryId, name: 'Nu', cadence: '2' })
  const today = await aMeeting({ forumId, onDay: '2026-03-12', state: 'summoned' })
  for (const page of await saidOf('Nu')) expect(page).toContain('0 af 2, næste 12. marts 2026')
  await asOwner(`update meetings.meeting set state = 'held' where id = $1`, [today])
  for (const page of await saidOf('Nu')) expect(page).toContain('1 af 2, næste er ikke planlagt')
  await aMeeting({ forumId, onDay: '2027-01-14', state: 'draft' })
  for (const page of await saidOf('Nu')) expect(page).toContain('1 af 2, næste 14. januar 2027')
  const list = readPage(await (await as('secretariat').get('/mvsj/fora?soeg=Nu')).text())
  expect(list.row('Nu').cell('Næste møde')).toBe('14. jan. 2027')
})
