import type { Child } from 'hono/jsx'
import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'

/** A section of "Mit arbejde" that a room above the register brings; null when it has nothing for the reader. */
export type WorkPart = (asked: Asked, trx: Trx) => Promise<Child>
