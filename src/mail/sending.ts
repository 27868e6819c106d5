import type { Job } from '../base/job.ts'
import type { Clock } from '../base/time.ts'
import type { Db, Trx } from '../db/db.ts'
import { transact } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { nextAttempt } from './rules.ts'
import { claimDueMail, type ClaimedMail, settleMail } from './sending-store.ts'
import type { OutgoingMail, Transport } from './transport.ts'

/** The last touch to a mail: addresses that are the receiver's alone. */
export type FinishMail = (
  trx: Trx,
  mail: Pick<ClaimedMail, 'district' | 'personId' | 'setting' | 'words' | 'html'>,
) => Promise<Pick<OutgoingMail, 'words' | 'html' | 'unsubscribe'>>

interface SendingParts {
  db: Db
  clock: Clock
  transport: Transport
  /** True when no other process can be sending: what is marked as being sent was then left by one that was killed. */
  alone: boolean
  /** How long a mail may be under way before another process takes it; longer than a transport needs. */
  leaseMs?: number
  finish?: FinishMail
}

const usualLeaseMs = 120_000
const identity = programIdentity('mail', '*')

/** Sends what is due in the outbox, one mail after another. */
export function mailJobs({ db, clock, transport, alone, leaseMs = usualLeaseMs, finish }: SendingParts): Job[] {
  let first = alone
  const claim = (): Promise<(ClaimedMail & OutgoingMail) | undefined> => {
    const now = clock()
    const leftBefore = new Date(now.getTime() - (first ? 0 : leaseMs))
    return transact(db, identity, now, async (trx) => {
      const mail = await claimDueMail(trx, { now, leftBefore })
      return mail && { ...mail, unsubscribe: null, ...(await finish?.(trx, mail)) }
    })
  }
  /** False when there is no use in trying the next mail now. */
  const deliver = async (mail: ClaimedMail & OutgoingMail, stopping?: AbortSignal): Promise<boolean> => {
    const delivery = await transport(mail, stopping)
    const now = clock()
    await transact(db, identity, now, (trx) => {
      if (delivery.kind === 'sent') return settleMail(trx, mail, { state: 'sent', at: now })
      const nextAt = delivery.kind === 'later' ? nextAttempt(mail.attempts, now) : null
      return settleMail(
        trx,
        mail,
        nextAt === null
          ? { state: 'failed', words: delivery.words }
          : { state: 'queued', nextAt, words: delivery.words },
      )
    })
    return delivery.kind !== 'later' || delivery.reachable
  }
  const run = async (stopping?: AbortSignal): Promise<number> => {
    let done = 0
    while (stopping?.aborted !== true) {
      const mail = await claim()
      if (mail === undefined) break
      done += 1
      if (!(await deliver(mail, stopping))) break
    }
    first = false
    return done
  }
  return [{ name: 'mail', everySeconds: 5, run }]
}
