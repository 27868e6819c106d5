import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Language, languages } from '../base/language.ts'
import { isDistrictId } from '../base/ids.ts'
import { today, type Clock } from '../base/time.ts'
import type { Db } from '../db/db.ts'
import { readAs } from '../db/tx.ts'
import { programIdentity, publicActor } from '../people/actor.ts'
import { type FindSeats, findActor } from '../people/actor-store.ts'
import { findUsedDistrict } from '../people/store.ts'
import { onSite } from './paths.ts'
import type { RequestEnv } from './request.ts'

/** Who is signed in, by the request's cookies. */
export type FindSession = (headers: Headers) => Promise<{ accountId: string; name: string } | null>

const languageCookie = 'samvirk-sprog'
const isLanguage = (text: string | undefined): text is Language => languages.some((language) => language === text)

/** `?sprog=en` is kept in a cookie and taken out of the address; otherwise the cookie decides, and Danish without one. */
export const language: MiddlewareHandler<RequestEnv> = async (c, next) => {
  const asked = c.req.query('sprog')
  if (isLanguage(asked) && c.req.method === 'GET') {
    setCookie(c, languageCookie, asked, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 })
    const url = new URL(c.req.url)
    url.searchParams.delete('sprog')
    return c.redirect(onSite(url.pathname) + url.search, 303)
  }
  const kept = getCookie(c, languageCookie)
  c.set('lang', isLanguage(kept) ? kept : 'da')
  return next()
}

/** Finds the district of the address and the actor with every role that counts there today. */
export const identify =
  (db: Db, clock: Clock, findSession: FindSession, findSeats: FindSeats): MiddlewareHandler<RequestEnv> =>
  async (c, next) => {
    const segment = c.req.path.split('/')[1] ?? ''
    const session = c.req.header('cookie') === undefined ? null : await findSession(c.req.raw.headers)
    const named = isDistrictId(segment) ? segment : null
    if (named === null && session === null) {
      c.set('district', null)
      c.set('actor', publicActor(null, c.var.requestId))
      return next()
    }
    const on = today(clock)
    await readAs(db, programIdentity('identify', named ?? ''), async (trx) => {
      const district = named === null ? null : ((await findUsedDistrict(trx, named)) ?? null)
      c.set('district', district)
      const visitor = publicActor(district?.id ?? null, c.var.requestId)
      const { requestId } = c.var
      c.set(
        'actor',
        session === null
          ? visitor
          : district === null
            ? { ...visitor, accountId: session.accountId, name: session.name }
            : await findActor(trx, session, { district: district.id, on, requestId }, findSeats),
      )
    })
    return next()
  }
