import { Hono } from 'hono'
import type { RequestEnv } from '../../web/request.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { type FeedParts, feedRoutes } from './feed-routes.tsx'
import { subscribeRoutes } from './subscribe-routes.tsx'

/** The calendar and the feeds to subscribe to. Fixed addresses come before those with a secret. */
export const calendarRoomRoutes = (parts: FeedParts) =>
  new Hono<RequestEnv>()
    .route('/', calendarRoutes(parts))
    .route('/', subscribeRoutes(parts))
    .route('/', feedRoutes(parts))
