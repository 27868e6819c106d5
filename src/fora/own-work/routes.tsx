import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { paths } from '../../web/paths.ts'
import { handlersOf, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import type { ForaParts } from '../seats/handover.ts'
import { gatherWork } from './gather.ts'
import { ReviewPage, WorkPage } from './pages.tsx'
import { byAge, isStale } from './rules.ts'
import { listReviews } from './store.ts'

/** The reader's own page, for whoever is signed in, and the list of fora to go through. */
export const workRoutes = (parts: ForaParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.work,
      on('fora.list', async (asked) => {
        if (asked.actor.accountId === null) return asked.c.redirect(paths.signIn, 303)
        const { work, more } = await asked.read(async (trx) => {
          const sections: Child[] = []
          for (const part of parts.work) sections.push(await part(asked, trx))
          return { work: await gatherWork(asked, trx), more: sections }
        })
        return asked.page(<WorkPage asked={asked} work={work} more={more} />)
      }),
    )
    .get(
      foraPaths.review,
      on('forum.edit', async (asked) => {
        const fora = await asked.read((trx) => listReviews(trx, asked.district.id))
        return asked.page(
          <ReviewPage asked={asked} fora={byAge(fora.filter((forum) => isStale(forum, asked.today)))} />,
        )
      }),
    )
}
