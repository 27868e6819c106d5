import path from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { slugOf } from '../../base/danish.ts'
import { sha256Of } from '../../documents/file-store.ts'
import { minutesSheet } from '../minutes/print/minutes-sheet.ts'
import { sheetPdf } from '../minutes/print/pdf.ts'
import type { Sheet } from '../minutes/print/sheet.ts'
import type { Paper } from '../papers/paper-store.ts'
import { isHeld, itemNumber } from '../rules.ts'
import { agendaSheet, withheldBlocks } from './agenda-sheet.ts'
import { type JournalFile, type JournalView, metadataOf } from './metadata.ts'
import { toXml } from './xml.ts'

/** The first moment a zip can name, so that the same state gives the same bytes. */
const mtime = new Date(1980, 0, 1)

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const endingOf = (name: string): string =>
  path
    .extname(name)
    .toLowerCase()
    .replaceAll(/[^.a-z0-9]/g, '')

const archived = async (name: string, sheet: Sheet): Promise<JournalFile> => {
  const bytes = await sheetPdf(sheet, 'a-2a')
  return { name, title: sheet.title, mediaType: 'application/pdf', sha256: sha256Of(bytes), size: bytes.length, bytes }
}

/** `bilag/03-01-notat.pdf`: the item's number, the paper's place under it, and its title. */
const paperName = (view: JournalView, paper: Paper): string => {
  const item = view.items.find(({ id }) => id === paper.itemId)
  const number = itemNumber(view.meeting.firstItemNumber, item?.position ?? 0)
  const place = view.papers.filter(({ itemId }) => itemId === paper.itemId).indexOf(paper) + 1
  return `bilag/${twoDigits(number)}-${twoDigits(place)}-${slugOf(paper.title)}${endingOf(paper.name)}`
}

const paperFile = (view: JournalView, paper: Paper, bytes: Uint8Array): JournalFile => ({
  name: paperName(view, paper),
  title: paper.title,
  mediaType: paper.mediaType,
  sha256: sha256Of(bytes),
  size: bytes.length,
  bytes,
})

const madeFiles = async (view: JournalView): Promise<JournalFile[]> => {
  const agenda = await archived('01-dagsorden.pdf', agendaSheet(view))
  if (!isHeld(view.meeting.state)) return [agenda]
  const sheet = minutesSheet({ ...view, style: 'full', names: true }, view.district.name)
  const blocks = [...withheldBlocks(view.withheld), ...sheet.blocks]
  return [agenda, await archived('02-referat.pdf', { ...sheet, blocks })]
}

/**
 * A meeting as a zip for the authority's journal: agenda and minutes as PDF/A-2a, the papers as they are stored, and
 * what there is to register as JSON and XML. The same state gives the same bytes. @throws PdfFailed, PdfTooSlow.
 */
export async function journalZip(view: JournalView, bytesOf: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const ofPaper = new Map<string, JournalFile>()
  for (const paper of view.papers) {
    const bytes = bytesOf.get(paper.fileId)
    if (bytes !== undefined) ofPaper.set(paper.id, paperFile(view, paper, bytes))
  }
  const files = [...(await madeFiles(view)), ...ofPaper.values()]
  const metadata = metadataOf(view, files, ({ id }) => ofPaper.get(id))
  // Papers are mostly packed already; storing them keeps the server free for others.
  const entries: Zippable = {
    'metadata.json': [strToU8(`${JSON.stringify(metadata, null, 2)}\n`), { mtime, level: 6 }],
    'metadata.xml': [strToU8(toXml(metadata)), { mtime, level: 6 }],
  }
  for (const { name, bytes } of files) entries[name] = [bytes, { mtime, level: 0 }]
  return zipSync(entries)
}
