import type { Logger } from 'pino'

/** The program's own log of what it does, as structured lines. Not the audit log. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>
