import { Hono } from 'hono'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { listClosedItems, listItems } from '../agenda/item-store.ts'
import { askedMeeting, isInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { AttendanceSection, HoldAction, NowSection, outcomeOf } from '../hold/held-parts.tsx'
import { readHeld } from '../hold/read-held.ts'
import { ApprovalPart, findMinutesParts, MinutesActions } from '../minutes/meeting-parts.tsx'
import { PaperList, papersByItem } from '../papers/paper-list.tsx'
import { listPapersOfMeeting } from '../papers/paper-store.ts'
import { ProposeAction } from '../proposals/propose-action.tsx'
import { ReadingAction } from '../reading/reading-action.tsx'
import { TasksSection } from '../tasks/tasks-section.tsx'
import { listInvited } from '../summons/invitation-store.ts'
import { ComingsNote, FailedMails } from '../summons/mails-pages.tsx'
import { OwnReplyLink, Replies, SummonsActions } from '../summons/reply-pages.tsx'
import { comingsSince } from '../summons/summon.ts'
import { countFailedMails } from '../../mail/outbox-store.ts'
import { listTasksOfMeeting } from '../tasks/task-store.ts'
import { FilingSection } from './filing-page.tsx'
import { MeetingActions } from './meeting-actions.tsx'
import { MeetingPage, type MeetingView } from './meeting-page.tsx'
import { findLink, listNeighbours } from './meeting-store.ts'
import { OpeningSection } from './opening-page.tsx'
import { findOpening } from './opening-store.ts'

const findView = async (asked: Asked, trx: Trx): Promise<MeetingView> => {
  const meeting = await askedMeeting(asked, trx)
  const district = asked.district.id
  return {
    meeting,
    items: await listItems(trx, district, meeting.id),
    closed: await listClosedItems(trx, meeting.id),
    link: await findLink(trx, district, meeting.id),
    near: await listNeighbours(trx, district, meeting),
  }
}

/** The page of a meeting. */
export const meetingRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>().get(
    meetingPaths.meeting(':id'),
    on('meetings.list', async (asked) => {
      const { view, opening, papers, held, tasks, invited, comings, failed, minutes } = await asked.read(
        async (trx) => {
          const found = await findView(asked, trx)
          const { meeting } = found
          const invited = await listInvited(trx, asked.district.id, meeting.id)
          const isAwaited = isInCharge(asked, meeting) && meeting.state === 'summoned' && invited.length > 0
          return {
            view: found,
            opening: await findOpening(trx, asked.district.id, meeting.id),
            papers: await listPapersOfMeeting(trx, asked.district.id, meeting.id),
            held: await readHeld(asked, trx, meeting),
            tasks: await listTasksOfMeeting(trx, asked.district.id, meeting.id, asked.today),
            minutes: await findMinutesParts(asked, trx, meeting),
            invited,
            comings: isAwaited ? await comingsSince(trx, asked.district.id, meeting, invited) : null,
            failed: isInCharge(asked, meeting) ? await countFailedMails(trx, asked.district.id, meeting.id) : 0,
          }
        },
      )
      const papersOf = papersByItem(papers)
      return asked.page(
        <MeetingPage
          asked={asked}
          view={view}
          actions={
            <>
              <MeetingActions asked={asked} meeting={view.meeting} />
              <OwnReplyLink asked={asked} meeting={view.meeting} invited={invited} />
              <ProposeAction asked={asked} meeting={view.meeting} />
              <ReadingAction asked={asked} meeting={view.meeting} items={view.items} />
              <HoldAction asked={asked} meeting={view.meeting} />
              <MinutesActions asked={asked} meeting={view.meeting} parts={minutes} />
              <SummonsActions asked={asked} meeting={view.meeting} invited={invited} />
            </>
          }
          now={<NowSection asked={asked} meeting={view.meeting} held={held} />}
          papersOf={(item) => <PaperList asked={asked} papers={papersOf(item)} />}
          outcomeOf={outcomeOf(asked, held)}
          side={
            <>
              <FailedMails asked={asked} meeting={view.meeting} failed={failed} />
              {comings !== null && <ComingsNote asked={asked} meeting={view.meeting} comings={comings} />}
              <AttendanceSection asked={asked} meeting={view.meeting} items={view.items} held={held} />
              <ApprovalPart asked={asked} parts={minutes} />
              <Replies asked={asked} meeting={view.meeting} invited={invited} />
              <OpeningSection asked={asked} meeting={view.meeting} opening={opening} />
              <FilingSection asked={asked} meeting={view.meeting} />
            </>
          }
          below={<TasksSection asked={asked} tasks={tasks} />}
        />,
      )
    }),
  )
}
