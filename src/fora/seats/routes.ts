import { Hono } from 'hono'
import type { RequestEnv } from '../../web/request.ts'
import { compositionRoutes } from './composition-routes.tsx'
import type { ForaParts } from './handover.ts'
import { holderRoutes } from './holder-routes.tsx'
import { officeListRoutes } from './office-list-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { seatRoutes } from './seat-routes.tsx'
import { vacancyRoutes } from './vacancy-routes.tsx'

/** Offices and who holds them, the seats of fora, vacant seats, and how fora are to be put together. */
export const seatsRoutes = (parts: ForaParts) =>
  new Hono<RequestEnv>()
    .route('/', officeListRoutes(parts))
    .route('/', officeRoutes(parts))
    .route('/', holderRoutes(parts))
    .route('/', vacancyRoutes(parts))
    .route('/', compositionRoutes(parts))
    .route('/', seatRoutes(parts))
