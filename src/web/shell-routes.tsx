import { Hono } from 'hono'
import { readAs } from '../db/tx.ts'
import { identityOf, programIdentity } from '../people/actor.ts'
import { districtsOf, listDistricts } from '../people/store.ts'
import { today } from '../base/time.ts'
import { AboutPage } from './about-pages.tsx'
import type { AboutKey } from './about-texts.ts'
import { PageHead, Rows } from './blocks.tsx'
import { Page } from './layout.tsx'
import { paths } from './paths.ts'
import { frameOf, type Parts, type RequestEnv } from './request.ts'
import { shellTexts } from './shell-texts.ts'

const aboutPages: readonly [string, AboutKey][] = [
  [paths.about, 'about'],
  [paths.accessibility, 'accessibility'],
  [paths.privacy, 'privacy'],
]

/** The first parts of what routes answer within a district: `fora` of `/fora/:slug`. */
export const firstParts = (routes: readonly { path: string }[]): string[] => [
  ...new Set(routes.map(({ path }) => path.split('/')[1] ?? '').filter((part) => /^[a-z]/.test(part))),
]

/**
 * The pages of no district: the list of districts, and the way from a short address to the reader's own or only district.
 * `short` is the first parts of the addresses that belong to a district.
 */
export const shellRoutes = (parts: Parts, short: readonly string[]) => {
  const app = new Hono<RequestEnv>()
  /** The reader's own district when they have one only, or the only one there is. */
  const theDistrict = async (accountId: string | null): Promise<string | null> => {
    const all = await readAs(parts.db, programIdentity('districts', '*'), async (trx) => {
      const used = (await listDistricts(trx)).map(({ id }) => id)
      const own = accountId === null ? [] : await districtsOf(trx, accountId, today(parts.clock))
      return { used, own: own.filter((id) => used.includes(id)) }
    })
    return all.own[0] ?? (all.used.length === 1 ? (all.used[0] ?? null) : null)
  }
  app.get('/', async (c) => {
    const { accountId } = c.var.actor
    const own = await theDistrict(accountId)
    if (own !== null) return c.redirect(`/${own}/${accountId === null ? 'fora' : 'mit-arbejde'}`, 302)
    const districts = await readAs(parts.db, identityOf(c.var.actor), listDistricts)
    const t = shellTexts[c.var.lang]
    return c.html(
      <Page frame={frameOf(parts, c)} title={t.districts}>
        <PageHead title={t.districts} lead={t.lead} />
        <Rows columns="one">
          {districts.map(({ id, name }) => (
            <li>
              <a href={`/${id}/fora`}>{name}</a>
            </li>
          ))}
        </Rows>
      </Page>,
    )
  })
  for (const [path, about] of aboutPages)
    app.get(path, (c) => c.html(<AboutPage frame={frameOf(parts, c)} about={about} />))
  for (const path of short)
    for (const address of [`/${path}`, `/${path}/*`])
      app.get(address, async (c, next) => {
        const own = await theDistrict(c.var.actor.accountId)
        if (own === null) return c.var.actor.accountId === null ? c.redirect('/', 302) : next()
        const url = new URL(c.req.url)
        return c.redirect(`/${own}${url.pathname}${url.search}`, 302)
      })
  return app
}
