import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anItem, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let council: string
let committee: string
let local: string

const open = async (path: string, account = 'secretariat') => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, ...readPage(await response.text()) }
}
const send = async (path: string, fields: Record<string, string | readonly string[]> = {}, account = 'secretariat') => {
  const response = await as(account).post(`/mvsj${path}`, fields)
  const to = response.headers.get('location')?.replace('/mvsj', '').replace(/#.*/, '') ?? ''
  return { status: response.status, to, ...readPage(await response.text()) }
}
const press = async (page: Awaited<ReturnType<typeof open>>, button: string) => {
  const { action, values } = page.form(button)
  return send(action.replace('/mvsj', ''), values)
}
const meetings = (condition = 'true') =>
  asOwner(`select * from meetings.meeting where ${condition} order by on_day, starts`)
const begin = async (fields: Record<string, string | readonly string[]> = { aar: '2027', hvem: 'alle' }) =>
  (await send('/aarshjul/planlaeg', fields)).to
const count = async (table: string) => Number((await asOwner(`select count(*) as count from ${table}`))[0]?.['count'])

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  await grant('secretariat', 'secretariat')
  await grant('auditor', 'auditor')
  const categoryId = await aCategory()
  council = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  committee = await aForum({ categoryId, name: 'Kontaktudvalget', cadence: 'Efter behov' })
  local = await aForum({ categoryId, name: 'Lokalrådet i Køge', cadence: '2', municipality: '259' })
  await aForum({ categoryId, name: 'Øvelsesforum', cadence: 'Efter behov' })
  await asOwner(`update fora.forum set kind = 'districtCouncil' where id = $1`, [council])
  await asOwner(`update fora.forum set kind = 'liaisonCommittee', parent_id = $2 where id = $1`, [committee, council])
  const chief = await anOffice('Politidirektør')
  await aTenure(chief, await aPerson('Dina Direktør'))
  await aSeat(council, chief, 'chair')
  await aSeat(local, chief)
})

describe('beginning a plan', () => {
  test('shows what each forum has, and proposes what is missing', async () => {
    await aMeeting({ forumId: local, onDay: '2027-03-04', state: 'draft' })
    const page = await open('/aarshjul/planlaeg?aar=2027')
    expect(page.byLabel('Kredsrådet').description).toContain('Mindst 4 om året. Ingen møder endnu')
    expect(page.byLabel('Lokalrådet i Køge').description).toContain('1 møde i forvejen')
    expect(page.text()).toContain('Der er ingen skoleferier i 2027 endnu')
    const plan = await open(await begin())
    expect(plan.heading()).toBe('Møder i 2027')
    expect(plan.text()).toContain('9 møder i planen. Intet er oprettet endnu')
    expect(plan.text()).toContain('ØvelsesforumMødes efter behov')
    expect(await meetings()).toHaveLength(1)
  })

  test('plans for the chosen fora alone', async () => {
    const plan = await open(await begin({ aar: '2027', hvem: 'valgte', fora: [local] }))
    expect(plan.text()).toContain('2 møder i planen')
    expect(plan.text()).not.toContain('Kredsrådet')
  })

  test.each([
    [{ aar: 'snart' }, 'Skriv et årstal'],
    [{ aar: '2025' }, 'Vælg i år eller et senere år'],
    [{ aar: '2027', hvem: 'valgte' }, 'Vælg mindst ét forum'],
  ])('refuses %j', async (fields, words) => {
    const page = await send('/aarshjul/planlaeg', fields)
    expect(page.status).toBe(422)
    expect(page.alert()).toContain(words)
  })

  test('stays clear of the days kept free', async () => {
    await asOwner(
      `insert into meetings.closed_period (district, name, from_day, to_day, municipality_code)
       values ('mvsj', 'Ombygning', '2027-01-01', '2027-08-31', '259')`,
    )
    await begin({ aar: '2027', hvem: 'valgte', fora: [local] })
    const rows = (await asOwner('select rows from meetings.year_draft'))[0]?.['rows'] as { onDay: string }[]
    expect(rows).toHaveLength(2)
    expect(rows.every(({ onDay }) => onDay > '2027-08-31')).toBe(true)
  })
})

describe('a plan', () => {
  test('is shown with few statements, however many fora there are', async () => {
    const at = await begin()
    const few = await countStatements(database, () => open(at))
    const categoryId = await aCategory(2, 'Flere')
    for (let index = 0; index < 12; index += 1) await aForum({ categoryId, name: `Forum ${String(index)}` })
    const more = await begin()
    expect(await countStatements(database, () => open(more))).toBe(few)
    expect(few).toBeLessThan(20)
  })

  test('is adjusted row by row', async () => {
    const at = await begin({ aar: '2027', hvem: 'valgte', fora: [local] })
    const row = `${at}/raekker/r1`
    const form = await open(row)
    const values = form.form('Gem').values
    const saved = await send(row, {
      ...values,
      'dag-dag': '14',
      'dag-maaned': '4',
      'dag-aar': '2027',
      fra: '13.30',
      til: '15',
      sted: 'Rådhuset',
    })
    expect(saved.to).toBe(at)
    const plan = await open(at)
    expect(plan.text()).toContain('ons. 14. apr. 2027')
    expect(plan.text()).toContain('13.30–15.00')
    expect(plan.text()).toContain('Rådhuset')
    const left = await press(plan, 'Udelad: Lokalrådet i Køge 14. april 2027')
    expect(left.status).toBe(303)
    expect((await open(at)).text()).toContain('1 møde i planen, 1 udeladt')
    const extra = { ...values, forum: council, 'dag-dag': '1', 'dag-maaned': '9' }
    expect((await send(`${at}/raekker/nyt`, extra)).status).toBe(303)
    expect((await send(`${at}/raekker/nyt`, extra)).status).toBe(303)
    expect((await open(at)).text()).toContain('2 møder i planen, 1 udeladt')
  })

  test('refuses a row that cannot be', async () => {
    const at = await begin({ aar: '2027', hvem: 'valgte', fora: [local] })
    const { values } = (await open(`${at}/raekker/r1`)).form('Gem')
    const refused = async (fields: Record<string, string>) => {
      const page = await send(`${at}/raekker/r1`, { ...values, ...fields })
      expect(page.status).toBe(422)
      return page.alert()
    }
    expect(await refused({ fra: 'kl. 25' })).toContain('Skriv et klokkeslæt')
    expect(await refused({ fra: '12.00', til: '11.00' })).toContain('slutte, efter at det begynder')
    expect(await refused({ 'dag-dag': '31', 'dag-maaned': '2' })).toContain('Vælg en dag, der findes')
    expect(await refused({ 'dag-aar': '2028' })).toContain('Vælg en dag i 2027')
    expect(await refused({ sted: 'Mød 010203-0000' })).toContain('CPR')
    expect((await send(`${at}/raekker/nyt`, { ...values, forum: 'x' })).alert()).toContain('Vælg et forum')
    expect((await open(`${at}/raekker/r99`)).status).toBe(404)
    expect((await open('/aarshjul/planlaeg/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await open('/aarshjul/planlaeg/x')).status).toBe(404)
  })

  test('gives way to nobody unseen: the one who comes second gets both texts', async () => {
    const at = await begin({ aar: '2027', hvem: 'valgte', fora: [local] })
    const { values } = (await open(`${at}/raekker/r1`)).form('Gem')
    expect((await send(`${at}/raekker/r1`, { ...values, sted: 'Det første' })).status).toBe(303)
    // Another row is another matter.
    const { values: second } = (await open(`${at}/raekker/r2`)).form('Gem')
    expect((await send(`${at}/raekker/r2`, { ...second, sted: 'Andet møde' })).status).toBe(303)
    const clash = await send(`${at}/raekker/r1`, { ...values, sted: 'Det andet' })
    expect(clash.status).toBe(409)
    expect(clash.text()).toContain('Teksten fra secretariat')
    expect(clash.form('Gem').values['sted']).toBe('Det andet')
    const chosen = await press(clash, 'Gem')
    expect(chosen.to).toBe(at)
    expect((await open(at)).text()).toContain('Det andet')
    expect((await open(at)).text()).toContain('Andet møde')
  })

  test('names the persons who are to be in two places', async () => {
    const at = await begin({ aar: '2027', hvem: 'valgte', fora: [local] })
    await aMeeting({ forumId: council, onDay: '2027-06-17', state: 'draft' })
    const { values } = (await open(`${at}/raekker/r1`)).form('Gem')
    const on = { ...values, 'dag-dag': '17', 'dag-maaned': '6', 'dag-aar': '2027' }
    await send(`${at}/raekker/r1`, { ...on, fra: '11.00', til: '12.00' })
    const page = await open(`${at}?vis=conflicts`)
    expect(page.text()).toContain('Dina Direktør er i Kredsrådet kl. 10.00 samtidig')
    expect(page.links()).toContain('Med konflikter 1')
    const { values: now } = (await open(`${at}/raekker/r1`)).form('Gem')
    await send(`${at}/raekker/r1`, { ...now, 'dag-dag': '5', 'dag-maaned': '6' })
    expect((await open(at)).text()).toContain('Grundlovsdag')
  })

  test('is made for those who will sit in the fora then', async () => {
    const at = await begin({ aar: '2027', hvem: 'valgte', fora: [local] })
    await aMeeting({ forumId: council, onDay: '2027-06-17', state: 'draft' })
    await asOwner(`update people.tenure set valid_to = '2026-12-01'`)
    const chief = (await asOwner(`select id from people.office`))[0]?.['id']
    await aTenure(String(chief), await aPerson('Nanna Ny'), '2026-12-01')
    const { values } = (await open(`${at}/raekker/r1`)).form('Gem')
    const on = { ...values, 'dag-dag': '17', 'dag-maaned': '6', 'dag-aar': '2027' }
    await send(`${at}/raekker/r1`, { ...on, fra: '15.00', til: '16.00' })
    const page = await open(at)
    expect(page.text()).toContain('Nanna Ny er også i Kredsrådet kl. 10.00')
    expect(page.text()).not.toContain('Dina Direktør')
  })

  test('proposes another day for one meeting', async () => {
    const at = await begin({ aar: '2027', hvem: 'valgte', fora: [local] })
    const before = (await open(`${at}/raekker/r1`)).heading()
    expect((await send(`${at}/raekker/r1/igen`, { version: '1' })).to).toBe(at)
    const after = (await open(`${at}/raekker/r1`)).heading()
    expect(after).not.toBe(before)
    expect((await send(`${at}/raekker/r1/igen`, { version: '1' })).status).toBe(409)
  })
})

describe('creating the meetings', () => {
  const create = async (at: string) => press(await open(at), 'Opret de 10 møder')

  test('makes all of them in one step, with agenda, deadline and log, and only once', async () => {
    const at = await begin()
    const page = await open(at)
    const first = await press(page, 'Opret de 10 møder')
    expect(first.to).toBe(`${at}?sket=oprettet`)
    expect((await press(page, 'Opret de 10 møder')).to).toBe(`${at}?sket=oprettet`)
    expect(await meetings()).toHaveLength(10)
    const done = await open(first.to)
    expect(done.alert()).toContain('10 møder er oprettet')
    const [row] = await meetings(`forum_id = '${local}'`)
    expect(row).toMatchObject({ state: 'draft', kind: 'ordinary', municipality_code: '259', starts: '10:00' })
    expect(row?.['propose_by']).not.toBeNull()
    expect(await count(`meetings.item where meeting_id = '${String(row?.['id'])}'`)).toBeGreaterThan(2)
    for (const preparing of await meetings(`forum_id = '${committee}'`)) expect(preparing['prepares_id']).not.toBeNull()
    const entries = await asOwner(
      `select subject_name from audit.entry where action = 'meeting.created' and subject_id = $1`,
      [row?.['id']],
    )
    expect(entries[0]?.['subject_name']).toContain('Lokalrådet i Køge')
    expect(await count('fora.meeting_day')).toBe(10)
  })

  test('happens once, also in two windows at the same moment', async () => {
    const at = await begin()
    const [one, other] = [await open(at), await open(at)]
    const pressed = await Promise.all([press(one, 'Opret de 10 møder'), press(other, 'Opret de 10 møder')])
    expect(pressed.map(({ status }) => status)).toEqual([303, 303])
    expect(await meetings()).toHaveLength(10)
    expect(
      await count(`audit.entry where action = 'yearPlan.created' and subject_id = '${at.split('/').at(-1) ?? ''}'`),
    ).toBe(1)
  })

  test('makes no meeting that another plan has made', async () => {
    const at = await begin()
    expect(await begin()).toBe(at)
    const first = await open(`${at}/raekker/r1`)
    await send(`${at}/raekker/r1`, { ...first.form('Gem').values, sted: 'Rådhuset' })
    const another = await begin()
    expect(another).not.toBe(at)
    const [page, seen] = [await open(at), await open(another)]
    const made = await Promise.all([press(page, 'Opret de 10 møder'), press(seen, 'Opret de 10 møder')])
    expect(await meetings()).toHaveLength(10)
    const texts = await Promise.all(made.map(async ({ to }) => (await open(to)).alert()))
    expect(texts.some((text) => text.includes('10 møder er oprettet'))).toBe(true)
    expect(texts.some((text) => text.includes('10 møder er sprunget over'))).toBe(true)
  })

  test('makes nothing when it is broken off in the middle', async () => {
    const at = await begin()
    const page = await open(at)
    await asOwner(`create function meetings.break_off() returns trigger language plpgsql as $$
      begin if (select count(*) from meetings.item) > 10 then raise exception 'broken off'; end if; return new; end $$`)
    await asOwner(
      `create trigger break_off before insert on meetings.item for each row execute function meetings.break_off()`,
    )
    try {
      expect((await press(page, 'Opret de 10 møder')).status).toBe(500)
    } finally {
      await asOwner('drop trigger break_off on meetings.item')
      await asOwner('drop function meetings.break_off')
    }
    expect(await meetings()).toEqual([])
    expect(await count('meetings.item')).toBe(0)
    expect((await press(await open(at), 'Opret de 10 møder')).status).toBe(303)
    expect(await meetings()).toHaveLength(10)
  })

  test('does not create what the reader has not seen', async () => {
    const at = await begin()
    const page = await open(at)
    await send(`${at}/raekker/r1/udelad`, { version: '1' })
    expect((await press(page, 'Opret de 10 møder')).status).toBe(409)
    expect(await meetings()).toEqual([])
  })

  test('is undone as far as nobody has touched them', async () => {
    const at = await begin()
    await create(at)
    const made = await meetings()
    await asOwner(`update meetings.meeting set state = 'summoned', version = 2 where id = $1`, [made[0]?.['id']])
    await anItem({
      forumId: String(made[1]?.['forum_id']),
      meetingId: String(made[1]?.['id']),
      title: 'Nyt punkt',
      position: 99,
    })
    const undone = await press(await open(at), 'Fortryd')
    const page = await open(undone.to)
    expect(page.alert()).toContain('8 møder er fjernet. 2 er rettet siden og står endnu.')
    // Nobody was ever told of them: no trace of them stands anywhere, and none of their items in the backlog.
    expect(await meetings()).toHaveLength(2)
    expect(await count('meetings.item where meeting_id is null')).toBe(0)
    expect(await count('fora.meeting_day')).toBe(2)
    expect(page.text()).toContain('8 møder i planen')
    expect((await press(page, 'Opret de 8 møder')).status).toBe(303)
    expect(await meetings(`state = 'draft'`)).toHaveLength(9)
    expect(await count('fora.meeting_day')).toBe(10)
  })

  test('of two hundred meetings takes few statements', async () => {
    const categoryId = await aCategory(2, 'Flere')
    for (let index = 0; index < 20; index += 1)
      await aForum({ categoryId, name: `Forum ${String(index)}`, cadence: '10' })
    const at = await begin()
    const page = await open(at)
    const button = page.buttons().find((one) => one.startsWith('Opret de ')) ?? ''
    const statements = await countStatements(database, () => press(page, button))
    expect((await meetings()).length).toBeGreaterThan(200)
    expect(statements).toBeLessThan(25)
  })

  test('is for the secretariat; a plan can be discarded', async () => {
    const at = await begin()
    expect((await open(at, 'auditor')).status).toBe(403)
    expect((await send(`${at}/opret`, { version: '1' }, 'auditor')).status).toBe(403)
    expect((await press(await open(at), 'Kassér planen')).to).toBe('/aarshjul/planlaeg')
    expect((await open(at)).status).toBe(404)
  })
})
