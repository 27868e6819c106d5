import { Hono } from 'hono'
import { notFound } from '../../base/errors.ts'
import type { LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { tell } from '../../notices/notices-store.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { listItems } from '../agenda/item-store.ts'
import { meetingInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { findOrders } from '../orders/orders-store.ts'
import { meetingPaths } from '../paths.ts'
import { deputiesOf, inviteesOf } from './announce.ts'
import { summonsForm } from './forms.ts'
import { findInvited, invite, listInvited, nextSequence, takeOff } from './invitation-store.ts'
import { deskOf, letterAbout, writeTo } from './letters.ts'
import { findingsOf, stops } from './rules.ts'
import { addresseeOf, comingsSince, findReceivers, summon } from './summon.ts'
import { SentPage, SummonsPage } from './summons-pages.tsx'
import { summonsTexts } from './texts.ts'

type Log = (event: LogEvent) => Promise<void>

const findCheck = async (asked: Asked, trx: Trx, meeting: Meeting) => {
  const district = asked.district.id
  const orders = await findOrders(trx, district, { id: meeting.forumId, kind: meeting.forumKind })
  const items = await listItems(trx, district, meeting.id)
  return {
    orders,
    findings: findingsOf(meeting, items, { today: asked.today, noticeDays: orders.noticeDays }),
    ...(await findReceivers(trx, district, meeting)),
  }
}

const findComings = async (asked: Asked, trx: Trx, meeting: Meeting) =>
  comingsSince(trx, asked.district.id, meeting, await listInvited(trx, asked.district.id, meeting.id))

interface Shown {
  values?: Record<string, unknown>
  problems?: readonly Problem[]
  changed?: boolean
}

const show = (asked: Asked, parts: Parts, shown: Shown = {}, status: 200 | 409 | 422 = 200) =>
  asked
    .read(async (trx) => {
      const meeting = await meetingInCharge(asked, trx)
      if (meeting.state !== 'draft') {
        const { newcomers, leavers } =
          meeting.state === 'summoned' ? await findComings(asked, trx, meeting) : { newcomers: [], leavers: [] }
        return <SentPage asked={asked} meeting={meeting} newcomers={newcomers} leavers={leavers} />
      }
      const letter = letterAbout('summons', deskOf(asked, parts), meeting, { lang: 'da', hasSettings: true })
      const check = await findCheck(asked, trx, meeting)
      return (
        <SummonsPage asked={asked} meeting={meeting} {...check} letter={letter} mail={parts.mail.kind} {...shown} />
      )
    })
    .then((page) => asked.page(page, status))

const send = async (asked: Asked, parts: Parts, sent: { version: number; grund: string }, values: Shown['values']) => {
  const t = summonsTexts[asked.lang]
  const shown = { ...(values && { values }) }
  const done = await asked.change(async (trx, log) => {
    const meeting = await meetingInCharge(asked, trx)
    // The same button pressed twice, or by two people: the first one sent it.
    if (meeting.state === 'summoned') return 'sent'
    if (meeting.state !== 'draft' || meeting.version !== sent.version) return 'changed'
    const { orders, findings } = await findCheck(asked, trx, meeting)
    if (findings.some(stops)) return 'stopped'
    const late = findings.some(({ kind }) => kind === 'late')
    if (late && sent.grund === '') return 'reason'
    const done = await summon(trx, log, deskOf(asked, parts), { meeting, orders, lateReason: late ? sent.grund : '' })
    return done ? 'sent' : 'changed'
  })
  switch (done) {
    case 'sent':
      return asked.goTo(meetingPaths.meeting(asked.param('id')))
    case 'changed':
      return (await isSummoned(asked))
        ? asked.goTo(meetingPaths.meeting(asked.param('id')))
        : show(asked, parts, { ...shown, changed: true }, 409)
    case 'stopped':
      return show(asked, parts, shown, 422)
    case 'reason':
      return show(asked, parts, { ...shown, problems: [{ field: 'grund', text: t.problems.reason }] }, 422)
  }
}

const isSummoned = (asked: Asked): Promise<boolean> =>
  asked.read(async (trx) => (await meetingInCharge(asked, trx)).state === 'summoned')

const event = (action: string, meeting: Meeting, name: string): LogEvent => ({
  action,
  subjectKind: 'meeting',
  subjectId: meeting.id,
  subjectName: meeting.forumName,
  changes: [{ field: 'invitedPerson', before: null, after: name }],
})

/** Invites one who came to the forum after the summons. Done twice, it happens once. */
const inviteToo = async (asked: Asked, parts: Parts, trx: Trx, log: Log, personId: string): Promise<void> => {
  const meeting = await meetingInCharge(asked, trx)
  if (meeting.state !== 'summoned') return
  const { newcomers } = await findComings(asked, trx, meeting)
  const receiver = newcomers.find((one) => one.personId === personId)
  if (receiver === undefined) return
  await invite(trx, asked.district.id, meeting, [receiver])
  const sequence = await nextSequence(trx, meeting.id)
  await writeTo(trx, 'summons', deskOf(asked, parts), { ...meeting, sequence }, [addresseeOf(receiver)])
  await tell(trx, asked.district.id, {
    kind: 'summoned',
    personIds: [personId],
    forumId: meeting.forumId,
    meetingId: meeting.id,
    by: asked.actor.name,
  })
  await log(event('meeting.invitedToo', meeting, receiver.name))
}

/** Takes one off who no longer sits in the forum, and a deputy they had sent. */
const takeOffOne = async (asked: Asked, parts: Parts, trx: Trx, log: Log, id: string): Promise<void> => {
  const meeting = await meetingInCharge(asked, trx)
  if (meeting.state !== 'summoned') return
  const invited = (await findInvited(trx, asked.district.id, meeting.id, id)) ?? notFound()
  if (!(await takeOff(trx, asked.district.id, id, asked.now))) return
  const sequence = await nextSequence(trx, meeting.id)
  const gone = [...inviteesOf([invited]), ...deputiesOf([invited])]
  await writeTo(trx, 'takenOff', deskOf(asked, parts), { ...meeting, sequence }, gone)
  await log(event('meeting.takenOff', meeting, invited.name))
}

/** The summons: looked at, sent, and put right when members come and go. */
export const summonsRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.summons(':id'),
      on('meetings.run', (asked) => show(asked, parts)),
    )
    .post(
      meetingPaths.summons(':id'),
      on('meetings.run', async (asked) => {
        const { data, values, problems } = await asked.form(summonsForm(asked.lang))
        if (data === null) return show(asked, parts, { values, problems }, 422)
        if (data.handling === 'send') return send(asked, parts, data, values)
        await asked.change((trx, log) =>
          data.handling === 'ogsaa'
            ? inviteToo(asked, parts, trx, log, data.person)
            : takeOffOne(asked, parts, trx, log, data.invitation),
        )
        return asked.goTo(meetingPaths.summons(asked.param('id')))
      }),
    )
}
