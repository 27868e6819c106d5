/** Minutes to wait before each new attempt. Greylisting servers let a mail in after some minutes; a server that is down has a day and a half. */
const pauses = [3, 5, 10, 20, 40, 60, 120, 240, 360, 360, 360, 360]

/** How a mail server took a mail. */
export type Delivery =
  | { kind: 'sent' }
  /** Not now: `reachable` is false when nobody answered, so that the mails after it need not be tried. */
  | { kind: 'later'; words: string; reachable: boolean }
  /** Never: asking again would give the same answer. */
  | { kind: 'refused'; words: string }

/** When a mail is tried again after its nth attempt; null when it has been tried often enough. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = pauses[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

interface SmtpFault {
  code?: unknown
  command?: unknown
  response?: unknown
  responseCode?: unknown
  message: string
}

const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300)

/** What the mail server takes a stand on: this mail. Anything else concerns the connection or the settings. */
const aboutThisMail = new Set(['MAIL FROM', 'RCPT TO', 'DATA'])

/**
 * Judges what went wrong by the server's answer (RFC 5321 § 4.2.1: 4yz may pass, 5yz will not). What concerns the
 * connection or signing in to the server is tried again, since every mail would meet it.
 */
export function judgeFault(fault: SmtpFault): Exclude<Delivery, { kind: 'sent' }> {
  const code = typeof fault.code === 'string' ? fault.code : ''
  const words = shortened(typeof fault.response === 'string' ? fault.response : `${code} ${fault.message}`)
  const answer = typeof fault.responseCode === 'number' ? fault.responseCode : null
  const concernsMail = typeof fault.command === 'string' && aboutThisMail.has(fault.command)
  if (answer === null) {
    // The address cannot be written to the server at all.
    if (code === 'EENVELOPE') return { kind: 'refused', words }
    return { kind: 'later', words, reachable: false }
  }
  if (answer >= 500 && concernsMail) return { kind: 'refused', words }
  return { kind: 'later', words, reachable: concernsMail }
}

/** Why a mail did not arrive, for a reader who knows nothing of mail servers. */
export const failureReasons = ['unknownAddress', 'full', 'refused', 'unreachable', 'off', 'later'] as const
export type FailureReason = (typeof failureReasons)[number]

/** What stands as the error of a mail that was due while the program was not set up to send. */
export const mailIsOff = 'off'

/** The reason behind the words of a server. */
export function reasonOf(words: string): FailureReason {
  if (words === mailIsOff) return 'off'
  const [, answer = '', status = ''] = /^(\d{3})[ -]?(\d\.\d{1,3}\.\d{1,3})?/.exec(words) ?? []
  if (words.startsWith('EENVELOPE') || status.startsWith('5.1.') || (status === '' && /^55[013]$/.test(answer)))
    return 'unknownAddress'
  if (status.endsWith('.2.2') || answer === '552' || answer === '452') return 'full'
  if (answer.startsWith('5')) return 'refused'
  return answer.startsWith('4') ? 'later' : 'unreachable'
}
