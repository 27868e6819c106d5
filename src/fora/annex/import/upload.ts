import { DomainError } from '../../../base/errors.ts'
import type { Language } from '../../../base/language.ts'
import { type IntakeKind, readText } from '../../../documents/intake.ts'
import { IntakeRefusal } from '../../../documents/intake/refusal.ts'
import { intakeTexts } from '../../../documents/intake/texts.ts'
import { AnnexJsonRefusal, readAnnexJson } from '../reading/json.ts'
import type { AnnexProposal, RefusedReading } from '../reading/proposal.ts'
import { readAnnex } from '../reading/read.ts'
import { readingTexts } from '../reading/texts.ts'

/** The file can be read, but it is no annex. */
class NotAnAnnex extends DomainError {
  readonly reason: RefusedReading['code']
  constructor(reason: RefusedReading['code']) {
    super(`Not an annex: ${reason}`)
    this.reason = reason
  }
}

export interface ReadAnnexFile {
  proposal: AnnexProposal
  /** The text of the file, line by line. */
  lines: readonly string[]
  kind: IntakeKind
}

/** A text without what a database cannot keep: the null character and half of a pair of surrogates. */
export const storable = (line: string): string => line.toWellFormed().replaceAll('\0', '')

/**
 * Reads an uploaded annex. `municipalities` are the names of the district's municipalities; with none, places are not checked.
 * Throws what `refusalText` has a sentence for when the file cannot be read or is no annex.
 */
export async function readAnnexFile(
  bytes: Uint8Array,
  fileName: string,
  municipalities: readonly string[],
): Promise<ReadAnnexFile> {
  const read = await readText(bytes, fileName)
  const lines = read.lines.map(storable)
  const context = { municipalities }
  const proposal = read.kind === 'json' ? readAnnexJson(lines.join('\n'), context) : readAnnex(lines, context)
  if (!proposal.recognised || proposal.fora.length === 0) throw new NotAnAnnex(proposal.reason?.code ?? 'noLabels')
  return { proposal, lines, kind: read.kind }
}

/** Why a file was refused, as a sentence; null when the error is something else. */
export const refusalText = (error: unknown, lang: Language): string | null => {
  if (error instanceof IntakeRefusal) return intakeTexts[lang][error.reason]
  if (error instanceof NotAnAnnex) return readingTexts[lang].refused[error.reason]
  if (!(error instanceof AnnexJsonRefusal)) return null
  const { jsonRefused } = readingTexts[lang]
  return error.reason === 'notAnnex' ? jsonRefused.notAnnex(error.place) : jsonRefused[error.reason]
}

export const mediaTypes = {
  txt: 'text/plain; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
} as const satisfies Record<IntakeKind, string>
