import { Hono } from 'hono'
import { z } from 'zod'
import { Forbidden } from '../../base/errors.ts'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { listClosedItems, listItems } from '../agenda/item-store.ts'
import { askedItem, askedMeeting } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { listPapersOfMeeting } from '../papers/paper-store.ts'
import { meetingPaths } from '../paths.ts'
import { bundlePdf, joinedPapers } from './bundle.ts'
import { NoFilePage } from './bundle-page.tsx'
import { bundleProblem } from './bundle-problem.ts'
import { findOwnNote, listOwnNotes, saveOwnNote } from './note-store.ts'
import type { RefusedNote } from './note-form.tsx'
import { type Reading, ReadingPage } from './reading-page.tsx'
import { readingTexts } from './texts.ts'

const noteForm = (lang: Language) =>
  z.object({ note: freeText(lang, 20_000), version: z.coerce.number().int().min(0).max(1_000_000_000) })

/** A meeting as its reader may read it, with their own notes. */
const findReading = async (asked: Asked, trx: Trx, meeting: Meeting): Promise<Reading> => {
  const district = asked.district.id
  return {
    meeting,
    items: await listItems(trx, district, meeting.id),
    closed: await listClosedItems(trx, meeting.id),
    papers: await listPapersOfMeeting(trx, district, meeting.id),
    notes: asked.actor.accountId === null ? [] : await listOwnNotes(trx, district, meeting.id),
  }
}

const askedReading = (asked: Asked, id?: string) =>
  asked.read(async (trx) => findReading(asked, trx, await askedMeeting(asked, trx, id)))

const show = (asked: Asked, reading: Reading, refused?: RefusedNote) => {
  asked.c.set('framing', 'page')
  return asked.page(
    <ReadingPage asked={asked} {...reading} saved={asked.query('note')} {...(refused !== undefined && { refused })} />,
    refused === undefined ? 200 : 422,
  )
}

async function saveNote(asked: Asked): Promise<Response> {
  const item = await asked.read((trx) => askedItem(asked, trx))
  const account = asked.actor.accountId
  // In the backlog nothing is read yet.
  if (account === null || item.meetingId === null) throw new Forbidden('meetings.note')
  const { data, values, problems } = await asked.form(noteForm(asked.lang))
  if (data === null)
    return show(asked, await askedReading(asked, item.meetingId), { itemId: item.id, problems, values })
  // Not in the log: what somebody notes for themselves is nobody else's, not even that they did.
  const saved = await asked.change((trx) =>
    saveOwnNote(trx, asked.district.id, account, { itemId: item.id, words: data.note, version: data.version }),
  )
  const back =
    values['tilbage'] === 'punkt'
      ? `${meetingPaths.item(item.id)}?note=${item.id}#min-note`
      : `${meetingPaths.read(item.meetingId)}?note=${item.id}#punkt-${item.id}`
  if (saved) return asked.goTo(back)
  const stored = await asked.read((trx) => findOwnNote(trx, asked.district.id, item.id))
  return showClash(asked, {
    title: readingTexts[asked.lang].noteOf(item.title),
    current: 'meetings',
    action: meetingPaths.note(item.id),
    cancel: back,
    version: stored?.version ?? 0,
    last: { at: asked.now, actorName: asked.actor.name, changes: [] },
    sent: values,
    stored: { note: stored?.words ?? '' },
    texts: [{ name: 'note', logged: 'note', label: readingTexts[asked.lang].note }],
  })
}

/** Made anew for each reader, and kept nowhere outside the program by those who are signed in. */
const pdfAnswer = (asked: Asked, bytes: Uint8Array, name: string): Response => {
  asked.c.set('framing', 'file')
  return asked.c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': asked.actor.accountId === null ? 'public, no-cache' : 'private, no-store',
    vary: 'Cookie',
  })
}

const fileName = (meeting: Meeting, what: string): string => `${what}-${meeting.forumSlug}-${meeting.onDay}.pdf`

/** A file of a meeting, or the page that says why there is none. */
const giveFile = async (asked: Asked, make: (reading: Reading) => Promise<Response>): Promise<Response> => {
  const reading = await askedReading(asked)
  try {
    return await make(reading)
  } catch (error) {
    const problem = bundleProblem(error, asked.lang)
    if (problem === null) throw error
    return asked.page(<NoFilePage asked={asked} meeting={reading.meeting} problem={problem} />, 422)
  }
}

/** Reading a meeting: the page, the reader's own notes, and the files made of it. */
export const readingRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.read(':id'),
      on('meetings.list', async (asked) => show(asked, await askedReading(asked))),
    )
    .post(meetingPaths.note(':id'), on('meetings.list', saveNote))
    .get(
      meetingPaths.bundle(':id'),
      on('meetings.list', (asked) =>
        giveFile(asked, async (reading) =>
          pdfAnswer(asked, await bundlePdf(asked, reading, parts.baseUrl()), fileName(reading.meeting, 'dagsorden')),
        ),
      ),
    )
    .get(
      meetingPaths.allPapers(':id'),
      on('meetings.list', (asked) =>
        giveFile(asked, async (reading) =>
          pdfAnswer(asked, await joinedPapers(asked, reading, parts.baseUrl()), fileName(reading.meeting, 'bilag')),
        ),
      ),
    )
}
