import type { Language } from './base/language.ts'
import { foraPaths } from './fora/paths.ts'
import { meetingPaths } from './meetings/paths.ts'
import type { Actor } from './people/actor.ts'
import { may, type Permission } from './people/permissions.ts'
import type { MenuEntry } from './web/frame.ts'

/** The most used first: the last ones lie behind a button on a tablet. */
const entries: readonly {
  key: string
  path: string
  label: Record<Language, string>
  permission: Permission
  signedIn?: true
}[] = [
  {
    key: 'work',
    path: '/mit-arbejde',
    label: { da: 'Mit arbejde', en: 'My work' },
    permission: 'fora.list',
    signedIn: true,
  },
  { key: 'fora', path: foraPaths.list, label: { da: 'Fora', en: 'Fora' }, permission: 'fora.list' },
  {
    key: 'meetings',
    path: meetingPaths.list,
    label: { da: 'Møder', en: 'Meetings' },
    permission: 'meetings.list',
  },
  {
    key: 'tasks',
    path: meetingPaths.tasks,
    label: { da: 'Opgaver', en: 'Tasks' },
    permission: 'meetings.list',
    signedIn: true,
  },
  {
    key: 'offices',
    path: foraPaths.offices,
    label: { da: 'Embeder og personer', en: 'Offices and persons' },
    permission: 'persons.see',
  },
  {
    key: 'directory',
    path: foraPaths.directory,
    label: { da: 'Hvem arbejder med', en: 'Who works with' },
    permission: 'persons.see',
  },
  {
    key: 'law',
    path: foraPaths.legalReferences,
    label: { da: 'Lovgrundlag', en: 'Legal basis' },
    permission: 'fora.list',
  },
  { key: 'accounts', path: '/brugere', label: { da: 'Brugere', en: 'Accounts' }, permission: 'accounts.manage' },
  { key: 'log', path: '/log', label: { da: 'Log', en: 'Log' }, permission: 'audit.see' },
]

/** The entries of the main menu that the reader may open. */
export const menuOf = (actor: Actor, lang: Language): MenuEntry[] =>
  entries
    .filter(({ permission, signedIn }) => may(actor, permission) && (signedIn !== true || actor.accountId !== null))
    .map(({ key, path, label }) => ({ key, label: label[lang], href: `/${actor.district ?? ''}${path}` }))
