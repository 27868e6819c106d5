import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner, identity } from '../../../test/db.ts'
import { transact } from '../../db/tx.ts'
import { aHeldMeeting, secrets } from './minutes.fixture.ts'

let world: Awaited<ReturnType<typeof aHeldMeeting>>

beforeEach(async () => {
  world = await aHeldMeeting()
})

describe('approved minutes', () => {
  beforeEach(async () => {
    await world.circulate()
    await world.send('koege', '/bemaerkning', { punkt: '', ord: 'Fint.' })
    await world.press('koege', '', 'Godkend referatet')
    await world.setState(`state = 'approved', approved_at = '2026-03-12', approved_how = 'hand'`)
  })

  test('take no approval, comment or return any more', async () => {
    for (const path of ['/godkend', '/bemaerkning'])
      expect((await world.send('greve', path, { punkt: '', ord: 'x', laest: '' })).status).toBeGreaterThanOrEqual(400)
    for (const path of ['/send-ud', '/traek-tilbage', '/afslut'])
      expect((await world.send('skriver', path, { grund: 'x', version: '3' })).status).toBeGreaterThanOrEqual(400)
    expect(await world.stateNow()).toMatchObject({ state: 'approved' })
  })

  test('are locked for the program itself', async () => {
    const statements = [
      `update meetings.outcome set decision = 'Forfalsket'`,
      `update meetings.outcome set discussion = 'Forfalsket'`,
      `delete from meetings.outcome`,
      `update meetings.item set title = 'Forfalsket'`,
      `delete from meetings.item`,
      `update meetings.attendance set status = 'absent'`,
      `delete from meetings.attendance`,
      `update meetings.statement set stand = 'disagrees'`,
      `update meetings.vote set vote = 'against'`,
      `delete from meetings.vote`,
      `update meetings.action_point set title = 'Forfalsket'`,
      `update meetings.action_point set agreed_due_on = '2030-01-01'`,
      `delete from meetings.action_point`,
      `delete from meetings.approval`,
      `delete from meetings.minutes_comment`,
      `update meetings.minutes_comment set words = 'Forfalsket'`,
      `update meetings.meeting set state = 'held'`,
      `update meetings.meeting set on_day = '2026-01-01'`,
      `update meetings.meeting set title = 'Forfalsket'`,
      `update meetings.meeting set approved_how = 'all'`,
      `delete from meetings.meeting`,
    ]
    const client = await world.database.pool.connect()
    try {
      expect((await client.query<{ role: string }>('select current_user as role')).rows[0]?.role).toBe('samvirk_app')
      for (const statement of statements) {
        await client.query('begin')
        await client.query(`select set_config('samvirk.actor', $1, true)`, [JSON.stringify(identity())])
        await expect(client.query(statement), statement).rejects.toThrow('locked')
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
  })

  test('keep the action points as they were agreed, whatever becomes of them', async () => {
    await asOwner(
      `update meetings.action_point set due_on = '2027-01-01', owner_office_id = null, owner_person_id = $1 where title = 'Indhent tilbud'`,
      [world.people.greve.person],
    )
    expect((await world.open('koege')).table('Opfølgningspunkter fra mødet').rows).toContainEqual([
      'Indhent tilbud',
      'Punkt 1',
      'Borgmesteren i Køge',
      '1. maj 2026',
    ])
  })

  test('are corrected by numbered addenda, closed until opened, which nobody changes', async () => {
    const add = (fields: Record<string, string>) => world.press('skriver', '/rettelse', 'Tilføj rettelsen', fields)
    expect((await add({ ord: '' })).status).toBe(422)
    expect((await add({ ord: 'x', punkt: '00000000-0000-4000-8000-000000000000' })).status).toBe(422)
    expect((await add({ ord: 'LUKKETRETTELSE' })).status).toBe(303)
    expect((await add({ ord: 'Det var november.', punkt: world.items.open, aaben: 'ja' })).status).toBe(303)
    const page = await world.open('koege')
    expect(page.text()).toContain('Rettelse 1')
    expect(page.text()).toContain('Rettelse 2, til punkt 1')
    expect(page.text()).toContain('Der sættes lys op inden oktober.')
    await world.setState(`state = 'published', published_to = 'public', published_at = '2026-03-12'`)
    expect((await world.open(null)).text()).toContain('Det var november.')
    expect((await world.open(null)).html).not.toContain('LUKKETRETTELSE')
    await world.press('skriver', '', 'Åbn for alle læsere: Rettelse 1')
    expect((await world.open(null)).text()).toContain('LUKKETRETTELSE')
    await expect(asOwner(`update meetings.addendum set words = 'Forfalsket'`)).rejects.toThrow('locked')
    await expect(asOwner(`delete from meetings.addendum`)).rejects.toThrow('locked')
  })

  test('two corrections at once do not share a number, and the second is not lost', async () => {
    const { values } = (await world.open('skriver', '/rettelse')).form('Tilføj rettelsen')
    expect((await world.send('chef', '/rettelse', { ...values, ord: 'Første' })).status).toBe(303)
    const second = await world.send('skriver', '/rettelse', { ...values, ord: 'Anden' })
    expect(second.status).toBe(409)
    expect(second.byLabel('Rettelsen').value.trim()).toBe('Anden')
    expect(second.form('Tilføj rettelsen').values['nummer']).toBe('2')
  })

  test('are not corrected before they are locked, nor by others than those in charge', async () => {
    for (const account of ['koege', 'partner', null])
      expect((await world.send(account, '/rettelse', { ord: 'x', nummer: '1' })).status).toBe(403)
    await expect(
      transact(
        world.database.db,
        identity({ reach: 'member', writes: false, fora: [world.forumId] }),
        new Date(),
        (trx) =>
          trx
            .insertInto('meetings.addendum')
            .values({
              district: 'mvsj',
              forum_id: world.forumId,
              meeting_id: world.meetingId,
              number: 1,
              words: 'x',
              added_by: 'x',
            })
            .execute(),
      ),
    ).rejects.toThrow()
  })
})

describe('publishing', () => {
  beforeEach(async () => {
    await world.circulate()
    await world.setState(`state = 'approved', approved_at = '2026-03-12', approved_how = 'all'`)
  })

  test('shows beforehand exactly what the public will read', async () => {
    const preview = await world.open('skriver', '/offentliggoer?til=public')
    for (const word of [...secrets, 'GREVESSAG', 'Prøve']) expect(preview.text()).not.toContain(word)
    const done = await world.press('skriver', '/offentliggoer', 'Offentliggør', { til: 'public' })
    expect(done.status).toBe(303)
    const page = await world.open(null)
    expect(page.text()).toContain('Offentliggjort for alle')
    const part = (text: string) => text.slice(text.indexOf('Fremmøde'))
    expect(part(preview.text())).toBe(part(page.text()))
  })

  test('reaches no further than the forum', async () => {
    await asOwner(`update fora.forum set openness = 'partners'`)
    expect((await world.press('skriver', '/offentliggoer', 'Offentliggør', { til: 'public' })).status).toBe(422)
    await asOwner(`update fora.forum set openness = 'closed'`)
    expect((await world.open('skriver', '/offentliggoer')).text()).toContain('Forummet er lukket')
    expect((await world.send('skriver', '/offentliggoer', { til: 'partners', version: '1' })).status).toBe(422)
    expect(await world.stateNow()).toMatchObject({ state: 'approved' })
  })

  test('can be withdrawn with a reason, and the public finds nothing more', async () => {
    await world.press('skriver', '/offentliggoer', 'Offentliggør', { til: 'public' })
    expect(
      (await world.press('skriver', '/traek-offentliggoerelse', 'Træk offentliggørelsen tilbage', { grund: '' }))
        .status,
    ).toBe(422)
    const { values } = (await world.open('skriver', '/traek-offentliggoerelse')).form('Træk offentliggørelsen tilbage')
    const once = { ...values, grund: 'Et navn stod i punkt 1' }
    expect((await world.send('skriver', '/traek-offentliggoerelse', once)).status).toBe(303)
    expect((await world.send('skriver', '/traek-offentliggoerelse', once)).status).toBeGreaterThanOrEqual(400)
    expect((await world.open(null)).status).toBe(404)
    const page = await world.open('koege')
    expect(page.text()).toContain('Offentliggørelsen blev trukket tilbage 12. marts 2026')
    expect(page.text()).toContain('Et navn stod i punkt 1')
    expect(await world.stateNow()).toMatchObject({ state: 'approved', published_at: null, published_to: null })
    expect(await world.actions()).toEqual(['minutes.published', 'minutes.withdrawn'])
    expect((await world.press('skriver', '/offentliggoer', 'Offentliggør', { til: 'partners' })).status).toBe(303)
  })

  test('one in charge who is kept out of an item is told that the preview lacks it', async () => {
    await asOwner(
      `insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by) values ('mvsj', $1, $2, $3, 'x', 'x')`,
      [world.items.open, world.forumId, world.people.skriver.person],
    )
    const page = await world.open('skriver', '/offentliggoer')
    expect(page.text()).toContain('Du er inhabil i punkt 1')
    expect(page.html).not.toContain('Lys på stien')
  })

  test('is for those in charge', async () => {
    for (const account of ['koege', 'partner', null])
      expect((await world.send(account, '/offentliggoer', { til: 'public', version: '1' })).status).toBe(403)
  })
})

describe('the page of the meeting', () => {
  const open = async (account: string | null) => world.open(account, `/mvsj/moeder/${world.meetingId}`)

  test('leads to the minutes, and shows who is missing to those who take part', async () => {
    expect((await open('skriver')).links()).toContain('Send referatet ud')
    expect((await open('koege')).links()).not.toContain('Læs referatet')
    await world.circulate()
    const page = await open('koege')
    expect(page.links()).toContain('Læs referatet')
    expect(page.headings()).toContain('Godkendelse af referat')
    expect(page.text()).toContain('0 af 3')
    await world.press('koege', '', 'Godkend referatet')
    expect((await open('skriver')).text()).toContain('1 af 3')
    await world.setState(`state = 'published', published_at = '2026-03-12', published_to = 'public'`)
    const visitor = await open(null)
    expect(visitor.links()).toContain('Læs referatet')
    expect(visitor.headings()).not.toContain('Godkendelse af referat')
    for (const word of secrets) expect(visitor.html).not.toContain(word)
  })
})
