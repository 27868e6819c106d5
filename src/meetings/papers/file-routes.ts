import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { contentDisposition, isPictureKind, kindOfMedia } from '../../documents/file-kinds.ts'
import { readFile, type StoredFile } from '../../documents/file-store.ts'
import { inDistrict } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { askedPaper } from './find.ts'
import { listVersions, type Paper, type PaperVersion } from './paper-store.ts'
import { reachesBeyondMembers } from './rules.ts'

/** Row-level security decides which file the reader gets: the first they may have of those given. */
const firstReadable = async (
  asked: Asked,
  trx: Trx,
  ids: readonly (string | null)[],
): Promise<StoredFile | undefined> => {
  for (const id of ids) {
    const file = id === null ? undefined : await readFile(trx, asked.district.id, id)
    if (file !== undefined) return file
  }
  return undefined
}

const idsOf = (version: PaperVersion, asPicture: boolean): readonly (string | null)[] =>
  asPicture ? [version.previewFileId, version.publicFileId] : [version.fileId, version.publicFileId]

/** The version in the address and the file of it that the reader may have; null when only a newer one is theirs. */
const findFile = async (asked: Asked, asPicture: boolean) =>
  asked.read(async (trx) => {
    const { paper, item } = await askedPaper(asked, trx)
    const versions = await listVersions(trx, asked.district.id, paper.id)
    const wanted = asked.param('number')
    if (!/^[1-9]\d{0,5}$/.test(wanted) || Number(wanted) > paper.number) throw new NotFound()
    const version = versions.find(({ number }) => number === Number(wanted))
    if (version === undefined) return { paper, item, version: null, file: undefined }
    return { paper, item, version, file: await firstReadable(asked, trx, idsOf(version, asPicture)) }
  })

/** What is not open to others is never kept outside the program. */
const cachingOf = (paper: Paper, asked: Asked): string => {
  if (!reachesBeyondMembers(paper)) return 'private, no-store'
  return asked.actor.accountId === null ? 'public, no-cache' : 'private, no-cache'
}

const isShown = (mediaType: string): boolean => {
  const kind = kindOfMedia(mediaType)
  return kind === 'pdf' || kind === 'txt' || isPictureKind(kind)
}

async function give(asked: Asked, asPicture: boolean): Promise<Response> {
  const { paper, version, file } = await findFile(asked, asPicture)
  // An address of an earlier version, handed to one who is given only the newest.
  if (version === null) return asked.c.redirect(inDistrict(asked.district, meetingPaths.paper(paper.id)), 302)
  if (file === undefined) throw new NotFound()
  asked.c.set('framing', 'file')
  return asked.c.body(file.bytes, 200, {
    'content-type': file.mediaType,
    'content-disposition': contentDisposition(isShown(file.mediaType) ? 'inline' : 'attachment', file.name),
    'x-content-type-options': 'nosniff',
    'cache-control': cachingOf(paper, asked),
    vary: 'Cookie',
    etag: `"${file.sha256}"`,
  })
}

/** The files of papers. Members get the file itself; others the copy without metadata, when the paper is open to them. */
export const paperFileRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.paperFile(':id', ':number'),
      on('meetings.list', (asked) => give(asked, false)),
    )
    .get(
      meetingPaths.paperPicture(':id', ':number'),
      on('meetings.list', (asked) => give(asked, true)),
    )
}
