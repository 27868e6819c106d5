import { beforeAll, expect } from 'vitest'
import { daysFromNow } from './day.ts'
import { journey, programSettings, type User } from './journey.ts'
import { seededFolder } from './seeded.ts'

const meetings = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${String(number)}`)

/** Three summoned meetings of a lokalråd, in whose chair and members the accounts of the demonstration sit. */
const seed = `
  insert into fora.seat (district, forum_id, person_id, role, valid_from, recorded_from)
    select p.district, f.id, p.id, 'member', '2020-01-01', '2020-01-01' from people.person p
    join fora.forum f on f.district = p.district and f.name like 'Lokalrådet%Holbæk%'
    where p.district = 'mvsj' and p.name = 'Mads Testrup' limit 1;
  with held as (
    insert into meetings.meeting (id, district, forum_id, municipality_code, kind, on_day, starts, ends, place, state, created_by)
      select given.id::uuid, f.district, f.id, f.municipality_code, 'ordinary', '${daysFromNow(0)}', '10:00', '12:00', 'Holbæk Rådhus', 'summoned', 'test'
      from fora.forum f, (values ${meetings.map((id) => `('${id}')`).join(', ')}) as given (id) where f.district = 'mvsj' and f.name like 'Lokalrådet%Holbæk%' returning district, forum_id, id)
  insert into meetings.item (district, forum_id, meeting_id, position, title, kind, minutes, openness)
    select held.district, held.forum_id, held.id, item.position, item.title, 'decision', 15, 'open' from held,
      (values (1, 'Tryghed i nattelivet'), (2, 'Skolevejen ved Bakkeskolen'), (3, 'Eventuelt')) as item (position, title);`

beforeAll(async () => {
  programSettings({ DATA_DIR: await seededFolder(seed) })
})

const decision = ({ page }: User) => page.getByLabel('Beslutning eller konklusion')
const outcomeForm = ({ page }: User) => page.getByRole('form', { name: 'Udfald', exact: true })
/** Presses a button whose page then takes a word out of its address, waits for that and checks the page. */
const pressed = async (user: User, name: string | RegExp) => {
  const button = user.page.getByRole('button', { name, exact: true })
  await Promise.all([user.page.waitForEvent('load'), button.click()])
  await user.page.waitForURL((url) => !url.searchParams.has('gemt'))
  await user.check()
}
const opened = ({ page }: User, name: string) => page.locator('summary', { hasText: name }).click()
const stored = async (user: User) => {
  await outcomeForm(user)
    .getByText(/^Gemt kl\./)
    .waitFor()
}

journey(
  'a meeting is held by two note-takers and followed by a member, through a lost connection',
  async (secretary) => {
    const address = `/mvsj/moeder/${meetings[0] ?? ''}`
    const [chair, member] = [await secretary.another(), await secretary.another()]
    await secretary.signIn('sekretariat')
    await secretary.goto(address)
    await secretary.follow('Afhold mødet')
    await secretary.press('Start mødet')
    await secretary.page.getByRole('heading', { name: '1. Tryghed i nattelivet' }).waitFor()

    await member.signIn('medlem')
    await member.goto(address)
    await member.page.getByText('Punkt 1. Tryghed i nattelivet').waitFor()
    await chair.signIn('formand')
    await chair.goto(`${address}/afhold`)
    await secretary.press('Næste punkt')
    await member.page.getByText('Punkt 2. Skolevejen ved Bakkeskolen').waitFor()
    await member.check()
    await chair.page.getByText('Mødet er nu ved punkt 2').waitFor()
    await chair.follow('Gå til punktet')
    await chair.page.getByRole('heading', { name: '2. Skolevejen ved Bakkeskolen' }).waitFor()

    await secretary.page.getByRole('button', { name: 'Indstillingen blev tiltrådt.' }).click()
    await stored(secretary)
    expect(await secretary.page.getByLabel('Besluttet').isChecked()).toBe(true)
    await secretary.check()

    const { page } = secretary
    const unsent = 'Ikke gemt – forbindelsen er væk, teksten er i browseren'
    // What cannot be sent outlives the page it was written on.
    await page.route('**/udfald', (route) => route.abort())
    await decision(secretary).fill('Kommunen sætter skilte op ved skolen.')
    await outcomeForm(secretary).getByText(unsent).waitFor()
    await secretary.onward(() => page.reload())
    await expect
      .poll(() => decision(secretary).inputValue(), { timeout: 120_000 })
      .toBe('Kommunen sætter skilte op ved skolen.')
    await page.unroute('**/udfald')
    await stored(secretary)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await secretary.onward(() => page.reload())
    expect(await decision(secretary).inputValue()).toBe('Kommunen sætter skilte op ved skolen.')

    // Five minutes without a connection, by the clock of the page: stored by itself once it is back. Last, because a page that is
    // loaded anew would live through them once more.
    const context = page.context()
    await page.clock.install()
    await context.setOffline(true)
    await decision(secretary).fill('Kommunen sætter skilte op ved skolen og ved hallen.')
    await page.clock.runFor(5 * 60_000)
    await outcomeForm(secretary).getByText(unsent).waitFor()
    await context.setOffline(false)
    await stored(secretary)

    // Both write in the same text: the second sees both and chooses.
    await chair.onward(() => chair.page.reload())
    await decision(secretary).fill('Skiltene sættes op i maj.')
    await stored(secretary)
    await decision(chair).fill('Skiltene sættes op i juni.')
    await outcomeForm(chair)
      .getByText(/en anden har gemt en ændring/)
      .waitFor()
    await chair.press('Se begge tekster, og vælg')
    const both = await chair.page.textContent('main')
    expect(both).toContain('juni')
    expect(both).toContain('maj')
    await pressed(chair, 'Gem')
    expect(await decision(chair).inputValue()).toBe('Skiltene sættes op i juni.')
    await chair.onward(() => chair.page.reload())
    expect(
      await outcomeForm(chair)
        .getByText(/en anden har gemt/)
        .count(),
    ).toBe(0)
    expect(await chair.page.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(await decision(secretary).inputValue()).toBe('Skiltene sættes op i maj.')

    // What is not sent when somebody signs out is forgotten.
    await member.page.evaluate(() => localStorage.setItem('samvirk-unsent:nogen:moede:udfald', '{}'))
    await member.press('Log ud')
    expect(await member.page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await member.signIn('medlem')
    await member.goto(address)

    await opened(chair, 'Hvad siger kommunerne?')
    await pressed(chair, 'Alle tilslutter sig')
    await chair.page.getByLabel('Hvad skal gøres?').fill('Bestil skiltene')
    await chair.page.getByLabel('Ansvarlig').fill('Ingen bestemt')
    await chair.page.getByLabel('Dag', { exact: true }).fill('1')
    await chair.page.getByLabel('Måned', { exact: true }).fill('6')
    await chair.page.getByLabel('År', { exact: true }).fill('2099')
    await chair.press('Tilføj opfølgningspunkt')
    expect(await chair.page.title()).toMatch(/^Fejl: /)
    await chair.page.getByLabel('Ansvarlig').fill('Mads Testrup')
    await pressed(chair, 'Tilføj opfølgningspunkt')
    await chair.page.getByRole('row', { name: /Bestil skiltene.*Mads Testrup/ }).waitFor()

    await chair.press('Slut mødet')
    await member.page.getByText('Mødet er slut').waitFor()
    await chair.page.getByRole('heading', { name: 'Fremmøde' }).waitFor()
  },
  { expectedFaults: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 409|status of 422/ },
)

journey(
  'a meeting is held without script on a narrow screen',
  async (user) => {
    const { page, goto, press, follow } = user
    await user.signIn('formand')
    await goto(`/mvsj/moeder/${meetings[1] ?? ''}`)
    await follow('Afhold mødet')
    await press('Start mødet')
    await page.getByLabel('Standardformulering').selectOption({ label: 'Drøftet: Punktet blev drøftet.' })
    await press('Gem udfald')
    expect(await decision(user).inputValue()).toBe('Punktet blev drøftet.')
    expect(await page.getByLabel('Drøftet', { exact: true }).isChecked()).toBe(true)
    await page
      .getByLabel(/^Fremmøde, /)
      .first()
      .selectOption('Til stede')
    await press('Gem fremmøde')
    await opened(user, 'Afstemning')
    await page
      .getByLabel(/^Stemme, /)
      .first()
      .selectOption('For')
    await press('Gem stemmer')
    await page.getByText('1 for, 0 imod').waitFor()
    await press('Næste punkt')
    await press(/^Udsæt punktet/)
    await press('Slut mødet')
    await page.getByText('Udsat.').waitFor()
    await goto(`/mvsj/moeder/${meetings[1] ?? ''}/afhold`)
    await page.getByText('Mødet er slut').waitFor()
  },
  { script: false, width: 360, dark: true },
)

journey(
  'the program stops at once, whoever follows a meeting',
  async (user) => {
    await user.signIn('formand')
    await user.goto(`/mvsj/moeder/${meetings[2] ?? ''}/afhold`)
    await user.press('Start mødet')
    // The page it is run from follows it too.
    const follower = await user.another()
    await follower.signIn('medlem')
    await follower.goto(`/mvsj/moeder/${meetings[2] ?? ''}`)
    await follower.page.getByText('Punkt 1. Tryghed i nattelivet').waitFor()
    expect(await user.program.stop()).toBe(0)
    // The streams end by themselves; what stands open for three seconds would be cut off.
    expect(user.program.output()).not.toContain('cut off')
  },
  { expectedFaults: /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/ },
)
