import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { aPerson } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let program: ReturnType<typeof testApp>
let secret: string

const origin = 'http://127.0.0.1:3000'
const at = (mail: string, key = secret) => `/mvsj/meddelelser/afmeld?noegle=${key}&mail=${mail}`
/** As the server of a mail program posts: it knows no cookie, and comes from nowhere. */
const click = (path: string, body = 'List-Unsubscribe=One-Click') =>
  program.app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
const stored = async () =>
  (await asOwner('select digest, reminders, language, version from notices.preference order by secret'))[0]

beforeEach(async () => {
  program = testApp(await emptied())
  secret = 'a'.repeat(43)
  for (const [name, account, key] of [
    ['Ane Eksempel', 'ane', secret],
    ['Bo Eksempel', 'bo', 'b'.repeat(43)],
  ] as const) {
    const person = await aPerson(name, account)
    await asOwner(
      `insert into notices.preference (district, person_id, digest, reminders, language, secret) values ('mvsj', $1, 'daily', true, 'en', $2)`,
      [person, key],
    )
  }
})

test('one click of a mail program stops that kind of mail of that person, and no other', async () => {
  const answer = await click(at('digest'))
  expect([answer.status, answer.headers.get('location')]).toEqual([200, null])
  expect(await stored()).toEqual({ digest: 'none', reminders: true, language: 'en', version: 2 })
  expect((await click(at('reminders'))).status).toBe(200)
  expect(await stored()).toMatchObject({ digest: 'none', reminders: false, version: 3 })
  // A mail program that asks twice is told the same.
  expect((await click(at('reminders'))).status).toBe(200)
  expect(await stored()).toMatchObject({ version: 3 })
  expect(await asOwner(`select 1 from notices.preference where digest = 'daily' and reminders`)).toHaveLength(1)
})

test('a mail program may send the same as a form with parts', async () => {
  const body = new FormData()
  body.append('List-Unsubscribe', 'One-Click')
  expect((await program.app.request(`${origin}${at('digest')}`, { method: 'POST', body })).status).toBe(200)
  expect(await stored()).toMatchObject({ digest: 'none' })
})

test('opening the address changes nothing, and names nobody', async () => {
  const answer = await program.as(null).get(at('digest'))
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const page = readPage(await answer.text())
  expect(page.heading()).toBe('Stop den samlede mail')
  expect(page.text()).not.toMatch(/Ane|Eksempel/)
  expect((await program.app.request(`${origin}${at('digest')}`, { method: 'HEAD' })).status).toBe(200)
  expect((await click(at('digest'), 'x=y')).status).toBe(422)
  expect(await stored()).toMatchObject({ digest: 'daily', version: 1 })
})

test('stopped by hand, it can be undone to what it was', async () => {
  const { action, values } = readPage(await (await program.as(null).get(at('digest'))).text()).form(
    'Stop den samlede mail',
  )
  const stopped = readPage(await (await program.as(null).post(action, values)).text())
  expect(stopped.text()).toContain('Du får ikke mere den samlede mail')
  expect(await stored()).toMatchObject({ digest: 'none' })
  const undo = stopped.form('Fortryd')
  expect((await program.as(null).post(undo.action, undo.values)).status).toBe(303)
  expect(await stored()).toEqual({ digest: 'daily', reminders: true, language: 'en', version: 3 })
  // Sent again, it does not overwrite what was chosen since.
  expect((await program.as(null).post(undo.action, undo.values)).status).toBe(409)
})

test('one who has stopped it already is told so, with the way to the settings', async () => {
  await click(at('reminders'))
  const page = readPage(await (await program.as(null).get(at('reminders'))).text())
  expect(page.text()).toContain('Du får ikke mere påmindelser om opgaver')
  expect(page.buttons()).not.toContain('Fortryd')
  expect(page.link('Vælg, hvilke mails du får')).toBe(`/mvsj/meddelelser/indstillinger?noegle=${secret}`)
})

test('a wrong secret, a mail that cannot be stopped and another district are alike', async () => {
  for (const path of [
    at('digest', 'forkert'),
    at('digest', ''),
    at('summons'),
    at(''),
    at('digest').replace('mvsj', 'ns'),
  ])
    for (const status of [(await click(path)).status, (await program.as(null).get(path)).status])
      expect(status, path).toBe(404)
  expect(await stored()).toMatchObject({ version: 1 })
})

test('no other form is taken without its token', async () => {
  const settings = `/mvsj/meddelelser/indstillinger?noegle=${secret}`
  expect((await click(settings, 'samlet=none&paamind=nej&sprog=da&version=1')).status).toBe(403)
  expect((await click(`/mvsj/meddelelser/afmeld/x?noegle=${secret}`)).status).toBe(403)
  expect(await stored()).toMatchObject({ version: 1 })
})
