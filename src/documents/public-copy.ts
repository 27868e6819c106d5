import { type FileKind, isPictureKind, isZipKind } from './file-kinds.ts'
import { isolated } from './intake/isolated.ts'
import { redrawnPicture } from './pictures.ts'

/**
 * The copy of a file that may leave the circle it was made for: without author, company, names in comments, place and time
 * of a photograph. Null for plain text, which has nothing of the kind and is given out as it is.
 * @throws IntakeRefusal when the file cannot be cleaned; it must then not be given out.
 */
export async function publicCopy(bytes: Uint8Array, kind: FileKind, title: string): Promise<Uint8Array | null> {
  if (isPictureKind(kind)) return redrawnPicture(bytes, kind)
  if (kind === 'pdf' || isZipKind(kind)) return isolated('strip', { kind, bytes, title })
  return null
}
