import type { Context } from 'hono'
import type { z } from 'zod'
import type { Parts, RequestEnv } from '../web/request.ts'
import type { Problem } from '../web/problem.ts'
import { senderOf } from '../web/sender.ts'
import type { SignIn } from './auth.ts'
import type { Caller } from './engine.ts'

export interface SignInRouteParts extends Parts {
  signIn: SignIn
}

export const callerOf = (c: Context): Caller => ({ headers: c.req.raw.headers, sender: senderOf(c) })

/** Puts cookies on the answer that is being made. */
export const setCookies = (c: Context, cookies: readonly string[]): void => {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

export interface Sent<T> {
  values: Record<string, unknown>
  data: T | null
  problems: Problem[]
}

/** What a form sent, checked. Passwords are not among the values that go back to the page. */
export async function sentForm<T>(c: Context<RequestEnv>, schema: z.ZodType<T>): Promise<Sent<T>> {
  const body = await c.req.parseBody()
  const { password: _, nuvaerende: __, ny: ___, ...values } = body
  const parsed = schema.safeParse(body)
  if (parsed.success) return { values, data: parsed.data, problems: [] }
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('-'), text: message }))
  return { values, data: null, problems }
}

const clockFormats = {
  da: new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' }),
}

/** The next whole minute on the wall clock in Denmark: "14.35". */
export const wallTime = (at: Date, lang: 'da' | 'en'): string =>
  clockFormats[lang].format(new Date(Math.ceil(at.getTime() / 60_000) * 60_000))
