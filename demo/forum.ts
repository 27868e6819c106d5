import type { ForumKind, ForumStatus, Level, Openness } from '../src/fora/register/rules.ts'
import type { Party, SeatRole } from '../src/fora/seats/rules.ts'
import { demoMunicipalities } from './municipalities.ts'
import type { When } from './when.ts'

export interface DemoSeat {
  role: SeatRole
  owner: 'office' | 'organisation' | 'person'
  /** Title or name of the owner. */
  name: string
  party?: Party
  appointedBy?: string
  /** A term of office ends. */
  ends?: When
  since?: When
  /** The seat is no more. */
  until?: When
}

/** A seat that belongs to an office. */
export const office = (name: string, role: SeatRole = 'member'): DemoSeat => ({ role, owner: 'office', name })
/** Seats of several offices. */
export const offices = (...names: string[]): DemoSeat[] => names.map((name) => office(name))
/** A seat an organisation fills with whom it wants. */
export const sends = (...names: string[]): DemoSeat[] =>
  names.map((name) => ({ role: 'member', owner: 'organisation', name }))
/** A seat of the office of this name in every municipality: "Borgmester i". */
export const everywhere = (title: string): DemoSeat[] =>
  offices(...demoMunicipalities.map(({ name }) => `${title} ${name}`))

/** The seven fields of the annex. */
export interface DemoWords {
  topic: string
  legalBasis: string
  purpose: string
  actionPlans: string
  interfaces: string
  participants: string
  cadence: string
}

export interface DemoForum extends DemoWords {
  category: number
  name: string
  kind?: ForumKind
  level: Level
  openness?: Openness
  personalData?: boolean
  municipality?: string
  parent?: string
  group?: string
  /** Keys of legal references. */
  law?: readonly string[]
  seats: readonly DemoSeat[]
  /** `MM-DD` of both years; `weekly` for every Thursday. */
  meets?: readonly string[] | 'weekly'
  /** A meeting so shortly before today that its minutes are always going round. */
  lately?: When
  /** Of these, the ones nobody called this year. */
  missed?: readonly string[]
  status?: ForumStatus
  statusReason?: string
}

export interface DemoGroup extends DemoWords {
  category: number
  name: string
}

export const noPlan = 'Nej'
export const noInterface = 'Ingen'
export const noLaw = 'Intet særskilt'
