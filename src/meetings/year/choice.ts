import { z } from 'zod'
import { isUuid } from '../../base/ids.ts'
import { yearOf } from '../../base/time.ts'
import type { Asked } from '../../web/request.ts'

/** What a reader chose to see of the year. */
export interface Choice {
  year: number
  /** Three-digit code. */
  municipality: string | null
  /** Slug. */
  forum: string | null
  /** `mig` for the reader. */
  person: string | null
}

export const oneself = 'mig'

/** An address typed by hand still shows a year: what it cannot mean is left out. */
const choiceQuery = z.object({
  aar: z.coerce.number().int().min(2000).max(2198).nullable().catch(null),
  kommune: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .catch(null),
  forum: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .nullable()
    .catch(null),
  person: z
    .string()
    .refine((text) => text === oneself || isUuid(text))
    .nullable()
    .catch(null),
})

/** Who others are is shown only to those who may see persons; oneself only to one who is in the register. */
const mayAskFor = (asked: Asked, person: string): boolean =>
  person === oneself ? asked.actor.personId !== null : asked.may('persons.see')

export function readChoice(asked: Asked): Choice {
  const { aar, kommune, forum, person } = choiceQuery.parse(asked.c.req.query())
  const whose = person !== null && person === asked.actor.personId ? oneself : person
  return {
    year: aar ?? yearOf(asked.today),
    municipality: kommune,
    forum,
    person: whose !== null && mayAskFor(asked, whose) ? whose : null,
  }
}

/** The filter as the query of an address, without the year or month. */
export const filterQuery = ({ municipality, forum, person }: Choice): Record<string, string | null> => ({
  kommune: municipality,
  forum,
  person,
})
