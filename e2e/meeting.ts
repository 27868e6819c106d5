import { fillDay } from './day.ts'
import type { User } from './journey.ts'

/** What the form of a new meeting is given; days are YYYY-MM-DD. */
interface NewMeeting {
  day: string
  starts: string
  ends: string
  proposeBy?: string
  /** How the agenda begins, by its label; with the fixed items when not said. */
  agenda?: string
}

/** Creates a meeting from the page of a forum's meetings, and stays on its page; gives its address. */
export async function createMeeting(user: User, forum: string, wanted: NewMeeting): Promise<string> {
  const { page, goto, follow, press } = user
  await goto(`/mvsj/fora/${forum}/moeder`)
  await follow('Opret møde')
  await fillDay(page, wanted.day)
  if (wanted.proposeBy !== undefined) await fillDay(page, wanted.proposeBy, 'Sidste dag at foreslå punkter')
  await page.getByLabel('Begynder kl.').fill(wanted.starts)
  await page.getByLabel('Slutter kl.').fill(wanted.ends)
  if (wanted.agenda !== undefined) await page.getByLabel(wanted.agenda).check()
  await press('Opret møde')
  // A day that something speaks against is asked about once, and which days that is depends on when this runs.
  if (await page.getByText('Se på dagen en gang til').isVisible()) await press('Opret møde')
  return new URL(page.url()).pathname
}
