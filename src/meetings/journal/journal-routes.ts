import { Hono } from 'hono'
import { slugOf } from '../../base/danish.ts'
import { Invalid } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { listItems } from '../agenda/item-store.ts'
import { askedMeeting } from '../find.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { findFacts, listWithheld, readMinutes } from '../minutes/minutes-store.ts'
import { listPapersOfMeeting } from '../papers/paper-store.ts'
import { meetingPaths } from '../paths.ts'
import { journalZip } from './export.ts'
import { readFiles } from './journal-store.ts'
import type { JournalView } from './metadata.ts'
import { journalTexts } from './texts.ts'

/** The most that is put into one file, in MB: all of it is held in memory while it is made. */
const mostMegabytes = 300

const findExport = async (asked: Asked, trx: Trx): Promise<{ view: JournalView; bytes: Map<string, Uint8Array> }> => {
  const meeting = await askedMeeting(asked, trx)
  asked.require('journal.export', { forumId: meeting.forumId })
  const district = asked.district.id
  const papers = await listPapersOfMeeting(trx, district, meeting.id)
  if (papers.reduce((sum, { size }) => sum + size, 0) > mostMegabytes * 1024 * 1024)
    throw new Invalid(journalTexts[asked.lang].tooLarge(mostMegabytes))
  return {
    view: {
      district: asked.district,
      meeting,
      facts: await findFacts(trx, district, meeting.id),
      minutes: await readMinutes(trx, district, meeting, { names: true }),
      items: await listItems(trx, district, meeting.id),
      papers,
      withheld: await listWithheld(trx, meeting.id),
    },
    bytes: await readFiles(
      trx,
      district,
      papers.map(({ fileId }) => fileId),
    ),
  }
}

/** A meeting as a zip for the authority's journal. Taking it out is logged. */
export const journalRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>().get(
    meetingPaths.journal(':id'),
    on('journal.export', async (asked) => {
      const { view, bytes } = await asked.read((trx) => findExport(asked, trx))
      const zip = await journalZip(view, bytes)
      const name = nameOfMeeting(view.meeting, 'da')
      await asked.change((_, log) =>
        log({
          action: 'journal.exported',
          subjectKind: 'meeting',
          subjectId: view.meeting.id,
          subjectName: name,
          changes: [{ field: 'file', before: null, after: `${String(bytes.size)} bilag` }],
        }),
      )
      return asked.c.body(new Uint8Array(zip), 200, {
        'content-type': 'application/zip',
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="journal-${slugOf(name)}.zip"`,
      })
    }),
  )
}
