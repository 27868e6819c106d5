import { expect } from 'vitest'
import { fillDay } from './day.ts'
import { journey } from './journey.ts'

const forum = 'Banderåd'
const venue = 'Lokalet ved havnen'

journey(
  'the secretariat plans next year for all fora, adjusts it, creates it in one step and takes it back',
  async (user) => {
    const { page, signIn, goto, follow, press, onward } = user
    const rowOf = (name: string) => page.getByRole('main').getByRole('row', { name: new RegExp(name) })
    await signIn('sekretariat')
    await goto('/mvsj/aarshjul')
    await follow('Planlæg et år')
    const year = await page.getByLabel('År', { exact: true }).inputValue()
    const plan = new URL(page.url()).pathname
    await onward(() => page.getByRole('link', { name: 'Se og ret fridage' }).last().click())
    await page.getByText('Sommerferie').first().waitFor()
    await goto(plan)
    await press('Foreslå møderne')
    expect(await page.textContent('h1')).toBe(`Møder i ${year}`)
    await page.getByRole('heading', { name: 'Ikke foreslået' }).waitFor()
    const create = page.getByRole('button', { name: /^Opret de \d+ møder$/ })
    const proposed = Number((await create.textContent())?.match(/\d+/)?.[0])
    expect(proposed).toBeGreaterThan(30)
    const draft = new URL(page.url()).pathname

    // A row on a holiday says so; it is moved, and another is left out.
    const adjust = () => page.getByRole('link', { name: new RegExp(`^Ret: ${forum} `) }).first()
    await onward(() => adjust().click())
    await fillDay(page, `${year}-06-05`)
    await press('Gem')
    expect(await rowOf(`5\\. jun\\. ${year}.*${forum}`).textContent()).toContain('Grundlovsdag')
    await onward(() => page.getByRole('link', { name: `Ret: ${forum} 5. juni ${year}` }).click())
    await fillDay(page, `${year}-11-10`)
    await page.getByLabel('Sted').fill(venue)
    await press('Gem')
    await rowOf(`10\\. nov\\. ${year}.*${forum}.*${venue}`).waitFor()
    const leftOut = page.getByRole('button', { name: /^Udelad/ }).first()
    await onward(() => leftOut.click())
    await onward(() => create.click())
    await page.getByText(`${String(proposed - 1)} møder er oprettet`).waitFor()

    await follow('Se årshjulet')
    expect(await page.textContent('h1')).toBe(`Årshjul ${year}`)
    await page.getByText(/^November \(/).click()
    const held = page.getByRole('row', { name: new RegExp(`10\\. november.*${forum}|10\\. nov\\..*${forum}`) })
    await held.waitFor()
    await follow('Måned')
    await goto(`/mvsj/kalender?maaned=${year}-11`)
    await page.getByRole('link', { name: forum }).first().waitFor()
    await follow('Liste')
    await rowOf(`10\\. nov.*${forum}.*${venue}`).waitFor()

    await goto('/mvsj/fora')
    await follow(forum)
    await follow('Møder, dagsordener og referater')
    await follow(year)
    const link = page.getByRole('link', { name: `${forum} 10. nov. ${year}` })
    await onward(() => link.click())
    await page.getByText(venue).first().waitFor()
    await page.getByRole('heading', { name: /Eventuelt/ }).waitFor()
    const meeting = new URL(page.url()).pathname

    await goto(draft)
    await press('Fortryd')
    await page.getByText(/møder er fjernet\. Planen er åben igen/).waitFor()
    expect(Number((await create.textContent())?.match(/\d+/)?.[0])).toBe(proposed - 1)
    await goto(meeting)
    await page.getByRole('heading', { name: 'Siden findes ikke' }).waitFor()
    await goto(`/mvsj/kalender?visning=liste&aar=${year}`)
    expect(await rowOf(`${forum}.*${venue}`).count()).toBe(0)
  },
)
