import { Hono } from 'hono'
import { sortKey } from '../../base/danish.ts'
import { Conflict, notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import type { CalendarDay } from '../../base/time.ts'
import { changedFields, findLastEntry } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { readDate } from '../../web/date-field.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { foraPaths } from '../paths.ts'
import { checkForm, lawForm } from './forms.ts'
import { EditLawPage, lawValues } from './reference-page.tsx'
import { nameOf, type LegalReference } from './rules.ts'
import { addLegalReference, changeLegalReference, findLegalReference, type LawFields, listLaw } from './store.ts'
import { lawTexts } from './texts.ts'

/** The reference in the address. */
export const findAskedLaw = async (asked: Asked, trx: Trx): Promise<LegalReference> => {
  const id = asked.param('id')
  return (isUuid(id) ? await findLegalReference(trx, asked.district.id, id) : undefined) ?? notFound()
}

const subjectOf = (id: string, fields: Pick<LegalReference, 'act' | 'paragraph'>) => ({
  subjectKind: 'legalReference',
  subjectId: id,
  subjectName: nameOf(fields),
})

/** The fields that the log compares. */
const logged = (fields: Omit<LegalReference, 'id' | 'version'>): Record<string, unknown> => ({
  act: fields.act,
  paragraph: fields.paragraph,
  subject: fields.subject,
  source: fields.source,
  validFrom: fields.validFrom,
  validTo: fields.validTo,
  checkedOn: fields.checkedOn,
})

const readDays = (asked: Asked, values: Record<string, unknown>) => {
  const t = lawTexts[asked.lang].problems
  const problems: Problem[] = []
  const read = (name: string): CalendarDay | null => {
    const day = readDate(values, name)
    if (day === 'bad') problems.push({ field: name, text: t.day })
    return day === 'bad' ? null : day
  }
  const [validFrom, validTo, checkedOn] = [read('fra'), read('til'), read('set')]
  if (validFrom !== null && validTo !== null && validTo < validFrom) problems.push({ field: 'til', text: t.order })
  if (checkedOn !== null && checkedOn > asked.today) problems.push({ field: 'set', text: t.future })
  return { days: { validFrom, validTo, checkedOn }, problems }
}

/** What was sent, or what is wrong with it. */
const readLaw = async (asked: Asked) => {
  const { data, values, problems } = await asked.form(lawForm(asked.lang))
  const read = readDays(asked, values)
  const wrong = [...problems, ...read.problems]
  const fields: LawFields | null =
    data === null || wrong.length > 0
      ? null
      : { act: data.lov, paragraph: data.paragraf, subject: data.emne, source: data.kilde, ...read.days }
  return { fields, version: data?.version ?? 0, values, problems: wrong }
}

async function create(asked: Asked): Promise<Response> {
  const { fields, values, problems } = await readLaw(asked)
  const known = await asked.read((trx) => listLaw(trx, asked.district.id))
  const isTaken =
    fields !== null && known.some((one) => one.validTo === null && sortKey(nameOf(one)) === sortKey(nameOf(fields)))
  const wrong = isTaken ? [{ field: 'lov', text: lawTexts[asked.lang].problems.taken }] : problems
  if (fields === null || wrong.length > 0)
    return asked.page(<EditLawPage asked={asked} reference={null} values={values} problems={wrong} />, 422)
  const id = await asked.change(async (trx, log) => {
    const added = await addLegalReference(trx, asked.district.id, fields)
    await log({ action: 'law.created', ...subjectOf(added, fields), changes: changedFields(null, logged(fields)) })
    return added
  })
  return asked.goTo(foraPaths.legalReference(id))
}

async function save(asked: Asked): Promise<Response> {
  const reference = await asked.read((trx) => findAskedLaw(asked, trx))
  const { fields, version, values, problems } = await readLaw(asked)
  if (fields === null)
    return asked.page(<EditLawPage asked={asked} reference={reference} values={values} problems={problems} />, 422)
  const done = await asked.change(async (trx, log) => {
    if (!(await changeLegalReference(trx, asked.district.id, { id: reference.id, version }, fields))) return false
    await log({
      action: 'law.changed',
      ...subjectOf(reference.id, fields),
      changes: changedFields(logged(reference), logged(fields)),
    })
    return true
  })
  return done ? asked.goTo(foraPaths.legalReference(reference.id)) : answerClash(asked, values)
}

async function answerClash(asked: Asked, sent: Record<string, unknown>): Promise<Response> {
  const t = lawTexts[asked.lang]
  const { now, last } = await asked.read(async (trx) => {
    const found = await findAskedLaw(asked, trx)
    return { now: found, last: await findLastEntry(trx, asked.district.id, 'legalReference', found.id) }
  })
  return showClash(asked, {
    title: t.editTitle(nameOf(now)),
    current: 'law',
    action: `${foraPaths.legalReference(now.id)}/ret`,
    cancel: foraPaths.legalReference(now.id),
    version: now.version,
    last,
    sent,
    stored: lawValues(now),
    texts: [
      { name: 'lov', logged: 'act', label: t.fields.lov },
      { name: 'paragraf', logged: 'paragraph', label: t.fields.paragraf },
      { name: 'emne', logged: 'subject', label: t.fields.emne },
      { name: 'kilde', logged: 'source', label: t.fields.kilde },
    ],
  })
}

/** @throws Conflict when the text was changed after the reader saw it, so that nobody vouches for what they have not read. */
async function noteChecked(asked: Asked): Promise<Response> {
  const { data, values } = await asked.form(checkForm)
  const reference = await asked.read((trx) => findAskedLaw(asked, trx))
  await asked.change(async (trx, log) => {
    const at = { id: reference.id, version: data?.version ?? -1 }
    if (!(await changeLegalReference(trx, asked.district.id, at, { checkedOn: asked.today }))) throw new Conflict()
    await log({
      action: 'law.checked',
      ...subjectOf(reference.id, reference),
      changes: changedFields({ checkedOn: reference.checkedOn }, { checkedOn: asked.today }),
    })
  })
  return asked.goTo(values['tilbage'] === 'liste' ? foraPaths.legalReferences : foraPaths.legalReference(reference.id))
}

/** Creating, editing and checking legal references. */
export const lawEditRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.createLegalReference,
      on('law.edit', (asked) =>
        asked.page(
          <EditLawPage asked={asked} reference={null} values={{ paragraf: asked.query('paragraf').slice(0, 100) }} />,
        ),
      ),
    )
    .post(foraPaths.createLegalReference, on('law.edit', create))
    .get(
      `${foraPaths.legalReference(':id')}/ret`,
      on('law.edit', async (asked) => {
        const reference = await asked.read((trx) => findAskedLaw(asked, trx))
        return asked.page(<EditLawPage asked={asked} reference={reference} values={lawValues(reference)} />)
      }),
    )
    .post(`${foraPaths.legalReference(':id')}/ret`, on('law.edit', save))
    .post(`${foraPaths.legalReference(':id')}/kontrolleret`, on('law.edit', noteChecked))
}
