import type { Identity } from '../../db/tx.ts'

/** One who follows a meeting from a page. */
export interface Follower {
  district: string
  meetingId: string
  forumId: string
  /** For whom the meeting is read; what row-level security hides from it is not sent. */
  identity: Identity
}

/** An open stream to one reader. */
export interface Line {
  follower: Follower
  controller: ReadableStreamDefaultController<Uint8Array>
  /** When it ends, so that the browser opens a new one with what its reader may see by then. */
  until: number
  /** What was sent last, so that nothing is sent twice; not even that something out of sight changed. */
  last: string
}

const heartbeatMs = 20_000
const longestMs = 10 * 60_000
/** More than this unread, and the reader is gone or too slow: its browser opens a new stream. */
const mostWaiting = 64
const retryMs = 2000

const encoder = new TextEncoder()

export const keyOf = ({ district, meetingId }: Pick<Follower, 'district' | 'meetingId'>) => `${district} ${meetingId}`

/** The open streams of this process, by meeting. */
export function createLines() {
  const lines = new Map<string, Set<Line>>()
  let beat: ReturnType<typeof setInterval> | null = null

  const drop = (line: Line) => {
    const key = keyOf(line.follower)
    const open = lines.get(key)
    if (open?.delete(line) && open.size === 0) lines.delete(key)
    if (lines.size > 0 || beat === null) return
    clearInterval(beat)
    beat = null
  }

  const end = (line: Line) => {
    drop(line)
    try {
      line.controller.close()
    } catch {
      // The reader was gone already.
    }
  }

  const send = (line: Line, text: string) => {
    if ((line.controller.desiredSize ?? 0) < -mostWaiting) end(line)
    else line.controller.enqueue(encoder.encode(text))
  }

  const all = (): Line[] => [...lines.values()].flatMap((open) => [...open])

  const pulse = () => {
    const now = Date.now()
    for (const line of all())
      if (now > line.until) end(line)
      else send(line, ': still here\n\n')
  }

  const open = (follower: Follower): { stream: ReadableStream<Uint8Array>; key: string } => {
    const key = keyOf(follower)
    let line: Line | null = null
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const until = Date.now() + longestMs * (0.8 + Math.random() * 0.4)
        line = { follower, controller, until, last: '' }
        lines.set(key, (lines.get(key) ?? new Set()).add(line))
        beat ??= setInterval(pulse, heartbeatMs).unref()
        send(line, `retry: ${String(retryMs)}\n\n`)
      },
      cancel: () => {
        if (line !== null) drop(line)
      },
    })
    return { stream, key }
  }

  return {
    open,
    end,
    send,
    all,
    of: (key: string): Line[] => [...(lines.get(key) ?? [])],
    keys: () => [...lines.keys()],
  }
}
