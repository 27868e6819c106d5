import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { listSeats } from '../../fora/seats/store.ts'
import type { ItemKind } from '../rules.ts'
import type { Answer, ProposalState } from './rules.ts'

/** An item proposed by somebody who does not put the agenda together. */
export interface Proposal {
  id: string
  forumId: string
  forumSlug: string
  forumName: string
  /** The meeting it was meant for, or was placed on; null waits for one. */
  meetingId: string | null
  meetingOn: CalendarDay | null
  title: string
  kind: ItemKind
  body: string
  minutes: number
  accountId: string
  personId: string | null
  proposedBy: string
  proposedAt: Date
  state: ProposalState
  reason: string
  answeredBy: string
  answeredAt: Date | null
  /** The item it became. */
  itemId: string | null
  version: number
}

const readProposals = async (trx: Trx, district: string, chosen: RawBuilder<unknown>): Promise<Proposal[]> =>
  (
    await sql<Proposal>`
    select proposal.id, proposal.forum_id as "forumId", forum.slug as "forumSlug", forum.name as "forumName",
      meeting.id as "meetingId", meeting.on_day as "meetingOn", proposal.title, proposal.kind, proposal.body, proposal.minutes,
      proposal.account_id as "accountId", proposal.person_id as "personId", proposal.proposed_by as "proposedBy",
      proposal.proposed_at as "proposedAt", proposal.state, proposal.reason, proposal.answered_by as "answeredBy",
      proposal.answered_at as "answeredAt", item.id as "itemId", proposal.version
    from meetings.item_proposal as proposal
    join fora.forum as forum on forum.district = proposal.district and forum.id = proposal.forum_id
    left join meetings.meeting as meeting on meeting.district = proposal.district and meeting.id = proposal.meeting_id
    left join meetings.item as item on item.district = proposal.district and item.id = proposal.item_id
    where proposal.district = ${district} and ${chosen} order by proposal.proposed_at, proposal.title`.execute(trx)
  ).rows

export const findProposal = async (trx: Trx, district: string, id: string): Promise<Proposal | undefined> =>
  (await readProposals(trx, district, sql`proposal.id = ${id}`))[0]

/** The proposals that wait for an answer: all the reader may see, or those of one forum. */
export const listWaiting = (trx: Trx, district: string, forumId: string | null = null): Promise<Proposal[]> =>
  readProposals(
    trx,
    district,
    sql`proposal.state = 'waiting' and (${forumId}::uuid is null or proposal.forum_id = ${forumId})`,
  )

/** What an account has proposed to a forum, the latest last. */
export const listOwn = (trx: Trx, district: string, forumId: string, accountId: string): Promise<Proposal[]> =>
  readProposals(trx, district, sql`proposal.forum_id = ${forumId} and proposal.account_id = ${accountId}`)

export interface NewProposal {
  forumId: string
  meetingId: string | null
  title: string
  kind: ItemKind
  body: string
  minutes: number
  accountId: string
  personId: string | null
  by: string
}

/** Adds a proposal that waits for an answer, and returns its id. */
export const addProposal = async (trx: Trx, district: string, given: NewProposal): Promise<string> =>
  (
    await trx
      .insertInto('meetings.item_proposal')
      .values({
        district,
        forum_id: given.forumId,
        meeting_id: given.meetingId,
        title: given.title,
        kind: given.kind,
        body: given.body,
        minutes: given.minutes,
        account_id: given.accountId,
        person_id: given.personId,
        proposed_by: given.by,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** True when the same account has proposed the same title to the forum and waits for the answer: a form sent twice. */
export const isProposed = async (
  trx: Trx,
  district: string,
  { forumId, accountId, title }: Pick<NewProposal, 'forumId' | 'accountId' | 'title'>,
): Promise<boolean> =>
  (await trx
    .selectFrom('meetings.item_proposal as proposal')
    .select('proposal.id')
    .where('proposal.district', '=', district)
    .where('proposal.forum_id', '=', forumId)
    .where('proposal.account_id', '=', accountId)
    .where('proposal.title', '=', title)
    .where('proposal.state', '=', 'waiting')
    .executeTakeFirst()) !== undefined

/** Answers a proposal. False when it has been answered, withdrawn or changed meanwhile. */
export async function answerProposal(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  given: { answer: Answer; reason: string; meetingId: string | null; by: string; at: Date },
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.item_proposal')
    .set((eb) => ({
      state: given.answer,
      reason: given.reason,
      meeting_id: given.meetingId,
      answered_by: given.by,
      answered_at: given.at,
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ties an answered proposal to the item it became. */
export const setProposalItem = (trx: Trx, district: string, id: string, itemId: string) =>
  trx
    .updateTable('meetings.item_proposal')
    .set({ item_id: itemId })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()

/** Takes back a proposal of one's own. False when it has been answered meanwhile, or is somebody else's. */
export async function withdrawProposal(trx: Trx, district: string, id: string, accountId: string): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.item_proposal')
    .set((eb) => ({ state: 'withdrawn', version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What a person sits in a forum for on a day, such as "Borgmester i Køge"; empty for one who sits there in person, or not at all. */
export const findSeatLabel = async (
  trx: Trx,
  district: string,
  { forumId, personId, on }: { forumId: string; personId: string | null; on: CalendarDay },
): Promise<string> => {
  const seats = personId === null ? [] : await listSeats(trx, district, forumId, on)
  return seats.find((seat) => seat.holderId === personId && seat.personId === null)?.label ?? ''
}

/** The persons in charge of a forum on a day: chair, vice-chair and secretary. For telling them, not for showing who they are. */
export const listLeads = async (trx: Trx, forumId: string, on: CalendarDay): Promise<string[]> =>
  (
    await sql<{
      personId: string
    }>`select lead as "personId" from meetings.leads_of(${forumId}, ${on}) as lead`.execute(trx)
  ).rows.map(({ personId }) => personId)
