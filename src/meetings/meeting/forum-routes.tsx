import { Hono } from 'hono'
import { z } from 'zod'
import { notFound } from '../../base/errors.ts'
import { yearOf } from '../../base/time.ts'
import { parseCadence } from '../../fora/cadence/rules.ts'
import { findForum, findNextMeeting, listMeetingDays } from '../../fora/register/forum-store.ts'
import { countMeetings } from '../../fora/register/rules.ts'
import { handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { mediansOfForum } from '../minutes/median-store.ts'
import { MediansSection } from '../minutes/medians.tsx'
import { meetingPaths } from '../paths.ts'
import { TasksSection } from '../tasks/tasks-section.tsx'
import { listOpenTasksOfForum } from '../tasks/task-store.ts'
import { taskTexts } from '../tasks/texts.ts'
import { ForumMeetingsPage } from './forum-page.tsx'
import { listMeetingsOfForum } from './meeting-store.ts'

const forumQuery = z.object({ aar: z.coerce.number().int().min(1900).max(2199).nullable().catch(null) })

/** A forum's meetings. */
export const forumMeetingRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>().get(
    meetingPaths.forumMeetings(':slug'),
    on('meetings.list', async (asked) => {
      const thisYear = yearOf(asked.today)
      const { aar } = forumQuery.parse(asked.c.req.query())
      const { forum, all, days, next, medians, tasks } = await asked.read(async (trx) => {
        const district = asked.district.id
        const found = (await findForum(trx, district, asked.param('slug'))) ?? notFound()
        return {
          forum: found,
          all: await listMeetingsOfForum(trx, district, found.id),
          days: await listMeetingDays(trx, district, found.id, thisYear),
          next: await findNextMeeting(trx, district, found.id, asked.today),
          medians: await mediansOfForum(trx, district, found.id, asked.today),
          tasks: await listOpenTasksOfForum(trx, district, found.id, asked.today),
        }
      })
      const year = aar ?? thisYear
      const inYear = all.filter((meeting) => yearOf(meeting.onDay) === year)
      return asked.page(
        <ForumMeetingsPage
          asked={asked}
          forum={{ id: forum.id, slug: forum.slug, name: forum.name, active: forum.status === 'active' }}
          year={year}
          years={[...new Set([thisYear, year, ...all.map(({ onDay }) => yearOf(onDay))])].toSorted((a, b) => b - a)}
          meetings={inYear.toReversed()}
          cadence={parseCadence(forum.cadence)}
          count={{ ...countMeetings(days, asked.today), next }}
          side={<MediansSection asked={asked} medians={medians} />}
          below={<TasksSection asked={asked} tasks={tasks} ofMany title={taskTexts[asked.lang].openOfForum} />}
        />,
      )
    }),
  )
}
