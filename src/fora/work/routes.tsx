import { Hono } from 'hono'
import { paths } from '../../web/paths.ts'
import { handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { gatherWork } from './gather.ts'
import { ReviewPage, WorkPage } from './pages.tsx'
import { byAge, isStale } from './rules.ts'
import { listReviews } from './store.ts'

/** The reader's own page, for whoever is signed in, and the list of fora to go through. */
export const workRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.work,
      on('fora.list', async (asked) => {
        if (asked.actor.accountId === null) return asked.c.redirect(paths.signIn, 303)
        const work = await asked.read((trx) => gatherWork(asked, trx))
        return asked.page(<WorkPage asked={asked} work={work} />)
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
