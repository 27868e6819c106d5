import { type Language, listed } from '../base/language.ts'
import type { Actor } from '../people/actor.ts'
import type { Role } from '../people/permissions.ts'

/** What a role is called in the interface. */
export const roleName: Record<Language, Record<Role, string>> = {
  da: {
    administrator: 'administrator',
    auditor: 'revisor',
    secretariat: 'ledelsessekretariatet',
    municipalCoordinator: 'kommunal koordinator',
    partner: 'samarbejdspartner',
    forumLead: 'formand eller sekretær',
    forumMember: 'medlem',
    public: 'offentligheden',
  },
  en: {
    administrator: 'administrator',
    auditor: 'auditor',
    secretariat: 'district secretariat',
    municipalCoordinator: 'municipal coordinator',
    partner: 'partner',
    forumLead: 'chair or secretary',
    forumMember: 'member',
    public: 'the public',
  },
}

/** The actor's roles in words, for the header. */
export const roleNames = (actor: Actor, lang: Language): string => {
  const roles: Role[] = [...new Set(actor.grants.map(({ role }) => role))]
  if (roles.length === 0 || roles.every((role) => role === 'partner')) {
    if (actor.fora.some(({ lead }) => lead)) roles.push('forumLead')
    else if (actor.fora.length > 0) roles.push('forumMember')
  }
  return listed(
    roles.map((role) => roleName[lang][role]),
    lang,
  )
}
