import { Hono } from 'hono'
import { handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { readChoice } from './choice.ts'
import { firstOfYear, lastOfYear } from './days.ts'
import { findEvents } from './find-events.ts'
import { WheelPage } from './wheel-page.tsx'

/** The year wheel, open to everyone; each sees what they may see. */
export const wheelRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>().get(
    meetingPaths.wheel,
    on('meetings.list', async (asked) => {
      const choice = readChoice(asked)
      const span = { from: firstOfYear(choice.year), to: lastOfYear(choice.year) }
      const events = await asked.read((trx) => findEvents(asked, trx, choice, span))
      return asked.page(<WheelPage asked={asked} choice={choice} events={events} />)
    }),
  )
}
