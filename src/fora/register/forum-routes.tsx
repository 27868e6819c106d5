import { Hono } from 'hono'
import { notFound } from '../../base/errors.ts'
import { parseDay, yearOf } from '../../base/time.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { readDate } from '../../web/date-field.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { z } from 'zod'
import { listInterfaces, nodeOf } from '../interfaces/store.ts'
import { listLawOfForum } from '../law/store.ts'
import { foraPaths } from '../paths.ts'
import { compositionOf } from '../seats/composition-store.ts'
import { listSeats } from '../seats/store.ts'
import { editTexts } from './edit-texts.ts'
import { ForumPage } from './forum-page.tsx'
import {
  addMeetingDay,
  changeStatus,
  findForum,
  type ForumDetail,
  latestHistory,
  findNextMeeting,
  listMeetingDays,
  pageOfHistory,
  removeMeetingDay,
} from './forum-store.ts'
import { formTexts, statusForm } from './forms.ts'
import { HistoryPage, historyPageSize } from './history-page.tsx'
import { MeetingDaysPage, StatusPage } from './status-page.tsx'

const shownHistory = 6

const find = async (asked: Asked, trx: Trx): Promise<ForumDetail> =>
  (await findForum(trx, asked.district.id, asked.param('slug'))) ?? notFound()

const subjectOf = (forum: ForumDetail) => ({ subjectKind: 'forum', subjectId: forum.id, subjectName: forum.name })

/** Somebody changed the forum meanwhile: the form again, on what is stored now. */
const answerStale = async (asked: Asked, values: Record<string, unknown>) => {
  const forum = await asked.read((trx) => find(asked, trx))
  const problems = [{ field: 'status', text: editTexts[asked.lang].statusConflict }]
  return asked.page(<StatusPage asked={asked} forum={forum} values={values} problems={problems} />, 409)
}

const statusRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.status(':slug'),
      on('forum.edit', async (asked) =>
        asked.page(<StatusPage asked={asked} forum={await asked.read((trx) => find(asked, trx))} />),
      ),
    )
    .post(
      foraPaths.status(':slug'),
      on('forum.edit', async (asked) => {
        const forum = await asked.read((trx) => find(asked, trx))
        const { data, values, problems } = await asked.form(statusForm(asked.lang))
        if (data === null)
          return asked.page(<StatusPage asked={asked} forum={forum} values={values} problems={problems} />, 422)
        const done = await asked.change(async (trx, log) => {
          const at = { id: forum.id, version: data.version }
          if (data.status === 'reviewed') {
            if (!(await changeStatus(trx, asked.district.id, at, { reviewedOn: asked.today }))) return false
            await log({
              action: 'forum.reviewed',
              ...subjectOf(forum),
              changes: changedFields({ reviewedOn: forum.reviewedOn }, { reviewedOn: asked.today }),
            })
            return true
          }
          const reason = data.status === 'active' ? '' : data.grund
          const change = { status: data.status, since: asked.today, reason }
          if (!(await changeStatus(trx, asked.district.id, at, change))) return false
          await log({
            action: 'forum.status',
            ...subjectOf(forum),
            changes: changedFields(
              { status: forum.status, reason: forum.statusReason },
              { status: data.status, reason },
            ),
          })
          return true
        })
        return done ? asked.goTo(foraPaths.forum(forum.slug)) : answerStale(asked, values)
      }),
    )
}

const meetingDayRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const show = async (asked: Asked, problem?: { text: string; values: Record<string, unknown> }) => {
    const { forum, days } = await asked.read(async (trx) => {
      const found = await find(asked, trx)
      return { forum: found, days: await listMeetingDays(trx, asked.district.id, found.id, yearOf(asked.today)) }
    })
    return asked.page(
      <MeetingDaysPage
        asked={asked}
        forum={forum}
        days={days}
        {...(problem && { values: problem.values, problems: [{ field: 'dag', text: problem.text }] })}
      />,
      problem ? 422 : 200,
    )
  }
  return new Hono<RequestEnv>()
    .get(
      foraPaths.meetingDays(':slug'),
      on('meetingDays.edit', (asked) => show(asked)),
    )
    .post(
      foraPaths.meetingDays(':slug'),
      on('meetingDays.edit', async (asked) => {
        const { values } = await asked.form(z.unknown())
        const { slet } = values
        if (typeof slet === 'string') {
          const removed = parseDay(slet) ?? notFound()
          await asked.change(async (trx, log) => {
            const forum = await find(asked, trx)
            if (await removeMeetingDay(trx, asked.district.id, forum.id, removed))
              await log({
                action: 'meetingDay.removed',
                ...subjectOf(forum),
                changes: changedFields({ onDay: removed }, null),
              })
          })
          return asked.goTo(foraPaths.meetingDays(asked.param('slug')))
        }
        const onDay = readDate(values, 'dag')
        if (onDay === null || onDay === 'bad') return show(asked, { text: formTexts[asked.lang].date, values })
        const added = await asked.change(async (trx, log) => {
          const forum = await find(asked, trx)
          const isNew = await addMeetingDay(trx, asked.district.id, forum.id, onDay)
          if (isNew)
            await log({ action: 'meetingDay.added', ...subjectOf(forum), changes: changedFields(null, { onDay }) })
          return isNew
        })
        return added
          ? asked.goTo(foraPaths.meetingDays(asked.param('slug')))
          : show(asked, { text: editTexts[asked.lang].dayKnown, values })
      }),
    )
}

/** The page of a forum and what is changed from it. */
export const forumRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.forum(':slug'),
      on('fora.list', async (asked) => {
        const { district } = asked
        const page = await asked.read(async (trx) => {
          const forum = await find(asked, trx)
          const node = nodeOf(forum)
          return {
            forum,
            node,
            seats: await listSeats(trx, district.id, forum.id, asked.day),
            composition: await compositionOf(trx, district.id, forum),
            interfaces: (await listInterfaces(trx, district.id)).filter(({ from, to }) => from === node || to === node),
            law: await listLawOfForum(trx, district.id, forum.id),
            meetingDays: await listMeetingDays(trx, district.id, forum.id, yearOf(asked.day)),
            nextMeeting: await findNextMeeting(trx, district.id, forum.id, asked.day),
            history: asked.may('history.see') ? await latestHistory(trx, district.id, forum.id, shownHistory) : [],
          }
        })
        return asked.page(<ForumPage asked={asked} {...page} />)
      }),
    )
    .get(
      foraPaths.history(':slug'),
      on('history.see', async (asked) => {
        const page = z.coerce.number().int().positive().max(10_000).catch(1).parse(asked.query('side'))
        const found = await asked.read(async (trx) => {
          const forum = await find(asked, trx)
          const offset = (page - 1) * historyPageSize
          return {
            forum,
            ...(await pageOfHistory(trx, asked.district.id, forum.id, { limit: historyPageSize, offset })),
          }
        })
        return asked.page(<HistoryPage asked={asked} page={page} {...found} />)
      }),
    )
    .route('/', statusRoutes(parts))
    .route('/', meetingDayRoutes(parts))
}
