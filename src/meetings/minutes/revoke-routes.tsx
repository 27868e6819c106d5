import { Hono } from 'hono'
import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { takeBack, withdraw } from './approval-store.ts'
import { findOutdatedForm, inState, subjectOf } from './find.ts'
import { reasonForm } from './forms.ts'
import { type Revocable, RevokePage } from './revoke-page.tsx'

interface Given {
  /** The meeting as it was read, with the version that the form was made for. */
  meeting: Meeting
  reason: string
}

interface Revoking {
  what: Revocable
  /** The only state in which it can be done. */
  from: 'circulated' | 'published'
  /** What is said in the log; null when somebody else changed the meeting first. */
  revoke: (asked: Asked, trx: Trx, given: Given) => Promise<Pick<LogEvent, 'action' | 'changes'> | null>
}

const takingBack: Revoking = {
  what: 'takeBack',
  from: 'circulated',
  revoke: async (asked, trx, { meeting }) => {
    const removed = await takeBack(trx, asked.district.id, meeting)
    const before = { approvals: removed, approveBy: meeting.approveBy }
    return removed === null
      ? null
      : { action: 'minutes.takenBack', changes: changedFields(before, { approvals: 0, approveBy: null }) }
  },
}

const withdrawing: Revoking = {
  what: 'withdraw',
  from: 'published',
  revoke: async (asked, trx, { meeting, reason }) =>
    (await withdraw(trx, asked.district.id, meeting, { reason, now: asked.now }))
      ? {
          action: 'minutes.withdrawn',
          changes: [{ field: 'publishedTo', before: meeting.publishedTo, after: null }],
        }
      : null,
}

const ask =
  ({ what, from }: Revoking) =>
  async (asked: Asked): Promise<Response> => {
    const meeting = await asked.read((trx) => inState(asked, trx, from))
    return asked.page(<RevokePage asked={asked} meeting={meeting} what={what} />)
  }

const answer =
  ({ what, from, revoke }: Revoking) =>
  async (asked: Asked): Promise<Response> => {
    const { data, values, problems } = await asked.form(reasonForm(asked.lang))
    const meeting = await asked.read((trx) => inState(asked, trx, from))
    if (data === null)
      return asked.page(
        <RevokePage asked={asked} meeting={meeting} what={what} values={values} problems={problems} />,
        422,
      )
    const done = await asked.change(async (trx, log) => {
      const given = { meeting: { ...meeting, version: data.version }, reason: data.grund }
      const revoked = await revoke(asked, trx, given)
      if (revoked === null) return false
      const reason = { field: 'reason', before: null, after: data.grund }
      await log({ ...revoked, ...subjectOf(meeting), changes: [reason, ...(revoked.changes ?? [])] })
      return true
    })
    if (done) return asked.goTo(meetingPaths.minutes(meeting.id))
    const found = await findOutdatedForm(asked, data.version, from)
    return asked.page(<RevokePage asked={asked} {...found} what={what} values={values} />, 409)
  }

/** Taking circulated minutes back, and a publication. */
export const revokeRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.takeBack(':id'), on('meetings.run', ask(takingBack)))
    .post(meetingPaths.takeBack(':id'), on('meetings.run', answer(takingBack)))
    .get(meetingPaths.withdraw(':id'), on('meetings.run', ask(withdrawing)))
    .post(meetingPaths.withdraw(':id'), on('meetings.run', answer(withdrawing)))
}
