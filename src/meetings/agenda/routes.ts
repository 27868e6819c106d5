import { Hono } from 'hono'
import type { Parts, RequestEnv } from '../../web/request.ts'
import { matterRoutes } from '../matter/matter-routes.tsx'
import { proposalRoutes } from '../proposals/proposal-routes.tsx'
import { itemAccessRoutes } from './access-routes.tsx'
import { agendaRoutes } from './agenda-routes.tsx'
import { backlogRoutes } from './backlog-routes.tsx'
import { handlingRoutes } from './handling-routes.tsx'
import { itemEditRoutes } from './item-edit-routes.tsx'
import { itemRoutes } from './item-routes.tsx'

/** Agendas, their items, what waits for an agenda, and the matters that items belong to. */
export const agendaRoomRoutes = (parts: Parts) =>
  new Hono<RequestEnv>()
    .route('/', proposalRoutes(parts))
    .route('/', agendaRoutes(parts))
    .route('/', itemEditRoutes(parts))
    .route('/', itemAccessRoutes(parts))
    .route('/', handlingRoutes(parts))
    .route('/', backlogRoutes(parts))
    .route('/', matterRoutes(parts))
    .route('/', itemRoutes(parts))
