import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { Asked, Parts } from '../../web/request.ts'
import type { WorkPart } from '../own-work/part.ts'

/** An open action point that somebody owns in person. */
export interface OpenTask {
  id: string
  version: number
  title: string
  forumId: string
  forumName: string
  dueOn: string
}

/** Who gets an action point: an office, or a person. */
export type NewOwner = { officeId: string; name: string } | { personId: string; name: string }

/** To whom one action point is to go: a person, or an office whoever holds it. */
export interface Going {
  taskId: string
  personId: string | null
  officeId: string | null
}

/** What a change of holder asks of the room that keeps action points; the register does not know that room. */
export interface Handover {
  /** Open action points that a person owns in person, from some fora. */
  openTasks: (trx: Trx, district: string, personId: string, forumIds: readonly string[]) => Promise<OpenTask[]>
  /** The action points that would go to somebody who is kept out of what they come from, and so could never see them. */
  keptOut: (trx: Trx, district: string, going: readonly Going[], today: CalendarDay) => Promise<ReadonlySet<string>>
  /** Gives one to somebody else, with a log entry. False when it was changed by somebody else first. */
  hand: (
    asked: Asked,
    trx: Trx,
    log: Parameters<Parameters<Asked['change']>[0]>[1],
    handing: { task: OpenTask; from: string; to: NewOwner; tellPersonId: string | null },
  ) => Promise<boolean>
  /** Tells a new holder of the page with what follows with the office. */
  tellHolder: (trx: Trx, district: string, told: { personId: string; officeId: string; by: string }) => Promise<void>
}

export interface ForaParts extends Parts {
  handover: Handover
  /** What the rooms above ask of the reader, in the order it is shown. */
  work: readonly WorkPart[]
}

/** How the choice of a new owner is sent in the form: one field for each action point. */
export const taskField = (task: Pick<OpenTask, 'id'>): string => `opgave-${task.id}`

/** The two choices that depend on the change itself. Any other value is the id of an office. */
export const ownerChoices = { office: 'embedet', holder: 'ny' } as const
