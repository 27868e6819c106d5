import { Hono } from 'hono'
import { slugOf } from '../../base/danish.ts'
import { Invalid } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { archived, type Archived, type ArchiveFault } from '../../documents/archive.ts'
import { kindOfMedia } from '../../documents/file-kinds.ts'
import { readFile, sha256Of } from '../../documents/file-store.ts'
import { type Gate, gate, keeping } from '../../documents/making.ts'
import { zipStream } from '../../documents/zip-stream.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { listItems } from '../agenda/item-store.ts'
import { askedMeeting } from '../find.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { findFacts, listWithheld, readMinutes } from '../minutes/minutes-store.ts'
import { listPapersOfMeeting, type Paper } from '../papers/paper-store.ts'
import { meetingPaths } from '../paths.ts'
import { journalFiles, madeFiles, type PaperSource } from './export.ts'
import type { JournalView } from './metadata.ts'
import { journalTexts } from './texts.ts'

const megabyte = 1024 * 1024
/** The most papers that are put into one file, in MB. */
const mostMegabytes = 300
/** A place is given back after so many milliseconds, however slowly somebody fetches their file. */
const longest = 3 * 60_000

const findExport = async (asked: Asked, trx: Trx): Promise<JournalView> => {
  const meeting = await askedMeeting(asked, trx)
  asked.require('journal.export', { forumId: meeting.forumId })
  const district = asked.district.id
  const papers = await listPapersOfMeeting(trx, district, meeting.id)
  if (papers.reduce((sum, { size }) => sum + size, 0) > mostMegabytes * megabyte)
    throw new Invalid(journalTexts[asked.lang].tooLarge(mostMegabytes))
  return {
    district: asked.district,
    meeting,
    facts: await findFacts(trx, district, meeting.id),
    minutes: await readMinutes(trx, district, meeting, { names: true }),
    items: await listItems(trx, district, meeting.id),
    papers,
    withheld: await listWithheld(trx, meeting.id),
  }
}

/** Renditions of papers, each made once for as long as there is room to remember it. */
const keptArchive = () => {
  const keep = keeping<Archived | ArchiveFault>({
    most: 60 * megabyte,
    largest: 20 * megabyte,
    // What took too long may be quicker another time.
    sizeOf: (made) => (made === 'tooSlow' ? Infinity : typeof made === 'string' ? 0 : made.bytes.length),
  })
  return ({ title, name, mediaType, storedAt, sha256 }: Paper, bytes: Uint8Array) =>
    keep(JSON.stringify([sha256, title, name, storedAt]), () =>
      archived({
        bytes,
        kind: kindOfMedia(mediaType),
        title,
        remark: journalTexts.da.rendition(name),
        at: storedAt,
      }),
    )
}

/** The stream with the place it takes, which it gives back when it has been read or nobody reads it any more. */
const streamOf = (bytes: AsyncGenerator<Uint8Array, void>, leave: () => void): ReadableStream<Uint8Array> => {
  const timer = setTimeout(leave, longest)
  timer.unref()
  const finish = (): void => {
    clearTimeout(timer)
    leave()
  }
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await bytes.next()
          if (done !== true) controller.enqueue(value)
          else {
            finish()
            controller.close()
          }
        } catch (error) {
          finish()
          throw error
        }
      },
      cancel: async () => {
        finish()
        await bytes.return(undefined)
      },
    },
    // Nothing is made before it can be sent.
    { highWaterMark: 0 },
  )
}

async function exported(asked: Asked, enter: Gate, archive: PaperSource['archive']): Promise<Response> {
  const view = await asked.read((trx) => findExport(asked, trx))
  const leave = await enter()
  try {
    const made = await madeFiles(view)
    const name = nameOfMeeting(view.meeting, 'da')
    await asked.change((_, log) =>
      log({
        action: 'journal.exported',
        subjectKind: 'meeting',
        subjectId: view.meeting.id,
        subjectName: name,
        changes: [{ field: 'file', before: null, after: `${String(view.papers.length)} bilag` }],
      }),
    )
    const read = async ({ fileId }: Paper) =>
      (await asked.read((trx) => readFile(trx, asked.district.id, fileId)))?.bytes
    const zip = streamOf(zipStream(journalFiles(view, made, { read, archive })), leave)
    // One who asks for the head alone never reads the rest.
    const isHead = asked.c.req.raw.method === 'HEAD'
    if (isHead) await zip.cancel()
    return new Response(isHead ? null : zip, {
      headers: {
        'content-type': 'application/zip',
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="journal-${slugOf(name)}.zip"`,
        // A tag made of the bytes would hold all of them back until the last.
        etag: `W/"${sha256Of(Buffer.from(JSON.stringify(view)))}"`,
      },
    })
  } catch (error) {
    leave()
    throw error
  }
}

/** A meeting as a zip for the authority's journal, sent as it is made. Taking it out is logged. */
export const journalRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const enter = gate(2, 6)
  const archive = keptArchive()
  return new Hono<RequestEnv>().get(
    meetingPaths.journal(':id'),
    on('journal.export', (asked) => exported(asked, enter, archive)),
  )
}
