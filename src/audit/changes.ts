import { z } from 'zod'
import type { FieldChange } from './store.ts'

const storedChanges = z.array(
  z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
)

/** The changed fields of a log entry, read from its stored form. */
export const changesOf = (entry: { changes: unknown }): readonly FieldChange[] => storedChanges.parse(entry.changes)
