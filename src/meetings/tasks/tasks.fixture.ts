import { grant } from '../../../test/app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anActionPoint,
  anItem,
  anOffice,
  aPerson,
  aSeat,
  aTenure,
} from '../../../test/builders.ts'

/** A closed forum with a chair and a member, a meeting with an open and a closed item, and a task of each. */
export async function aForumWithTasks() {
  for (const role of ['secretariat', 'auditor', 'partner'] as const) await grant(role, role)
  const forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'public' })
  const sit = async (account: string, role: string) => {
    const office = await anOffice(`Embede for ${account}`)
    const person = await aPerson(`Navn på ${account}`, account)
    await aTenure(office, person)
    await aSeat(forumId, office, role)
    return { office, person }
  }
  const chair = await sit('formand', 'chair')
  const member = await sit('medlem', 'member')
  /** Owns a task, but sits in no forum. */
  const outsider = await aPerson('Ulla Udenfor', 'udenfor')
  const meetingId = await aMeeting({ forumId, onDay: '2026-02-05', state: 'circulated' })
  const openItem = await anItem({ forumId, meetingId, title: 'Tryghed i nattelivet', openness: 'open' })
  const closedItem = await anItem({ forumId, meetingId, title: 'Hemmeligt beredskab', position: 2 })
  const openTask = await anActionPoint({
    itemId: openItem,
    title: 'Tal for nattelivet',
    ownerOfficeId: member.office,
    dueOn: '2026-02-11',
  })
  const closedTask = await anActionPoint({
    itemId: closedItem,
    title: 'Skriv beredskabsnotat',
    ownerPersonId: outsider,
    dueOn: '2026-03-19',
  })
  return { forumId, chair, member, outsider, meetingId, openItem, closedItem, openTask, closedTask }
}
