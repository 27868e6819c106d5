import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { isInCharge, isMember } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { isDeputy } from './hold-store.ts'

/** True for those who follow a meeting while it runs: members, deputies and those in charge. */
export const takesPart = async (asked: Asked, trx: Trx, meeting: Meeting): Promise<boolean> =>
  isInCharge(asked, meeting) ||
  isMember(asked, meeting) ||
  (asked.actor.personId !== null && (await isDeputy(trx, asked.district.id, meeting.id, asked.actor.personId)))
