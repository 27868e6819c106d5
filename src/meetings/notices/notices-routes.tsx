import { Hono } from 'hono'
import { z } from 'zod'
import { NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { type Language, languages } from '../../base/language.ts'
import type { Trx } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { markRead } from '../../notices/notices-store.ts'
import {
  changePreference,
  digests,
  findPreference,
  preferenceOf,
  type Preference,
} from '../../notices/preferences-store.ts'
import { programIdentity } from '../../people/actor.ts'
import { paths, withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { listNotices } from './notice-list-store.ts'
import { NoticeSettingsPage, NoticesPage } from './notices-page.tsx'
import { noticeGroups } from './rules.ts'
import { noticeTexts } from './texts.ts'

const viewOf = z.enum(['all', 'unread', ...noticeGroups]).catch('all')

/** These pages are somebody's own: a visitor is asked to sign in, and comes back. */
const signInFirst = (asked: Asked): Response =>
  asked.c.redirect(withQuery(paths.signIn, { next: asked.c.req.method === 'GET' ? asked.frame.path : null }), 303)

const settingsForm = (lang: Language) =>
  z.object({
    samlet: z.enum(digests, noticeTexts[lang].choose),
    paamind: z.enum(['ja', 'nej'], noticeTexts[lang].choose),
    sprog: z.enum(languages, noticeTexts[lang].choose),
    version: z.coerce.number().int().catch(-1),
  })

type Change = <R>(work: (trx: Trx) => Promise<R>) => Promise<R>

/**
 * The settings that the reader may change, and the means to do so. The secret of a mail opens those of one person to
 * somebody who is not signed in; row-level security knows no such reader, so the program itself reads and writes that
 * one row, chosen by the secret alone.
 */
async function askedSettings(
  parts: Parts,
  asked: Asked,
): Promise<{ preference: Preference; secret: string; change: Change } | 'noPerson' | null> {
  const { personId, accountId } = asked.actor
  const secret = asked.query('noegle')
  const district = asked.district.id
  if (secret !== '') {
    const identity = programIdentity('Meddelelser', district)
    const found = await readAs(parts.db, identity, (trx) => findPreference(trx, district, secret))
    if (found === undefined) throw new NotFound()
    return { preference: found, secret, change: (work) => transact(parts.db, identity, asked.now, work) }
  }
  if (accountId === null) return null
  if (personId === null) return 'noPerson'
  const preference = await asked.change((trx) => preferenceOf(trx, district, personId))
  return { preference, secret: '', change: (work) => asked.change((trx) => work(trx)) }
}

const saveSettings = (parts: Parts) => async (asked: Asked) => {
  const found = await askedSettings(parts, asked)
  if (found === null) return signInFirst(asked)
  if (found === 'noPerson') throw new NotFound()
  const { preference, secret, change } = found
  const { data, values, problems } = await asked.form(settingsForm(asked.lang))
  const shown = { asked, preference, secret, values }
  if (data === null) return asked.page(<NoticeSettingsPage {...shown} problems={problems} />, 422)
  const wanted = { digest: data.samlet, reminders: data.paamind === 'ja', language: data.sprog }
  const at = { personId: preference.personId, version: data.version }
  const done = await change((trx) => changePreference(trx, asked.district.id, at, wanted))
  return done
    ? asked.goTo(withQuery(meetingPaths.noticeSettings, { noegle: secret, gemt: 'ja' }))
    : asked.page(<NoticeSettingsPage {...shown} changedElsewhere />, 409)
}

/** Notices and how a person wants to be told. */
export const noticeRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const marking = (idOf: (asked: Asked) => string | null) =>
    on('meetings.list', async (asked) => {
      const { personId } = asked.actor
      if (asked.actor.accountId === null) return signInFirst(asked)
      const id = idOf(asked)
      if (personId === null || (id !== null && !isUuid(id))) throw new NotFound()
      await asked.change((trx) => markRead(trx, asked.district.id, personId, { id, at: asked.now }))
      return asked.goTo(meetingPaths.notices)
    })
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.notices,
      on('meetings.list', async (asked) => {
        const { personId, accountId } = asked.actor
        if (accountId === null) return signInFirst(asked)
        const notices =
          personId === null ? null : await asked.read((trx) => listNotices(trx, asked.district.id, personId))
        return asked.page(<NoticesPage asked={asked} notices={notices} view={viewOf.parse(asked.query('udvalg'))} />)
      }),
    )
    .get(
      meetingPaths.noticeSettings,
      on('meetings.list', async (asked) => {
        const found = await askedSettings(parts, asked)
        if (found === null) return signInFirst(asked)
        if (found === 'noPerson') return asked.page(<NoticesPage asked={asked} notices={null} view="all" />)
        // The address holds a secret, so it is not passed on to other places.
        asked.c.header('cache-control', 'no-store')
        return asked.page(<NoticeSettingsPage asked={asked} {...found} saved={asked.query('gemt') === 'ja'} />)
      }),
    )
    .post(meetingPaths.noticeSettings, on('meetings.list', saveSettings(parts)))
    .post(
      `${meetingPaths.notices}/laest`,
      marking(() => null),
    )
    .post(
      `${meetingPaths.notices}/:id/laest`,
      marking((asked) => asked.param('id')),
    )
}
