import type { Trx } from '../../db/db.ts'

/** A legal reference: the law is data, dated and editable. */
export interface LegalReference {
  id: string
  act: string
  paragraph: string
  subject: string
  source: string
  validFrom: string | null
  validTo: string | null
  checkedOn: string | null
  version: number
}

/** The legal references a forum rests on. */
export const listLawOfForum = (trx: Trx, district: string, forumId: string): Promise<LegalReference[]> =>
  trx
    .selectFrom('fora.forum_legal_reference as link')
    .innerJoin('fora.legal_reference as reference', (join) =>
      join.onRef('reference.district', '=', 'link.district').onRef('reference.id', '=', 'link.legal_reference_id'),
    )
    .select([
      'reference.id',
      'reference.act',
      'reference.paragraph',
      'reference.subject',
      'reference.source',
      'reference.valid_from as validFrom',
      'reference.valid_to as validTo',
      'reference.checked_on as checkedOn',
      'reference.version',
    ])
    .where('link.district', '=', district)
    .where('link.forum_id', '=', forumId)
    .orderBy('reference.act')
    .orderBy('reference.paragraph')
    .execute()
