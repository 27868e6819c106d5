const rowsInAnHour = 20
const hourMs = 3_600_000
const mostSenders = 10_000

/**
 * How the nth refusal of one sender within an hour is written: the first ones each as a row of their own, after that a count
 * each time their number has doubled. So a robot makes the log some rows longer, and not thousands.
 */
export const writtenAs = (nth: number): 'row' | 'count' | 'nothing' =>
  nth <= rowsInAnHour ? 'row' : Number.isInteger(Math.log2(nth / rowsInAnHour)) ? 'count' : 'nothing'

/** Counts refusals by sender and hour, in this process only. Beyond the most senders the one longest silent is forgotten. */
export function refusalCounter(): (sender: string, now: Date) => number {
  const counts = new Map<string, { hour: number; count: number }>()
  return (sender, now) => {
    const hour = Math.floor(now.getTime() / hourMs)
    const before = counts.get(sender)
    const count = before?.hour === hour ? before.count + 1 : 1
    counts.delete(sender)
    counts.set(sender, { hour, count })
    const [oldest] = counts.keys()
    if (counts.size > mostSenders && oldest !== undefined) counts.delete(oldest)
    return count
  }
}
