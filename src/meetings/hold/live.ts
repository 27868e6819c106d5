import type { Db } from '../../db/db.ts'
import { readAs } from '../../db/tx.ts'
import { programIdentity } from '../../people/actor.ts'
import { createLines, type Follower, type Line } from './live-lines.ts'
import { type Kept, listKept, readLive } from './live-store.ts'

/** The channel on which transactions tell that a running meeting changed; the payload is `district meeting`. */
export const liveChannel = 'samvirk_live'

export interface Live {
  /** Follows a meeting as a stream of server-sent events; the first says where it stands. */
  follow: (follower: Follower) => ReadableStream<Uint8Array>
  /** Takes a payload of the channel; the empty one means that anything may have changed. */
  hear: (payload: string) => void
  /** How many streams are open. */
  following: () => number
  /** Ends every stream, so that the program can stop. */
  close: () => void
}

/** Followers that row-level security treats alike have the same key. */
const audienceOf = ({ identity, forumId }: Follower, kept: ReadonlyMap<string, Kept>): string => {
  const own = identity.person === null ? undefined : kept.get(identity.person)
  return JSON.stringify([
    identity.reach,
    identity.writes,
    identity.leads.includes(forumId),
    identity.fora.includes(forumId),
    identity.municipalities.toSorted(),
    own?.deputy ?? false,
    own?.excluded ?? '',
  ])
}

interface LiveParts {
  db: Db
  log: { error: (details: object, message: string) => void }
}

/** Keeps the open streams of this process. One change is read once for each audience, however many follow. */
export function createLive({ db, log }: LiveParts): Live {
  const lines = createLines()
  const busy = new Map<string, 'reading' | 'again'>()

  const tell = async (open: readonly Line[], { district, meetingId }: Follower) => {
    const kept = await readAs(db, programIdentity('live', district), (trx) => listKept(trx, district, meetingId))
    const byPerson = new Map(kept.map((one) => [one.personId, one]))
    const audiences = Map.groupBy(open, ({ follower }) => audienceOf(follower, byPerson))
    for (const audience of audiences.values()) {
      const [first] = audience
      if (first === undefined) continue
      const state = await readAs(db, first.follower.identity, (trx) => readLive(trx, district, meetingId))
      const text = `event: live\ndata: ${JSON.stringify(state)}\n\n`
      for (const line of audience) {
        if (state === null) lines.end(line)
        else if (line.last !== text) {
          line.last = text
          lines.send(line, text)
        }
      }
    }
  }

  /** Reads and tells anew; what changes while it reads makes it read once more, however often it changed. */
  const refresh = async (key: string): Promise<void> => {
    if (busy.has(key)) {
      busy.set(key, 'again')
      return
    }
    do {
      busy.set(key, 'reading')
      const open = lines.of(key)
      const [first] = open
      if (first !== undefined)
        await tell(open, first.follower).catch((error: unknown) => {
          log.error({ err: error }, 'followers of a meeting were not told')
        })
    } while (busy.get(key) === 'again')
    busy.delete(key)
  }

  return {
    follow: (follower) => {
      const { stream, key } = lines.open(follower)
      void refresh(key)
      return stream
    },
    hear: (payload) => {
      const open = lines.keys()
      for (const key of payload === '' ? open : open.filter((one) => one === payload)) void refresh(key)
    },
    following: () => lines.all().length,
    close: () => {
      for (const line of lines.all()) lines.end(line)
    },
  }
}
