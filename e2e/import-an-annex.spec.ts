import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { journey, type User } from './journey.ts'

const fixture = 'test/fixtures/annex-opdigt.txt'
const realAnnex = '../shared/seeds/000_cc37d37f0cc49b49.txt'

/** The words that only a person can put right, and what they should be. */
const corrections: Readonly<Record<string, string>> = {
  'Møder om løse hunde JOKUM': 'Møder om løse hunde',
  'Det lokale færdselsskkerhedsudvalg': 'Det lokale færdselssikkerhedsudvalg',
  'Bevillingsnævne JESPER': 'Bevillingsnævn',
  'Møder i de lokale trafikikkerhedsudvalg': 'Møder i de lokale trafiksikkerhedsudvalg',
}

/** Looks at each forum that is left, corrects its name, and takes what every municipality has as one for each. */
async function resolveRest({ page, press, follow }: User): Promise<number> {
  let resolved = 0
  await follow('Gennemgå et ad gangen')
  while (new URL(page.url()).searchParams.has('forum')) {
    const name = page.getByLabel('Navn', { exact: true })
    const corrected = corrections[await name.inputValue()]
    if (corrected !== undefined) await name.fill(corrected)
    const each = page.getByLabel(/^Ét forum for hver af de/)
    if ((await each.count()) > 0) await each.check()
    await press('Godkend og gå til næste')
    expect(await page.getByRole('alert').count(), await page.title()).toBe(0)
    resolved++
  }
  return resolved
}

async function upload({ page, press }: User, file: string): Promise<void> {
  await page.getByLabel('Bilaget som fil').setInputFiles(file)
  await press('Læs bilaget')
}

/** The names in the table of an import. */
const namesIn = (page: User['page']): Promise<string[]> => page.locator('main tbody th a').allTextContents()

journey('an annex goes into an empty district, and one acceptance is undone', async (user) => {
  const { page, signIn, goto, follow, press, onward } = user
  await signIn('sekretariat')
  await goto('/ns/fora')
  await page.getByText('Ingen fora endnu').waitFor()
  await follow('Importér bilag 1')
  await press('Læs bilaget')
  expect(await page.getByRole('alert').textContent()).toMatch(/Vælg den fil, der skal læses/)
  await upload(user, fixture)
  expect(await namesIn(page)).toHaveLength(10)
  const overview = new URL(page.url()).pathname
  await goto('/ns/fora')
  await page.getByText('Ingen fora endnu').waitFor()

  await goto(overview)
  await press(/^Godkend alle \d sikre$/)
  await page.getByText(/^\d fora er godkendt$/).waitFor()
  await follow('Møder om løse hunde JOKUM')
  await page.locator('mark', { hasText: 'JOKUM' }).waitFor()
  await page.getByLabel('Navn', { exact: true }).fill('')
  await press('Godkend og gå til næste')
  expect(await page.title()).toMatch(/^Fejl: /)
  await goto(overview)
  expect(await resolveRest(user)).toBeGreaterThan(2)
  await page.getByText('Alle fora i bilaget er behandlet').waitFor()
  await follow('Se registret')
  for (const name of ['Stormflodsudvalget', 'Møder om løse hunde', 'Det lokale færdselssikkerhedsudvalg']) {
    await goto(`/ns/fora?q=${encodeURIComponent(name)}`)
    await page.getByRole('link', { name, exact: true }).waitFor()
  }
  await goto('/ns/fora?q=Lokalr%C3%A5d')
  expect(await page.getByRole('link', { name: /^Lokalråd/ }).count()).toBeGreaterThan(4)

  await goto(overview)
  await onward(() => page.getByRole('button', { name: /^Fortryd ?: Stormflodsudvalget/ }).click())
  await page.getByText('Godkendelsen er fortrudt').waitFor()
  await goto('/ns/fora/stormflodsudvalget')
  expect(await page.textContent('h1')).toBe('Siden findes ikke')
  await goto(overview)
  expect(await resolveRest(user)).toBe(1)
  await goto('/ns/fora/stormflodsudvalget')
  expect(await page.textContent('h1')).toBe('Stormflodsudvalget')
})

journey(
  'the same annex next year, on a phone in the dark, is compared with the register, and nothing comes twice',
  async (user) => {
    const { page, signIn, goto, follow } = user
    await signIn('sekretariat')
    await goto('/ns/import')
    await upload(user, fixture)
    const rows = page.locator('main tbody tr')
    expect(await rows.count()).toBe(10)
    for (const text of await rows.allTextContents()) expect(text).not.toMatch(/Nyt/)
    await page.getByText('Uændret').first().waitFor()
    expect(await page.getByText('Står ikke i bilaget').count()).toBe(0)
    await follow('Kredsrådet')
    await page.getByText('Registret siger allerede det samme.').waitFor()
  },
  { width: 320, dark: true },
)

journey('a file that is no annex is refused in words and leaves nothing behind', async (user) => {
  const { page, signIn, goto } = user
  await signIn('sekretariat')
  await goto('/ns/import')
  const before = await page.getByRole('link', { name: /^(Se|Fortsæt gennemgangen): / }).count()
  for (const [name, content] of [
    ['tom.txt', ''],
    ['billede.pdf', 'dette er ikke en PDF'],
    ['indkøb.txt', 'mælk\nbrød\nsmør\n'],
  ] as const) {
    await page
      .getByLabel('Bilaget som fil')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
    await user.press('Læs bilaget')
    expect(await page.title(), name).toMatch(/^Fejl: /)
  }
  await goto('/ns/import')
  expect(await page.getByRole('link', { name: /^(Se|Fortsæt gennemgangen): / }).count()).toBe(before)
})

if (existsSync(realAnnex))
  journey('a real annex of 37 fora becomes a register, and is printed as it was', async (user) => {
    const { page, signIn, goto, press, follow } = user
    // The other journeys of this file have filled the empty district.
    await signIn('admin')
    await goto('/ns/fora')
    await follow('Importér bilag 1')
    await upload(user, realAnnex)
    expect(await namesIn(page)).toHaveLength(37)
    await press(/^Godkend alle \d+ sikre$/)
    expect(await resolveRest(user)).toBeGreaterThanOrEqual(6)
    await page.getByText('Alle fora i bilaget er behandlet').waitFor()
    await follow('Se det nye bilag')
    const headings = await page.locator('main h2, main h3').allTextContents()
    expect(headings.join('\n')).toMatch(/Pressen/)
    for (const name of ['Epidemikommissionen', 'Bevillingsnævn', 'Møder med pressen'])
      expect(
        headings.some((heading) => heading.includes(name)),
        name,
      ).toBe(true)
  })
