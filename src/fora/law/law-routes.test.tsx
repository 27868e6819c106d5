import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aLawTie, aLegalReference } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let as: ReturnType<typeof testApp>['as']
let database: Database
let category: string
let forum: string
let reference: string

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, ...readPage(await response.text()) }
}
const send = async (account: string | null, path: string, fields: Record<string, string>) => {
  const response = await as(account).post(`/mvsj${path}`, fields)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const logged = async (action: string) =>
  (await asOwner(`select * from audit.entry where action = $1 order by number desc limit 1`, [action]))[0]

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  for (const role of ['administrator', 'auditor', 'secretariat', 'partner'] as const) await grant(role, role)
  category = await aCategory()
  forum = await aForum({ categoryId: category, name: 'PSP-forum' })
  await asOwner(`update fora.forum set legal_basis = 'Retsplejelovens § 115, stk. 2, og Epidemiloven' where id = $1`, [
    forum,
  ])
  await aForum({ categoryId: category, name: 'Åbent forum', openness: 'public' })
  reference = await aLegalReference('Retsplejeloven', '§ 115, stk. 2')
  await aLegalReference('Beredskabsloven', '§ 9', { checkedOn: '2026-01-15', source: 'https://lov.example/9' })
})

describe('the list', () => {
  test('is open to everyone, without its buttons', async () => {
    const visitor = await open(null, '/lovgrundlag')
    expect(visitor.status).toBe(200)
    expect(visitor.links()).toContain('Retsplejeloven § 115, stk. 2')
    expect(visitor.buttons().join()).not.toContain('Kontrolleret i dag')
    expect(visitor.links()).not.toContain('Opret henvisning')
    expect(visitor.links().join()).not.toContain('Fora uden lovgrundlag')
    expect((await open('secretariat', '/lovgrundlag')).links()).toContain('Fora uden lovgrundlag 2')
  })

  test('counts only the fora that the reader may see', async () => {
    await aLawTie(forum, reference)
    const fora = async (account: string | null) =>
      (await open(account, '/lovgrundlag')).row('Retsplejeloven').cell('Fora')
    expect(await fora('partner')).toBe('1')
    expect(await fora(null)).toBe('0')
    expect((await open(null, `/lovgrundlag/${reference}`)).links()).not.toContain('PSP-forum')
    expect((await open('partner', `/lovgrundlag/${reference}`)).links()).toContain('PSP-forum')
  })

  test('shows what is unchecked and what has no source, on the page and in the file', async () => {
    for (const view of ['unchecked', 'noSource']) {
      const page = await open('partner', `/lovgrundlag?udvalg=${view}`)
      expect(page.links()).toContain('Retsplejeloven § 115, stk. 2')
      expect(page.links()).not.toContain('Beredskabsloven § 9')
      const file = await (await as('partner').get(`/mvsj/lovgrundlag.csv?udvalg=${view}`)).text()
      expect(file).toContain('Retsplejeloven')
      expect(file).not.toContain('Beredskabsloven')
    }
    expect((await open('partner', '/lovgrundlag?udvalg=sludder&sorter=x')).status).toBe(200)
    expect((await as('partner').get('/mvsj/lovgrundlag.xlsx')).status).toBe(200)
  })

  test('says what to do when it is empty', async () => {
    await asOwner('delete from fora.legal_reference')
    expect((await open('secretariat', '/lovgrundlag')).text()).toContain('Begynd ved et forum')
    expect((await open(null, '/lovgrundlag')).text()).toContain('ikke noteret sit lovgrundlag')
  })
})

describe('a reference', () => {
  const sent = {
    lov: 'Epidemiloven',
    paragraf: '§ 7',
    emne: 'Kommissioner',
    kilde: 'https://lov.example',
    'fra-dag': '1',
    'fra-maaned': '3',
    'fra-aar': '2021',
  }

  test.each(['auditor', 'partner', null])('is not made, changed or checked by %s', async (account) => {
    expect((await open(account, '/lovgrundlag/opret')).status).toBe(403)
    expect((await send(account, '/lovgrundlag/opret', sent)).status).toBe(403)
    expect((await send(account, `/lovgrundlag/${reference}/ret`, { ...sent, version: '1' })).status).toBe(403)
    expect((await send(account, `/lovgrundlag/${reference}/kontrolleret`, { version: '1' })).status).toBe(403)
  })

  test.each(['administrator', 'secretariat'])('is made by %s', async (account) => {
    const { to } = await send(account, '/lovgrundlag/opret', sent)
    const page = await open(null, (to ?? '').replace('/mvsj', ''))
    expect(page.heading()).toBe('Epidemiloven § 7')
    expect(page.term('Gælder')).toBe('fra 1. mar. 2021')
    expect((await logged('law.created'))?.['subject_name']).toBe('Epidemiloven § 7')
  })

  test('is refused with a source that is no web address, and with days in the wrong order', async () => {
    const problem = async (fields: Record<string, string>) => {
      const page = await send('secretariat', '/lovgrundlag/opret', { ...sent, ...fields })
      expect(page.status).toBe(422)
      return page.alert()
    }
    expect(await problem({ kilde: 'javascript:alert(1)' })).toContain('https://')
    expect(await problem({ kilde: 'retsinformation.dk' })).toContain('https://')
    expect(await problem({ lov: ' ' })).toContain('lovens navn')
    expect(await problem({ 'til-dag': '1', 'til-maaned': '1', 'til-aar': '2020' })).toContain('begyndte at gælde')
    expect(await problem({ 'set-dag': '13', 'set-maaned': '3', 'set-aar': '2026' })).toContain('der er gået')
    expect(await problem({ 'fra-dag': '31', 'fra-maaned': '2' })).toContain('der findes')
  })

  test('is checked with one click, which is logged; not when the text has changed since', async () => {
    const list = await open('secretariat', '/lovgrundlag?udvalg=unchecked')
    const { action, values } = list.form('Kontrolleret i dag: Retsplejeloven § 115, stk. 2')
    expect((await as('secretariat').post(action, values)).headers.get('location')).toBe('/mvsj/lovgrundlag')
    expect((await open(null, `/lovgrundlag/${reference}`)).term('Kontrolleret')).toBe('12. mar. 2026')
    expect((await logged('law.checked'))?.['changes']).toEqual([
      { field: 'checkedOn', before: null, after: '2026-03-12' },
    ])
    expect((await as('secretariat').post(action, values)).status).toBe(409)
  })

  test('is never overwritten unseen', async () => {
    const change = (emne: string) =>
      send('secretariat', `/lovgrundlag/${reference}/ret`, { ...sent, emne, version: '1' })
    expect((await change('Den enes')).status).toBe(303)
    const late = await change('Den andens')
    expect(late.status).toBe(409)
    expect(late.text()).toContain('enes')
    expect(late.text()).toContain('andens')
    expect(late.form(late.buttons().at(-1) ?? '').values['fra-aar']).toBe('2021')
  })
})

describe('the legal basis of a forum', () => {
  const path = '/fora/psp-forum/lovgrundlag'

  test.each(['auditor', 'partner', null])('is not tied by %s', async (account) => {
    expect((await open(account, path)).status).toBe(403)
    expect((await send(account, path, { tilknyt: reference })).status).toBe(403)
  })

  test('is suggested from the words of the annex', async () => {
    const page = await open('secretariat', path)
    expect(page.text()).toContain('Står allerede på listen')
    expect(page.buttons()).toEqual(
      expect.arrayContaining(['Knyt til forummet: Retsplejeloven § 115, stk. 2', 'Opret og knyt: Epidemiloven']),
    )
  })

  test('is tied and untied with one click, and stands in the history of the forum', async () => {
    const press = async (button: string) => {
      const { action, values } = (await open('secretariat', path)).form(button)
      expect((await as('secretariat').post(action, values)).headers.get('location')).toBe(`/mvsj${path}`)
    }
    await press('Knyt til forummet: Retsplejeloven § 115, stk. 2')
    await press('Opret og knyt: Epidemiloven')
    const page = await open('secretariat', path)
    expect(page.buttons()).toEqual(expect.arrayContaining(['Løsn: Retsplejeloven § 115, stk. 2', 'Løsn: Epidemiloven']))
    expect(page.buttons()).not.toContain('Opret og knyt: Epidemiloven')
    expect((await open('secretariat', '/fora/psp-forum')).text()).toContain(
      'Lovhenvisning knyttet til forum: lovhenvisning',
    )
    await press('Løsn: Epidemiloven')
    expect((await logged('law.untied'))?.['changes']).toEqual([{ field: 'law', before: 'Epidemiloven', after: null }])
    expect((await open('secretariat', path)).buttons()).toContain('Knyt til forummet: Epidemiloven')
  })

  test('never makes the same reference twice', async () => {
    const tie = () => send('secretariat', path, { lov: 'Retsplejelovens', paragraf: '§115 stk. 2' })
    expect((await tie()).status).toBe(303)
    expect((await tie()).status).toBe(303)
    expect(await asOwner(`select 1 from fora.legal_reference where act like 'Retsplejelov%'`)).toHaveLength(1)
  })

  test('asks for a choice, and knows only what is there', async () => {
    const page = await send('secretariat', path, { tilknyt: '' })
    expect(page.status).toBe(422)
    expect(page.alert()).toContain('Vælg en henvisning')
    expect((await send('secretariat', path, { tilknyt: '00000000-0000-4000-8000-000000000000' })).status).toBe(404)
    expect((await open('secretariat', '/fora/findes-ikke/lovgrundlag')).status).toBe(404)
  })
})

describe('fora without legal basis', () => {
  test.each([
    ['administrator', 200],
    ['auditor', 200],
    ['secretariat', 200],
    ['partner', 200],
    ['fremmed', 403],
    [null, 403],
  ])('are shown to %s with %i', async (account, status) => {
    expect((await open(account, '/lovgrundlag/fora-uden')).status).toBe(status)
  })

  test('are those tied to nothing', async () => {
    await aLawTie(forum, reference)
    const page = await open('partner', '/lovgrundlag/fora-uden')
    expect(page.links()).toContain('Åbent forum')
    expect(page.links()).not.toContain('PSP-forum')
    expect(page.text()).toContain('Ikke udfyldt')
  })
})

test('no page takes more statements for many rows than for few', async () => {
  const paths = ['/lovgrundlag', `/lovgrundlag/${reference}`, '/lovgrundlag/fora-uden', '/fora/psp-forum/lovgrundlag']
  const count = () =>
    countStatements(database, async () => {
      for (const path of paths) expect([path, (await open('secretariat', path)).status]).toEqual([path, 200])
    })
  const few = await count()
  for (const number of ['1', '2', '3']) {
    await aLawTie(await aForum({ categoryId: category, name: `Forum ${number}` }), reference)
    await aForum({ categoryId: category, name: `Uden ${number}` })
    await aLawTie(forum, await aLegalReference('Straffeloven', `§ ${number}`))
  }
  expect(await count()).toBe(few)
})
