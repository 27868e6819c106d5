import { type FileKind, isPictureKind } from './file-kinds.ts'
import { isolated } from './intake/isolated.ts'
import { decodeText, linesOf } from './intake/plain-text.ts'
import { IntakeRefusal } from './intake/refusal.ts'
import { jpegPicture } from './pictures.ts'
import template from './archive.typ?raw'
import { makePdf, PdfFailed, type PdfOrder, PdfTooSlow } from './typst.ts'

/** Why a file could not become PDF/A. */
export type ArchiveFault = 'encrypted' | 'unreadable' | 'noText' | 'tooLarge' | 'tooSlow'

/** A file as PDF/A. `level` is such as `2a`. */
export interface Archived {
  /** `original` is the file itself, byte for byte; a `rendition` shows what it says and stands beside it. */
  form: 'original' | 'rendition'
  level: string
  bytes: Uint8Array
}

interface Archivable {
  bytes: Uint8Array
  kind: FileKind
  title: string
  /** What a rendition says of itself: that it is one, and of what. */
  remark: string
  /** The moment in the file's own metadata; the same file and moment give the same bytes. */
  at: Date
}

const timeLimitMs = 60_000
/** Pages that are drawn anew; a longer file stays as it is. */
const mostPages = 200
/** Characters of a rendition, about three hundred pages. */
const mostCharacters = 600_000

const rendition = async (
  { title, remark, at }: Archivable,
  level: '2a' | '2u',
  { data, ...order }: Partial<Pick<PdfOrder, 'files' | 'redrawn'>> & { data: Readonly<Record<string, unknown>> },
): Promise<Archived> => {
  const bytes = await makePdf({
    ...order,
    template,
    data: { title, remark, lines: [], pages: [], picture: false, ...data },
    timeLimitMs,
    createdAt: at,
    standard: `a-${level}`,
  })
  return { form: 'rendition', level, bytes }
}

const ofText = async (file: Archivable, lines: readonly string[]): Promise<Archived | ArchiveFault> => {
  if (!lines.some((line) => line.trim() !== '')) return 'noText'
  if (lines.reduce((sum, line) => sum + line.length, 0) > mostCharacters) return 'tooLarge'
  // A tab is the gap between two cells of a row.
  return rendition(file, '2a', { data: { lines: lines.map((line) => line.trim().replaceAll('\t', '  |  ')) } })
}

const ofPdf = async (file: Archivable): Promise<Archived | ArchiveFault> => {
  const { bytes } = file
  const { level, pages, pictured } = await isolated('archive', { bytes }, { milliseconds: timeLimitMs, beside: true })
  if (level !== null) return { form: 'original', level, bytes }
  if (pages.length > mostPages) return 'tooLarge'
  return rendition(file, '2u', { data: { pages }, redrawn: { pdf: bytes, pages: pages.length, pictured } })
}

const attempt = async (file: Archivable): Promise<Archived | ArchiveFault> => {
  const { bytes, kind } = file
  if (kind === 'pdf') return ofPdf(file)
  if (isPictureKind(kind))
    return rendition(file, '2a', { data: { picture: true }, files: { 'picture.jpg': await jpegPicture(bytes) } })
  if (kind === 'txt' || kind === 'csv') return ofText(file, linesOf(decodeText(bytes)))
  return ofText(file, await isolated('text', { kind, bytes }, { beside: true }))
}

const refusals: Partial<Record<IntakeRefusal['reason'], ArchiveFault>> = {
  encrypted: 'encrypted',
  noText: 'noText',
  tooComplex: 'tooLarge',
  tooLarge: 'tooLarge',
}

/** A file as PDF/A: itself where it is that already, else a rendition of it; or why there can be none. */
export async function archived(file: Archivable): Promise<Archived | ArchiveFault> {
  try {
    return await attempt(file)
  } catch (error) {
    if (error instanceof IntakeRefusal) return refusals[error.reason] ?? 'unreadable'
    if (error instanceof PdfTooSlow) return 'tooSlow'
    if (error instanceof PdfFailed) return 'unreadable'
    throw error
  }
}
