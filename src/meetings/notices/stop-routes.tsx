import { Hono } from 'hono'
import { z } from 'zod'
import { NotFound, notFound } from '../../base/errors.ts'
import { readAs, transact } from '../../db/tx.ts'
import { mailSettings } from '../../mail/outbox-store.ts'
import { findPreference, turnOff } from '../../notices/preferences-store.ts'
import { programIdentity } from '../../people/actor.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { oneClick } from './rules.ts'
import { StopPage } from './stop-page.tsx'

const settingOf = z.enum(mailSettings)
const oneClickForm = z.object({ 'List-Unsubscribe': z.literal(oneClick['List-Unsubscribe']) })

/** Whose mail it is is told by the secret alone, as in the settings that a mail leads to. */
const askedStop = async (parts: Parts, asked: Asked) => {
  // The address holds a secret, so nobody keeps the page.
  asked.c.header('cache-control', 'no-store')
  const district = asked.district.id
  const identity = programIdentity('Meddelelser', district)
  const setting = settingOf.safeParse(asked.query('mail'))
  if (!setting.success) throw new NotFound()
  const find = () => readAs(parts.db, identity, (trx) => findPreference(trx, district, asked.query('noegle')))
  return { district, identity, setting: setting.data, find, preference: (await find()) ?? notFound() }
}

/**
 * Turning off mails of one kind, from the button of a mail program (RFC 8058) or by hand. Opening the address changes
 * nothing, because programs that look through mail for danger do that. The answer is no redirection, as the RFC asks.
 */
export const stopRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.stopMail,
      on('meetings.list', async (asked) => {
        const { setting, preference } = await askedStop(parts, asked)
        return asked.page(<StopPage asked={asked} setting={setting} preference={preference} before={null} />)
      }),
    )
    .post(
      meetingPaths.stopMail,
      on('meetings.list', async (asked) => {
        const { district, identity, setting, find, preference: before } = await askedStop(parts, asked)
        const { data } = await asked.form(oneClickForm)
        if (data === null)
          return asked.page(<StopPage asked={asked} setting={setting} preference={before} before={null} />, 422)
        await transact(parts.db, identity, asked.now, (trx) => turnOff(trx, district, before.personId, setting))
        const preference = (await find()) ?? notFound()
        return asked.page(<StopPage asked={asked} setting={setting} preference={preference} before={before} />)
      }),
    )
}
