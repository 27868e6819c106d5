import { changedFields } from '../../audit/store.ts'
import type { Asked } from '../../web/request.ts'
import { addOtherSide, type Mended } from './mend-store.ts'
import { listKnown } from './renew.ts'

/** Adds the other side of a statement and notes it on both fora. Null when both already name each other. */
export const mend = (asked: Asked, statement: string): Promise<Mended | null> =>
  asked.change(async (trx, log) => {
    const done = await addOtherSide(trx, asked.district.id, statement, await listKnown(trx, asked.district.id))
    if (done === null) return null
    const { silent, naming } = done
    await log({
      action: 'interface.added',
      subjectKind: silent.kind,
      subjectId: silent.id,
      subjectName: silent.name,
      changes: changedFields({ interfaces: silent.before }, { interfaces: silent.after, names: naming.name }),
    })
    await log({
      action: 'interface.confirmed',
      subjectKind: naming.kind,
      subjectId: naming.id,
      subjectName: naming.name,
      changes: changedFields(null, { namedBy: silent.name }),
    })
    return done
  })
