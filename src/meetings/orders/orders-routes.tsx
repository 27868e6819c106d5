import { Hono } from 'hono'
import { changedFields, listLastEntries } from '../../audit/store.ts'
import { notFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { findForum } from '../../fora/register/forum-store.ts'
import { forumKinds } from '../../fora/register/rules.ts'
import { inDistrict } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { changesBetween } from '../changed-meanwhile.tsx'
import { ordersChanges } from '../changes.ts'
import { versionForm } from '../meeting/forms.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { DefaultOrdersPage } from './defaults-page.tsx'
import { clashFields } from './clash.ts'
import { itemValues, ordersValues, ownValues, readOrders, type SentItem } from './forms.ts'
import { defaultOrders, type Orders } from './orders.ts'
import { OrdersPage } from './orders-page.tsx'
import { findOwnOrders, listDefaultKinds, type OrdersOwner, removeOrders, saveOrders } from './orders-store.ts'
import { afterAction, inWrittenOrder } from './fixed-rules.ts'
import type { Base } from './origins.ts'
import { ordersTexts } from './texts.ts'

/** Standing orders with whose they are, what counts without them, and where they stand. */
interface Found {
  owner: OrdersOwner
  orders: Orders
  version: number
  base: Base
  mayEdit: boolean
  title: string
  subject: { subjectKind: string; subjectId: string; subjectName: string }
  /** Within the district. */
  path: string
  restore: string
  cancel: string
  crumbs: { href: string; label: string }[]
}

const isKind = (text: string): text is (typeof forumKinds)[number] => forumKinds.some((kind) => kind === text)

const findBase = async (asked: Asked, trx: Trx, owner: OrdersOwner): Promise<Base> => {
  const shared =
    owner.forumId === null
      ? undefined
      : await findOwnOrders(trx, asked.district.id, { forumId: null, kind: owner.kind })
  return shared === undefined
    ? { orders: defaultOrders(owner.kind), whose: 'program' }
    : { orders: shared, whose: 'district' }
}

/** @throws NotFound for a forum that the reader may not see. */
const findOfForum = async (asked: Asked, trx: Trx): Promise<Found> => {
  const forum = (await findForum(trx, asked.district.id, asked.param('slug'))) ?? notFound()
  const t = ordersTexts[asked.lang]
  const owner = { forumId: forum.id, kind: forum.kind }
  const own = await findOwnOrders(trx, asked.district.id, owner)
  const base = await findBase(asked, trx, owner)
  const href = (path: string) => inDistrict(asked.district, path)
  return {
    owner,
    base,
    orders: own ?? base.orders,
    version: own?.version ?? 0,
    mayEdit: asked.may('meetings.run', { forumId: forum.id }),
    title: t.title(forum.name),
    subject: { subjectKind: 'forum', subjectId: forum.id, subjectName: forum.name },
    path: meetingPaths.orders(forum.slug),
    restore: meetingPaths.restoreOrders(forum.slug),
    cancel: meetingPaths.forumMeetings(forum.slug),
    crumbs: [
      { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
      { href: href(meetingPaths.forumMeetings(forum.slug)), label: forum.name },
    ],
  }
}

const findOfKind = async (asked: Asked, trx: Trx): Promise<Found> => {
  const kind = asked.param('kind')
  if (!isKind(kind)) return notFound()
  const t = ordersTexts[asked.lang]
  const owner = { forumId: null, kind }
  const own = await findOwnOrders(trx, asked.district.id, owner)
  const base = await findBase(asked, trx, owner)
  const href = (path: string) => inDistrict(asked.district, path)
  return {
    owner,
    base,
    orders: own ?? base.orders,
    version: own?.version ?? 0,
    mayEdit: asked.may('meetings.settings'),
    title: t.title(t.kinds[kind].toLowerCase()),
    subject: { subjectKind: 'standingOrders', subjectId: kind, subjectName: ordersTexts.da.kinds[kind] },
    path: meetingPaths.defaultOrders(kind),
    restore: meetingPaths.restoreDefaultOrders(kind),
    cancel: meetingPaths.allOrders,
    crumbs: [
      { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
      { href: href(meetingPaths.allOrders), label: t.allOrders },
    ],
  }
}

type Find = (asked: Asked, trx: Trx) => Promise<Found>

const pageProps = (asked: Asked, found: Found) => ({
  asked,
  title: found.title,
  crumbs: found.crumbs,
  orders: found.orders,
  version: found.version,
  base: found.base,
  isDefault: found.owner.forumId === null,
  mayEdit: found.mayEdit,
  action: found.path,
  restore: found.restore,
  cancel: found.cancel,
})

const show =
  (find: Find) =>
  async (asked: Asked): Promise<Response> => {
    const found = await asked.read((trx) => find(asked, trx))
    return asked.page(
      <OrdersPage
        {...pageProps(asked, found)}
        values={ordersValues(found.orders)}
        rows={found.orders.template.length}
        saved={asked.query('gemt') === 'ja'}
      />,
    )
  }

/** What the log compares; the fixed items by their titles. */
const logged = ({ template, ...rest }: Orders): Record<string, unknown> => ({
  numbering: rest.numbering,
  noticeDays: rest.noticeDays,
  proposalDays: rest.proposalDays,
  approvalDays: rest.approvalDays,
  silentApproval: rest.silentApproval,
  minutesStyle: rest.minutesStyle,
  usualPlace: rest.usualPlace,
  usualStart: rest.usualStart,
  usualMinutes: rest.usualMinutes,
  openingMajority: rest.openingMajority,
  openingChair: rest.openingChair,
  openingSource: rest.openingSource,
  template: template.map(({ title, minutes }) => `${title} (${String(minutes)})`).join('; '),
})

const emptyItem: SentItem = {
  titel: '',
  afsnit: '',
  art: 'orientation',
  oplaeg: '',
  minutter: '10',
  baerer: 'nothing',
  plads: '',
}

const editable = async (asked: Asked, find: Find): Promise<Found> => {
  const found = await asked.read((trx) => find(asked, trx))
  const { forumId } = found.owner
  if (forumId === null) asked.require('meetings.settings')
  else asked.require('meetings.run', { forumId })
  return found
}

/** The values of the form with its items in another order, or more or fewer of them. */
const withItems = (values: Readonly<Record<string, unknown>>, items: readonly SentItem[]): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => !/-\d+$/.test(name))),
  ...itemValues(items),
})

const save =
  (find: Find) =>
  async (asked: Asked): Promise<Response> => {
    const found = await editable(asked, find)
    const { orders, items, keepsStored, version, action, values, problems } = await readOrders(asked)
    const changed = afterAction(items, action, emptyItem)
    const page = { ...pageProps(asked, found), version: Number(values['version']) || 0 }
    if (changed !== null)
      return asked.page(<OrdersPage {...page} values={withItems(values, changed)} rows={changed.length} unsaved />)
    if (orders === null)
      return asked.page(<OrdersPage {...page} values={values} rows={items.length} problems={problems} />, 422)
    const placed = inWrittenOrder(orders.template.map((item, index) => ({ item, plads: items[index]?.plads ?? '' })))
    const template = keepsStored ? found.orders.template : placed.map(({ item }) => item)
    const next: Orders = { ...orders, template }
    const done = await asked.change(async (trx, log) => {
      if (!(await saveOrders(trx, asked.district.id, { owner: found.owner, version }, next))) return false
      await log({
        action: 'orders.changed',
        ...found.subject,
        changes: changedFields(logged(found.orders), logged(next)),
      })
      return true
    })
    return done ? asked.goTo(`${found.path}?gemt=ja`) : answerClash(asked, find, { values, mine: next, seen: version })
  }

/** The standing orders as they stand now, with what was done to them after the version that the reader saw. */
const findOutdated = async (asked: Asked, trx: Trx, find: Find, seen: number) => {
  const found = await find(asked, trx)
  const { subjectKind: kind, subjectId: id } = found.subject
  const of = { kind, id, actions: ordersChanges }
  return { found, changes: await listLastEntries(trx, asked.district.id, of, changesBetween(seen, found.version)) }
}

async function answerClash(
  asked: Asked,
  find: Find,
  { values, mine, seen }: { values: Record<string, unknown>; mine: Orders; seen: number },
): Promise<Response> {
  const { found, changes } = await asked.read((trx) => findOutdated(asked, trx, find, seen))
  return showClash(asked, {
    title: found.title,
    current: 'meetings',
    action: found.path,
    cancel: found.path,
    version: found.version,
    last: changes[0],
    // The fixed items are chosen as a whole; those that were sent go along as they are.
    sent: { ...values, faste: '' },
    stored: { ...ownValues(found.orders), faste: 'gemte' },
    texts: clashFields(asked, { mine: mine.template, stored: found.orders.template }),
  })
}

/** The more general standing orders count again. */
const restore =
  (find: Find) =>
  async (asked: Asked): Promise<Response> => {
    const found = await editable(asked, find)
    const { data } = await asked.form(versionForm)
    const seen = data?.version ?? -1
    const done = await asked.change(async (trx, log) => {
      if (!(await removeOrders(trx, asked.district.id, { owner: found.owner, version: seen }))) return false
      await log({
        action: 'orders.restored',
        ...found.subject,
        changes: changedFields(logged(found.orders), logged(found.base.orders)),
      })
      return true
    })
    if (done) return asked.goTo(found.path)
    const { found: now, changes } = await asked.read((trx) => findOutdated(asked, trx, find, seen))
    return asked.page(
      <OrdersPage
        {...pageProps(asked, now)}
        values={ordersValues(now.orders)}
        rows={now.orders.template.length}
        changes={changes}
      />,
      409,
    )
  }

/** Standing orders of a forum, and the district's for each kind of forum. */
export const ordersRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.allOrders,
      on('meetings.settings', async (asked) => {
        const written = await asked.read((trx) => listDefaultKinds(trx, asked.district.id))
        return asked.page(<DefaultOrdersPage asked={asked} written={written} />)
      }),
    )
    .get(meetingPaths.defaultOrders(':kind'), on('meetings.settings', show(findOfKind)))
    .post(meetingPaths.defaultOrders(':kind'), on('meetings.settings', save(findOfKind)))
    .post(meetingPaths.restoreDefaultOrders(':kind'), on('meetings.settings', restore(findOfKind)))
    .get(meetingPaths.orders(':slug'), on('meetings.list', show(findOfForum)))
    .post(meetingPaths.orders(':slug'), on('meetings.run', save(findOfForum)))
    .post(meetingPaths.restoreOrders(':slug'), on('meetings.run', restore(findOfForum)))
}
