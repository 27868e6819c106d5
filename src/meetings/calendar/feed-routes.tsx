import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { addYears } from '../../base/time.ts'
import { readAs, transact } from '../../db/tx.ts'
import { listForumNames } from '../../fora/register/forum-store.ts'
import { seatsOfAccount } from '../../fora/seats/roles-store.ts'
import { findActor } from '../../people/actor-store.ts'
import { identityOf, programIdentity } from '../../people/actor.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { answerCalendar } from './answer.ts'
import { findFeedBySecret, listOpenFeed, listOwnFeed, noteUse } from './feed-store.ts'
import { calendarTexts } from './texts.ts'

/** What calendars are given besides. */
export interface FeedParts extends Parts {
  /** False for an account that has been closed: its calendars are dead with it. */
  isAccountOpen: (accountId: string) => Promise<boolean>
}

/** What a secret is stored as. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const since = (asked: Asked) => addYears(asked.today, -1)

const forumFeed = (parts: Parts) => async (asked: Asked) => {
  const found = await asked.read(async (trx) => {
    const fora = await listForumNames(trx, asked.district.id)
    const forum = fora.find(({ slug }) => slug === asked.param('slug'))
    if (forum === undefined) throw new NotFound()
    return { forum, meetings: await listOpenFeed(trx, asked.district.id, since(asked), forum.id) }
  })
  return answerCalendar(asked, parts, found.forum.name, found.meetings)
}

const publicFeed = (parts: Parts) => async (asked: Asked) => {
  const meetings = await asked.read((trx) => listOpenFeed(trx, asked.district.id, since(asked), null))
  const name = calendarTexts.da.feedName(asked.district.name)
  return answerCalendar(asked, parts, name, meetings)
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
  asked.c.header('Cache-Control', 'private, no-cache')
  asked.c.header('X-Robots-Tag', 'noindex')
  return answerCalendar(asked, parts, calendarTexts.da.ownFeedName, meetings, actor)
}

/** Calendars to subscribe to: of the public, of a forum, and one's own. */
export const feedRoutes = (parts: FeedParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.publicCalendar, on('meetings.list', publicFeed(parts)))
    .get(meetingPaths.forumCalendar(':slug'), on('meetings.list', forumFeed(parts)))
    .get(meetingPaths.ownCalendar(':fil'), on('meetings.list', ownFeed(parts)))
}
