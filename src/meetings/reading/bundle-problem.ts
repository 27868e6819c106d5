import { DomainError } from '../../base/errors.ts'
import type { Language } from '../../base/language.ts'
import { IntakeRefusal } from '../../documents/intake/refusal.ts'
import { PdfTooSlow } from '../../documents/typst.ts'
import { readingTexts } from './texts.ts'

/** There is nothing that can be joined, or more than one file can hold. */
export class CannotJoin extends DomainError {
  readonly reason: 'noPapers' | 'tooMuch'
  constructor(reason: 'noPapers' | 'tooMuch') {
    super(`Papers cannot be joined: ${reason}`)
    this.reason = reason
  }
}

/** Why a file of a meeting could not be made, as a sentence; null when the error is something else. */
export const bundleProblem = (error: unknown, lang: Language): string | null => {
  const t = readingTexts[lang]
  if (error instanceof CannotJoin) return t[error.reason]
  if (error instanceof PdfTooSlow) return t.tooSlow
  if (error instanceof IntakeRefusal) return error.reason === 'tooComplex' ? t.tooMuch : t.damagedPart
  return null
}
