import { grant, testApp, testNow } from '../../../test/app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anExclusion,
  anItem,
  anOffice,
  aPerson,
  aSeat,
  aTenure,
} from '../../../test/builders.ts'
import { asOwner, type emptied } from '../../../test/db.ts'
import type { ScanFile } from '../../documents/virus-scan.ts'

const sit = async (account: string, forumId: string, role = 'member'): Promise<string> => {
  const office = await anOffice(`Embede for ${account}`)
  const person = await aPerson(account, account)
  await aTenure(office, person)
  await aSeat(forumId, office, role)
  return person
}

/** A summoned meeting of a public forum with an open and a closed item, and someone in every role round it. */
export async function aMeetingRoom(database: Awaited<ReturnType<typeof emptied>>, scan: ScanFile | null = null) {
  const app = testApp(database, testNow, undefined, scan)
  await grant('admin', 'administrator')
  await grant('sekretariat', 'secretariat')
  await grant('revisor', 'auditor')
  await grant('partner', 'partner')
  const categoryId = await aCategory()
  const forumId = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  const otherId = await aForum({ categoryId, name: 'Lokalrådet', openness: 'public' })
  await sit('formand', forumId, 'chair')
  await sit('medlem', forumId)
  await sit('kollega', forumId)
  await sit('fremmed', otherId, 'chair')
  const excluded = await sit('inhabil', forumId, 'viceChair')
  const meetingId = await aMeeting({ forumId, state: 'summoned' })
  const openItem = await anItem({ forumId, meetingId, title: 'Tryghed i byen', openness: 'open' })
  const closedItem = await anItem({ forumId, meetingId, title: 'Lukket sag', position: 2 })
  await anExclusion(closedItem, excluded)
  const ground = (await asOwner(`select id from meetings.closing_ground where district = 'mvsj' and active limit 1`))[0]
  return { ...app, forumId, meetingId, openItem, closedItem, groundId: String(ground?.['id']) }
}

export const fileOf = (bytes: Uint8Array | string, name: string): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)

/** Every paper of an item, as stored. */
export const storedPapers = (itemId: string) =>
  asOwner(
    `select p.id, p.title, p.position, p.openness, p.version, p.audience, v.number, v.name, v.media_type, v.pages, v.scan, v.sha256, v.public_file_id, v.preview_file_id, v.words_state, v.words
     from meetings.paper p join meetings.paper_version v on v.district = p.district and v.paper_id = p.id
     where p.item_id = $1 order by p.position, v.number`,
    [itemId],
  )

export const theOnly = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows
  if (row === undefined || rows.length !== 1) throw new Error(`${String(rows.length)} rows, not one`)
  return row
}

/** Opens a meeting to everyone, as after the members' vote. */
export const openToPublic = (meetingId: string) =>
  asOwner(`update meetings.meeting set openness = 'public' where id = $1`, [meetingId])
