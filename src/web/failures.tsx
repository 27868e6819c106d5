import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Forbidden, Invalid } from '../base/errors.ts'
import { today } from '../base/time.ts'
import { refusalCounter, writtenAs } from '../audit/refusals.ts'
import { programChain, record } from '../audit/store.ts'
import { refusalOf } from '../db/refusals.ts'
import { transact } from '../db/tx.ts'
import { identityOf, publicActor } from '../people/actor.ts'
import { ErrorPage, type Failure, failureOf, failureStatus } from './errors.tsx'
import type { Log } from './log.ts'
import { frameOf, type Parts, type RequestEnv } from './request.ts'
import { senderOf } from './sender.ts'
import type { Context } from 'hono'

/** The pipeline may have failed before it knew the reader; the page is then the public's. */
const known = (c: Context<RequestEnv>) => {
  const given: Partial<RequestEnv['Variables']> = c.var
  c.set('lang', given.lang ?? 'da')
  c.set('csrf', given.csrf ?? (() => ''))
  c.set('district', given.district ?? null)
  c.set('actor', given.actor ?? publicActor(null, c.var.requestId))
}

const show = (parts: Parts, c: Context<RequestEnv>, failure: Failure, reason?: string) => {
  known(c)
  if (failure === 'busy') c.header('retry-after', '30')
  return c.html(
    <ErrorPage
      frame={frameOf(parts, c)}
      failure={failure}
      reference={c.var.requestId}
      {...(reason !== undefined && { reason })}
    />,
    failureStatus[failure],
  )
}

/** 404 for what does not exist, or what the reader may not know exists. */
export const answerMissing =
  (parts: Parts): NotFoundHandler<RequestEnv> =>
  (c) =>
    show(parts, c, 'not-found')

/** A form that was sent after its writer was signed out: what they wrote is still in their browser. */
const isSignedOut = (c: Context<RequestEnv>): boolean => {
  known(c)
  return c.req.method === 'POST' && c.var.actor.accountId === null
}

const failureOfAny = (c: Context<RequestEnv>, error: Error): Failure => {
  if (error instanceof HTTPException)
    return error.status === 413 ? 'too-large' : error.status === 429 ? 'too-many' : 'failed'
  if (error instanceof Forbidden && error.permission === 'request.token') return 'stale-form'
  if (error instanceof Forbidden && isSignedOut(c)) return 'signed-out'
  const refused = refusalOf(error)
  return refused === null ? failureOf(error) : refused === 'conflict' ? 'conflict' : 'invalid'
}

type CountRefusal = ReturnType<typeof refusalCounter>

/**
 * Every refused access is written to the log of the district, or of the program outside any district; those of nobody in
 * particular by their number, once one sender has many.
 */
async function recordRefusal(parts: Parts, c: Context<RequestEnv>, error: Forbidden, count: CountRefusal) {
  known(c)
  const { actor } = c.var
  const sender = actor.accountId === null ? senderOf(c) : null
  const now = parts.clock()
  const nth = sender === null ? 1 : count(sender, now)
  const written = writtenAs(nth)
  if (written === 'nothing') return
  await transact(parts.db, identityOf(actor), now, (trx) =>
    record(trx, actor.district ?? programChain, {
      action: written === 'row' ? 'access.refused' : 'access.refusedOften',
      subjectKind: 'address',
      subjectId: c.req.path.slice(0, 200),
      subjectName: `${c.req.method} ${c.req.path.slice(0, 200)}: ${error.permission}`,
      ...(written === 'count' && { changes: [{ field: 'refusals', before: null, after: String(nth) }] }),
    }),
  )
}

/** One page and status for each way a request can end; the program's own faults are logged with their cause. */
export const answerFailure = (parts: Parts, log: Log): ErrorHandler<RequestEnv> => {
  const count = refusalCounter()
  return async (error, c) => {
    const failure = failureOfAny(c, error)
    if (failure === 'failed')
      log.error({ err: error, request: c.var.requestId, day: today(parts.clock) }, 'request failed')
    // A form should have caught it, so it is worth a look.
    else if (refusalOf(error) !== null) log.warn({ err: error, request: c.var.requestId }, 'refused by the database')
    if (error instanceof Forbidden) await recordRefusal(parts, c, error, count)
    try {
      // Rendered here, so that a fault in the page's own frame is caught too.
      return await show(parts, c, failure, error instanceof Invalid ? error.message : undefined)
    } catch (second) {
      log.error({ err: second, request: c.var.requestId }, 'the page for a failure failed')
      return c.text(`Der er sket en fejl. Henvisning: ${c.var.requestId}`, 500)
    }
  }
}
