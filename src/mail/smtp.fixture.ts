import { once } from 'node:events'
import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as the server was given it. */
export interface ReceivedMail {
  to: string
  messageId: string
  mail: Email
  raw: string
}

interface Behaviour {
  /** The answer to RCPT TO for an address; null accepts it. */
  answer?: (address: string, tries: number) => { code: number; words: string } | null
  /** What the server waits for before it greets. */
  before?: () => Promise<void>
  /** Why nobody is let in; left out where everybody is. */
  refuses?: string
  /** The password without which nobody is let in. */
  password?: string
  /** How long the server takes before it answers to the mail itself. */
  slowMs?: number
  /** True to break the connection instead of answering to the mail. */
  drops?: (address: string, tries: number) => boolean
}

/** A real mail server on this machine that keeps what it is given. */
export async function startSmtp(behaviour: Behaviour = {}, port = 0) {
  const received: ReceivedMail[] = []
  const tries = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: behaviour.password === undefined,
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) => {
      done(password === behaviour.password ? null : new Error('Wrong password'), { user: 'post' })
    },
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect: (_session, done) => {
      const refusal = behaviour.refuses === undefined ? null : new Error(behaviour.refuses)
      void (behaviour.before?.() ?? Promise.resolve()).then(() => done(refusal))
    },
    onRcptTo: ({ address }, _session, done) => {
      const count = (tries.get(address) ?? 0) + 1
      tries.set(address, count)
      const answer = behaviour.answer?.(address, count) ?? null
      done(answer === null ? null : Object.assign(new Error(answer.words), { responseCode: answer.code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      const to = session.envelope.rcptTo[0]?.address ?? ''
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void (async () => {
          if (behaviour.slowMs !== undefined) await pause(behaviour.slowMs, null, { ref: false })
          if (behaviour.drops?.(to, tries.get(to) ?? 0) === true) {
            for (const connection of server.connections) {
              const socket: unknown = Reflect.get(connection, '_socket')
              if (socket instanceof Socket) socket.destroy()
            }
            return
          }
          const raw = Buffer.concat(chunks).toString('utf8')
          const mail = await PostalMime.parse(raw)
          received.push({ to, messageId: mail.messageId ?? '', mail, raw })
          done()
        })()
      })
    },
  })
  // A client that is killed breaks its connection.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return {
    url: `smtp://127.0.0.1:${String(address.port)}`,
    port: address.port,
    received,
    tries,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
