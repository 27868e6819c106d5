import type { Trx } from '../db/db.ts'

/** What a notice says. Its words are made when it is read, from what the reader may see then. */
export const noticeKinds = [
  'summoned',
  'meetingChanged',
  'meetingCancelled',
  'deputyAsked',
  'proposalReceived',
  'proposalAnswered',
  'itemReceived',
  'minutesCirculated',
  'minutesCommented',
  'minutesApproved',
  'taskGiven',
  'taskAnswered',
  'taskHandedOver',
  'officeTakenOver',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface NewNotice {
  kind: NoticeKind
  /** Who is told; one who is named twice is told once. */
  personIds: readonly (string | null)[]
  forumId?: string | null
  meetingId?: string | null
  itemId?: string | null
  /** The action point, proposal or comment it is about. */
  subjectId?: string | null
  by: string
}

/** Tells persons of something, in the transaction that causes it. */
export async function tell(trx: Trx, district: string, notice: NewNotice): Promise<void> {
  const persons = [...new Set(notice.personIds.filter((id) => id !== null))]
  if (persons.length === 0) return
  await trx
    .insertInto('notices.notice')
    .values(
      persons.map((personId) => ({
        district,
        person_id: personId,
        kind: notice.kind,
        forum_id: notice.forumId ?? null,
        meeting_id: notice.meetingId ?? null,
        item_id: notice.itemId ?? null,
        subject_id: notice.subjectId ?? null,
        made_by: notice.by,
      })),
    )
    .execute()
}

/** Notes that a person has read one of their notices, or all of them when `id` is null. */
export async function markRead(
  trx: Trx,
  district: string,
  personId: string,
  { id, at }: { id: string | null; at: Date },
): Promise<void> {
  await trx
    .updateTable('notices.notice')
    .set({ read_at: at })
    .where('district', '=', district)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(id !== null, (query) => query.where('id', '=', id))
    .execute()
}
