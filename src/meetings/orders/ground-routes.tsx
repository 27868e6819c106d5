import { Hono } from 'hono'
import { changedFields, findLastEntry } from '../../audit/store.ts'
import { sortKey } from '../../base/danish.ts'
import { notFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { meetingPaths } from '../paths.ts'
import { groundForm } from './forms.ts'
import { addGround, changeGround, type Ground, type GroundFields, listAllGrounds } from './ground-store.ts'
import { GroundPage, GroundsPage } from './grounds-page.tsx'
import { ordersTexts } from './texts.ts'

const listGrounds = (asked: Asked) => asked.read((trx) => listAllGrounds(trx, asked.district.id))

const findGround = async (asked: Asked, trx: Trx): Promise<{ ground: Ground; grounds: Ground[] }> => {
  const grounds = await listAllGrounds(trx, asked.district.id)
  return { ground: grounds.find(({ id }) => id === asked.param('id')) ?? notFound(), grounds }
}

const subjectOf = (id: string, name: string) => ({ subjectKind: 'closingGround', subjectId: id, subjectName: name })
const logged = ({ name, source, active }: GroundFields): Record<string, unknown> => ({ name, source, active })
const valuesOf = (ground: Ground) => ({
  navn: ground.name,
  kilde: ground.source,
  brug: ground.active ? 'ja' : '',
})

const isTaken = (grounds: readonly Ground[], name: string, except: string | null) =>
  grounds.some((ground) => ground.id !== except && sortKey(ground.name) === sortKey(name))

async function add(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(groundForm(asked.lang))
  const grounds = await listGrounds(asked)
  const taken = [{ field: 'navn', text: ordersTexts[asked.lang].problems.groundTaken }]
  if (data === null || isTaken(grounds, data.navn, null))
    return asked.page(
      <GroundsPage asked={asked} grounds={grounds} values={values} problems={data === null ? problems : taken} />,
      422,
    )
  const fields = { name: data.navn, source: data.kilde, active: true }
  const id = await asked.change(async (trx, log) => {
    const added = await addGround(trx, asked.district.id, fields)
    if (added !== null)
      await log({
        action: 'ground.added',
        ...subjectOf(added, fields.name),
        changes: changedFields(null, logged(fields)),
      })
    return added
  })
  if (id === null)
    return asked.page(<GroundsPage asked={asked} grounds={grounds} values={values} problems={taken} />, 422)
  return asked.goTo(meetingPaths.grounds)
}

async function save(asked: Asked): Promise<Response> {
  const { ground, grounds } = await asked.read((trx) => findGround(asked, trx))
  const { data, values, problems } = await asked.form(groundForm(asked.lang))
  const taken = [{ field: 'navn', text: ordersTexts[asked.lang].problems.groundTaken }]
  if (data === null || isTaken(grounds, data.navn, ground.id))
    return asked.page(
      <GroundPage asked={asked} ground={ground} values={values} problems={data === null ? problems : taken} />,
      422,
    )
  const fields = { name: data.navn, source: data.kilde, active: data.brug }
  const done = await asked.change(async (trx, log) => {
    if (!(await changeGround(trx, asked.district.id, { id: ground.id, version: data.version }, fields))) return false
    await log({
      action: 'ground.changed',
      ...subjectOf(ground.id, fields.name),
      changes: changedFields(logged(ground), logged(fields)),
    })
    return true
  })
  return done ? asked.goTo(meetingPaths.grounds) : answerClash(asked, values)
}

async function answerClash(asked: Asked, sent: Record<string, unknown>): Promise<Response> {
  const t = ordersTexts[asked.lang]
  const { ground, last } = await asked.read(async (trx) => {
    const found = await findGround(asked, trx)
    return { ...found, last: await findLastEntry(trx, asked.district.id, 'closingGround', found.ground.id) }
  })
  return showClash(asked, {
    title: t.editGround,
    current: 'meetings',
    action: meetingPaths.ground(ground.id),
    cancel: meetingPaths.grounds,
    version: ground.version,
    last,
    sent,
    stored: valuesOf(ground),
    texts: [
      { name: 'navn', logged: 'name', label: t.groundName },
      { name: 'kilde', logged: 'source', label: t.groundSource },
      { name: 'brug', logged: '', label: t.inUse, shown: (value) => (value === 'ja' ? t.yes : t.no), box: true },
    ],
  })
}

/** The grounds for closing items and papers. */
export const groundRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.grounds,
      on('meetings.settings', async (asked) =>
        asked.page(<GroundsPage asked={asked} grounds={await listGrounds(asked)} />),
      ),
    )
    .post(meetingPaths.grounds, on('meetings.settings', add))
    .get(
      meetingPaths.ground(':id'),
      on('meetings.settings', async (asked) => {
        const { ground } = await asked.read((trx) => findGround(asked, trx))
        return asked.page(<GroundPage asked={asked} ground={ground} values={valuesOf(ground)} />)
      }),
    )
    .post(meetingPaths.ground(':id'), on('meetings.settings', save))
}
