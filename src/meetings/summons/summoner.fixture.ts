import process from 'node:process'
import { record } from '../../audit/store.ts'
import { openEmbedded } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { programIdentity } from '../../people/actor.ts'
import { findMeeting } from '../meeting/meeting-store.ts'
import { findOrders } from '../orders/orders-store.ts'
import { summon } from './summon.ts'

/**
 * Sends a summons as a process of its own that a test can kill: the database's folder, the meeting, and `wait` to stand
 * still when everything is written and nothing is committed.
 */
const [, , folder = '', meetingId = '', how = ''] = process.argv
const database = await openEmbedded(folder)
const now = new Date('2026-03-12T10:00:00Z')
const desk = {
  district: { id: 'mvsj', name: 'Midt- og Vestsjælland' },
  baseUrl: 'https://samvirk.example',
  from: 'Samvirk <post@kreds.example>',
  now,
  by: 'Ane Eksempel',
}
await transact(database.db, programIdentity('test', 'mvsj'), now, async (trx) => {
  const meeting = await findMeeting(trx, 'mvsj', meetingId)
  if (meeting === undefined) throw new Error('There is no such meeting')
  const orders = await findOrders(trx, 'mvsj', { id: meeting.forumId, kind: meeting.forumKind })
  await summon(trx, (event) => record(trx, 'mvsj', event), desk, { meeting, orders, lateReason: '' })
  process.stdout.write('written\n')
  if (how === 'wait') await new Promise((resolve) => setTimeout(resolve, 600_000))
})
await database.close()
