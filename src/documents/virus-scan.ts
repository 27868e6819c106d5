import { connect, type Socket } from 'node:net'
import { DomainError } from '../base/errors.ts'

/** Looks through a file for viruses: null when none was found, else what the scanner calls it. @throws ScanUnavailable */
export type ScanFile = (bytes: Uint8Array) => Promise<string | null>

/** The scanner did not answer, or not in a way that says anything of the file. */
export class ScanUnavailable extends DomainError {}

/** Larger pieces only make the scanner wait for the first one. */
const pieceSize = 1024 * 1024

const open = (address: string): Socket => {
  if (address.startsWith('/')) return connect(address)
  const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(address) ?? []
  return connect({ host, port: Number(port) })
}

/** The order INSTREAM: pieces with their length in front, and an empty one at the end. */
const send = (socket: Socket, bytes: Uint8Array): void => {
  const length = (size: number): Buffer => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(size)
    return head
  }
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const piece = bytes.subarray(at, at + pieceSize)
    socket.write(length(piece.length))
    socket.write(piece)
  }
  socket.write(length(0))
}

const verdictOf = (answer: string): string | null => {
  const words = answer.replaceAll('\0', '').trim()
  if (words === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(words)?.[1]
  if (found !== undefined) return found
  throw new ScanUnavailable(`The virus scanner answered: ${words === '' ? 'nothing' : words.slice(0, 200)}`)
}

const ask = (address: string, bytes: Uint8Array, timeLimitMs: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = open(address)
    let answer = ''
    const fail = (reason: string, cause?: unknown): void => {
      clearTimeout(timer)
      socket.destroy()
      reject(new ScanUnavailable(reason, { cause }))
    }
    const timer = setTimeout(() => {
      fail('The virus scanner took too long')
    }, timeLimitMs)
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      answer += piece
    })
    socket.on('error', (cause) => {
      // A scanner that has found something may hang up before it has been sent the rest.
      if (answer === '') fail('The virus scanner cannot be reached', cause)
    })
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
    send(socket, bytes)
  })

/**
 * A scanner that speaks the protocol of clamd. `address` is `host:port` or the path of a socket; the time limit covers
 * the whole file.
 */
export const clamdScan =
  (address: string, timeLimitMs = 60_000): ScanFile =>
  async (bytes) =>
    verdictOf(await ask(address, bytes, timeLimitMs))
