import { expect } from 'vitest'
import { journey } from './journey.ts'

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
