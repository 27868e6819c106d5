import { sha256Of } from '../../documents/file-store.ts'
import { gate, keeping, through } from '../../documents/making.ts'
import type { Asked } from '../../web/request.ts'
import type { Reading } from './reading-page.tsx'

const megabyte = 1024 * 1024

export interface KeptFile {
  bytes: Uint8Array
  /** Says everything that the file was made of: the same state has the same tag and the same bytes. */
  tag: string
}

/** What the reader may see of the meeting, in their language, on the day that is printed; not what they note for themselves. */
const stateOf = (asked: Asked, { notes: _, ...seen }: Reading, what: string): string =>
  sha256Of(Buffer.from(JSON.stringify([what, asked.lang, asked.today, asked.district.id, seen])))

/**
 * Files made of a meeting, each made once for as long as its state stays and there is room to keep it. Visitors have a place
 * of their own, so that they never keep members waiting. @throws Busy when too many are being made.
 */
export const keptFiles = () => {
  const keep = keeping<Uint8Array>({ most: 64 * megabyte, largest: 24 * megabyte, sizeOf: ({ length }) => length })
  const [visitors, readers] = [gate(1, 3), gate(2, 12)]
  return async (asked: Asked, reading: Reading, what: string, make: () => Promise<Uint8Array>): Promise<KeptFile> => {
    const tag = stateOf(asked, reading, what)
    const enter = asked.actor.accountId === null ? visitors : readers
    return { tag, bytes: await keep(tag, () => through(enter, make)) }
  }
}
