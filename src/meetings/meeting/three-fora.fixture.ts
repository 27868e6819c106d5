import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

/** A council, a liaison committee and a local council; the last has a member and a chair with accounts. */
export async function threeFora() {
  const { as } = testApp(await emptied())
  for (const role of ['secretariat', 'auditor', 'partner'] as const) await grant(role, role)
  const categoryId = await aCategory()
  const council = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  const committee = await aForum({ categoryId, name: 'Kontaktudvalget' })
  const local = await aForum({ categoryId, name: 'Lokalrådet i Køge', openness: 'closed', municipality: '259' })
  await asOwner(`update fora.forum set kind = 'districtCouncil' where id = $1`, [council])
  await asOwner(`update fora.forum set kind = 'liaisonCommittee' where id = $1`, [committee])
  await asOwner(`update fora.forum set kind = 'localCouncil' where id = $1`, [local])
  for (const [account, role] of [
    ['medlem', 'member'],
    ['formand', 'chair'],
  ] as const) {
    const office = await anOffice(`Embede ${account}`)
    await aTenure(office, await aPerson(`Prøve ${account}`, account))
    await aSeat(local, office, role)
  }
  const open = async (account: string | null, path: string) => {
    const response = await as(account).get(`/mvsj${path}`)
    return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
  }
  const send = async (account: string | null, path: string, fields: Record<string, string>) => {
    const response = await as(account).post(`/mvsj${path.replace('/mvsj', '')}`, fields)
    return { status: response.status, to: response.headers.get('location') ?? '', ...readPage(await response.text()) }
  }
  return { council, committee, local, open, send }
}

export type ThreeFora = Awaited<ReturnType<typeof threeFora>>

/** A meeting as it is stored. */
export const storedMeeting = async (id: string) =>
  (await asOwner(`select * from meetings.meeting where id = $1`, [id]))[0] ?? {}

/** The latest entry of the log of an action about a meeting. */
export const loggedAbout = async (action: string, id: string) =>
  (
    await asOwner(`select * from audit.entry where action = $1 and subject_id = $2 order by number desc limit 1`, [
      action,
      id,
    ])
  )[0]

/** A day as the three fields of a form. */
export const on = (day: string, name = 'dag') => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-dag`]: date, [`${name}-maaned`]: month, [`${name}-aar`]: year }
}

/** What the form of a meeting sends at the least. */
export const sentMeeting = { art: 'ordinary', fra: '10.00', til: '12.30', dagsorden: 'faste', ...on('2026-06-18') }
