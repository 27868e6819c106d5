import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCategory, aForum, aMeeting } from '../../test/builders.ts'
import { asOwner, emptied, identity } from '../../test/db.ts'
import type { Database } from '../db/db.ts'
import { transact } from '../db/tx.ts'
import { listFolderMails } from './folder.ts'
import { letterOf } from './letter.ts'
import { queueMail } from './outbox-store.ts'
import { mailJobs } from './sending.ts'
import { claimDueMail } from './sending-store.ts'
import { startSmtp } from './smtp.fixture.ts'
import { type MailSettings, type Timeouts, transportOf } from './transport.ts'

let database: Database
let servers: { close: () => Promise<void> }[] = []
const start = new Date('2026-03-12T10:00:00Z')
let now = start
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
const from = 'Samvirk <post@kreds.example>'
/** Enough on a busy machine, where no server is slow on purpose. */
const patient: Timeouts = { connectMs: 20_000, silenceMs: 20_000, wholeMs: 30_000, stopMs: 30_000 }
const impatient: Timeouts = { connectMs: 5000, silenceMs: 200, wholeMs: 400, stopMs: 200 }

const smtp = async (...how: Parameters<typeof startSmtp>) => {
  const server = await startSmtp(...how)
  servers.push(server)
  return server
}
const queue = (address: string, subject = 'Indkaldelse: Kredsrådet 16. april 2026') =>
  transact(database.db, identity(), now, (trx) =>
    queueMail(trx, 'mvsj', {
      key: `test:${address}`,
      purpose: 'summons',
      name: 'Ane Eksempel',
      address,
      subject,
      ...letterOf({
        lang: 'da',
        title: 'Blåbær & <grød>',
        paragraphs: ['Tid: kl. 10'],
        action: { href: 'https://x.example/a?b=1&c=2', label: 'Læs' },
      }),
      calendar: { method: 'REQUEST', ics: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' },
    }),
  )
const jobOf = (settings: MailSettings, { alone = true, leaseMs = 120_000, timeouts = patient } = {}) => {
  const transport = transportOf(settings, timeouts)
  const [job] = mailJobs({ db: database.db, clock: () => now, transport, alone, leaseMs })
  if (job === undefined) throw new Error('no job')
  return job
}
const through = (url: string): MailSettings => ({ kind: 'smtp', url, from })
const rows = () => asOwner('select address, state, attempts, last_error, next_at from mail.message order by address')

beforeEach(async () => {
  database = await emptied()
  now = start
})
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

test('a mail is sent once, with text, HTML and the invitation', async () => {
  const server = await smtp()
  expect(await queue('ane@kommune.example')).toBe(true)
  expect(await queue('ane@kommune.example')).toBe(false)
  const job = jobOf(through(server.url))
  expect(await job.run()).toBe(1)
  expect(await job.run()).toBe(0)
  expect(server.received).toHaveLength(1)
  const { mail, raw } = server.received[0] ?? {}
  expect(mail?.subject).toBe('Indkaldelse: Kredsrådet 16. april 2026')
  expect(mail?.from).toMatchObject({ address: 'post@kreds.example', name: 'Samvirk' })
  expect(mail?.to).toMatchObject([{ address: 'ane@kommune.example', name: 'Ane Eksempel' }])
  expect(mail?.text).toContain('Blåbær & <grød>')
  expect(mail?.text).toContain('https://x.example/a?b=1&c=2')
  expect(mail?.html).toContain('Blåbær &amp; &lt;grød&gt;')
  expect(mail?.html).toContain('href="https://x.example/a?b=1&amp;c=2"')
  expect(mail?.html).not.toMatch(/<img|<script|https?:(?!\/\/x\.example)/)
  expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  const [row] = await asOwner('select id from mail.message')
  expect(mail?.messageId).toBe(`<${String(row?.['id'])}@kreds.example>`)
})

test('an address that the server refuses is not tried again, and its words are kept', async () => {
  const server = await smtp({
    answer: (address) => (address.startsWith('bo') ? { code: 550, words: '5.1.1 No such user' } : null),
  })
  await queue('ane@kommune.example')
  await queue('bo@kommune.example')
  await queue('cilla@kommune.example')
  expect(await jobOf(through(server.url)).run()).toBe(3)
  expect(await rows()).toMatchObject([
    { state: 'sent' },
    { state: 'failed', attempts: 1, last_error: '550 5.1.1 No such user' },
    { state: 'sent' },
  ])
})

test('a server that greylists gets the same mail again after some minutes, not before', async () => {
  const server = await smtp({ answer: (_, tries) => (tries < 3 ? { code: 451, words: '4.7.1 Try again' } : null) })
  await queue('ane@kommune.example')
  const job = jobOf(through(server.url))
  expect(await job.run()).toBe(1)
  expect(await job.run()).toBe(0)
  later(2)
  expect(await job.run()).toBe(0)
  later(1)
  expect(await job.run()).toBe(1)
  later(3)
  expect(await job.run()).toBe(0)
  later(2)
  expect(await job.run()).toBe(1)
  expect(server.received).toHaveLength(1)
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3, last_error: '' }])
})

test('greylisting of one address does not hold up the others', async () => {
  const server = await smtp({ answer: (address) => (address.startsWith('ane') ? { code: 451, words: 'wait' } : null) })
  await queue('ane@kommune.example')
  await queue('bo@kommune.example')
  await jobOf(through(server.url)).run()
  expect(server.received.map(({ to }) => to)).toEqual(['bo@kommune.example'])
})

test('a server that is down is asked once in a run, and the mails go when it is up', async () => {
  const closed = await startSmtp()
  await closed.close()
  await queue('ane@kommune.example')
  await queue('bo@kommune.example')
  const job = jobOf(through(closed.url))
  expect(await job.run()).toBe(1)
  const states = await rows()
  expect(states.map(({ state }) => state)).toEqual(['queued', 'queued'])
  expect(states.map(({ last_error: words }) => String(words)).join()).toContain('ECONNREFUSED')
  const server = await smtp({}, closed.port)
  later(3)
  await job.run()
  expect(server.received.map(({ to }) => to).toSorted()).toEqual(['ane@kommune.example', 'bo@kommune.example'])
})

test('what was told last of a meeting arrives last, also when what came before had to wait', async () => {
  let isBusy = true
  const server = await smtp({ answer: () => (isBusy ? { code: 451, words: '4.7.1 Try again' } : null) })
  const about = async (key: string, meetingId: string) => {
    const mail = { key, purpose: 'summons', meetingId, name: 'Ane', address: 'ane@kommune.example' } as const
    const calendar = { method: 'REQUEST', ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } as const
    await transact(database.db, identity(), now, (trx) =>
      queueMail(trx, 'mvsj', { ...mail, subject: key, words: 'x', html: '<p>x</p>', calendar }),
    )
  }
  const forumId = await aForum({ categoryId: await aCategory(), name: 'Rådet' })
  const [meetingId, other] = [await aMeeting({ forumId }), await aMeeting({ forumId, onDay: '2026-05-01' })]
  await about('første', meetingId)
  const job = jobOf(through(server.url))
  await job.run()
  isBusy = false
  later(1)
  await about('anden', meetingId)
  await about('andet møde', other)
  await job.run()
  expect(server.received.map(({ mail }) => mail.subject)).toEqual(['andet møde'])
  later(2)
  await job.run()
  expect(server.received.map(({ mail }) => mail.subject)).toEqual(['andet møde', 'første', 'anden'])
})

test('a server that answers too slowly, or breaks the connection, gets the mail again', async () => {
  const silent = await smtp({ slowMs: 3_600_000 })
  await queue('ane@kommune.example')
  await jobOf(through(silent.url), { timeouts: impatient }).run()
  expect(await rows()).toMatchObject([{ state: 'queued', attempts: 1 }])
  const dropping = await smtp({ drops: (_, tries) => tries === 1 })
  later(3)
  const job = jobOf(through(dropping.url))
  await job.run()
  expect(await rows()).toMatchObject([{ state: 'queued', attempts: 2 }])
  later(5)
  await job.run()
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3 }])
  expect(dropping.received).toHaveLength(1)
})

test('after too many attempts a mail is given up, more than a day after the first', async () => {
  const server = await smtp({ answer: () => ({ code: 451, words: '4.2.2 Mailbox full' }) })
  await queue('ane@kommune.example')
  const job = jobOf(through(server.url))
  let runs = 0
  while ((await rows())[0]?.['state'] !== 'failed' && runs < 30) {
    await job.run()
    later(360)
    runs += 1
  }
  expect(await rows()).toMatchObject([{ state: 'failed', attempts: 13, last_error: '451 4.2.2 Mailbox full' }])
})

test('a mail that a killed process left is taken again after the lease, or at once by a process that is alone', async () => {
  const server = await smtp()
  await queue('ane@kommune.example')
  const left = new Date(now.getTime() - 120_000)
  await transact(database.db, identity({ district: '*' }), now, (trx) => claimDueMail(trx, { now, leftBefore: left }))
  const beside = jobOf(through(server.url), { alone: false })
  expect(await beside.run()).toBe(0)
  later(1)
  expect(await beside.run()).toBe(0)
  later(1)
  expect(await beside.run()).toBe(1)
  await queue('bo@kommune.example')
  await transact(database.db, identity({ district: '*' }), now, (trx) => claimDueMail(trx, { now, leftBefore: left }))
  expect(await jobOf(through(server.url)).run()).toBe(1)
  expect(server.received.map(({ to }) => to)).toEqual(['ane@kommune.example', 'bo@kommune.example'])
})

test('two processes never send the same mail', async () => {
  const server = await smtp()
  for (let number = 0; number < 12; number += 1) await queue(`n${String(number)}@kommune.example`)
  const done = await Promise.all([1, 2, 3].map(() => jobOf(through(server.url), { alone: false }).run()))
  expect(done.reduce((sum, count) => sum + count, 0)).toBe(12)
  expect(new Set(server.received.map(({ to }) => to)).size).toBe(12)
  expect(server.received).toHaveLength(12)
})

test('a job that is told to stop ends after the mail under way', async () => {
  const stopping = new AbortController()
  const server = await smtp({
    answer: () => {
      stopping.abort()
      return null
    },
  })
  for (let number = 0; number < 5; number += 1) await queue(`n${String(number)}@kommune.example`)
  expect(await jobOf(through(server.url)).run(stopping.signal)).toBe(1)
  expect(server.received).toHaveLength(1)
  expect((await rows()).filter(({ state }) => state === 'sending')).toEqual([])
})

test('a mail that takes too long is broken off when the program stops, and sent once later', async () => {
  const stopping = new AbortController()
  const silent = await smtp({
    answer: () => {
      stopping.abort()
      return null
    },
    slowMs: 3_600_000,
  })
  await queue('ane@kommune.example')
  const begun = performance.now()
  const timeouts = { ...patient, stopMs: 200 }
  expect(await jobOf(through(silent.url), { timeouts }).run(stopping.signal)).toBe(1)
  expect(performance.now() - begun).toBeLessThan(15_000)
  expect(silent.received).toEqual([])
  expect(await rows()).toMatchObject([{ state: 'queued', attempts: 1 }])
  const server = await smtp()
  later(3)
  for (const _ of [1, 2]) await jobOf(through(server.url)).run()
  expect(server.received).toHaveLength(1)
})

test('a mail that took too long is not taken by the server after all', async () => {
  const open: (() => void)[] = []
  const slow = await smtp({ before: () => new Promise((resolve) => open.push(resolve)) })
  await queue('ane@kommune.example')
  await jobOf(through(slow.url), { timeouts: impatient }).run()
  open.forEach((go) => {
    go()
  })
  later(3)
  const server = await smtp()
  await jobOf(through(server.url)).run()
  expect([slow.received.length, server.received.length]).toEqual([0, 1])
})

test('a kind of mail that can be turned off says where, and one click is offered over https alone', async () => {
  const server = await smtp()
  const headersFor = async (unsubscribe: string | null) => {
    const mail = { id: crypto.randomUUID(), name: 'Ane', address: 'ane@kommune.example', subject: 'Nyt', words: 'x' }
    const parts = { html: '<p>x</p>', calendar: null, calendarMethod: null, unsubscribe }
    expect(await transportOf(through(server.url), patient)({ ...mail, ...parts })).toEqual({ kind: 'sent' })
    const headers = new Map(server.received.at(-1)?.mail.headers.map(({ key, value }) => [key, value]))
    return [headers.get('list-unsubscribe'), headers.get('list-unsubscribe-post')]
  }
  const path = `samvirk.example/mvsj/meddelelser/afmeld?noegle=${'n'.repeat(43)}&mail=digest`
  expect(await headersFor(`https://${path}`)).toEqual([`<https://${path}>`, 'List-Unsubscribe=One-Click'])
  expect(await headersFor(`http://${path}`)).toEqual([`<http://${path}>`, undefined])
  expect(await headersFor(null)).toEqual([undefined, undefined])
})

test('without a mail server nothing is sent, and nothing waits to be sent long after', async () => {
  await queue('ane@kommune.example')
  await jobOf({ kind: 'off', from }).run()
  expect(await rows()).toMatchObject([{ state: 'failed', last_error: 'off' }])
})

test('while developing a mail is written to a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samvirk-mails-'))
  await queue('ane@kommune.example')
  await jobOf({ kind: 'folder', folder, from }).run()
  const [mail] = await listFolderMails(folder)
  expect(mail).toMatchObject({
    address: 'ane@kommune.example',
    calendar: expect.stringContaining('METHOD:REQUEST') as string,
  })
  const parsed = await PostalMime.parse(await readFile(join(folder, `${mail?.id ?? ''}.eml`), 'utf8'))
  expect(parsed.subject).toBe('Indkaldelse: Kredsrådet 16. april 2026')
  await rm(folder, { recursive: true })
})

test('line breaks in a name, an address or a subject make no new headers', async () => {
  const server = await smtp()
  await transact(database.db, identity(), now, (trx) =>
    queueMail(trx, 'mvsj', {
      key: 'evil',
      purpose: 'summons',
      name: 'Ane\r\nBcc: all@kommune.example',
      address: 'ane@kommune.example',
      subject: 'Hej\r\nX-Evil: 1',
      words: 'x',
      html: '<p>x</p>',
    }),
  )
  await jobOf(through(server.url)).run()
  const { mail, to } = server.received[0] ?? {}
  expect(to).toBe('ane@kommune.example')
  expect(mail?.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['bcc']))
  expect(mail?.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['x-evil']))
})
