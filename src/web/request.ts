import type { Context, Handler } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { z } from 'zod'
import { Forbidden, NotFound } from '../base/errors.ts'
import type { Language } from '../base/language.ts'
import { type CalendarDay, type Clock, dayOf, parseDay, today } from '../base/time.ts'
import { type LogEvent, record } from '../audit/store.ts'
import type { Db, Trx } from '../db/db.ts'
import { readAs, transact } from '../db/tx.ts'
import { type Actor, identityOf } from '../people/actor.ts'
import { may, type Permission, type Scope } from '../people/permissions.ts'
import type { District } from '../people/store.ts'
import type { Assets, Frame, MenuEntry } from './frame.ts'
import type { Problem } from './problem.ts'
import { roleNames } from './role-names.ts'

/** What the pipeline knows of a request before a capability sees it. */
export interface RequestVariables {
  actor: Actor
  lang: Language
  requestId: string
  /** The token that forms carry. Asking for it makes the answer set its cookie, so ask only when a form is drawn. */
  csrf: () => string
  district: District | null
  /** Set by a page that shows a stored file in a frame, and by the file; see `security.ts`. */
  framing?: 'page' | 'file'
}
// Hono asks for a type with this name inside.
export interface RequestEnv {
  Variables: RequestVariables
}

/** The parts every capability is given. */
export interface Parts {
  db: Db
  clock: Clock
  assets: Assets
  /** The entries of the main menu that exist for this reader. */
  menu: (actor: Actor, lang: Language) => readonly MenuEntry[]
  /** The public address of the program, for links that leave it. */
  baseUrl: () => string
  /** Whether mail leaves the program, and the sender it comes from. */
  mail: { kind: 'smtp' | 'folder' | 'off'; from: string }
}

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

export interface FormResult<T> {
  /** What the user sent, as text, to show the form again. */
  values: Record<string, unknown>
  data: T | null
  problems: readonly Problem[]
}

/** One request as a capability sees it: who asks, in which district, on which day, and the means to answer. */
export interface Asked {
  c: Context<RequestEnv>
  actor: Actor
  lang: Language
  /** The district in the address. */
  district: District
  today: CalendarDay
  now: Date
  /** The past day that `?dato=` asks to see the register on, or null for now. */
  asOf: CalendarDay | null
  /** The day to show: `asOf`, or today. */
  day: CalendarDay
  frame: Frame
  may: (permission: Permission, scope?: Scope) => boolean
  /** @throws Forbidden, which is logged. */
  require: (permission: Permission, scope?: Scope) => void
  param: (name: string) => string
  query: (name: string) => string
  /** Reads in one transaction, as the actor, as the register stood on `day`. */
  read: <R>(work: (trx: Trx) => Promise<R>) => Promise<R>
  /** Changes in one transaction; `log` writes to the district's log in the same transaction. */
  change: <R>(work: (trx: Trx, log: (event: LogEvent) => Promise<void>) => Promise<R>) => Promise<R>
  form: <T>(schema: z.ZodType<T>) => Promise<FormResult<T>>
  page: (markup: Markup, status?: 200 | 409 | 422) => Response | Promise<Response>
  /** 303, so that a reload does not send the form again. `path` is within the district. */
  goTo: (path: string) => Response
}

/** The last moment of a day in Denmark. */
export const endOf = (day: CalendarDay): Date => {
  const winter = new Date(`${day}T22:59:59.999Z`)
  return dayOf(winter) === day ? winter : new Date(`${day}T21:59:59.999Z`)
}

const readForm = async <T>(c: Context, schema: z.ZodType<T>): Promise<FormResult<T>> => {
  const values = await c.req.parseBody({ all: true })
  const parsed = schema.safeParse(values)
  if (parsed.success) return { values, data: parsed.data, problems: [] }
  const seen = new Set<string>()
  const problems = parsed.error.issues
    .map((issue) => ({ field: issue.path.join('-'), text: issue.message }))
    .filter(({ field }) => !seen.has(field) && seen.add(field))
  return { values, data: null, problems }
}

export const frameOf = (parts: Parts, c: Context<RequestEnv>): Frame => {
  const { actor, lang, district } = c.var
  const url = new URL(c.req.url)
  return {
    lang,
    path: url.pathname + url.search,
    district,
    reader: actor.accountId === null ? null : { name: actor.name, role: roleNames(actor, lang) },
    today: today(parts.clock),
    get csrf() {
      return c.var.csrf()
    },
    assets: parts.assets,
    menu: district === null ? [] : parts.menu(actor, lang),
  }
}

/** A text of an address without what no text in the database can hold: the null character. */
const storable = (text: string): string => text.replaceAll('\0', '')

const askedOf = (parts: Parts, c: Context<RequestEnv>): Asked => {
  const { actor, lang, district } = c.var
  if (district === null) throw new NotFound()
  const now = parts.clock()
  const dayNow = dayOf(now)
  const chosen = parseDay(c.req.query('dato') ?? '')
  const asOf = chosen !== null && chosen < dayNow ? chosen : null
  const demand = (permission: Permission, scope?: Scope) => {
    if (!may(actor, permission, scope)) throw new Forbidden(permission)
  }
  if (asOf !== null) demand('history.see')
  const identity = identityOf(actor)
  return {
    c,
    actor,
    lang,
    district,
    today: dayNow,
    now,
    asOf,
    day: asOf ?? dayNow,
    frame: frameOf(parts, c),
    may: (permission, scope) => may(actor, permission, scope),
    require: demand,
    param: (name) => storable(c.req.param(name) ?? ''),
    query: (name) => storable(c.req.query(name) ?? '').trim(),
    read: (work) => readAs(parts.db, identity, work, asOf === null ? null : endOf(asOf)),
    change: (work) => transact(parts.db, identity, now, (trx) => work(trx, (event) => record(trx, district.id, event))),
    form: (schema) => readForm(c, schema),
    page: (markup, status = 200) => c.html(markup, status),
    goTo: (path) => c.redirect(`/${district.id}${path}`, 303),
  }
}

/**
 * Makes the handlers of a capability: each names the permission it needs, so a page without one does not compile.
 * Checks that concern one forum are made inside with `asked.require`.
 */
export const handlersOf =
  (parts: Parts) =>
  (permission: Permission, answer: (asked: Asked) => Response | Promise<Response>): Handler<RequestEnv> =>
  (c) => {
    const asked = askedOf(parts, c)
    if (permission !== 'fora.list') asked.require(permission)
    return answer(asked)
  }
