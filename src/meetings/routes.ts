import { Hono } from 'hono'
import type { RequestEnv } from '../web/request.ts'
import { cancelRoutes } from './meeting/cancel-routes.tsx'
import { forumMeetingRoutes } from './meeting/forum-routes.tsx'
import { meetingFormRoutes } from './meeting/form-routes.tsx'
import { filingRoutes } from './meeting/filing-routes.tsx'
import { openingRoutes } from './meeting/opening-routes.tsx'
import { groundRoutes } from './orders/ground-routes.tsx'
import { ordersRoutes } from './orders/orders-routes.tsx'
import { meetingListRoutes } from './meeting/list-routes.tsx'
import { type HoldParts, holdRoutes } from './hold/hold-routes.tsx'
import { agendaRoomRoutes } from './agenda/routes.ts'
import { meetingRoutes } from './meeting/meeting-routes.tsx'
import { decisionRoutes } from './decisions/decisions-routes.tsx'
import { paperFileRoutes } from './papers/file-routes.ts'
import { paperListRoutes, type PaperParts } from './papers/list-routes.tsx'
import { paperRoutes } from './papers/paper-routes.tsx'
import { readingRoutes } from './reading/reading-routes.tsx'
import { handoverRoutes } from './handover/handover-routes.tsx'
import { noticeRoutes } from './notices/notices-routes.tsx'
import { stopRoutes } from './notices/stop-routes.tsx'
import { journalRoutes } from './journal/journal-routes.ts'
import { minutesRoutes } from './minutes/routes.ts'
import { mailsRoutes } from './summons/mails-routes.tsx'
import { replyRoutes } from './summons/reply-routes.tsx'
import { summonsRoutes } from './summons/summons-routes.tsx'
import { taskListRoutes } from './tasks/list-routes.tsx'
import { taskRoutes } from './tasks/task-routes.tsx'
import { calendarRoomRoutes } from './calendar/routes.ts'
import type { FeedParts } from './calendar/feed-routes.tsx'
import { yearRoutes } from './year/routes.ts'

/** Every page about meetings, by room. Fixed addresses come before those of a single meeting. */
export const meetingsRoutes = (parts: PaperParts & HoldParts & FeedParts) =>
  new Hono<RequestEnv>()
    .route('/', decisionRoutes(parts))
    .route('/', yearRoutes(parts))
    .route('/', calendarRoomRoutes(parts))
    .route('/', paperListRoutes(parts))
    .route('/', paperRoutes(parts))
    .route('/', paperFileRoutes(parts))
    .route('/', readingRoutes(parts))
    .route('/', noticeRoutes(parts))
    .route('/', stopRoutes(parts))
    .route('/', handoverRoutes(parts))
    .route('/', taskListRoutes(parts))
    .route('/', summonsRoutes(parts))
    .route('/', replyRoutes(parts))
    .route('/', mailsRoutes(parts))
    .route('/', taskRoutes(parts))
    .route('/', minutesRoutes(parts))
    .route('/', meetingListRoutes(parts))
    .route('/', ordersRoutes(parts))
    .route('/', groundRoutes(parts))
    .route('/', forumMeetingRoutes(parts))
    .route('/', meetingFormRoutes(parts))
    .route('/', cancelRoutes(parts))
    .route('/', openingRoutes(parts))
    .route('/', filingRoutes(parts))
    .route('/', holdRoutes(parts))
    .route('/', agendaRoomRoutes(parts))
    .route('/', journalRoutes(parts))
    .route('/', meetingRoutes(parts))
