import sharp from 'sharp'
import type { PictureKind } from './file-kinds.ts'
import { IntakeRefusal } from './intake/refusal.ts'

/** A photograph of today has some fifty million; a picture that claims more is meant to fill the memory. */
const mostPixels = 100_000_000
/** Longest side of a preview, in pixels. */
const previewSide = 1600

const opened = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })

const refusing = async (work: Promise<Buffer>): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await work)
  } catch (cause) {
    const tooLarge = cause instanceof Error && cause.message.includes('pixel limit')
    throw new IntakeRefusal(tooLarge ? 'tooComplex' : 'damaged', { cause })
  }
}

/**
 * A picture for the page: at most 1600 pixels on its longest side, as WebP, turned the right way up, with nothing of the
 * file's own data such as the place it was taken. @throws IntakeRefusal: damaged, tooComplex
 */
export const previewPicture = (bytes: Uint8Array): Promise<Uint8Array> =>
  refusing(
    opened(bytes)
      .autoOrient()
      .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer(),
  )

/** The same picture drawn anew, so that only what can be seen is left of it. @throws IntakeRefusal: damaged, tooComplex */
export const redrawnPicture = (bytes: Uint8Array, kind: PictureKind): Promise<Uint8Array> => {
  const picture = opened(bytes).autoOrient()
  if (kind === 'png') return refusing(picture.png().toBuffer())
  if (kind === 'webp') return refusing(picture.webp({ quality: 90 }).toBuffer())
  return refusing(picture.jpeg({ quality: 90 }).toBuffer())
}

/** A JPEG for a document that cannot hold WebP. */
export const jpegPicture = (bytes: Uint8Array): Promise<Uint8Array> =>
  refusing(opened(bytes).flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer())
