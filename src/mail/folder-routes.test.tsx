import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/app.ts'
import { emptied } from '../../test/db.ts'
import { readPage } from '../../test/page.ts'
import type { Database } from '../db/db.ts'
import { transportOf } from './transport.ts'

let database: Database
let folder: string
const from = 'Samvirk <samvirk@localhost>'
const mail = {
  id: '00000000-0000-4000-8000-00000000000a',
  name: 'Ane Eksempel',
  address: 'ane@kommune.example',
  subject: 'Indkaldelse: <b>Rådet</b>',
  words: 'Hej Ane',
  html: '<p onclick="alert(1)">Hej</p><script>alert(1)</script>',
  calendar: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
  calendarMethod: 'REQUEST' as const,
  unsubscribe: null,
}

beforeAll(async () => {
  database = await emptied()
  folder = await mkdtemp(join(tmpdir(), 'samvirk-mails-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the mails that were not sent are listed and shown as source, never run', async () => {
  const app = testApp(database, undefined, { kind: 'folder', folder, from })
  const open = async (path: string) => app.as(null).get(path)
  expect(readPage(await (await open('/udvikling/mails')).text()).text()).toContain('Der er ingen mails endnu')
  await transportOf({ kind: 'folder', folder, from })(mail)
  const list = readPage(await (await open('/udvikling/mails')).text())
  const html = await (await open(list.link('Indkaldelse: <b>Rådet</b>'))).text()
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<p onclick')
  const page = readPage(html)
  expect(page.text()).toContain('METHOD:REQUEST')
  expect(page.text()).toContain('Hej Ane')
  const file = await open(page.link('Hent mailen som fil'))
  expect(file.headers.get('content-disposition')).toContain('attachment')
  expect(await file.text()).toContain('Message-ID: <00000000-0000-4000-8000-00000000000a@localhost>')
  for (const odd of ['x', '..%2f..%2fdatabase', '00000000-0000-4000-8000-00000000000b', '%00'])
    expect((await open(`/udvikling/mails/${odd}`)).status, odd).toBe(404)
})

test.each(['smtp', 'off'] as const)('with mail %s the page does not exist', async (kind) => {
  const app = testApp(database, undefined, kind === 'off' ? { kind, from } : { kind, url: 'smtp://127.0.0.1:1', from })
  expect((await app.as(null).get('/udvikling/mails')).status).toBe(404)
})
