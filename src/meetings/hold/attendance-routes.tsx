import { Hono } from 'hono'
import { Conflict, NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { changedFields, findLastEntry, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { findItem } from '../agenda/item-store.ts'
import { meetingInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { addGuest, changeAttendance, listAttendance, lockMeeting, removeGuest } from './attendance-store.ts'
import { attendanceOfValues, attendanceValues, comings, guestForm, seatedOf, valuesOfAttendance } from './forms.ts'
import { logOfItem } from './item-routes.tsx'
import { requireOpen } from './read-hold.ts'
import { answerSaved, byScript, forScript, save, startedFrom, unlessLocked } from './saving.tsx'
import { refuse } from './show-hold.tsx'
import { holdTexts } from './texts.ts'

/** Read by everyone who may read the log, so its words are in the district's own language, whoever writes. */
export const logOfMeeting = (action: string, meeting: Meeting, changes: LogEvent['changes'] = []): LogEvent => ({
  action,
  subjectKind: 'meeting',
  subjectId: meeting.id,
  subjectName: nameOfMeeting(meeting, 'da'),
  changes,
})

const openMeeting = async (asked: Asked, trx: Trx): Promise<Meeting> => {
  const meeting = await meetingInCharge(asked, trx)
  requireOpen(asked, meeting)
  return meeting
}

async function storeAttendance(asked: Asked): Promise<Response> {
  const t = holdTexts[asked.lang].attendance
  const district = asked.district.id
  const { meeting, seated } = await asked.read(async (trx) => {
    const found = await openMeeting(asked, trx)
    return { meeting: found, seated: seatedOf(await listAttendance(trx, district, found.id)) }
  })
  const { data, values, problems } = await asked.form(attendanceValues(asked.lang, seated))
  if (data === null) return refuse(asked, { form: 'fremmoede', values, problems }, { meetingId: meeting.id })
  const saved = await unlessLocked(asked, meeting.state, () => {
    let rows = seated
    return save(
      asked,
      {
        read: async (trx) => {
          await lockMeeting(trx, district, meeting.id)
          rows = seatedOf(await listAttendance(trx, district, meeting.id))
          const last = await findLastEntry(trx, district, 'meeting', meeting.id)
          return { values: valuesOfAttendance(rows), by: last?.actorName ?? '', at: last?.at ?? null }
        },
        write: async (trx, log, before, after) => {
          const differs = (name: string) => before[name] !== after[name]
          const told: string[] = []
          for (const row of rows.filter(({ id }) => differs(`kom-${id}`) || differs(`for-${id}`))) {
            const change = attendanceOfValues(row, after)
            if (!(await changeAttendance(trx, district, row, change))) throw new Conflict()
            const coming = comings.find((one) => one === after[`kom-${row.id}`]) ?? 'absent'
            told.push(`${change.name}: ${holdTexts.da.attendance.statuses[coming]} ${change.deputyFor}`.trim())
          }
          const changes = changedFields(null, { attendance: told.join('\n') })
          await log(logOfMeeting('attendance.changed', meeting, changes))
        },
      },
      data,
      startedFrom(values),
    )
  })
  const nameOf = (field: string) => {
    const row = seated.find(({ id }) => field.endsWith(id))
    return row === undefined ? '' : row.label || row.name
  }
  return answerSaved(asked, saved, {
    meetingId: meeting.id,
    action: meetingPaths.attendance(meeting.id),
    onward: withQuery(meetingPaths.hold(meeting.id), { gemt: 'fremmoede' }),
    label: (field) => (field.startsWith('for-') ? t.deputyNameOf(nameOf(field)) : `${t.status}, ${nameOf(field)}`),
    shown: (field, value) => {
      const coming = comings.find((one) => one === value)
      return field.startsWith('for-') || coming === undefined ? value : t.statuses[coming]
    },
  })
}

async function storeGuest(asked: Asked): Promise<Response> {
  const t = holdTexts[asked.lang].attendance
  const district = asked.district.id
  const { data, values, problems } = await asked.form(guestForm(asked.lang))
  const { meeting, item } = await asked.read(async (trx) => {
    const found = await openMeeting(asked, trx)
    const chosen = data !== null && isUuid(data.punkt) ? await findItem(trx, district, data.punkt) : undefined
    return { meeting: found, item: chosen?.meetingId === found.id ? chosen : null }
  })
  const lost = data !== null && data.punkt !== '' && item === null ? [{ field: 'punkt', text: t.itemGone }] : []
  if (data === null || lost.length > 0)
    return refuse(asked, { form: 'gaest', values, problems: [...problems, ...lost] }, { meetingId: meeting.id })
  await unlessLocked(asked, meeting.state, () =>
    asked.change(async (trx, log) => {
      await lockMeeting(trx, district, meeting.id)
      const there = await listAttendance(trx, district, meeting.id)
      const isSame = (one: (typeof there)[number]) =>
        one.capacity === 'guest' &&
        one.name === data.gaest &&
        one.label === data.hvorfra &&
        one.itemId === (item?.id ?? null)
      // A form that is sent twice adds one guest.
      if (there.some(isSame)) return
      await addGuest(trx, district, meeting, { name: data.gaest, label: data.hvorfra, itemId: item?.id ?? null })
      const changes = changedFields(null, {
        guest: [data.gaest, data.hvorfra].filter((word) => word !== '').join(', '),
      })
      await log(item === null ? logOfMeeting('guest.added', meeting, changes) : logOfItem('guest.added', item, changes))
    }),
  )
  const onward = withQuery(meetingPaths.hold(meeting.id), { gemt: 'gaest' })
  return byScript(asked) ? asked.c.json({ onward: `/${district}${onward}` }) : asked.goTo(onward)
}

async function dropGuest(asked: Asked): Promise<Response> {
  const district = asked.district.id
  const sent = await asked.c.req.parseBody()
  const id = typeof sent['gaest'] === 'string' ? sent['gaest'] : ''
  const meeting = await asked.read((trx) => openMeeting(asked, trx))
  if (!isUuid(id)) throw new NotFound()
  await unlessLocked(asked, meeting.state, () =>
    asked.change(async (trx, log) => {
      const guest = await removeGuest(trx, district, meeting.id, id)
      if (guest === undefined) throw new NotFound()
      const changes = changedFields({ guest: guest.name }, null)
      const item = guest.itemId === null ? undefined : await findItem(trx, district, guest.itemId)
      await log(
        item === undefined
          ? logOfMeeting('guest.removed', meeting, changes)
          : logOfItem('guest.removed', item, changes),
      )
    }),
  )
  return asked.goTo(meetingPaths.hold(meeting.id))
}

/** Who came to a meeting. */
export const attendanceRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .post(
      meetingPaths.attendance(':id'),
      on('meetings.run', (asked) => forScript(asked, () => storeAttendance(asked))),
    )
    .post(
      meetingPaths.addGuest(':id'),
      on('meetings.run', (asked) => forScript(asked, () => storeGuest(asked))),
    )
    .post(meetingPaths.removeGuest(':id'), on('meetings.run', dropGuest))
}
