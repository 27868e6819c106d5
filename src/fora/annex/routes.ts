import { Hono } from 'hono'
import type { Parts, RequestEnv } from '../../web/request.ts'
import { importRoutes } from './import/routes.tsx'
import { printedRoutes } from './printed/routes.tsx'

/** The annex: read in, and printed. */
export const annexRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().route('/', importRoutes(parts)).route('/', printedRoutes(parts))
