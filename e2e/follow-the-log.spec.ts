import { expect } from 'vitest'
import { journey, programSettings } from './journey.ts'

programSettings({ SAMVIRK_NOW: '2026-12-31T12:00' })

journey(
  'a newcomer’s first day: annex in, mayor changed, interface mended, annex out, and all of it in the log',
  async ({ page, signIn, goto, follow, press, onward, another }) => {
    await signIn('sekretariat')
    await goto('/ns/import')
    await page.getByLabel('Bilaget som fil').setInputFiles('test/fixtures/annex-opdigt.txt')
    await press('Læs bilaget')
    await press(/^Godkend alle \d sikre$/)
    await follow('Cyklistmøder')
    await press('Sæt til side')

    await goto('/mvsj/embeder?q=Borgmester+i+Greve')
    await follow('Borgmester i Greve')
    await follow('Skift på embedet')
    await page.getByLabel('Navn', { exact: true }).fill('Nytårs Prøve')
    await page.getByLabel('Arbejdsmail').fill('nyt@greve.example')
    await page.getByLabel('Dag', { exact: true }).fill('1')
    await page.getByLabel('Måned', { exact: true }).fill('1')
    await page.getByLabel('År', { exact: true }).fill('2027')
    await press('Fortsæt')
    await press('Gem skiftet')
    await page
      .getByText(/Nytårs Prøve overtager/)
      .first()
      .waitFor()

    await goto('/mvsj/fora/ensidige-snitflader?art=oneSided')
    await onward(() =>
      page
        .getByRole('button', { name: /^Tilføj den anden side/ })
        .first()
        .click(),
    )

    const pdf = await page.request.get(new URL('/mvsj/fora/bilag.pdf?aar=2026', page.url()).href)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

    const admin = await another()
    await admin.signIn('admin')
    const logOf = async (district: string): Promise<string> => {
      await admin.goto(`/${district}/log?login=ja`)
      return (await admin.page.getByRole('row').allTextContents()).join('\n')
    }
    const there = await logOf('ns')
    for (const action of ['Bilag læst til gennemgang', 'Læst ind fra bilag 1', 'Forum i bilag sat til side'])
      expect(there).toMatch(new RegExp(`Ane Eksempel.*${action}`))
    const here = await logOf('mvsj')
    for (const action of ['Embede har skiftet hænder', 'Den anden side af en snitflade tilføjet', 'Bilag hentet'])
      expect(here).toMatch(new RegExp(`Ane Eksempel.*${action}`))
    expect(here).toContain('Nytårs Prøve')

    await admin.page.locator('main').getByRole('searchbox').fill('Nytårs')
    await admin.page.waitForURL(/q=Nyt/)
    await admin.check()
    expect(await admin.page.getByRole('row', { name: /Bilag hentet/ }).count()).toBe(0)
    await admin.page
      .getByRole('row', { name: /Nytårs Prøve/ })
      .first()
      .waitFor()
    await goto('/mvsj/log')
    expect(await page.textContent('h1')).toBe('Du har ikke adgang til denne side')
    await admin.goto('/mvsj/log')
    await admin.page
      .getByRole('row', { name: /Ane Eksempel.*Adgang nægtet/ })
      .first()
      .waitFor()
  },
)
