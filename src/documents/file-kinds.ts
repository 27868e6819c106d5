/** Kinds of files that are kept, by their ending, with the media type they are given out as. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const
export type FileKind = keyof typeof mediaTypes

/** Endings that mean the same kind as another. */
const spellings: Readonly<Record<string, FileKind>> = { jpeg: 'jpg', text: 'txt' }

const isKind = (text: string): text is FileKind => Object.hasOwn(mediaTypes, text)

/** The kind that a file's name says it is; null when it says none that is kept. */
export const kindOfName = (name: string): FileKind | null => {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return isKind(ending) ? ending : (spellings[ending] ?? null)
}

/** The kind behind a stored media type. */
export const kindOfMedia = (mediaType: string): FileKind => {
  for (const kind of Object.keys(mediaTypes)) if (isKind(kind) && mediaTypes[kind] === mediaType) return kind
  return 'txt'
}

const zipKinds = ['docx', 'xlsx', 'pptx', 'odt', 'ods'] as const
export type ZipKind = (typeof zipKinds)[number]
const pictureKinds = ['png', 'jpg', 'webp'] as const
export type PictureKind = (typeof pictureKinds)[number]

export const isZipKind = (kind: FileKind): kind is ZipKind => zipKinds.some((known) => known === kind)
export const isPictureKind = (kind: FileKind): kind is PictureKind => pictureKinds.some((known) => known === kind)

/**
 * The name of a file as it may be stored and given out: the last part of a path, without signs that a file system or a
 * header could take for something else, and with its ending kept when it is cut to 150 characters.
 */
export const safeFileName = (sent: string, otherwise = 'fil'): string => {
  const last = sent.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*%;]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length).trim()
  return `${stem === '' ? otherwise : Array.from(stem).slice(0, 145).join('')}${ending}`
}

/** The header that names a file: plain letters for old programs, and the whole name for the others (RFC 6266). */
export const contentDisposition = (how: 'inline' | 'attachment', name: string): string => {
  const plain = name
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[øØ]/g, 'oe')
    .replaceAll(/[åÅ]/g, 'aa')
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]|["\\]/g, '')
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain === '' ? 'fil' : plain}"; filename*=UTF-8''${whole}`
}
