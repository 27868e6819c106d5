import { Hono } from 'hono'
import type { Parts, RequestEnv } from '../web/request.ts'
import { editRoutes } from './register/edit-routes.tsx'
import { forumRoutes } from './register/forum-routes.tsx'
import { listRoutes } from './register/list-routes.tsx'

/** Every page of the register, by room. Fixed addresses come before those of a single forum. */
export const foraRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().route('/', listRoutes(parts)).route('/', editRoutes(parts)).route('/', forumRoutes(parts))
