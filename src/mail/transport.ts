import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { type Delivery, judgeFault, mailIsOff } from './rules.ts'

/** Where mail goes: to a mail server, to a folder while developing, or nowhere. */
export type MailSettings =
  | { kind: 'smtp'; url: string; from: string }
  | { kind: 'folder'; folder: string; from: string }
  | { kind: 'off'; from: string }

/** A mail as it leaves the program. */
export interface OutgoingMail {
  id: string
  name: string
  address: string
  subject: string
  words: string
  html: string
  calendar: string | null
  calendarMethod: 'REQUEST' | 'CANCEL' | null
  /** Where mails of this kind are turned off without signing in; null for those that always come. */
  unsubscribe: string | null
}

/** Sends one mail. When the program is stopping, what is under way is given little time and then broken off. */
export type Transport = (mail: OutgoingMail, stopping?: AbortSignal) => Promise<Delivery>

/** The address in `Samvirk <post@kreds.example>` or `post@kreds.example`. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()

/**
 * The same row has the same Message-ID each time it is sent, so a mail that was accepted just before the program was
 * killed is known as the same by the systems that get it twice.
 */
export const messageIdOf = (id: string, from: string): string => `<${id}@${addressIn(from).split('@')[1] ?? 'samvirk'}>`

/** The button of mail programs that turns mails of a kind off (RFC 2369, and RFC 8058 for one click, which is for https alone). */
const unsubscribeHeaders = (address: string | null): Record<string, string> =>
  address === null
    ? {}
    : {
        'List-Unsubscribe': `<${address}>`,
        ...(address.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      }

const messageOf = (mail: OutgoingMail, from: string) => ({
  from,
  to: { name: mail.name, address: mail.address },
  subject: mail.subject,
  text: mail.words,
  html: mail.html,
  messageId: messageIdOf(mail.id, from),
  // RFC 3834: nobody's absence notice should answer a program.
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...unsubscribeHeaders(mail.unsubscribe),
  },
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(mail.calendar !== null && {
    icalEvent: { method: mail.calendarMethod ?? 'REQUEST', filename: 'invitation.ics', content: mail.calendar },
  }),
})

export interface Timeouts {
  /** To reach the server and be greeted. */
  connectMs: number
  /** Of silence within a conversation. */
  silenceMs: number
  /** For one mail in all. */
  wholeMs: number
  /** For the mail under way when the program is told to stop. */
  stopMs: number
}
const usualTimeouts: Timeouts = { connectMs: 10_000, silenceMs: 20_000, wholeMs: 60_000, stopMs: 5_000 }

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)

/** `smtps:` encrypts from the first byte, `smtp:` when the server offers it; a password never goes unencrypted over the net. */
const serverOf = (url: string, timeouts: Timeouts) => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && username !== '' && !isLoopback(hostname),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    socketTimeout: timeouts.silenceMs,
  }
}

const faultOf = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

const tooSlow: Delivery = { kind: 'later', words: 'ETIMEDOUT The mail server was too slow', reachable: false }

/** The connection is broken off when time is up: a mail that is tried again must not arrive by the first attempt too. */
const bySmtp = (url: string, from: string, timeouts: Timeouts): Transport => {
  const server = nodemailer.createTransport(serverOf(url, timeouts))
  return async (mail, stopping) => {
    const broken = new AbortController()
    const breakOff = () => {
      broken.abort()
    }
    const timers = [setTimeout(breakOff, timeouts.wholeMs)]
    const hurry = () => {
      timers.push(setTimeout(breakOff, timeouts.stopMs))
    }
    if (stopping?.aborted === true) hurry()
    else stopping?.addEventListener('abort', hurry, { once: true })
    try {
      await server.sendMail({ ...messageOf(mail, from), signal: broken.signal })
      return { kind: 'sent' }
    } catch (error) {
      return broken.signal.aborted ? tooSlow : judgeFault(faultOf(error))
    } finally {
      stopping?.removeEventListener('abort', hurry)
      timers.forEach(clearTimeout)
    }
  }
}

/**
 * Asks the mail server whether it is there and lets the program sign in; nothing is sent.
 * @returns null when it does, else what went wrong.
 */
export async function askMailServer(url: string, timeouts: Timeouts = usualTimeouts): Promise<string | null> {
  try {
    await nodemailer.createTransport(serverOf(url, timeouts)).verify()
    return null
  } catch (error) {
    return judgeFault(faultOf(error)).words
  }
}

/**
 * One `.eml` file for each mail and one with its parts for the page that shows it, both named by its id, so that sending
 * it again writes the same files.
 */
const toFolder = (folder: string, from: string): Transport => {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (mail) => {
    const { message } = await writer.sendMail(messageOf(mail, from))
    await mkdir(folder, { recursive: true })
    const write = async (name: string, content: string | Buffer) => {
      const made = join(folder, `.${randomUUID()}`)
      await writeFile(made, content)
      await rename(made, join(folder, name))
    }
    await write(`${mail.id}.eml`, Buffer.isBuffer(message) ? message : '')
    await write(`${mail.id}.json`, JSON.stringify({ ...mail, from }))
    return { kind: 'sent' }
  }
}

/** The way out for mail. */
export const transportOf = (settings: MailSettings, timeouts: Timeouts = usualTimeouts): Transport => {
  switch (settings.kind) {
    case 'smtp':
      return bySmtp(settings.url, settings.from, timeouts)
    case 'folder':
      return toFolder(settings.folder, settings.from)
    case 'off':
      return () => Promise.resolve({ kind: 'refused', words: mailIsOff })
  }
}
