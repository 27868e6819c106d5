import { Hono } from 'hono'
import { z } from 'zod'
import { notFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { listMunicipalities } from '../../people/store.ts'
import { inDistrict, withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { changedFields } from '../../audit/store.ts'
import { foraPaths, onDay } from '../paths.ts'
import { listCategories } from '../register/choices-store.ts'
import { levels } from '../register/rules.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { type ConnectionRow, kindInWords, rowsOf } from './connection-cells.tsx'
import { connectionKinds, type NetworkBody, networkOf } from './connections.ts'
import { keepLayouts } from './layout-cache.ts'
import { NetworkPage } from './network-page.tsx'
import { choose, graphOf, losers, type NetworkChoice, untied } from './network-selection.ts'
import {
  forgetPlaces,
  keepPlace,
  listNetworkFora,
  listNetworkGroups,
  listPlaces,
  listSharedMembers,
} from './network-store.ts'
import { networkTexts } from './network-texts.ts'
import { listInterfaces, nodeOf } from './store.ts'

const statementKinds = connectionKinds.filter((kind) => kind !== 'shared')

/** What an address cannot mean is left out, as in the list of fora. */
const networkQuery = z.object({
  kategori: z.coerce.number().int().positive().nullable().catch(null),
  niveau: z.enum(levels).nullable().catch(null),
  kommune: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .catch(null),
  art: z.enum(statementKinds).nullable().catch(null),
  faelles: z.coerce.number().int().min(1).max(99).nullable().catch(null),
  alle: z.literal('ja').nullable().catch(null),
})

/** The whole network the reader may see, in the same number of statements however large it is. */
export const readNetwork = async (asked: Asked, trx: Trx) => {
  const { district, day } = asked
  const fora = await listNetworkFora(trx, district.id)
  const groups = await listNetworkGroups(trx, district.id)
  const statements = await listInterfaces(trx, district.id)
  const shared = await listSharedMembers(trx, district.id, day)
  return { fora, network: networkOf(fora, groups, statements, shared) }
}

const readChoice = (asked: Asked, { fora, network }: Awaited<ReturnType<typeof readNetwork>>): NetworkChoice => {
  const query = networkQuery.parse(asked.c.req.query())
  const bodyOf = (address: string): string | null => {
    const forum = fora.find(({ slug }) => slug === address)
    return forum === undefined
      ? (network.bodies.find(({ id, known }) => known && id === address)?.id ?? null)
      : nodeOf(forum)
  }
  const named = (name: string) => (asked.query(name) === '' ? null : (bodyOf(asked.query(name)) ?? notFound()))
  return {
    category: query.kategori,
    level: query.niveau,
    municipality: query.kommune,
    kind: query.art,
    sharedFrom: query.faelles,
    all: query.alle !== null,
    body: named('forum'),
    closing: named('luk'),
  }
}

const hrefOf =
  (asked: Asked) =>
  ({ slug, known, categoryNumber }: NetworkBody): string | null => {
    if (slug !== null) return onDay(inDistrict(asked.district, foraPaths.forum(slug)), asked.asOf)
    // A group has no page of its own: its fora stand in the list under its category.
    return known
      ? withQuery(inDistrict(asked.district, foraPaths.list), { kategori: categoryNumber, dato: asked.asOf })
      : null
  }

const exportColumns = (asked: Asked): Column<ConnectionRow>[] => {
  const { columns } = networkTexts[asked.lang]
  return [
    { title: columns.forum, value: (row) => row.source.name },
    { title: columns.names, value: (row) => row.target.name },
    { title: columns.kind, value: (row) => kindInWords(row, asked) },
    { title: columns.words, value: (row) => row.statement?.words ?? null },
    { title: columns.count, value: (row) => (row.kind === 'shared' ? row.count : null) },
  ]
}

const longestNode = 300
const farthest = 20_000
const placeForm = z.union([
  z.object({ nulstil: z.literal('ja') }),
  z.object({
    node: z.string().min(1).max(longestNode),
    x: z.coerce.number().min(0).max(farthest),
    y: z.coerce.number().min(0).max(farthest),
  }),
])

const placeRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const subject = { subjectKind: 'network', subjectId: 'network' }
  return new Hono<RequestEnv>().post(
    foraPaths.networkPlaces,
    on('network.arrange', async (asked) => {
      const { data } = await asked.form(placeForm)
      if (data === null) return asked.c.body(null, 422)
      const { district } = asked
      const subjectName = networkTexts[asked.lang].title
      if ('nulstil' in data) {
        await asked.change(async (trx, log) => {
          const moved = await forgetPlaces(trx, district.id)
          if (moved > 0) await log({ action: 'network.reset', ...subject, subjectName })
        })
        return asked.goTo(foraPaths.network)
      }
      const known = await asked.change(async (trx, log) => {
        const { network } = await readNetwork(asked, trx)
        const body = network.bodies.find(({ id }) => id === data.node)
        if (body === undefined) return false
        const before = (await listPlaces(trx, district.id)).get(body.id)
        await keepPlace(trx, district.id, data)
        await log({
          action: 'network.arranged',
          ...subject,
          subjectName: body.name,
          changes: changedFields(before ?? null, { x: data.x, y: data.y }),
        })
        return true
      })
      // The script that moves a forum looks at the status alone.
      return asked.c.body(null, known ? 204 : 422)
    }),
  )
}

/** The network page, its table as a file, and the places of the drawing. */
export const networkRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const layOut = keepLayouts()
  const exported = (format: SheetFormat) =>
    on('register.export', async (asked) => {
      const shown = await asked.read(async (trx) => {
        const read = await readNetwork(asked, trx)
        return choose(read.network, readChoice(asked, read))
      })
      return download(asked, format, {
        name: 'netvaerk',
        title: networkTexts[asked.lang].title,
        columns: exportColumns(asked),
        rows: rowsOf(shown.connections, shown.bodies),
      })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.network,
      on('fora.list', async (asked) => {
        const { read, places, ...choices } = await asked.read(async (trx) => ({
          read: await readNetwork(asked, trx),
          places: await listPlaces(trx, asked.district.id),
          categories: await listCategories(trx, asked.district.id),
          municipalities: await listMunicipalities(trx, asked.district.id, asked.day),
        }))
        const choice = readChoice(asked, read)
        const whole = read.network
        const shown = choose(whole, choice)
        return asked.page(
          <NetworkPage
            asked={asked}
            choice={choice}
            whole={whole}
            shown={shown}
            layout={await layOut(graphOf(shown, places, hrefOf(asked)))}
            untied={untied(whole)}
            {...(choice.closing === null ? { losing: [], keptByMembers: [] } : losers(whole, choice.closing))}
            moved={places.size}
            {...choices}
          />,
        )
      }),
    )
    .get(`${foraPaths.network}.csv`, exported('csv'))
    .get(`${foraPaths.network}.xlsx`, exported('xlsx'))
    .route('/', placeRoutes(parts))
}
