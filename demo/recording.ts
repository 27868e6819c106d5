import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { LogEvent } from '../src/audit/store.ts'
import type { CalendarDay } from '../src/base/time.ts'
import type { Trx } from '../src/db/db.ts'
import type { Identity } from '../src/db/tx.ts'
import { morningOf } from './when.ts'

/** The things of the register by the name that the tables use. */
class Names {
  readonly #ids = new Map<string, string>()
  readonly #what: string
  constructor(what: string) {
    this.#what = what
  }
  /** Gives a name an id. */
  add(name: string): string {
    const id = randomUUID()
    this.#ids.set(name, id)
    return id
  }
  /** @throws when the tables name something that is not in them. */
  of(name: string): string {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`The demonstration has no ${this.#what} called "${name}"`)
    return id
  }
  get all(): ReadonlyMap<string, string> {
    return this.#ids
  }
}

/** The register being written: the one transaction, the day it is laid round, and what has an id so far. */
export interface Recording {
  trx: Trx
  district: string
  today: CalendarDay
  categories: Names
  groups: Names
  fora: Names
  organisations: Names
  offices: Names
  people: Names
  law: Names
}

export const startRecording = (trx: Trx, district: string, today: CalendarDay): Recording => ({
  trx,
  district,
  today,
  categories: new Names('category'),
  groups: new Names('group'),
  fora: new Names('forum'),
  organisations: new Names('organisation'),
  offices: new Names('office'),
  people: new Names('person'),
  law: new Names('legal reference'),
})

/** Lets what follows in the transaction be recorded as of the morning of a day, by somebody. */
export async function onMorningOf({ trx }: Recording, on: CalendarDay, by: Identity): Promise<void> {
  const setting = JSON.stringify({ ...by, now: morningOf(on).toISOString() })
  await sql`select set_config('samvirk.actor', ${setting}, true)`.execute(trx)
}

/** Writes many events to the district's log in one statement, in their order. */
export async function logAll({ trx, district }: Recording, events: readonly LogEvent[]): Promise<void> {
  const written = JSON.stringify(events.map((event) => ({ changes: [], ...event })))
  await sql`select audit.write(${district}, e.item ->> 'action', e.item ->> 'subjectKind', e.item ->> 'subjectId',
      e.item ->> 'subjectName', e.item -> 'changes')
    from (select item from jsonb_array_elements(${written}::jsonb) with ordinality as list(item, place) order by place) as e`.execute(
    trx,
  )
}
