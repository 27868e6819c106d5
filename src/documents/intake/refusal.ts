import { DomainError } from '../../base/errors.ts'

export const refusalReasons = [
  'empty',
  'tooLarge',
  'wrongType',
  'mismatch',
  'encrypted',
  'damaged',
  'noText',
  'zipBomb',
  'tooComplex',
  'macro',
  'hidden',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The file cannot be read; `intakeTexts` has the sentence for each reason. */
export class IntakeRefusal extends DomainError {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(`File refused: ${reason}`, options)
    this.reason = reason
  }
}

/** Bounds of what one document may cost. Sizes are in bytes; text is counted in characters. */
export const limits = {
  file: 20 * 1024 * 1024,
  characters: 4_000_000,
  lines: 100_000,
  pages: 600,
  zipEntries: 2000,
  zipEntry: 64 * 1024 * 1024,
  zipTotal: 128 * 1024 * 1024,
  /** A page of XML shrinks about thirty times; a bomb about a thousand. */
  zipRatio: 150,
  /** Below this size the ratio does not matter. */
  zipFree: 2 * 1024 * 1024,
  heapMegabytes: 384,
  residentBytes: 700 * 1024 * 1024,
  milliseconds: 20_000,
} as const
