import { Hono } from 'hono'
import type { Parts, RequestEnv } from '../../web/request.ts'
import { periodRoutes } from './period-routes.tsx'
import { planRoutes } from './plan-routes.tsx'
import { wheelRoutes } from './wheel-routes.tsx'

/** The year wheel, planning a year, and the days kept free. */
export const yearRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().route('/', wheelRoutes(parts)).route('/', periodRoutes(parts)).route('/', planRoutes(parts))
