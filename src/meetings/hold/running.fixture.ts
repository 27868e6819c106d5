import { testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anItem, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

/** When the clock of these tests stands: ten in the morning on the day of the meeting. */
export const meetingNow = new Date('2026-04-16T08:00:00Z')

/** An account as a person in an office with a seat; returns the person. */
export const seated = async (
  forumId: string,
  { account, name, title, role }: { account: string; name: string; title: string; role: string },
): Promise<string> => {
  const office = await anOffice(title)
  const person = await aPerson(name, account)
  await aTenure(office, person)
  await aSeat(forumId, office, role)
  return person
}

interface Answer {
  values?: Record<string, string>
  at?: string
  clash?: boolean
  problems?: { field: string; text: string }[]
}

/** A summoned meeting of Kredsrådet with two items, its chair, secretary and a member, and the means to hold it. */
export async function aMeetingToHold() {
  const database = await emptied()
  const app = testApp(database, meetingNow)
  const forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'partners' })
  await seated(forumId, { account: 'formand', name: 'Fie Formand', title: 'Politidirektør', role: 'chair' })
  const secretary = { account: 'sekretaer', name: 'Sif Sekretær', title: 'Sekretær', role: 'secretary' }
  const secretaryPerson = await seated(forumId, secretary)
  const member = { account: 'medlem', name: 'Mads Medlem', title: 'Borgmester i Køge', role: 'member' }
  const memberPerson = await seated(forumId, member)
  const meetingId = await aMeeting({ forumId, onDay: '2026-04-16' })
  const first = await anItem({ forumId, meetingId, position: 1, title: 'Nattelivet', minutes: 20 })
  const second = await anItem({ forumId, meetingId, position: 2, title: 'Trafikken', minutes: 10 })
  const { as } = app
  const hold = `/mvsj/moeder/${meetingId}/afhold`
  return {
    database,
    app,
    as,
    forumId,
    meetingId,
    first,
    second,
    secretaryPerson,
    memberPerson,
    hold,
    start: () => as('formand').post(`${hold}/start`),
    page: async (account: string, query = '') => readPage(await (await as(account).get(`${hold}${query}`)).text()),
    meetingPage: async (account: string) => readPage(await (await as(account).get(`/mvsj/moeder/${meetingId}`)).text()),
    outcome: async (item: string) =>
      (await asOwner(`select kind, decision, discussion, version from meetings.outcome where item_id = $1`, [item]))[0],
    outcomeAt: (item: string) => `/mvsj/punkter/${item}/udfald`,
    /** Sends a form as the page's script does. */
    byScript: async (account: string, path: string, fields: Record<string, string>) => {
      const answer = await app.app.request(`http://127.0.0.1:3000${path}`, {
        method: 'POST',
        headers: { accept: 'application/json', cookie: 'samvirk-form=test-token', 'x-test-account': account },
        body: new URLSearchParams({ csrf: 'test-token', ...fields }),
      })
      const read = (await answer.json()) as Answer
      return { status: answer.status, ...read }
    },
  }
}

/** An outcome form with nothing in it. */
export const emptyOutcome = { udfald: '', beslutning: '', droeftelse: '' }

/** What such a form started from. */
export const startedFrom = (values: Record<string, string> = {}): string =>
  JSON.stringify({ ...emptyOutcome, ...values })
