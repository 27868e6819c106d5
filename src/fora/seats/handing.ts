import { Conflict } from '../../base/errors.ts'
import type { LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { type Going, type Handover, type NewOwner, type OpenTask, ownerChoices, taskField } from './handover.ts'
import type { Tenure } from './holder-rules.ts'
import { listOfficesInFora, type OfficeInFora, type OfficeSeat } from './holder-store.ts'
import { holderTexts } from './holder-texts.ts'

/** The action points that one who leaves an office must hand to others, and what was chosen for each. */
export interface Handing {
  /** Where the office sits when the change happens. */
  forumIds: readonly string[]
  tasks: readonly OpenTask[]
  /** Other offices that sit in the fora, to choose between. */
  offices: readonly OfficeInFora[]
  /** What was chosen, by action point. */
  chosen: ReadonlyMap<string, string>
  /** The action points that nobody was chosen for, or somebody who cannot have them. */
  problems: readonly Problem[]
}

interface Leaving {
  handover: Handover
  office: { id: string; title: string }
  leaves: Tenure | null
  seats: readonly OfficeSeat[]
  /** True when nobody takes over. */
  vacates: boolean
  /** Who takes over; null when nobody does, or one who is new in the register. */
  holderId: string | null
  values: Readonly<Record<string, unknown>>
}

/** What must be handed on when a holder leaves, and to whom the form says that it goes. */
export async function readHanding(
  asked: Asked,
  { handover, office, leaves, seats, vacates, holderId, values }: Leaving,
): Promise<Handing> {
  const forumIds = [...new Set(seats.map(({ forumId }) => forumId))]
  if (leaves === null || seats.length === 0)
    return { forumIds, tasks: [], offices: [], chosen: new Map(), problems: [] }
  const district = asked.district.id
  return asked.read(async (trx) => {
    const tasks = await handover.openTasks(trx, district, leaves.personId, forumIds)
    const offices = tasks.length === 0 ? [] : await listOfficesInFora(trx, district, forumIds, asked.today)
    const others = offices.filter(({ id }) => id !== office.id)
    const toHolder: readonly string[] = vacates ? [] : Object.values(ownerChoices)
    const possible = new Set([...toHolder, ...others.map(({ id }) => id)])
    const chosen = new Map(
      tasks.flatMap((task) => {
        const value = values[taskField(task)]
        return typeof value === 'string' && possible.has(value) ? [[task.id, value] as const] : []
      }),
    )
    const going = [...chosen].map(([taskId, choice]): Going =>
      toHolder.includes(choice)
        ? { taskId, personId: holderId, officeId: null }
        : { taskId, personId: null, officeId: choice },
    )
    const keptOut = await handover.keptOut(trx, district, going, asked.today)
    const t = holderTexts[asked.lang]
    const problems = tasks
      .filter(({ id }) => !chosen.has(id) || keptOut.has(id))
      .map((task) => ({
        field: taskField(task),
        text: chosen.has(task.id) ? t.keptOut(task.title) : t.handFirst(task.title),
      }))
    return { forumIds, tasks, offices: others, chosen, problems }
  })
}

interface HandingOver {
  trx: Trx
  log: (event: LogEvent) => Promise<void>
  handover: Handover
  office: { id: string; title: string }
  leaves: Tenure | null
  handing: Handing
  /** Who takes over; null when nobody does. */
  holder: { personId: string; name: string } | null
}

/**
 * Hands every action point to whom was chosen, in the transaction of the change of holder.
 * @throws Conflict when there are others by now than those that were chosen for.
 */
export async function handOver(
  asked: Asked,
  { trx, log, handover, office, leaves, handing, holder }: HandingOver,
): Promise<void> {
  if (leaves === null) return
  const district = asked.district.id
  const tasks = await handover.openTasks(trx, district, leaves.personId, handing.forumIds)
  const ownerOf = (choice: string | undefined): NewOwner => {
    if (choice === ownerChoices.office && holder !== null) return { officeId: office.id, name: office.title }
    if (choice === ownerChoices.holder && holder !== null) return holder
    const other = handing.offices.find(({ id }) => id === choice)
    if (other === undefined) throw new Conflict()
    return { officeId: other.id, name: other.name }
  }
  for (const task of tasks) {
    const choice = handing.chosen.get(task.id)
    const to = ownerOf(choice)
    const tellPersonId = choice === ownerChoices.office ? (holder?.personId ?? null) : null
    if (!(await handover.hand(asked, trx, log, { task, from: leaves.personName, to, tellPersonId })))
      throw new Conflict()
  }
}
