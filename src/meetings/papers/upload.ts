import { looksLikeCpr } from '../../base/cpr.ts'
import { checkFile } from '../../documents/file-check.ts'
import { isPictureKind, mediaTypes, safeFileName } from '../../documents/file-kinds.ts'
import { IntakeRefusal } from '../../documents/intake/refusal.ts'
import { previewPicture } from '../../documents/pictures.ts'
import { publicCopy } from '../../documents/public-copy.ts'
import { type ScanFile, ScanUnavailable } from '../../documents/virus-scan.ts'
import type { NewVersion } from './paper-store.ts'
import type { PaperFault } from './texts.ts'

/** A file that may be stored, or the reason why not. */
export type Judged = { name: string; made: NewVersion } | { name: string; fault: PaperFault; virus?: string }

/** The reason of a refusal as this room says it. */
export const faultOf = (error: unknown): PaperFault | null => {
  if (error instanceof IntakeRefusal) return error.reason === 'noText' ? 'damaged' : error.reason
  return error instanceof ScanUnavailable ? 'scanDown' : null
}

const examined = async (
  name: string,
  bytes: Uint8Array,
  scan: ScanFile | null,
  openAs: string | null,
): Promise<Judged> => {
  const { kind, pages } = await checkFile(bytes, name)
  const virus = scan === null ? null : await scan(bytes)
  if (virus !== null) return { name, fault: 'infected', virus }
  const preview = isPictureKind(kind) ? await previewPicture(bytes) : null
  const copy = openAs === null ? null : ((await publicCopy(bytes, kind, openAs)) ?? 'same')
  const scanned = scan === null ? 'unscanned' : 'clean'
  return { name, made: { name, mediaType: mediaTypes[kind], bytes, pages, scan: scanned, preview, copy } }
}

/**
 * Examines what was sent as a paper. `scan` is null where no virus scanner is set up; `openAs` is the title of a paper that
 * is open already, whose new version needs its copy without metadata at once.
 */
export async function judgeUpload(file: File, scan: ScanFile | null, openAs: string | null = null): Promise<Judged> {
  const name = safeFileName(file.name)
  if (looksLikeCpr(name)) return { name: '', fault: 'cpr' }
  try {
    return await examined(name, new Uint8Array(await file.arrayBuffer()), scan, openAs)
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    return { name, fault }
  }
}

/** The files a form sent under a name; those of a field left empty are none. */
export const sentFiles = (sent: unknown): File[] =>
  (Array.isArray(sent) ? sent : [sent]).filter(
    (one): one is File => one instanceof File && (one.name !== '' || one.size > 0),
  )
