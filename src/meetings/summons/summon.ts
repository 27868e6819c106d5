import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { listSeats } from '../../fora/seats/store.ts'
import { tell } from '../../notices/notices-store.ts'
import { changeState, type Meeting } from '../meeting/meeting-store.ts'
import type { Orders } from '../orders/orders.ts'
import { mayBecome } from '../rules.ts'
import { nextNumbers } from '../orders/numbering-store.ts'
import { emailsOf, invite, type Invited, nextSequence, takeOffOthers } from './invitation-store.ts'
import { type Desk, writeTo } from './letters.ts'
import { type EmptySeat, type Receiver, receiversOf } from './rules.ts'

type Log = (event: LogEvent) => Promise<void>

/** Who sits in the forum on the day of the meeting, and the seats that nobody sits in then. */
export async function findReceivers(
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'forumId' | 'onDay'>,
): Promise<{ receivers: Receiver[]; empty: EmptySeat[] }> {
  const seats = await listSeats(trx, district, meeting.forumId, meeting.onDay)
  const holders = seats.flatMap(({ holderId }) => holderId ?? [])
  return receiversOf(seats, await emailsOf(trx, district, holders))
}

/** Who has come to the forum since those were invited, and who of them has left it. */
export async function comingsSince(
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'forumId' | 'onDay'>,
  invited: readonly Invited[],
): Promise<{ newcomers: Receiver[]; leavers: Invited[] }> {
  const { receivers } = await findReceivers(trx, district, meeting)
  return {
    newcomers: receivers.filter(({ personId }) => !invited.some((one) => one.personId === personId)),
    leavers: invited.filter(({ personId }) => !receivers.some((one) => one.personId === personId)),
  }
}

/** What a mail to a member says of them. */
export const addresseeOf = (receiver: Receiver) => ({
  personId: receiver.personId,
  name: receiver.name,
  address: receiver.email,
  reply: 'none' as const,
  chair: receiver.role === 'chair',
})

interface Summons {
  meeting: Meeting
  orders: Orders
  /** Why the summons goes out later than the standing orders say; empty when it does not. */
  lateReason: string
}

/**
 * Sends the summons, all in the given transaction: state and number, an invitation and a mail for everyone who sits in
 * the forum that day, notices and the log. False when somebody else changed or summoned the meeting first; nothing is done
 * then.
 */
export async function summon(
  trx: Trx,
  log: Log,
  desk: Desk,
  { meeting, orders, lateReason }: Summons,
): Promise<boolean> {
  const district = desk.district.id
  if (!mayBecome(meeting.state, 'summoned')) return false
  const numbers = await nextNumbers(trx, district, meeting, orders)
  if (!(await changeState(trx, district, meeting, { state: 'summoned', at: desk.now, ...numbers }))) return false
  // Calendars that heard of the meeting before take only a higher number.
  const sequence = meeting.summonedAt === null ? meeting.sequence : await nextSequence(trx, meeting.id)
  const { receivers } = await findReceivers(trx, district, meeting)
  const persons = receivers.map(({ personId }) => personId)
  await takeOffOthers(trx, district, meeting.id, persons, desk.now)
  await invite(trx, district, meeting, receivers)
  const mails = await writeTo(trx, 'summons', desk, { ...meeting, sequence }, receivers.map(addresseeOf))
  await tell(trx, district, {
    kind: 'summoned',
    personIds: persons,
    forumId: meeting.forumId,
    meetingId: meeting.id,
    by: desk.by,
  })
  await log({
    action: 'meeting.summoned',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    subjectName: meeting.forumName,
    changes: changedFields(
      { meetingState: meeting.state },
      {
        meetingState: 'summoned',
        number: numbers.number,
        invited: receivers.length,
        mails,
        ...(lateReason !== '' && { lateReason }),
      },
    ),
  })
  return true
}
