import { withQuery } from '../web/paths.ts'

/** Every address of the register within a district. Danish words, kept for ever. */
export const foraPaths = {
  list: '/fora',
  create: '/fora/opret',
  forum: (slug: string) => `/fora/${slug}`,
  edit: (slug: string) => `/fora/${slug}/ret`,
  status: (slug: string) => `/fora/${slug}/status`,
  meetingDays: (slug: string) => `/fora/${slug}/moededage`,
  history: (slug: string) => `/fora/${slug}/historik`,
  seats: (slug: string) => `/fora/${slug}/pladser`,
  seat: (slug: string, id: string) => `/fora/${slug}/pladser/${id}`,
  restoreSeat: (slug: string, id: string) => `/fora/${slug}/pladser/${id}/gendan`,
  composition: (slug: string) => `/fora/${slug}/sammensaetning`,
  compositions: '/fora/sammensaetning',
  compositionDefault: (kind: string) => `/fora/sammensaetning/${kind}`,
  interfaces: (slug: string) => `/fora/${slug}/snitflader`,
  law: (slug: string) => `/fora/${slug}/lovgrundlag`,
  categories: '/fora/kategorier',
  network: '/fora/netvaerk',
  networkPlaces: '/fora/netvaerk/steder',
  overview: '/fora/overblik',
  overviewTable: (table: string) => `/fora/overblik/${table}`,
  annex: '/fora/bilag',
  vacancies: '/fora/ledige-pladser',
  oneSided: '/fora/ensidige-snitflader',
  legalReferences: '/lovgrundlag',
  createLegalReference: '/lovgrundlag/opret',
  foraWithoutLaw: '/lovgrundlag/fora-uden',
  legalReference: (id: string) => `/lovgrundlag/${id}`,
  offices: '/embeder',
  createOffice: '/embeder/opret',
  office: (id: string) => `/embeder/${id}`,
  editOffice: (id: string) => `/embeder/${id}/ret`,
  changeHolder: (id: string) => `/embeder/${id}/skift`,
  undoHolder: (id: string) => `/embeder/${id}/fortryd`,
  persons: '/personer',
  person: (id: string) => `/personer/${id}`,
  organisations: '/organisationer',
  createOrganisation: '/organisationer/opret',
  organisation: (id: string) => `/organisationer/${id}`,
  directory: '/hvem-arbejder-med',
  work: '/mit-arbejde',
  review: '/mit-arbejde/gennemgang',
  imports: '/import',
  import: (id: string) => `/import/${id}`,
} as const

/** The same address on a past day. */
export const onDay = (path: string, day: string | null): string => withQuery(path, { dato: day })

/** Words that are addresses of their own, so no forum may have them as its slug. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'opret',
  'kategorier',
  'netvaerk',
  'overblik',
  'bilag',
  'ledige-pladser',
  'sammensaetning',
  'ensidige-snitflader',
])
