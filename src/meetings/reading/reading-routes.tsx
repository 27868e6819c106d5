import { Hono } from 'hono'
import { z } from 'zod'
import { Conflict, Forbidden } from '../../base/errors.ts'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { type Item, listClosedItems, listItems } from '../agenda/item-store.ts'
import { askedItem, askedMeeting } from '../find.ts'
import { spokenTime, type Values, wallTime } from '../hold/rules.ts'
import { byScript, save, type Saved, startedFrom } from '../hold/saving.tsx'
import type { Meeting } from '../meeting/meeting-store.ts'
import { listPapersOfMeeting } from '../papers/paper-store.ts'
import { meetingPaths } from '../paths.ts'
import { bundlePdf, joinedPapers } from './bundle.ts'
import { NoFilePage } from './bundle-page.tsx'
import { bundleProblem } from './bundle-problem.ts'
import { findOwnNote, listOwnNotes, saveOwnNote } from './note-store.ts'
import { noteFormId, type RefusedNote } from './note-form.tsx'
import { type KeptFile, keptFiles } from './kept-files.ts'
import { type Reading, ReadingPage } from './reading-page.tsx'
import { mayNote } from './rules.ts'
import { readingTexts } from './texts.ts'

const noteForm = (lang: Language) => z.object({ note: freeText(lang, 20_000) })

/** A meeting as its reader may read it, with their own notes. */
const findReading = async (asked: Asked, trx: Trx, meeting: Meeting): Promise<Reading> => {
  const district = asked.district.id
  return {
    meeting,
    items: await listItems(trx, district, meeting.id),
    closed: await listClosedItems(trx, meeting.id),
    papers: await listPapersOfMeeting(trx, district, meeting.id),
    notes: mayNote(asked.actor, meeting) ? await listOwnNotes(trx, district, meeting.id) : [],
  }
}

const askedReading = (asked: Asked, id?: string) =>
  asked.read(async (trx) => findReading(asked, trx, await askedMeeting(asked, trx, id)))

const show = (asked: Asked, reading: Reading, refused?: RefusedNote) => {
  asked.c.set('framing', 'page')
  return asked.page(
    <ReadingPage asked={asked} {...reading} {...(refused !== undefined && { refused })} />,
    refused === undefined ? 200 : 422,
  )
}

/** The note as it is stored and as it is sent. Two screens of the same reader are told apart by the text both started from. */
const storeNote = (asked: Asked, account: string, item: Item, sent: string, base: Values | null): Promise<Saved> => {
  let version = 0
  return save(
    asked,
    {
      read: async (trx) => {
        const stored = await findOwnNote(trx, asked.district.id, item.id)
        version = stored?.version ?? 0
        return { values: { note: stored?.words ?? '' }, by: asked.actor.name, at: stored?.changedAt ?? null }
      },
      // Not in the log: what somebody notes for themselves is nobody else's, not even that they did.
      write: async (trx, _log, _before, after) => {
        const note = { itemId: item.id, words: after['note'] ?? '', version }
        if (!(await saveOwnNote(trx, asked.district.id, account, note))) throw new Conflict()
      },
    },
    { note: sent },
    base,
  )
}

/** Both texts, to choose between. The text chosen starts from what is stored now. */
const showBoth = (asked: Asked, item: Item, saved: Saved & { outcome: 'clash' }, back: string) => {
  const [disputed] = saved.disputed
  const label = readingTexts[asked.lang].note
  return showClash(asked, {
    title: readingTexts[asked.lang].noteOf(item.title),
    current: 'meetings',
    action: `${meetingPaths.note(item.id)}?til=${asked.query('til')}`,
    cancel: back,
    version: 0,
    last: {
      at: saved.theirs.at ?? asked.now,
      actorName: asked.actor.name,
      changes: [{ field: 'note', before: disputed?.base ?? '', after: disputed?.theirs ?? '' }],
    },
    sent: { note: disputed?.mine ?? '', foer: JSON.stringify(saved.theirs.values) },
    stored: { note: disputed?.theirs ?? '' },
    texts: [{ name: 'note', logged: 'note', label }],
  })
}

async function saveNote(asked: Asked): Promise<Response> {
  const item = await asked.read((trx) => askedItem(asked, trx))
  const account = asked.actor.accountId
  // In the backlog nothing is read yet.
  if (account === null || item.meetingId === null || !mayNote(asked.actor, item)) throw new Forbidden('meetings.note')
  const { data, values, problems } = await asked.form(noteForm(asked.lang))
  if (data === null) {
    if (byScript(asked)) return asked.c.json({ problems }, 422)
    return show(asked, await askedReading(asked, item.meetingId), { itemId: item.id, problems, values })
  }
  const saved = await storeNote(asked, account, item, data.note, startedFrom(values))
  if (byScript(asked)) {
    if (saved.outcome === 'clash') return asked.c.json({ clash: true }, 409)
    return asked.c.json({ values: saved.values, at: spokenTime(wallTime(asked.now), asked.lang) })
  }
  const back =
    asked.query('til') === 'punkt'
      ? `${meetingPaths.item(item.id)}?gemt=${noteFormId(item)}#min-note`
      : `${meetingPaths.read(item.meetingId)}?gemt=${noteFormId(item)}#punkt-${item.id}`
  return saved.outcome === 'stored' ? asked.goTo(back) : showBoth(asked, item, saved, back)
}

/** What a reader who is signed in is given is kept nowhere outside the program. */
const pdfAnswer = (asked: Asked, { bytes, tag }: KeptFile, name: string): Response => {
  asked.c.set('framing', 'file')
  return asked.c.body(new Uint8Array(bytes), 200, {
    etag: `W/"${tag}"`,
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': asked.actor.accountId === null ? 'public, no-cache' : 'private, no-store',
    vary: 'Cookie',
  })
}

const fileName = (meeting: Meeting, what: string): string => `${what}-${meeting.forumSlug}-${meeting.onDay}.pdf`

/** A file of a meeting, or the page that says why there is none. */
const giveFile = async (
  asked: Asked,
  what: 'dagsorden' | 'bilag',
  make: (reading: Reading) => Promise<KeptFile>,
): Promise<Response> => {
  const reading = await askedReading(asked)
  try {
    return pdfAnswer(asked, await make(reading), fileName(reading.meeting, what))
  } catch (error) {
    const problem = bundleProblem(error, asked.lang)
    if (problem === null) throw error
    return asked.page(<NoFilePage asked={asked} meeting={reading.meeting} problem={problem} />, 422)
  }
}

/** Reading a meeting: the page, the reader's own notes, and the files made of it. */
export const readingRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const kept = keptFiles()
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.read(':id'),
      on('meetings.list', async (asked) => show(asked, await askedReading(asked))),
    )
    .post(meetingPaths.note(':id'), on('meetings.list', saveNote))
    .get(
      meetingPaths.bundle(':id'),
      on('meetings.list', (asked) =>
        giveFile(asked, 'dagsorden', (reading) =>
          kept(asked, reading, 'dagsorden', () => bundlePdf(asked, reading, parts.baseUrl())),
        ),
      ),
    )
    .get(
      meetingPaths.allPapers(':id'),
      on('meetings.list', (asked) =>
        giveFile(asked, 'bilag', (reading) =>
          kept(asked, reading, 'bilag', () => joinedPapers(asked, reading, parts.baseUrl())),
        ),
      ),
    )
}
