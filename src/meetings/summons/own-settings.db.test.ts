import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import type { Database } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { letterOf } from '../../mail/letter.ts'
import { type MailSetting, queueMail } from '../../mail/outbox-store.ts'
import { mailJobs } from '../../mail/sending.ts'
import type { OutgoingMail } from '../../mail/transport.ts'
import { ownSettings } from './own-settings.ts'

let database: Database
const now = new Date('2026-03-12T10:00:00Z')
const href = 'https://samvirk.example/mvsj/meddelelser/indstillinger'

const send = async (personId: string | null, setting?: MailSetting): Promise<OutgoingMail> => {
  const sent: OutgoingMail[] = []
  await transact(database.db, identity(), now, (trx) =>
    queueMail(trx, 'mvsj', {
      key: String(personId),
      purpose: setting === undefined ? 'summons' : 'digest',
      ...(setting && { setting }),
      personId,
      name: 'Ane',
      address: 'ane@kommune.example',
      subject: 'Indkaldelse',
      ...letterOf({ lang: 'da', title: 'Hej', paragraphs: [], settings: { href, label: 'Indstillinger' } }),
    }),
  )
  const transport = (mail: OutgoingMail) => {
    sent.push(mail)
    return Promise.resolve({ kind: 'sent' } as const)
  }
  const jobs = mailJobs({
    db: database.db,
    clock: () => now,
    transport,
    alone: true,
    finish: ownSettings(() => 'https://samvirk.example'),
  })
  for (const job of jobs) await job.run()
  const [mail] = sent
  if (mail === undefined) throw new Error('nothing sent')
  return mail
}

beforeEach(async () => {
  database = await emptied()
})

test('the settings of a mail are the receiver’s own, and their secret stands in no outbox', async () => {
  const mail = await send(await aPerson('Ane Eksempel', 'ane'))
  const [row] = await asOwner('select secret from notices.preference')
  const link = `${href}?noegle=${String(row?.['secret'])}`
  expect(mail.words).toContain(`${link}\n`)
  expect(mail.html).toContain(`href="${link}"`)
  const [stored] = await asOwner('select words, html from mail.message')
  expect(JSON.stringify(stored)).not.toContain('noegle')
})

test('only a kind of mail that can be turned off says where', async () => {
  const person = await aPerson('Ane Eksempel', 'ane')
  expect((await send(person)).unsubscribe).toBeNull()
  await asOwner('delete from mail.message')
  const { unsubscribe } = await send(person, 'digest')
  const [row] = await asOwner('select secret from notices.preference')
  expect(unsubscribe).toBe(
    `https://samvirk.example/mvsj/meddelelser/afmeld?noegle=${String(row?.['secret'])}&mail=digest`,
  )
})

test('one who is not in the register is given none', async () => {
  const mail = await send(null, 'digest')
  expect(mail.words).toContain(`${href}\n`)
  expect(mail.unsubscribe).toBeNull()
})
