import { Hono } from 'hono'
import type { Parts, RequestEnv } from '../../web/request.ts'
import { matchRoutes } from './match-routes.tsx'
import { networkRoutes } from './network-routes.tsx'
import { oneSidedRoutes } from './one-sided-routes.tsx'

/** The network, the list of one-sided interfaces, and the interfaces of one forum. */
export const interfaceRoutes = (parts: Parts) =>
  new Hono<RequestEnv>()
    .route('/', networkRoutes(parts))
    .route('/', oneSidedRoutes(parts))
    .route('/', matchRoutes(parts))
