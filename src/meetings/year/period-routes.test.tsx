import { beforeEach, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']

const open = async (path = '/aarshjul/fridage?aar=2026', account = 'secretariat') => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, ...readPage(await response.text()) }
}
const send = async (path: string, fields: Record<string, string>, account = 'secretariat') => {
  const response = await as(account).post(`/mvsj${path}`, fields)
  const to = response.headers.get('location')?.replace('/mvsj', '') ?? ''
  return { status: response.status, to, ...readPage(await response.text()) }
}
const press = async (page: Awaited<ReturnType<typeof open>>, button: string) => {
  const { action, values } = page.form(button)
  return send(action.replace('/mvsj', ''), values)
}
const days = (name: string, from: string) => {
  const [year = '', month = '', day = ''] = from.split('-')
  return { [`${name}-dag`]: day, [`${name}-maaned`]: month, [`${name}-aar`]: year }
}
const period = (fields: Record<string, string> = {}) => ({
  navn: 'Pædagogisk dag',
  kommune: '259',
  ...days('fra', '2026-11-16'),
  ...days('til', '2026-11-17'),
  ...fields,
})
const stored = () => asOwner('select * from meetings.closed_period order by from_day, name')
const logged = async (action: string) =>
  (await asOwner('select subject_name from audit.entry where action = $1 order by number desc limit 1', [action]))[0]?.[
    'subject_name'
  ]

beforeEach(async () => {
  as = testApp(await emptied()).as
  await grant('secretariat', 'secretariat')
  await grant('coordinator', 'municipalCoordinator', { municipality: '259' })
})

test('the usual school holidays are fetched once, and copied to the next year', async () => {
  const empty = await open()
  expect(empty.text()).toContain('Ingen perioder i 2026 endnu')
  expect((await press(empty, 'Hent de sædvanlige skoleferier')).to).toBe('/aarshjul/fridage?aar=2026&hentet=6')
  expect((await press(empty, 'Hent de sædvanlige skoleferier')).to).toBe('/aarshjul/fridage?aar=2026&hentet=0')
  const page = await open('/aarshjul/fridage?aar=2026&hentet=6')
  expect(page.alert()).toContain('6 perioder er hentet')
  expect(page.row('Vinterferie').cell('Periode')).toContain('9. feb. 2026')
  expect(page.row('Vinterferie').cell('Hvor')).toBe('Hele politikredsen')
  const next = await press(await open('/aarshjul/fridage?aar=2027'), 'Kopiér fra 2026')
  expect(next.to).toBe('/aarshjul/fridage?aar=2027&hentet=6')
  expect((await open('/aarshjul/fridage?aar=2027')).row('Efterårsferie').cell('Periode')).toContain('18. okt. 2027')
})

test('a period is added, changed and removed, and the removal undone', async () => {
  expect((await send('/aarshjul/fridage', period())).to).toBe('/aarshjul/fridage?aar=2026')
  expect(await logged('closedPeriod.added')).toBe('Pædagogisk dag')
  const page = await open()
  expect(page.row('Pædagogisk dag').cell('Hvor')).toBe('Køge')
  const form = await open(page.link('Ret: Pædagogisk dag').replace('/mvsj', ''))
  const { action, values } = form.form('Gem')
  const at = action.replace('/mvsj', '')
  expect((await send(at, { ...values, navn: 'Lukkedag' })).status).toBe(303)
  const clash = await send(at, { ...values, navn: 'Fridag' })
  expect(clash.status).toBe(409)
  expect(clash.text()).toContain('Lukkedag')
  expect((await press(clash, 'Gem')).status).toBe(303)
  const removed = await press(await open(), 'Fjern: Fridag')
  expect(await stored()).toEqual([])
  const after = await open(removed.to)
  expect(after.alert()).toContain('Fridag er fjernet')
  expect((await press(after, 'Fortryd')).status).toBe(303)
  expect(await stored()).toMatchObject([{ name: 'Fridag', municipality_code: '259', from_day: '2026-11-16' }])
  expect(await logged('closedPeriod.restored')).toBe('Fridag')
  expect((await press(after, 'Fortryd')).status).toBe(404)
})

test('a period that is sent twice stands once, and none becomes the same as another', async () => {
  const noted = () => asOwner(`select 1 from audit.entry where action = 'closedPeriod.added'`)
  const before = (await noted()).length
  const both = await Promise.all([send('/aarshjul/fridage', period()), send('/aarshjul/fridage', period())])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect((await send('/aarshjul/fridage', period())).status).toBe(303)
  expect(await stored()).toHaveLength(1)
  expect(await noted()).toHaveLength(before + 1)
  await send('/aarshjul/fridage', period({ kommune: '' }))
  await send('/aarshjul/fridage', period({ navn: 'Lukkedag' }))
  expect(await stored()).toHaveLength(3)
  const form = await open((await open()).link('Ret: Lukkedag').replace('/mvsj', ''))
  const { action, values } = form.form('Gem')
  const refused = await send(action.replace('/mvsj', ''), { ...values, navn: 'Pædagogisk dag' })
  expect(refused.status).toBe(422)
  expect(refused.alert()).toContain('Perioden står der allerede')
})

test.each([
  [{ navn: ' ' }, 'Skriv, hvad perioden er'],
  [{ navn: '010203-0000' }, 'CPR'],
  [days('fra', '2026-02-31'), 'Vælg en dag, der findes'],
  [days('til', '2026-11-01'), 'Den sidste dag ligger før den første'],
  [days('til', '2028-11-01'), 'højst være et år'],
  [{ kommune: '101' }, 'Vælg en kommune i politikredsen'],
])('%j is refused', async (fields, words) => {
  const page = await send('/aarshjul/fridage', period(fields))
  expect(page.status).toBe(422)
  expect(page.alert()).toContain(words)
  expect(await stored()).toEqual([])
})

test('only the secretariat sees and changes them', async () => {
  expect((await open('/aarshjul/fridage', 'coordinator')).status).toBe(403)
  expect((await send('/aarshjul/fridage', period(), 'coordinator')).status).toBe(403)
  expect((await open('/aarshjul/fridage/x')).status).toBe(404)
  expect((await open('/aarshjul/fridage?aar=vrøvl')).status).toBe(200)
})
