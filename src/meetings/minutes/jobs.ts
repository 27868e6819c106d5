import type { Job } from '../../base/job.ts'
import type { Clock } from '../../base/time.ts'
import type { Db } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { programIdentity } from '../../people/actor.ts'
import { concludeApproval } from './conclude.ts'

const name = 'Samvirk'

/** Minutes whose deadline passes, or that everyone has approved, count as approved. One transaction for each meeting. */
export const minutesJobs = ({ db, clock }: { db: Db; clock: Clock }): Job[] => [
  {
    name: 'minutes',
    everySeconds: 300,
    run: async () => {
      const circulated = await readAs(db, programIdentity(name, '*'), (trx) =>
        trx
          .selectFrom('meetings.meeting as meeting')
          .select(['meeting.district', 'meeting.id'])
          .where('meeting.state', '=', 'circulated')
          .execute(),
      )
      let done = 0
      const failures: unknown[] = []
      for (const { district, id } of circulated) {
        const now = clock()
        try {
          const concluded = await transact(db, programIdentity(name, district), now, (trx) =>
            concludeApproval(trx, district, id, now),
          )
          if (concluded) done += 1
        } catch (error) {
          // One meeting that fails must not keep the others waiting.
          failures.push(error)
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Minutes that could not be concluded')
      return done
    },
  },
]
