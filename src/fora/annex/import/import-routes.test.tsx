import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../../test/app.ts'
import { asOwner, emptied } from '../../../../test/db.ts'
import { readPage } from '../../../../test/page.ts'
import { annexText, forum, reviewer } from './reviewer.fixture.ts'

let as: ReturnType<typeof testApp>['as']
const { upload, uploaded, page, decide } = reviewer((account) => as(account))
beforeEach(async () => {
  as = testApp(await emptied()).as
  await grant('sekretariat', 'secretariat')
  await grant('kollega', 'secretariat')
  await grant('partner', 'partner')
})

const fixture = readFileSync(resolve('test/fixtures/annex-opdigt.txt'), 'utf8')

const count = async (table: string): Promise<number> =>
  Number((await asOwner(`select count(*) as n from ${table} where district = 'mvsj'`))[0]?.['n'])

const register = () =>
  asOwner(
    `select f.name, f.slug, f.kind, f.level, f.topic, f.interfaces, f.municipality_code, f.status, f.version, c.name as category, g.name as collective
     from fora.forum f join fora.category c on c.district = f.district and c.id = f.category_id
     left join fora.forum_group g on g.district = f.district and g.id = f.group_id where f.district = 'mvsj' order by f.sort_name`,
  )

const one = `${annexText('1. Kontakt', forum('Kredsrådet'))}\n`

describe('uploading an annex', () => {
  test('is for those who may, and refusals are the same for upload and review', async () => {
    for (const account of ['partner', null]) {
      expect((await as(account).get('/mvsj/import')).status).toBe(403)
      expect((await as(account).post('/mvsj/import', { fil: new File([one], 'bilag.txt') })).status).toBe(403)
    }
    const path = await uploaded(one)
    expect((await as('partner').get(path)).status).toBe(403)
    expect((await as('partner').post(`${path}/sikre`)).status).toBe(403)
    expect(await count('fora.forum')).toBe(0)
  })

  test('shows an empty state, then the annex, and stores nothing in the register', async () => {
    expect((await page('/mvsj/import')).text()).toContain('Intet bilag er læst ind endnu')
    const path = await uploaded(fixture)
    expect(await count('fora.forum')).toBe(0)
    expect(await count('fora.annex_import_entry')).toBeGreaterThan(3)
    expect((await page('/mvsj/import')).link('Oversigt over fora i opdigt politikreds')).toBe(path)
    expect(await asOwner(`select action from audit.entry where action = 'annex.uploaded'`)).not.toEqual([])
  })

  test('takes a file name that the database could not hold', async () => {
    await uploaded(one, { name: 'bi\0lag.txt' })
    await uploaded(one, { name: `${'👮'.repeat(200)}x.txt` })
    const names = await asOwner('select name from documents.file order by name')
    expect(names.map(({ name }) => String(name).slice(0, 9))).toContain('bilag.txt')
  })

  test.each([
    ['bilag.txt', '', 'Filen er tom'],
    ['bilag.exe', one, 'Filtypen kan ikke læses'],
    ['bilag.pdf', one, 'passer ikke til dens endelse'],
    ['bilag.docx', one, 'passer ikke til dens endelse'],
    ['bilag.json', '{"format":"andet"}', 'ikke et bilag'],
    ['referat.txt', 'Referat\n\nDeltagere: Bo Prøve\nEmne: Kaffe', 'ligner ikke et bilag'],
    ['bilag.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(65), 'større end 20 MB'],
  ])('refuses %s with a sentence, and keeps nothing', async (name, content, sentence) => {
    const answer = await upload(content, { name })
    expect(answer.status).toBe(422)
    expect(readPage(await answer.text()).alert()).toContain(sentence)
    expect(await count('documents.file')).toBe(0)
    expect(await count('fora.annex_import')).toBe(0)
  })

  test('asks for a file when none was chosen', async () => {
    const answer = await as('sekretariat').post('/mvsj/import', { fil: '' })
    expect(answer.status).toBe(422)
  })
})

describe('reviewing a forum', () => {
  test('shows each field beside its lines', async () => {
    const path = await uploaded(one)
    const shown = await page(`${path}?forum=1`)
    expect(shown.byLabel('Emne').value.trim()).toBe('Emne for Kredsrådet')
    expect(shown.text()).toContain('Emne: Emne for Kredsrådet')
    expect(shown.byLabel('Kategori').value).toBe('1. Kontakt')
  })

  test('accepts it as edited, makes the category and the chosen seats, and logs it', async () => {
    const path = await uploaded(one)
    const answer = await decide(path, 1, { emne: 'Rettet emne', plads: '0' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(path)
    expect(await register()).toMatchObject([
      {
        name: 'Kredsrådet',
        slug: 'kredsraadet',
        kind: 'districtCouncil',
        level: 'strategic',
        topic: 'Rettet emne',
        category: 'Kontakt',
      },
    ])
    expect(await asOwner(`select title from people.office`)).toEqual([{ title: 'Politidirektøren' }])
    expect(await count('fora.seat')).toBe(1)
    expect(await count('people.organisation')).toBe(0)
    const log = await asOwner(`select action from audit.entry where district = 'mvsj' order by number desc limit 4`)
    expect(log.map(({ action }) => action)).toEqual([
      'seat.added',
      'office.created',
      'forum.imported',
      'category.created',
    ])
  })

  test('sent twice makes one forum', async () => {
    const path = await uploaded(one)
    const { values } = (await page(`${path}?forum=1`)).form('Godkend og gå til næste')
    const answers = await Promise.all([as('sekretariat').post(path, values), as('sekretariat').post(path, values)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await count('fora.forum')).toBe(1)
  })

  test('two reviewers never overwrite each other', async () => {
    const path = await uploaded(one)
    const { values } = (await page(`${path}?forum=1`, 'kollega')).form('Spring over')
    expect((await decide(path, 1)).status).toBe(303)
    const late = await as('kollega').post(path, values)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('En anden har behandlet forummet')
    expect((await asOwner('select decision from fora.annex_import_entry'))[0]).toEqual({ decision: 'accepted' })
  })

  test('the same annex in two imports at once makes one forum', async () => {
    const [first, second] = [await uploaded(one), await uploaded(one)]
    const { values } = (await page(`${second}?forum=1`)).form('Godkend og gå til næste')
    await decide(first, 1)
    const late = await as('sekretariat').post(second, values)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Registret er ændret')
    expect(await count('fora.forum')).toBe(1)
  })

  test('keeps what was typed when something is wrong', async () => {
    const path = await uploaded(one)
    const answer = await decide(path, 1, { navn: '', emne: 'Ring 010190-0000' })
    expect(answer.status).toBe(422)
    const shown = readPage(await answer.text())
    expect(shown.alert()).toContain('CPR-nummer')
    expect(shown.byLabel('Emne').value.trim()).toBe('Ring 010190-0000')
    expect(await count('fora.forum')).toBe(0)
  })

  test('sets aside, skips and takes up again', async () => {
    const path = await uploaded(annexText('1. Kontakt', forum('Kredsrådet'), forum('Banderåd')))
    expect((await decide(path, 1, {}, { button: 'Sæt til side' })).headers.get('location')).toBe(`${path}?forum=2`)
    expect((await decide(path, 2, { navn: '' }, { button: 'Spring over' })).headers.get('location')).toBe(
      `${path}?forum=1`,
    )
    expect((await page(path)).text()).toContain('1 sat til side, 1 sprunget over')
    const { values } = (await page(`${path}?forum=2`)).form('Tag frem igen')
    expect((await as('sekretariat').post(path, values)).status).toBe(303)
    expect((await decide(path, 2)).status).toBe(303)
    expect(await register()).toMatchObject([{ name: 'Banderåd' }])
  })
})

describe('a body that every municipality has', () => {
  const local = annexText('1. Kontakt', forum('Lokalrådene'))

  test('must be said to be one or several', async () => {
    const path = await uploaded(local)
    const answer = await decide(path, 1)
    expect(answer.status).toBe(422)
    expect(readPage(await answer.text()).alert()).toContain('ét forum eller ét for hver kommune')
  })

  test('becomes one forum for each, and one entry in the printed annex', async () => {
    const path = await uploaded(local)
    const shown = await page(`${path}?forum=1`)
    expect(shown.byLabel('Navn på hvert forum').value).toBe('Lokalrådet i {kommune}')
    const answer = await decide(path, 1, { antal: 'hver', kommune: ['259', '265'] })
    expect(answer.status).toBe(303)
    expect(await register()).toMatchObject([
      { name: 'Lokalrådet i Køge', kind: 'localCouncil', municipality_code: '259', collective: 'Lokalrådene' },
      { name: 'Lokalrådet i Roskilde', municipality_code: '265' },
    ])
    const printed = JSON.parse(await (await as('sekretariat').get('/mvsj/fora/bilag.json')).text()) as {
      fora: { name: string; covers: number }[]
    }
    expect(printed.fora).toMatchObject([{ name: 'Lokalrådene', covers: 2 }])
  })
})

describe('next year', () => {
  const before = annexText('1. Kontakt', forum('Kredsrådet'), forum('Banderåd'), forum('Møder med Prøvehuset'))

  const accepted = async (text: string) => {
    const path = await uploaded(text)
    const { action } = (await page(path)).form('Godkend alle 3 sikre')
    expect((await as('sekretariat').post(action)).status).toBe(303)
    return path
  }

  test('the same annex changes nothing', async () => {
    await accepted(before)
    const first = await register()
    await accepted(before)
    expect(await register()).toEqual(first)
    expect(await asOwner('select distinct decision from fora.annex_import_entry order by 1')).toEqual([
      { decision: 'accepted' },
      { decision: 'merged' },
    ])
  })

  test('proposes what is changed and renamed, and offers to close down what is gone', async () => {
    await accepted(before)
    const path = await uploaded(
      annexText(
        '1. Kontakt',
        forum('Kredsrådet', { 'Emne: ': 'Nyt emne' }),
        forum('Banderådet', { 'Emne: ': 'Emne for Banderåd' }),
      ),
    )
    const shown = await page(path)
    expect(shown.row('Kredsrådet').cell('Mod registret')).toBe('Ændret')
    expect(shown.row('Banderådet').cell('Mod registret')).toContain('Banderåd')
    expect((await decide(path, 1, { 'valg-emne': 'register' })).status).toBe(303)
    expect((await decide(path, 2)).status).toBe(303)
    expect(await register()).toMatchObject([
      { name: 'Banderådet', version: 2 },
      { name: 'Kredsrådet', topic: 'Emne for Kredsrådet' },
      { name: 'Møder med Prøvehuset', status: 'active' },
    ])
    const gone = (await page(path)).form('Nedlæg: Møder med Prøvehuset')
    expect((await as('sekretariat').post(gone.action, { ...gone.values, grund: '' })).status).toBe(422)
    expect((await as('sekretariat').post(gone.action, gone.values)).status).toBe(303)
    expect((await register())[2]).toMatchObject({ status: 'closed' })
  })

  test('a new name can be merged with a forum of the register by hand', async () => {
    await accepted(before)
    const [banderad] = await asOwner(`select id from fora.forum where name = 'Banderåd'`)
    const path = await uploaded(annexText('1. Kontakt', forum('Styregruppen mod bander')))
    const query = `&flet=${String(banderad?.['id'])}`
    expect((await page(`${path}?forum=1${query}`)).text()).toContain('Sammenlignet med Banderåd')
    expect((await decide(path, 1, {}, { query })).status).toBe(303)
    expect((await register()).map(({ name }) => name)).toEqual([
      'Kredsrådet',
      'Møder med Prøvehuset',
      'Styregruppen mod bander',
    ])
  })
})

describe('undoing an acceptance', () => {
  const undo = async (path: string) => {
    const { values } = (await page(`${path}?forum=1`)).form('Fortryd')
    return (await as('sekretariat').post(path, values)).headers.get('location')
  }

  test('removes what was made, and the forum can be accepted again', async () => {
    const path = await uploaded(one)
    await decide(path, 1, { plads: '0' })
    expect(await undo(path)).toBe(`${path}?fortrudt=ja`)
    expect(await count('fora.forum')).toBe(0)
    expect((await decide(path, 1)).status).toBe(303)
    expect(await count('fora.forum')).toBe(1)
  })

  test('puts back what was changed', async () => {
    await decide(await uploaded(one), 1)
    const path = await uploaded(annexText('1. Kontakt', forum('Kredsrådet', { 'Emne: ': 'Nyt emne' })))
    await decide(path, 1)
    expect(await register()).toMatchObject([{ topic: 'Nyt emne' }])
    expect(await undo(path)).toBe(`${path}?fortrudt=ja`)
    expect(await register()).toMatchObject([{ topic: 'Emne for Kredsrådet' }])
  })

  test('is refused when somebody has changed the forum since', async () => {
    const path = await uploaded(one)
    await decide(path, 1)
    await asOwner('update fora.forum set version = version + 1')
    expect(await undo(path)).toBe(`${path}?fortrudt=nej`)
    expect(await count('fora.forum')).toBe(1)
  })
})

describe('interfaces', () => {
  test('that name a forum accepted later find it', async () => {
    const path = await uploaded(
      annexText(
        '1. Kontakt',
        forum('Kredsrådet', { 'Snitflader: ': 'Udvalget for sne og is' }),
        forum('Udvalget for sne og is'),
      ),
    )
    await decide(path, 1)
    expect((await asOwner('select words from fora.interface')).length).toBeGreaterThan(0)
    await decide(path, 2)
    const [snow] = await asOwner(`select id from fora.forum where name like 'Udvalget%'`)
    expect(await asOwner('select words, target_forum_id from fora.interface')).toEqual([
      { words: 'Udvalget for sne og is', target_forum_id: snow?.['id'] },
    ])
  })
})
