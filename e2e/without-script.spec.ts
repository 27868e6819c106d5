import { expect } from 'vitest'
import { daysFromNow } from './day.ts'
import { journey } from './journey.ts'
import { createMeeting } from './meeting.ts'

const withoutScript = { script: false }

journey(
  'the list is filtered and a forum created without script, and a refused form keeps its text',
  async ({ page, signIn, goto, follow, press }) => {
    await signIn('sekretariat')
    await goto('/mvsj/fora')
    await page.getByLabel('Niveau').selectOption('Strategisk')
    await page.getByLabel('Søg i navn, formål og deltagere').fill('beredskab')
    await press('Vis')
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ niveau: 'strategic', q: 'beredskab' })
    await page.getByRole('link', { name: 'Beredskabsstaben (strategisk niveau)' }).waitFor()
    expect(await page.getByRole('link', { name: 'Beredskabsstaben (operativt niveau)' }).count()).toBe(0)

    await follow('Opret forum')
    await page.getByLabel('Emne').fill('Trygge stier\nog <b>lys</b> & broer')
    await page.getByLabel('Antal møder').fill('kvartalsvis')
    await page.getByLabel('Formål og mål').fill('Borger 010190-0000')
    await press('Gem forum')
    expect(await page.title()).toMatch(/^Fejl: Opret forum/)
    expect(await page.getByRole('alert').textContent()).toMatch(/Skriv forummets navn/)
    expect(await page.getByLabel('Emne').inputValue()).toBe('Trygge stier\nog <b>lys</b> & broer')
    expect(await page.getByLabel('Antal møder').inputValue()).toBe('kvartalsvis')

    await page.getByLabel('Navn', { exact: true }).fill('Stigruppen i Testrup')
    await page.getByLabel('Formål og mål').fill('Lys på alle stier')
    await press('Gem forum')
    expect(await page.textContent('h1')).toBe('Stigruppen i Testrup')
    await page.getByText('og <b>lys</b> & broer').first().waitFor()
  },
  withoutScript,
)

journey(
  'two editors at once both keep their text, without script',
  async ({ page, signIn, goto, press, another }) => {
    const other = await another()
    await signIn('sekretariat')
    await other.signIn('admin')
    await goto('/mvsj/fora/banderaad/ret')
    await other.goto('/mvsj/fora/banderaad/ret')
    await other.page.getByLabel('Handleplaner').fill('Fra den anden')
    await other.press('Gem forum')
    await page.getByLabel('Handleplaner').fill('Fra mig')
    await press('Gem forum')
    expect(await page.getByRole('alert').textContent()).toMatch(/Alma Eksempel har gemt en ændring, mens du skrev/)
    await page.getByText('Fra den anden').first().waitFor()
    await page.getByLabel(/^Din tekst/).check()
    await press('Gem')
    expect(new URL(page.url()).pathname).toBe('/mvsj/fora/banderaad')
    await page.getByText('Fra mig').first().waitFor()
  },
  withoutScript,
)

journey(
  'a meeting is created, its agenda put in order, summoned and replied to without script',
  async (secretary) => {
    const { page, goto, follow, press, onward, signIn } = secretary
    const chair = await secretary.another()
    const titles = async () =>
      (await page.locator('main ol > li h3').allTextContents()).map((title) => title.replace(/^\d+\. /, '').trim())
    await signIn('sekretariat')
    const meeting = await createMeeting(secretary, 'lokalraadet-i-holbaek', {
      day: daysFromNow(60),
      starts: '09.00',
      ends: '11.00',
    })
    await follow('Ret dagsordenen')
    const [first = '', second = ''] = await titles()
    await onward(() => page.getByRole('button', { name: new RegExp(`^Flyt ned.*${first}`) }).click())
    expect((await titles()).slice(0, 2)).toEqual([second, first])
    await page.getByLabel('Nyt nummer til Eventuelt').fill('1')
    await onward(() => page.getByRole('button', { name: /^Flyt\b(?! (op|ned)).*Eventuelt$/ }).click())
    expect((await titles())[0]).toBe('Eventuelt')

    await goto(meeting)
    await follow('Send indkaldelsen ud')
    await press(/^Send ud til \d+$/)
    await chair.signIn('formand')
    await chair.goto(meeting)
    await chair.follow('Svar på indkaldelsen')
    await chair.page.getByLabel('Nej, afbud').check()
    await chair.press('Gem svaret')
    await goto(`${meeting}/svar`)
    expect(await page.getByRole('row', { name: /Cilla Prøve/ }).textContent()).toContain('Afbud')
  },
  withoutScript,
)

journey(
  'lists of meetings, decisions and tasks are filtered, and everything searched, without script',
  async ({ page, signIn, goto, press, onward }) => {
    await signIn('sekretariat')
    await goto('/mvsj/moeder')
    await page.getByLabel('Forum', { exact: true }).selectOption('Kredsrådet')
    await press('Vis')
    expect(await page.getByRole('main').locator('tbody').textContent()).not.toContain('Lokalrådet')
    await goto('/mvsj/beslutninger')
    await page.getByLabel('Søg i beslutninger og punkter').fill('overlapper')
    await press('Vis')
    await page.getByText('Afdækning af, hvad kommunerne allerede gør').first().waitFor()
    await goto('/mvsj/opgaver')
    await page.getByLabel('Søg i opgaver').fill('lys')
    await press('Vis')
    expect(new URL(page.url()).searchParams.get('q')).toBe('lys')
    await goto('/mvsj/soeg')
    await page.getByLabel('Søg efter').fill('fjortten tilbud')
    await onward(() => page.getByRole('main').getByRole('button', { name: 'Søg', exact: true }).click())
    await page.getByRole('main').getByText('fjorten', { exact: true }).first().waitFor()
  },
  withoutScript,
)
