import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner } from '../../../test/db.ts'
import { countStatements } from '../../../test/queries.ts'
import { aHeldMeeting, secrets } from './minutes.fixture.ts'

let world: Awaited<ReturnType<typeof aHeldMeeting>>
const lacks = (html: string, words: readonly string[]) => {
  for (const word of words) expect(html).not.toContain(word)
}

beforeEach(async () => {
  world = await aHeldMeeting()
})

describe('who reads the minutes', () => {
  test('those in charge see a draft once the meeting is held, members a kind page, the public nothing', async () => {
    const draft = await world.open('skriver')
    expect(draft.status).toBe(200)
    expect(draft.text()).toContain('HEMMELIGBESLUTNING')
    expect(draft.text()).toContain('Udkast')
    const member = await world.open('koege')
    expect(member.status).toBe(200)
    expect(member.text()).toContain('Referatet er ikke sendt ud endnu')
    lacks(member.html, [...secrets, 'Der sættes lys op'])
    expect((await world.open(null)).status).toBe(404)
    expect((await world.open('partner')).status).toBe(404)
    for (const format of ['pdf', 'docx']) expect((await world.open('koege', `.${format}`)).status).toBe(404)
  })

  test('a meeting that is open to the public says that its minutes are not published', async () => {
    await world.setState(`openness = 'public'`)
    const visitor = await world.open(null)
    expect(visitor.status).toBe(200)
    expect(visitor.text()).toContain('Referatet er ikke offentliggjort')
    lacks(visitor.html, [...secrets, 'Der sættes lys op'])
  })

  test('a meeting that is not held yet has no minutes', async () => {
    await world.setState(`state = 'summoned', held_at = null`)
    expect((await world.open('skriver')).text()).toContain('Mødet er ikke holdt endnu')
  })

  test('members read all of it when it has gone round, with attendance, votes, statements and action points', async () => {
    await world.circulate()
    const page = await world.open('koege')
    expect(page.headings()).toEqual(
      expect.arrayContaining(['Fremmøde', 'Punkter', 'Opfølgningspunkter', 'Godkendelse af referat', 'Bemærkninger']),
    )
    expect(page.table('Hvem der deltog i mødet').rows).toContainEqual([
      'Vikaren Prøve',
      'Stedfortræder for Borgmesteren i Køge',
      'Til stede',
    ])
    expect(page.table('Opfølgningspunkter fra mødet').rows).toContainEqual([
      'Spørg naboerne',
      'Punkt 1',
      'koege Prøve',
      '1. maj 2026',
    ])
    expect(page.text()).toContain('For: 1 (koege Prøve). Imod: 1 (greve Prøve). Undlod at stemme: 0.')
    expect(page.text()).toContain('Gerne i år.')
  })

  test('decision minutes leave out what was said; fuller ones tell it', async () => {
    await world.circulate()
    expect((await world.open('koege')).text()).not.toContain('Alle fandt stien mørk.')
    const full = await world.open('koege', '?form=full')
    for (const words of ['Stien er mørk.', 'At der sættes lys op.', 'Alle fandt stien mørk.'])
      expect(full.text()).toContain(words)
    expect((await world.open('koege', '?form=sludder')).status).toBe(200)
    await asOwner(
      `insert into meetings.standing_orders (district, forum_id, kind, numbering, notice_days, proposal_days, approval_days, silent_approval, minutes_style, usual_start, usual_minutes, opening_majority, opening_chair)
       values ('mvsj', $1, 'standing', 'year', 10, 21, 14, false, 'full', '10:00', 120, true, true)`,
      [world.forumId],
    )
    expect((await world.open('koege')).text()).toContain('Alle fandt stien mørk.')
  })

  test('one who is kept out of an item finds no trace of it', async () => {
    await world.circulate()
    const page = await world.open('greve', '?form=full')
    lacks(page.html, ['GREVESSAG', 'GREVESBESLUTNING', world.items.kept])
    expect(page.text()).not.toContain('3. Lukket punkt')
    expect(page.text()).toContain('HEMMELIGBESLUTNING')
  })

  test('the page asks the database the same few times however many items there are', async () => {
    await world.circulate()
    const before = await countStatements(world.database, () => world.open('koege'))
    await world.setState(`state = 'held'`)
    for (let position = 4; position < 24; position += 1)
      await asOwner(
        `insert into meetings.item (district, forum_id, meeting_id, position, title, kind) values ('mvsj', $1, $2, $3, 'Punkt', 'status')`,
        [world.forumId, world.meetingId, position],
      )
    await world.circulate()
    expect(await countStatements(world.database, () => world.open('koege'))).toBe(before)
  })
})

describe('published minutes', () => {
  const publish = (to: 'partners' | 'public') =>
    world.setState(
      `state = 'published', approved_at = '2026-03-11', published_at = '2026-03-12', published_to = '${to}'`,
    )

  test('show the public the open part, closed items by number and ground, and no names', async () => {
    await world.circulate()
    await publish('public')
    const page = await world.open(null, '?form=full')
    expect(page.status).toBe(200)
    expect(page.text()).toContain('Der sættes lys op inden oktober.')
    expect(page.text()).toContain('2. Lukket punkt')
    expect(page.text()).toContain('Grund: Økonomi og forhandling.')
    lacks(page.html, [...secrets, 'GREVESSAG', 'GREVESBESLUTNING', 'Prøve', world.items.closed])
    expect(page.table('Opfølgningspunkter fra mødet').rows).toEqual([
      ['Indhent tilbud', 'Punkt 1', 'Borgmesteren i Køge', '1. maj 2026'],
      ['Spørg naboerne', 'Punkt 1', 'En person i forummet', '1. maj 2026'],
    ])
    expect(page.headings()).not.toContain('Godkendelse af referat')
    expect(page.buttons().join()).not.toContain('Godkend')
    expect((await world.open('partner')).text()).toContain('chef Prøve')
  })

  test('for partners are not for the public, also where the meeting itself was open', async () => {
    await world.setState(`openness = 'public'`)
    await world.circulate()
    await publish('partners')
    const visitor = await world.open(null)
    expect(visitor.text()).toContain('Referatet er ikke offentliggjort')
    lacks(visitor.html, ['Der sættes lys op inden oktober.'])
    expect((await world.open(null, '.pdf')).status).toBe(404)
    expect((await world.open('partner')).text()).toContain('Der sættes lys op inden oktober.')
  })

  test('follow the forum when it is closed', async () => {
    await world.circulate()
    await publish('public')
    await asOwner(`update fora.forum set openness = 'closed'`)
    expect((await world.open(null)).status).toBe(404)
    expect((await world.open('partner')).status).toBe(404)
  })

  test('an item that is closed afterwards is gone from them', async () => {
    await world.circulate()
    await publish('public')
    await asOwner(`update meetings.item set openness = 'closed' where id = $1`, [world.items.open])
    const page = await world.open(null)
    lacks(page.html, ['Lys på stien', 'Der sættes lys op', 'Indhent tilbud'])
    expect(page.text()).toContain('1. Lukket punkt')
  })
})
