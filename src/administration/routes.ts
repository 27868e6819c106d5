import { Hono } from 'hono'
import type { RequestEnv } from '../web/request.ts'
import { accessRoutes } from './access-routes.tsx'
import { accountsRoutes } from './accounts-routes.tsx'
import { logRoutes } from './log-routes.tsx'
import type { AdministrationParts } from './parts.ts'

/** Accounts and roles, the log, and what a person can see. */
export const administrationRoutes = (parts: AdministrationParts) =>
  new Hono<RequestEnv>().route('/', logRoutes(parts)).route('/', accessRoutes(parts)).route('/', accountsRoutes(parts))
