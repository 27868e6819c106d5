import { NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { findDraft, type YearDraft } from './draft-store.ts'

/** The plan in the address. @throws NotFound when there is none. */
export async function askedDraft(asked: Asked, trx: Trx, find = findDraft): Promise<YearDraft> {
  const id = asked.param('id')
  const found = isUuid(id) ? await find(trx, asked.district.id, id) : undefined
  if (found === undefined) throw new NotFound()
  return found
}

export const planSubject = (draft: Pick<YearDraft, 'id' | 'year'>) => ({
  subjectKind: 'yearPlan',
  subjectId: draft.id,
  subjectName: String(draft.year),
})
