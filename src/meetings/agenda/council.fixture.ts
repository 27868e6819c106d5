import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

/** A council with a chair, a member and a secretary who have accounts, the secretariat, a coordinator and a meeting in draft. */
export async function aCouncil() {
  const database = await emptied()
  const { as } = testApp(database)
  await grant('sekretariat', 'secretariat')
  await grant('kommune', 'municipalCoordinator', { municipality: '259' })
  await grant('partner', 'partner')
  const categoryId = await aCategory()
  const forumId = await aForum({ categoryId, name: 'Kredsrådet' })
  const persons: Record<string, string> = {}
  for (const [account, role] of [
    ['formand', 'chair'],
    ['sekretaer', 'secretary'],
    ['medlem', 'member'],
    ['medlem2', 'member'],
  ] as const) {
    const office = await anOffice(`Embede for ${account}`)
    persons[account] = await aPerson(`Prøve ${account}`, account)
    await aTenure(office, persons[account])
    await aSeat(forumId, office, role)
  }
  const meetingId = await aMeeting({ forumId, state: 'draft' })
  const [ground] = await asOwner(
    `select id from meetings.closing_ground where district = 'mvsj' and name = 'Politiets planlægning'`,
  )
  const open = async (account: string | null, path: string) => {
    const response = await as(account).get(`/mvsj${path}`)
    return { status: response.status, ...readPage(await response.text()) }
  }
  const send = async (
    account: string | null,
    path: string,
    fields: Record<string, string | readonly string[]> = {},
  ) => {
    const response = await as(account).post(`/mvsj${path}`, fields)
    const to = (response.headers.get('location') ?? '').replace('/mvsj', '')
    return { status: response.status, to, ...readPage(await response.text()) }
  }
  return {
    database,
    as,
    open,
    send,
    categoryId,
    forumId,
    meetingId,
    groundId: String(ground?.['id']),
    personOf: (account: string) => persons[account] ?? '',
  }
}

export type Council = Awaited<ReturnType<typeof aCouncil>>

/** The latest entry of the log of an action. */
export const logged = async (action: string) =>
  (await asOwner('select * from audit.entry where action = $1 order by number desc limit 1', [action]))[0]
