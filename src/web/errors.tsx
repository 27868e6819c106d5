import { Busy, Conflict, Forbidden, Invalid, NotFound } from '../base/errors.ts'
import { errorTexts } from './error-texts.ts'
import type { Frame } from './frame.ts'
import { Page } from './layout.tsx'
import { inDistrict, paths, withQuery } from './paths.ts'
import { webTexts } from './texts.ts'

/**
 * The ways a request ends without its page. `stale-form` is a form whose token no longer holds, `signed-out` one whose writer is
 * nobody any more.
 */
export type Failure =
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'stale-form'
  | 'signed-out'
  | 'too-large'
  | 'too-many'
  | 'failed'
  | 'busy'
  | 'closed'

/** The HTTP status of each failure. */
export const failureStatus = {
  forbidden: 403,
  'stale-form': 403,
  'signed-out': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  failed: 500,
  busy: 503,
  closed: 503,
} as const satisfies Record<Failure, number>

/** Which failure an error means to the reader. Anything that is not a domain error is the program's own fault. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof NotFound) return 'not-found'
  if (error instanceof Forbidden) return 'forbidden'
  if (error instanceof Conflict) return 'conflict'
  if (error instanceof Invalid) return 'invalid'
  if (error instanceof Busy) return 'busy'
  return 'failed'
}

interface ErrorPageProps {
  readonly frame: Frame
  readonly failure: Failure
  /** The request's id; the reader can quote it and the log holds it. */
  readonly reference: string
  /** A sentence on what was wrong with the input; only from `Invalid`. */
  readonly reason?: string
}

/** What happened, what became of the reader's data, and where to go. Never the program's own error text. */
export const ErrorPage = ({ frame, failure, reference, reason }: ErrorPageProps) => {
  const { title, text, next } = errorTexts[frame.lang][failure]
  const shell = webTexts[frame.lang]
  // What is not there for a visitor may be there for them once they have signed in, such as where a mail leads.
  const onward = failure === 'forbidden' || failure === 'not-found'
  const signIn = frame.reader === null && (onward || failure === 'signed-out')
  return (
    <Page frame={frame} title={title}>
      <div class="sv-lone">
        <h1>{title}</h1>
        <p class="font-lead">{reason ?? text}</p>
        <p>{next}</p>
        <p class="sv-acts sv-gap">
          {signIn && (
            <a
              class="button button-primary"
              href={onward ? withQuery(paths.signIn, { next: frame.path }) : paths.signIn}
            >
              {shell.signIn}
            </a>
          )}
          {!(signIn && failure !== 'not-found') && (
            <a href={frame.district === null ? paths.home : inDistrict(frame.district, '/fora')}>{shell.toStart}</a>
          )}
        </p>
        <p class="sv-sm sv-2">{shell.reference(reference)}</p>
      </div>
    </Page>
  )
}
