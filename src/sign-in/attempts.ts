import { createHash } from 'node:crypto'
import type { SignInDb } from './database.ts'

/** How often something may be tried within a window of time before it is locked for the rest of it. */
interface Limit {
  max: number
  minutes: number
}

export const limits = {
  /** Few enough that a password cannot be guessed, enough for a person who has forgotten which one it is. */
  email: { max: 10, minutes: 15 },
  /** Failures only: a whole town hall may stand behind one address. */
  sender: { max: 100, minutes: 15 },
  /** Steps of a dialogue with a passkey or another service, each of which stores something for some minutes. */
  dialogue: { max: 600, minutes: 15 },
} as const satisfies Record<string, Limit>

/** What is counted under. An e-mail is kept as a hash only: people sometimes type their password there. */
export const emailKey = (email: string): string =>
  `email:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`

/**
 * Counts one attempt, in one statement so that attempts side by side are all counted.
 * @returns when the lock ends, or null when the attempt may go on.
 */
export async function countAttempt(db: SignInDb, key: string, limit: Limit, now: Date): Promise<Date | null> {
  const length = limit.minutes * 60_000
  const cutoff = new Date(now.getTime() - length)
  const { count, since } = await db
    .insertInto('sign_in.attempt')
    .values({ key, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: eb
          .case()
          .when('sign_in.attempt.since', '<=', cutoff)
          .then(1)
          .else(eb('sign_in.attempt.count', '+', 1))
          .end(),
        since: eb
          .case()
          .when('sign_in.attempt.since', '<=', cutoff)
          .then(now)
          .else(eb.ref('sign_in.attempt.since'))
          .end(),
      })),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow()
  return count > limit.max ? new Date(since.getTime() + length) : null
}

/** Takes one counted attempt back, because it succeeded. */
export async function uncountAttempt(db: SignInDb, key: string): Promise<void> {
  await db
    .updateTable('sign_in.attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute()
}

/** Forgets the attempts under a key after a success, and every count that is a day old. */
export async function forgetAttempts(db: SignInDb, key: string, now: Date): Promise<void> {
  await db
    .deleteFrom('sign_in.attempt')
    .where((eb) => eb.or([eb('key', '=', key), eb('since', '<', new Date(now.getTime() - 86_400_000))]))
    .execute()
}
