import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aLegalReference, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let as: ReturnType<typeof testApp>['as']
let database: Database
let category: string

const open = async (account: string | null, path = '/mit-arbejde') => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  for (const role of ['administrator', 'auditor', 'secretariat', 'partner'] as const) await grant(role, role)
  await grant('koordinator', 'municipalCoordinator', { municipality: '259' })
  category = await aCategory()
})

/** A register with one thing of every kind to do. */
const aNeedyRegister = async () => {
  const council = await aForum({ categoryId: category, name: 'Lokalrådet i Køge', municipality: '259', cadence: '4' })
  const board = await aForum({ categoryId: category, name: 'Banderåd', cadence: 'Efter behov' })
  await aSeat(council, await anOffice('Formand uden navn'))
  const held = await anOffice('Områdeleder')
  await aTenure(held, await aPerson('Bo Prøve', 'medlem'))
  const seat = await aSeat(board, held, 'chair')
  await asOwner(`update fora.seat set term_ends = '2026-01-01' where id = $1`, [seat])
  const statement = `insert into fora.interface (district, forum_id, words, target_forum_id, confidence) values ('mvsj', $1, $2, $3, $4)`
  await asOwner(statement, [board, 'Lokalrådene', council, 'sure'])
  await asOwner(statement, [board, 'Et råd, der ikke findes', null, 'none'])
  await aLegalReference('Epidemiloven')
  const [file] = await asOwner(
    `insert into documents.file (district, name, media_type, sha256, bytes, stored_by) values ('mvsj', 'b.txt', 'text/plain', 'x', ''::bytea, 't') returning id`,
  )
  await asOwner(
    `insert into fora.annex_import (district, file_id, title, lines, created_by) values ('mvsj', $1, 'Bilag 2026', '[]', 't')`,
    [file?.['id']],
  )
  return { council, board }
}

describe('what the secretariat is asked to do', () => {
  test.each(['secretariat', 'administrator'])('is derived from the register, for %s', async (account) => {
    await aNeedyRegister()
    const page = await open(account)
    expect(page.headings(3)).toEqual([
      'Gør 1 import af bilag 1 færdig',
      'Besæt 1 ledig plads',
      'Forny eller afslut 1 plads, hvis periode er udløbet',
      'Planlæg de møder, 1 forum mangler',
      'Bekræft eller ret 1 ensidig snitflade',
      'Find det forum, 1 snitflade peger på',
      'Kontrollér 1 lovhenvisning',
      'Gennemgå 2 fora',
    ])
    expect(page.text()).toContain('Ikke gennemgået inden for et år: Banderåd, Lokalrådet i Køge.')
    expect(page.link('Se hvilke fora: Planlæg de møder, 1 forum mangler')).toBe('/mvsj/fora?udvalg=meetings')
    expect(page.link('Se henvisningerne: Kontrollér 1 lovhenvisning')).toBe('/mvsj/lovgrundlag?udvalg=unchecked')
    expect(page.link('Begynd gennemgangen: Gennemgå 2 fora')).toBe('/mvsj/mit-arbejde/gennemgang')
  })

  test('leads to pages that exist and show as many', async () => {
    await aNeedyRegister()
    const page = await open('secretariat')
    const tasks = page.links().filter((label) => label.startsWith('Se ') || label.startsWith('Find '))
    expect(tasks.length).toBeGreaterThan(0)
    for (const path of [
      '/fora/ledige-pladser?udvalg=vacant',
      '/fora/ensidige-snitflader?art=oneSided',
      '/fora/ensidige-snitflader?art=unmatched',
    ])
      expect((await open('secretariat', path)).status).toBe(200)
    expect((await open('secretariat', '/fora?udvalg=meetings')).links()).toContain('Lokalrådet i Køge')
    expect((await open('secretariat', '/lovgrundlag?udvalg=unchecked')).links()).toContain('Epidemiloven')
    const review = await open('secretariat', '/mit-arbejde/gennemgang')
    expect(review.headings(3)).toEqual(['Banderåd', 'Lokalrådet i Køge'])
    expect(review.link('Gennemgå: Banderåd')).toBe('/mvsj/fora/banderaad/status')
  })

  test('goes away when it is done', async () => {
    const id = await aForum({ categoryId: category, name: 'Kredsrådet', cadence: 'Efter behov' })
    expect((await open('secretariat')).headings(3)).toEqual(['Gennemgå 1 forum'])
    await asOwner(`update fora.forum set reviewed_on = '2026-03-01' where id = $1`, [id])
    const page = await open('secretariat')
    expect(page.text()).toContain('Intet venter på dig')
    expect(page.term('Fora gennemgået')).toContain('1 af 1 inden for et år')
    expect(page.term('Ældste gennemgang')).toContain('11 dage: Kredsrådet')
    expect((await open('secretariat', '/mit-arbejde/gennemgang')).text()).toContain('Alle fora er gennemgået')
  })

  test('begins with the import where the register is empty', async () => {
    const page = await open('secretariat')
    expect(page.text()).toContain('Registret er tomt')
    expect(page.link('Importér bilag 1')).toBe('/mvsj/import')
  })
})

describe('what others are asked to do', () => {
  test('concerns only the municipality of a coordinator', async () => {
    await aNeedyRegister()
    const page = await open('koordinator')
    expect(page.headings(3)).toEqual(['Udpeg til 1 ledig plads', 'Planlæg de møder, 1 forum mangler'])
    expect(page.link('Se ledige pladser: Udpeg til 1 ledig plads')).toBe(
      '/mvsj/fora/ledige-pladser?udvalg=vacant&kommune=259',
    )
    expect(page.link('Se hvilke fora: Planlæg de møder, 1 forum mangler')).toBe(
      '/mvsj/fora?udvalg=meetings&kommune=259',
    )
  })

  test('concerns only the fora that a member leads', async () => {
    const { board } = await aNeedyRegister()
    await asOwner(`update fora.forum set cadence = '3' where id = $1`, [board])
    await asOwner(`insert into fora.meeting_day values ('mvsj', $1, '2026-03-12'), ('mvsj', $1, '2026-01-05')`, [board])
    const page = await open('medlem')
    expect(page.headings(3)).toEqual(['Planlæg de møder, 1 forum mangler', 'Banderåd'])
    expect(page.text()).toContain('Formand, Områdeleder')
    expect(page.text()).toContain('I dag')
    expect(page.text()).toContain('Mangler 1 møde')
    expect(page.text()).not.toContain('Lokalrådet i Køge')
    expect(page.text()).not.toContain('Bilag 2026')
    expect(page.term('Fora gennemgået')).toContain('0 af 1 inden for et år')
  })

  test('is nothing for a member who leads nothing, but their forum shows its state', async () => {
    const { board } = await aNeedyRegister()
    await asOwner(`update fora.forum set cadence = '3' where id = $1`, [board])
    await asOwner(`update fora.seat set role = 'member' where forum_id = $1`, [board])
    const page = await open('medlem')
    expect(page.headings(3)).toEqual(['Banderåd'])
    expect(page.text()).toContain('Mangler 3 møder')
    expect(page.text()).toContain('Ikke planlagt')
  })

  test('is nothing for an auditor, who is shown the way to the log', async () => {
    await aNeedyRegister()
    const page = await open('auditor')
    expect(page.headings(3)).toEqual([])
    expect(page.link('Se loggen')).toBe('/mvsj/log')
    expect(page.term('Lovhenvisninger kontrolleret')).toContain('0 af 1')
  })

  test('is nothing for a partner without a seat, who is told why', async () => {
    await aNeedyRegister()
    const page = await open('partner')
    expect(page.headings(3)).toEqual([])
    expect(page.text()).toContain('Pladser følger embeder')
  })

  test('is explained to an account without a role, and the public is asked to sign in', async () => {
    await aNeedyRegister()
    expect((await open('fremmed')).text()).toContain('Du har ingen rolle')
    const visitor = await open(null)
    expect([visitor.status, visitor.to]).toEqual([303, '/log-ind'])
  })
})

test.each([
  ['administrator', 200],
  ['secretariat', 200],
  ['auditor', 403],
  ['koordinator', 403],
  ['partner', 403],
  ['medlem', 403],
  [null, 403],
])('the list of fora to review is shown to %s with %i', async (account, status) => {
  await aNeedyRegister()
  expect((await open(account, '/mit-arbejde/gennemgang')).status).toBe(status)
})

test('the page speaks English', async () => {
  await aNeedyRegister()
  const response = await as('secretariat').get('/mvsj/mit-arbejde', { cookie: 'samvirk-sprog=en' })
  const page = readPage(await response.text())
  expect(page.heading()).toBe('My work')
  expect(page.text()).not.toMatch(/Besæt|inden for|Gennemgå/)
})

test('no page takes more statements for many rows than for few', async () => {
  await aNeedyRegister()
  const own = await anOffice('Sekretær')
  await aTenure(own, await aPerson('Ea Eksempel', 'secretariat'))
  await aSeat(await aForum({ categoryId: category, name: 'Kredsrådet' }), own)
  const paths = ['/mit-arbejde', '/mit-arbejde/gennemgang']
  const count = () =>
    countStatements(database, async () => {
      for (const path of paths) expect([path, (await open('secretariat', path)).status]).toEqual([path, 200])
    })
  const few = await count()
  for (const number of ['1', '2', '3']) {
    await aSeat(await aForum({ categoryId: category, name: `Forum ${number}` }), own)
    await aLegalReference('Straffeloven', `§ ${number}`)
  }
  expect(await count()).toBe(few)
})
