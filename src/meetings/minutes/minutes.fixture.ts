import { grant, testApp } from '../../../test/app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anActionPoint,
  anExclusion,
  anItem,
  anOffice,
  anOutcome,
  aPerson,
  aSeat,
  aTenure,
} from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

const seated = async (forumId: string, account: string, title: string, role: string) => {
  const office = await anOffice(title)
  const person = await aPerson(`${account} Prøve`, account)
  await asOwner(`update people.person set email = $2 where id = $1`, [person, `${account}@kommune.example`])
  await aTenure(office, person)
  await aSeat(forumId, office, role)
  return { person, office }
}

/**
 * A held meeting of a public forum: an open item, a closed one and one that Greve is kept out of. Chair, two mayors, a
 * secretary and an observer, each with an account of that name; `sekretariat` and `partner` by grant.
 */
export async function aHeldMeeting() {
  const database = await emptied()
  const { as } = testApp(database)
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  const forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'public' })
  const chef = await seated(forumId, 'chef', 'Politidirektøren', 'chair')
  const koege = await seated(forumId, 'koege', 'Borgmesteren i Køge', 'member')
  const greve = await seated(forumId, 'greve', 'Borgmesteren i Greve', 'member')
  const skriver = await seated(forumId, 'skriver', 'Sekretæren', 'secretary')
  await seated(forumId, 'iagttager', 'Observatøren', 'observer')
  const meetingId = await aMeeting({ forumId, onDay: '2026-03-05', state: 'held' })
  const open = await anItem({ forumId, meetingId, title: 'Lys på stien', openness: 'open' })
  const closed = await anItem({ forumId, meetingId, position: 2, title: 'HEMMELIGTITEL' })
  const kept = await anItem({ forumId, meetingId, position: 3, title: 'GREVESSAG', openness: 'closed' })
  await asOwner(
    `update meetings.item set body = 'Stien er mørk.', recommendation = 'At der sættes lys op.' where id = $1`,
    [open],
  )
  await asOwner(
    `update meetings.item set ground_id = (select id from meetings.closing_ground where district = 'mvsj' and name = 'Økonomi og forhandling')
     where id = $1`,
    [closed],
  )
  await anOutcome(open, 'Der sættes lys op inden oktober.')
  await asOwner(`update meetings.outcome set discussion = 'Alle fandt stien mørk.' where item_id = $1`, [open])
  await anOutcome(closed, 'HEMMELIGBESLUTNING')
  await anOutcome(kept, 'GREVESBESLUTNING')
  await anExclusion(kept, greve.person)
  await anActionPoint({ itemId: open, title: 'Indhent tilbud', ownerOfficeId: koege.office })
  await anActionPoint({ itemId: open, title: 'Spørg naboerne', ownerPersonId: koege.person })
  await anActionPoint({ itemId: closed, title: 'HEMMELIGOPGAVE', ownerOfficeId: greve.office })
  await asOwner(
    `insert into meetings.statement (district, item_id, forum_id, municipality_code, stand, remark)
     values ('mvsj', $1, $2, '259', 'agrees', 'Gerne i år.'), ('mvsj', $3, $2, '259', 'awaits', 'HEMMELIGBEMÆRKNING')`,
    [open, forumId, closed],
  )
  await asOwner(
    `insert into meetings.vote (district, item_id, forum_id, name, person_id, vote) values ('mvsj', $1, $2, 'koege Prøve', $3, 'for'),
     ('mvsj', $1, $2, 'greve Prøve', null, 'against')`,
    [open, forumId, koege.person],
  )
  await asOwner(
    `insert into meetings.attendance (district, forum_id, meeting_id, person_id, name, label, capacity, deputy_for, status, item_id) values
     ('mvsj', $1, $2, $3, 'chef Prøve', 'Politidirektøren', 'member', '', 'present', null),
     ('mvsj', $1, $2, $4, 'koege Prøve', 'Borgmesteren i Køge', 'member', '', 'apologies', null),
     ('mvsj', $1, $2, null, 'Vikaren Prøve', '', 'deputy', 'Borgmesteren i Køge', 'present', null),
     ('mvsj', $1, $2, null, 'HEMMELIGGÆST', 'Revisor', 'guest', '', 'present', $5)`,
    [forumId, meetingId, chef.person, koege.person, closed],
  )
  const base = `/mvsj/moeder/${meetingId}/referat`
  const open_ = async (account: string | null, path = '') => {
    const response = await as(account).get(path.startsWith('/mvsj') ? path : `${base}${path}`)
    const html = await response.text()
    return { status: response.status, html, ...readPage(html) }
  }
  const send = async (account: string | null, path: string, fields: Record<string, string> = {}) => {
    const response = await as(account).post(`${base}${path}`, fields)
    const html = await response.text()
    return { status: response.status, to: response.headers.get('location'), html, ...readPage(html) }
  }
  /** Presses a button of a page, with what the form holds and what is given. */
  const press = async (account: string, path: string, button: string, fields: Record<string, string> = {}) => {
    const { action, values } = (await open_(account, path)).form(button)
    const response = await as(account).post(action, { ...values, ...fields })
    const html = await response.text()
    return { status: response.status, to: response.headers.get('location'), html, ...readPage(html) }
  }
  const stateNow = async () => (await asOwner(`select * from meetings.meeting where id = $1`, [meetingId]))[0]
  const setState = (words: string) => asOwner(`update meetings.meeting set ${words} where id = $1`, [meetingId])
  const actions = async () =>
    (
      await asOwner(
        `select action from audit.entry where action like 'minutes.%' and (subject_id = $1 or subject_id = any ($2)) order by number`,
        [meetingId, [open, closed, kept]],
      )
    ).map(({ action }) => action)
  const circulate = () =>
    setState(`state = 'circulated', circulated_at = '2026-03-10T10:00:00Z', approve_by = '2026-03-24'`)
  return {
    database,
    as,
    forumId,
    meetingId,
    items: { open, closed, kept },
    people: { chef, koege, greve, skriver },
    base,
    open: open_,
    send,
    press,
    stateNow,
    setState,
    circulate,
    actions,
  }
}

/** Words that only those who may see the closed item know of. */
export const secrets = [
  'HEMMELIGTITEL',
  'HEMMELIGBESLUTNING',
  'HEMMELIGOPGAVE',
  'HEMMELIGBEMÆRKNING',
  'HEMMELIGGÆST',
] as const
