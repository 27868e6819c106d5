import path from 'node:path'
import { slugOf } from '../../base/danish.ts'
import type { Archived, ArchiveFault } from '../../documents/archive.ts'
import { sha256Of } from '../../documents/file-store.ts'
import type { ZipEntry } from '../../documents/zip-stream.ts'
import { minutesSheet } from '../minutes/print/minutes-sheet.ts'
import { sheetPdf } from '../minutes/print/pdf.ts'
import type { Sheet } from '../minutes/print/sheet.ts'
import type { Paper } from '../papers/paper-store.ts'
import { isHeld, itemNumber } from '../rules.ts'
import { agendaSheet, withheldBlocks } from './agenda-sheet.ts'
import { type JournalFile, type JournalView, metadataOf, type PaperFiles } from './metadata.ts'
import { toXml } from './xml.ts'

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const endingOf = (name: string): string =>
  path
    .extname(name)
    .toLowerCase()
    .replaceAll(/[^.a-z0-9]/g, '')

/** A file of the export with its bytes, which are not kept longer than it takes to send them. */
export interface Packed {
  file: JournalFile
  bytes: Uint8Array
}

const packed = (bytes: Uint8Array, file: Omit<JournalFile, 'sha256' | 'size'>): Packed => ({
  file: { ...file, sha256: sha256Of(bytes), size: bytes.length },
  bytes,
})

const sheetFile = async (name: string, sheet: Sheet): Promise<Packed> =>
  packed(await sheetPdf(sheet, 'a-2a'), {
    name,
    title: sheet.title,
    mediaType: 'application/pdf',
    form: 'made',
    pdfA: '2a',
    reason: null,
    renditionOf: null,
  })

/** Agenda and minutes as PDF/A-2a. @throws PdfFailed, PdfTooSlow. */
export async function madeFiles(view: JournalView): Promise<Packed[]> {
  const agenda = await sheetFile('01-dagsorden.pdf', agendaSheet(view))
  if (!isHeld(view.meeting.state)) return [agenda]
  const sheet = minutesSheet({ ...view, style: 'full', names: true }, view.district.name)
  const blocks = [...withheldBlocks(view.withheld), ...sheet.blocks]
  return [agenda, await sheetFile('02-referat.pdf', { ...sheet, blocks })]
}

/** `03-01-notat`: the item's number, the paper's place under it, and its title. */
const paperStem = (view: JournalView, paper: Paper): string => {
  const item = view.items.find(({ id }) => id === paper.itemId)
  const number = itemNumber(view.meeting.firstItemNumber, item?.position ?? 0)
  const place = view.papers.filter(({ itemId }) => itemId === paper.itemId).indexOf(paper) + 1
  return `${twoDigits(number)}-${twoDigits(place)}-${slugOf(paper.title)}`
}

/** The files that a paper becomes: itself where it is PDF/A or cannot become it, else a rendition with the original beside it. */
const paperFiles = (stem: string, paper: Paper, bytes: Uint8Array, outcome: Archived | ArchiveFault): Packed[] => {
  const ending = endingOf(paper.name)
  const { title, mediaType } = paper
  const itself = { title, mediaType, form: 'original', renditionOf: null } as const
  if (typeof outcome === 'string')
    return [packed(bytes, { ...itself, name: `bilag/${stem}${ending}`, pdfA: null, reason: outcome })]
  if (outcome.form === 'original')
    return [packed(bytes, { ...itself, name: `bilag/${stem}${ending}`, pdfA: outcome.level, reason: null })]
  const original = `originaler/${stem}${ending}`
  return [
    packed(outcome.bytes, {
      name: `bilag/${stem}.pdf`,
      title,
      mediaType: 'application/pdf',
      form: 'rendition',
      pdfA: outcome.level,
      reason: null,
      renditionOf: original,
    }),
    packed(bytes, { ...itself, name: original, pdfA: null, reason: 'rendered' }),
  ]
}

/** How an export gets at the papers, one at a time. */
export interface PaperSource {
  /** Undefined where the reader may no longer have it. */
  read: (paper: Paper) => Promise<Uint8Array | undefined>
  archive: (paper: Paper, bytes: Uint8Array) => Promise<Archived | ArchiveFault>
}

/**
 * A meeting for the authority's journal, file by file: agenda and minutes, the papers as PDF/A where they can be that, and
 * last what there is to register, as JSON and XML.
 */
export async function* journalFiles(
  view: JournalView,
  made: readonly Packed[],
  { read, archive }: PaperSource,
): AsyncGenerator<ZipEntry> {
  const files: JournalFile[] = []
  const filesOf = new Map<string, PaperFiles>()
  for (const { file, bytes } of made) {
    files.push(file)
    yield { name: file.name, bytes }
  }
  for (const paper of view.papers) {
    const bytes = await read(paper)
    if (bytes === undefined) continue
    const own = paperFiles(paperStem(view, paper), paper, bytes, await archive(paper, bytes))
    const [main, original] = own.map(({ file }) => file)
    if (main !== undefined) filesOf.set(paper.id, { main, original: original ?? null })
    for (const one of own) {
      files.push(one.file)
      yield { name: one.file.name, bytes: one.bytes }
    }
  }
  const metadata = metadataOf(view, files, ({ id }) => filesOf.get(id))
  yield { name: 'metadata.json', bytes: Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`) }
  yield { name: 'metadata.xml', bytes: Buffer.from(toXml(metadata)) }
}
