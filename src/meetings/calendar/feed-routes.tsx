import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { addYears } from '../../base/time.ts'
import { readAs, transact } from '../../db/tx.ts'
import { listForumNames } from '../../fora/register/forum-store.ts'
import { seatsOfAccount } from '../../fora/seats/roles-store.ts'
import { findActor } from '../../people/actor-store.ts'
import { identityOf, programIdentity } from '../../people/actor.ts'
import { may } from '../../people/permissions.ts'
import { inDistrict } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { type FeedMeeting, findFeedBySecret, listOpenFeed, listOwnFeed, noteUse } from './feed-store.ts'
import { type CalendarEntry, feedOf } from './ics.ts'
import { calendarTexts } from './texts.ts'

/** What calendars are given besides. */
export interface FeedParts extends Parts {
  /** False for an account that has been closed: its calendars are dead with it. */
  isAccountOpen: (accountId: string) => Promise<boolean>
}

/** Calendars of citizens have no language, and the names of the fora are Danish anyway. */
const words = meetingWords.da
const texts = calendarTexts.da

/** What a secret is stored as. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const summaryOf = ({ forumName, kind, title }: FeedMeeting): string => {
  const what = title === '' ? words.kinds[kind] : title
  return texts.summary(forumName, title === '' ? what.slice(0, 1).toLowerCase() + what.slice(1) : what)
}

/** Where a meeting is held is for those who sit in its forum, or are asked to it. */
const entriesOf = (
  asked: Asked,
  parts: Parts,
  meetings: readonly FeedMeeting[],
  mayKnowPlace: (meeting: FeedMeeting) => boolean,
): CalendarEntry[] =>
  meetings.map((meeting) => ({
    ...meeting,
    summary: summaryOf(meeting),
    place: mayKnowPlace(meeting) ? meeting.place : '',
    url: `${parts.baseUrl()}${inDistrict(asked.district, meetingPaths.meeting(meeting.id))}`,
  }))

const answer = (asked: Asked, parts: Parts, name: string, entries: readonly CalendarEntry[]): Response =>
  asked.c.body(feedOf({ name, host: new URL(parts.baseUrl()).hostname, entries }), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="samvirk.ics"',
  })

const since = (asked: Asked) => addYears(asked.today, -1)

const isMemberOf = (asked: Asked) => {
  const own = new Set(asked.actor.fora.map(({ forumId }) => forumId))
  return ({ forumId }: FeedMeeting) => own.has(forumId)
}

const forumFeed = (parts: Parts) => async (asked: Asked) => {
  const found = await asked.read(async (trx) => {
    const fora = await listForumNames(trx, asked.district.id)
    const forum = fora.find(({ slug }) => slug === asked.param('slug'))
    if (forum === undefined) throw new NotFound()
    return { forum, meetings: await listOpenFeed(trx, asked.district.id, since(asked), forum.id) }
  })
  return answer(asked, parts, found.forum.name, entriesOf(asked, parts, found.meetings, isMemberOf(asked)))
}

const publicFeed = (parts: Parts) => async (asked: Asked) => {
  const meetings = await asked.read((trx) => listOpenFeed(trx, asked.district.id, since(asked), null))
  const name = texts.feedName(asked.district.name)
  return answer(asked, parts, name, entriesOf(asked, parts, meetings, isMemberOf(asked)))
}

/** A calendar asks often; that it did is noted once an hour. */
const noteEvery = 3_600_000

const secretForm = /^([A-Za-z0-9_-]{43})\.ics$/

/**
 * A person's own calendar, read as that person: what they may not see is not in it. Whoever asks has nothing but the secret, so the
 * program itself looks up whose it is. A secret that is wrong, closed or of a closed account is answered alike.
 */
const ownFeed = (parts: FeedParts) => async (asked: Asked) => {
  const { id: district } = asked.district
  const [, secret] = secretForm.exec(asked.param('fil')) ?? []
  if (secret === undefined) throw new NotFound()
  const program = programIdentity('calendar', district)
  const feed = await readAs(parts.db, program, (trx) => findFeedBySecret(trx, district, hashOf(secret)))
  if (feed === undefined || !(await parts.isAccountOpen(feed.accountId))) throw new NotFound()
  const actor = await readAs(parts.db, program, (trx) =>
    findActor(
      trx,
      { accountId: feed.accountId, name: '' },
      { district, on: asked.today, requestId: asked.actor.requestId },
      seatsOfAccount,
    ),
  )
  const fora = actor.fora.map(({ forumId }) => forumId)
  const meetings = await readAs(parts.db, identityOf(actor), (trx) =>
    listOwnFeed(trx, district, since(asked), { fora, personId: actor.personId }),
  )
  if (feed.usedAt === null || asked.now.getTime() - feed.usedAt.getTime() > noteEvery)
    await transact(parts.db, program, asked.now, (trx) => noteUse(trx, district, feed.id, asked.now))
  const mine = new Set(fora)
  const entries = entriesOf(
    asked,
    parts,
    meetings,
    ({ forumId, invited }) => mine.has(forumId) || invited || may(actor, 'meetings.run', { forumId }),
  )
  asked.c.header('Cache-Control', 'private, no-cache')
  asked.c.header('X-Robots-Tag', 'noindex')
  return answer(asked, parts, texts.ownFeedName, entries)
}

/** Calendars to subscribe to: of the public, of a forum, and one's own. */
export const feedRoutes = (parts: FeedParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.publicCalendar, on('meetings.list', publicFeed(parts)))
    .get(meetingPaths.forumCalendar(':slug'), on('meetings.list', forumFeed(parts)))
    .get(meetingPaths.ownCalendar(':fil'), on('meetings.list', ownFeed(parts)))
}
