import { PDFDocument } from '@cantoo/pdf-lib'
import { expect } from 'vitest'
import { daysFromNow, fillDay } from './day.ts'
import { journey } from './journey.ts'
import { createMeeting } from './meeting.ts'

const proposed = 'Knallertkørsel på havnepladsen'
const closed = 'Fordeling af vagter i juledagene'
const kept = 'Striden om kajpladserne'

/** A paper of one page, as a secretary would have it on the disk. */
async function aPaper() {
  const document = await PDFDocument.create()
  document.addPage().drawText('Kajplads 4 er ledig.', { x: 50, y: 700 })
  return {
    name: 'Oversigt over kajpladser.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await document.save()),
  }
}

journey(
  'a council meeting gets a member’s item, a closed one with a paper, and one that a member is kept out of',
  async (secretary) => {
    const { page, goto, follow, press, onward } = secretary
    const [mayor, visitor] = [await secretary.another(), await secretary.another()]
    const choose = (name: string) => onward(() => page.getByRole('link', { name }).first().click())
    await secretary.signIn('sekretariat')
    const meeting = await createMeeting(secretary, 'kredsraadet', {
      day: daysFromNow(20),
      proposeBy: daysFromNow(5),
      starts: '10.00',
      ends: '12.30',
    })
    const name = (await page.textContent('h1')) ?? ''
    const day = name.replace('Kredsrådet ', '')

    await mayor.signIn('borgmester')
    await mayor.goto('/mvsj/fora/kredsraadet/moeder')
    await mayor.follow('Foreslå et punkt')
    await mayor.press('Send forslaget')
    expect(await mayor.page.title()).toMatch(/^Fejl: /)
    await mayor.page.getByLabel('Hvad skal punktet hedde').fill(proposed)
    await mayor.page.getByLabel('Hvorfor skal det på').fill('Naboerne skriver til os hver uge.')
    await mayor.press('Send forslaget')
    await mayor.page.getByText('Dit forslag er sendt').waitFor()

    await follow('Ret dagsordenen')
    await follow(proposed)
    await page.getByText('Naboerne skriver til os hver uge.').waitFor()
    await page.getByLabel('Sæt det på en dagsorden').check()
    const meetings = page.getByLabel('Hvilket møde')
    const wanted = await meetings.locator('option', { hasText: day }).getAttribute('value')
    await meetings.selectOption(wanted)
    await press('Send svaret')
    await choose(proposed)
    await follow('Åbn eller luk punktet')
    await page.getByLabel('Åbent', { exact: true }).check()
    await press('Gem')

    for (const title of [closed, kept]) {
      await goto(meeting)
      await follow('Ret dagsordenen')
      await follow('Tilføj punkt')
      await page.getByLabel('Punktets navn').fill(title)
      await page.getByLabel('Minutter').fill('10')
      await press('Tilføj punktet')
      await choose(title)
      await follow('Åbn eller luk punktet')
      await page.getByLabel('Lukket', { exact: true }).check()
      await page.getByLabel('Grund til at lukke').selectOption('Politiets planlægning')
      await fillDay(page, daysFromNow(200))
      await press('Gem')
      await page.getByText('Grund: politiets planlægning').waitFor()
    }
    const item = new URL(page.url()).pathname

    // The paper of the closed item is opened for reading.
    await follow('Læg bilag ind og ret dem')
    await page.getByLabel('Filer').setInputFiles(await aPaper())
    await press('Læg filerne ind')
    await page.getByText('Bilaget er lagt ind').waitFor()
    await goto(item)
    await choose('Oversigt over kajpladser')
    const file = (await page.getByRole('link', { name: 'Åbn filen for sig' }).getAttribute('href')) ?? ''
    const stored = await page.request.get(new URL(file, page.url()).href)
    expect((await stored.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const paperPage = new URL(page.url()).pathname

    await goto(item)
    await follow('Notér inhabilitet')
    await page.getByLabel('Bent Opdigt').check()
    await page.getByLabel('Grund', { exact: true }).fill('Kommunen er part')
    await press('Tag adgangen fra dem')
    await page.getByRole('listitem').getByText('Bent Opdigt', { exact: true }).waitFor()

    await goto(meeting)
    await follow('Send indkaldelsen ud')
    await press(/^Send ud til \d+$/)
    await page.getByText('12 har ikke svaret').waitFor()

    // The mayor finds what is his to read, and nothing at all of the item he is kept out of.
    await mayor.goto('/mvsj/mit-arbejde')
    await mayor.goto('/mvsj/fora/kredsraadet/forslag')
    await mayor.page.getByText('Sat på dagsordenen').waitFor()
    const nothingOfIt = async (path: string) => {
      await mayor.goto(path)
      const shown = await mayor.page.content()
      for (const words of ['kajpl', 'Kajpl']) expect(shown, path).not.toContain(words)
    }
    await nothingOfIt(meeting)
    await mayor.page.getByRole('heading', { name: closed }).waitFor()
    await nothingOfIt(`${meeting}/bilag`)
    await nothingOfIt(item)
    await nothingOfIt(paperPage)
    await nothingOfIt('/mvsj/mit-arbejde')
    expect((await mayor.page.request.get(new URL(file, mayor.page.url()).href)).status()).toBe(404)
    await mayor.goto('/mvsj/soeg?q=kajpladserne')
    expect(await mayor.page.getByRole('main').getByText('Striden').count()).toBe(0)
    await nothingOfIt(meeting)
    await mayor.follow('Læs dagsorden og bilag')
    expect(await mayor.page.content()).not.toContain('kajpl')
    await mayor.page.getByRole('heading', { name: closed }).waitFor()
    await mayor.page.locator('summary', { hasText: `Min note: ${proposed}` }).click()
    const note = mayor.page.getByRole('form', { name: `Min note til: ${proposed}` })
    await note.getByLabel('Min note', { exact: true }).fill('Spørg havnefogeden')
    await mayor.onward(() => note.getByRole('button', { name: 'Gem noten' }).click())
    await mayor.page.getByText('Noten er gemt.').waitFor()

    // The secretary reads the whole, but not the mayor's note; a visitor reads none of it.
    await goto(meeting)
    await follow('Læs dagsorden og bilag')
    await page.getByRole('heading', { name: kept }).waitFor()
    expect(await page.content()).not.toContain('havnefogeden')
    await goto('/mvsj/soeg?q=kajpladserne')
    await page
      .getByRole('link', { name: new RegExp(kept) })
      .first()
      .waitFor()
    await visitor.goto(meeting)
    expect(await visitor.page.content()).not.toContain('juledagene')
  },
)
