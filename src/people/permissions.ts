/** Roles given by a grant, or that follow from a seat in a forum. */
export const grantedRoles = ['administrator', 'auditor', 'secretariat', 'municipalCoordinator', 'partner'] as const
export type GrantedRole = (typeof grantedRoles)[number]
export const seatRoles = ['forumLead', 'forumMember'] as const
export type SeatRole = (typeof seatRoles)[number]
export type Role = GrantedRole | SeatRole | 'public'

/**
 * Every permission and the roles that have it; a role that is not named does not. `forumLead` (chair, vice-chair or
 * secretary of the forum) and `forumMember` count only for their own forum, `municipalCoordinator` only for fora of
 * the municipality where the permission concerns a forum.
 */
export const permissions = {
  /** See the list of what is open to the reader. What each row shows is decided by its openness. */
  'fora.list': [
    'administrator',
    'auditor',
    'secretariat',
    'municipalCoordinator',
    'partner',
    'forumLead',
    'forumMember',
    'public',
  ],
  'persons.see': [
    'administrator',
    'auditor',
    'secretariat',
    'municipalCoordinator',
    'partner',
    'forumLead',
    'forumMember',
  ],
  'forum.create': ['administrator', 'secretariat'],
  'forum.edit': ['administrator', 'secretariat'],
  'forum.open': ['administrator', 'secretariat'],
  'seats.edit': ['administrator', 'secretariat'],
  'offices.edit': ['administrator', 'secretariat'],
  'interfaces.edit': ['administrator', 'secretariat'],
  'network.arrange': ['administrator', 'secretariat'],
  'law.edit': ['administrator', 'secretariat'],
  'composition.edit': ['administrator', 'secretariat'],
  'meetingDays.edit': ['administrator', 'secretariat'],
  'overview.see': ['administrator', 'auditor', 'secretariat', 'municipalCoordinator', 'partner'],
  'register.export': [
    'administrator',
    'auditor',
    'secretariat',
    'municipalCoordinator',
    'partner',
    'forumLead',
    'forumMember',
    'public',
  ],
  /** Meetings, decisions, action points and search: open to everyone, each showing what the reader may see. */
  'meetings.list': [
    'administrator',
    'auditor',
    'secretariat',
    'municipalCoordinator',
    'partner',
    'forumLead',
    'forumMember',
    'public',
  ],
  /** Plan, prepare, hold and close the meetings of a forum. */
  'meetings.run': ['administrator', 'secretariat', 'forumLead'],
  'meetings.planYear': ['administrator', 'secretariat'],
  /** Standing orders of the district, grounds for closing and days to keep free. */
  'meetings.settings': ['administrator', 'secretariat'],
  'meetings.propose': ['administrator', 'secretariat', 'municipalCoordinator', 'forumLead', 'forumMember'],
  /** What is a member's own: replying, approving and commenting minutes, notes. */
  'meetings.takePart': ['forumLead', 'forumMember'],
  'journal.export': ['administrator', 'secretariat', 'forumLead'],
  'annex.import': ['administrator', 'secretariat'],
  'history.see': ['administrator', 'auditor', 'secretariat'],
  'audit.see': ['administrator', 'auditor'],
  'accounts.manage': ['administrator'],
  'access.simulate': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** What a permission is asked about, where that matters. */
export interface Scope {
  forumId?: string
  municipalityCode?: string | null
}

interface RoleHolder {
  grants: readonly { role: GrantedRole; municipalityCode: string | null }[]
  fora: readonly { forumId: string; lead: boolean }[]
}

/** True when one of the holder's roles has the permission for what it is asked about. Denied otherwise. */
export function may(holder: RoleHolder, permission: Permission, scope: Scope = {}): boolean {
  const allowed: readonly Role[] = permissions[permission]
  if (allowed.includes('public')) return true
  const byGrant = holder.grants.some(
    ({ role, municipalityCode }) =>
      allowed.includes(role) &&
      (role !== 'municipalCoordinator' ||
        scope.municipalityCode === undefined ||
        scope.municipalityCode === null ||
        scope.municipalityCode === municipalityCode),
  )
  if (byGrant) return true
  const own = holder.fora.filter((forum) => scope.forumId === undefined || forum.forumId === scope.forumId)
  return (
    (allowed.includes('forumLead') && own.some((forum) => forum.lead)) ||
    (allowed.includes('forumMember') && own.length > 0)
  )
}

const ranks: Record<GrantedRole, readonly GrantedRole[]> = {
  administrator: grantedRoles,
  auditor: [],
  secretariat: [],
  municipalCoordinator: [],
  partner: [],
}

/** A person cannot grant more than they have: the roles that the holder may give to others. */
export const grantable = (holder: RoleHolder): readonly GrantedRole[] => [
  ...new Set(holder.grants.flatMap(({ role }) => ranks[role])),
]
