import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { grant, testApp } from '../../../../test/app.ts'
import { asOwner, emptied } from '../../../../test/db.ts'
import { closePdf } from '../../../documents/typst.ts'
import { reviewer } from './reviewer.fixture.ts'

let as: ReturnType<typeof testApp>['as']
const { uploaded, page, decide } = reviewer((account) => as(account))
beforeEach(async () => {
  as = testApp(await emptied()).as
  await grant('sekretariat', 'secretariat')
})
afterAll(() => {
  closePdf()
})

const seed = resolve('../shared/seeds/000_cc37d37f0cc49b49.txt')
const whole = readFileSync(existsSync(seed) ? seed : resolve('test/fixtures/annex-opdigt.txt'), 'utf8')

const fieldNames = [
  'category',
  'name',
  'topic',
  'legalBasis',
  'purpose',
  'actionPlans',
  'interfaces',
  'participants',
  'cadence',
  'covers',
]

const printedFields = async () => {
  const { fora } = JSON.parse(await (await as('sekretariat').get('/mvsj/fora/bilag.json')).text()) as {
    fora: Record<string, unknown>[]
  }
  return fora.map((forum) => Object.fromEntries(fieldNames.map((name) => [name, forum[name]])))
}

/** The sure ones at once, the others one by one, as a person would. Returns how many had to be looked at. */
const acceptAll = async (path: string): Promise<number> => {
  await as('sekretariat').post(`${path}/sikre`)
  const left = await asOwner(
    `select position from fora.annex_import_entry where decision = 'pending' order by position`,
  )
  for (const { position } of left) {
    const { values } = (await page(`${path}?forum=${String(position)}`)).form('Godkend og gå til næste')
    const answer = await decide(path, Number(position), {
      kategori: values['kategori'] || '99. Uden kategori',
      navn: values['navn'] || 'Uden navn',
      ...('sporg' in values && { antal: 'hver', kommune: ['259', '265'] }),
    })
    expect(answer.status).toBe(303)
  }
  return left.length
}

const emptyRegister = () =>
  asOwner('truncate fora.forum, fora.forum_group, fora.category, fora.annex_import, fora.interface cascade')

test('a whole annex goes in and comes out with the same fields, and in again from each file', async () => {
  const path = await uploaded(whole)
  expect(await acceptAll(path)).toBeGreaterThan(0)
  expect((await page(path)).text()).toContain('Alle fora i bilaget er behandlet')
  const proposals = (await asOwner('select proposal from fora.annex_import_entry order by position')) as {
    proposal: { forum: Record<string, { value: string }> }
  }[]
  const out = await printedFields()
  expect(out.map(({ name, topic, participants }) => ({ name, topic, participants }))).toEqual(
    proposals.map(({ proposal }) => ({
      name: proposal.forum['name']?.value || 'Uden navn',
      topic: proposal.forum['topic']?.value,
      participants: proposal.forum['participants']?.value,
    })),
  )
  for (const format of ['docx', 'pdf', 'json']) {
    const answer = await as('sekretariat').get(`/mvsj/fora/bilag.${format}`)
    const file = new Uint8Array(await answer.arrayBuffer())
    await emptyRegister()
    await acceptAll(await uploaded(file, { name: `bilag.${format}` }))
    expect(await printedFields(), format).toEqual(out)
  }
}, 300_000)

test('the same annex again is offered in one click and changes nothing', async () => {
  await acceptAll(await uploaded(whole))
  const out = await printedFields()
  const path = await uploaded(whole)
  await as('sekretariat').post(`${path}/sikre`)
  expect((await page(path)).text()).toContain('Alle fora i bilaget er behandlet')
  expect(await printedFields()).toEqual(out)
}, 300_000)
