import { Hono } from 'hono'
import type { RequestEnv } from '../web/request.ts'
import { annexRoutes } from './annex/routes.ts'
import { directoryRoutes } from './directory/routes.tsx'
import { interfaceRoutes } from './interfaces/routes.ts'
import { overviewRoutes } from './overview/routes.tsx'
import { lawRoutes } from './law/routes.tsx'
import { categoryRoutes } from './register/category-routes.tsx'
import { editRoutes } from './register/edit-routes.tsx'
import { forumRoutes } from './register/forum-routes.tsx'
import { groupRoutes } from './register/group-routes.tsx'
import { listRoutes } from './register/list-routes.tsx'
import type { ForaParts } from './seats/handover.ts'
import { seatsRoutes } from './seats/routes.ts'
import { workRoutes } from './own-work/routes.tsx'

/** Every page of the register, by room. Fixed addresses come before those of a single forum. */
export const foraRoutes = (parts: ForaParts) =>
  new Hono<RequestEnv>()
    .route('/', listRoutes(parts))
    .route('/', interfaceRoutes(parts))
    .route('/', overviewRoutes(parts))
    .route('/', directoryRoutes(parts))
    .route('/', lawRoutes(parts))
    .route('/', workRoutes(parts))
    .route('/', annexRoutes(parts))
    .route('/', categoryRoutes(parts))
    .route('/', groupRoutes(parts))
    .route('/', editRoutes(parts))
    .route('/', seatsRoutes(parts))
    .route('/', forumRoutes(parts))
