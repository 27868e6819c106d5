import type { exitCodes } from './exit-codes.ts'

/** A command cannot do what it was asked; the message is for the person at the keyboard. */
export class CommandFault extends Error {
  readonly exitCode: (typeof exitCodes)[keyof typeof exitCodes]
  constructor(message: string, exitCode: (typeof exitCodes)[keyof typeof exitCodes]) {
    super(message)
    this.exitCode = exitCode
  }
}
