import type { Identity } from '../db/tx.ts'
import { type GrantedRole, may, type Permission } from './permissions.ts'

/** Whoever makes a request in a district, with everything that decides what they may do there. */
export interface Actor {
  accountId: string | null
  name: string
  personId: string | null
  /** The district the request is about; null on pages of no district. */
  district: string | null
  grants: readonly { role: GrantedRole; municipalityCode: string | null }[]
  /** Fora the actor sits in today; `lead` for chair, vice-chair and secretary. */
  fora: readonly { forumId: string; lead: boolean }[]
  /** Offices the actor holds today. */
  offices: readonly string[]
  requestId: string
}

/** A visitor who is not signed in. */
export const publicActor = (district: string | null, requestId: string): Actor => ({
  accountId: null,
  name: '',
  personId: null,
  district,
  grants: [],
  fora: [],
  offices: [],
  requestId,
})

const reachOf = (actor: Actor): Identity['reach'] => {
  const roles = new Set(actor.grants.map(({ role }) => role))
  if (roles.has('administrator') || roles.has('secretariat') || roles.has('auditor')) return 'all'
  if (roles.has('municipalCoordinator') || roles.has('partner')) return 'partner'
  return actor.accountId !== null && actor.fora.length > 0 ? 'member' : 'public'
}

const writing: readonly Permission[] = ['forum.edit', 'seats.edit', 'accounts.manage']

/** What row-level security is told of the actor. */
export const identityOf = (actor: Actor): Identity => ({
  account: actor.accountId,
  name: actor.name,
  request: actor.requestId,
  district: actor.district ?? '',
  reach: reachOf(actor),
  writes: writing.some((permission) => may(actor, permission)),
  fora: actor.fora.map(({ forumId }) => forumId),
  municipalities: actor.grants.flatMap(({ municipalityCode }) => municipalityCode ?? []),
  person: actor.personId,
  leads: actor.fora.filter(({ lead }) => lead).map(({ forumId }) => forumId),
  offices: actor.offices,
})

/** Commands and jobs work in the program's own name, in one district or in all (`*`). */
export const programIdentity = (name: string, district: string): Identity => ({
  account: null,
  name,
  request: '',
  district,
  reach: 'all',
  writes: true,
  fora: [],
  municipalities: [],
  person: null,
  leads: [],
  offices: [],
})
