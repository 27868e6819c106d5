import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { clamdScan, ScanUnavailable } from './virus-scan.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** The bytes of a whole INSTREAM order; null while it is not complete, or when it is none. */
const streamOf = (received: Buffer): Buffer | null => {
  const start = 'zINSTREAM\0'
  if (received.toString('latin1', 0, start.length) !== start) return null
  const pieces: Buffer[] = []
  for (let at = start.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const serve = (answer: (file: Buffer, socket: Socket) => void, where: number | string = 0): Promise<string> => {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece])
      const file = streamOf(received)
      if (file !== null) answer(file, socket)
    })
  })
  servers.push(server)
  return new Promise((resolve) => {
    const listening = () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? `127.0.0.1:${String(address.port)}` : String(address))
    }
    if (typeof where === 'string') server.listen(where, listening)
    else server.listen(where, '127.0.0.1', listening)
  })
}

const judge = (file: Buffer, socket: Socket): void => {
  socket.end(file.includes('VIRUS') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
}
const bytes = (text: string, length = 0): Uint8Array => new TextEncoder().encode(text.padEnd(length, 'x'))

describe('a scanner that speaks the protocol of clamd', () => {
  test('finds what is there, and nothing where nothing is', async () => {
    const scan = clamdScan(await serve(judge))
    expect(await scan(bytes('en ganske almindelig fil'))).toBeNull()
    expect(await scan(bytes('VIRUS'))).toBe('Eicar-Test-Signature')
  })

  test('is sent the whole of a large file', async () => {
    let size = 0
    const scan = clamdScan(
      await serve((file, socket) => {
        size = file.length
        judge(file, socket)
      }),
    )
    expect(await scan(bytes('stor', 5_000_000))).toBeNull()
    expect(size).toBe(5_000_000)
  })

  test('may listen on a socket of the file system', async () => {
    const path = join(tmpdir(), `samvirk-scan-${String(process.pid)}.sock`)
    expect(await clamdScan(await serve(judge, path))(bytes('VIRUS'))).toBe('Eicar-Test-Signature')
  })

  test('that is too slow says nothing of the file', async () => {
    const address = await serve(() => undefined)
    await expect(clamdScan(address, 100)(bytes('a'))).rejects.toThrow(ScanUnavailable)
  })

  test('that is gone, hangs up or answers something else says nothing of the file', async () => {
    const closed = await serve(judge)
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
    await expect(clamdScan(closed)(bytes('a'))).rejects.toThrow(ScanUnavailable)
    const hangsUp = await serve((_, socket) => socket.end())
    await expect(clamdScan(hangsUp)(bytes('a'))).rejects.toThrow(ScanUnavailable)
    const full = await serve((_, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'))
    await expect(clamdScan(full)(bytes('a'))).rejects.toThrow('size limit')
    await expect(clamdScan('/findes/ikke.sock')(bytes('a'))).rejects.toThrow(ScanUnavailable)
  })
})
