import { Hono } from 'hono'
import type { Parts, RequestEnv } from '../../web/request.ts'
import { afterRoutes } from './after-routes.tsx'
import { approvalRoutes } from './approval-routes.tsx'
import { circulateRoutes } from './circulate-routes.tsx'
import { commentRoutes } from './comment-routes.tsx'
import { minutesPageRoutes } from './minutes-routes.tsx'
import { minutesOverviewRoutes } from './overview-routes.tsx'
import { revokeRoutes } from './revoke-routes.tsx'

/** Minutes: read, circulated, approved, corrected, published. */
export const minutesRoutes = (parts: Parts) =>
  new Hono<RequestEnv>()
    .route('/', minutesOverviewRoutes(parts))
    .route('/', minutesPageRoutes(parts))
    .route('/', circulateRoutes(parts))
    .route('/', approvalRoutes(parts))
    .route('/', commentRoutes(parts))
    .route('/', afterRoutes(parts))
    .route('/', revokeRoutes(parts))
