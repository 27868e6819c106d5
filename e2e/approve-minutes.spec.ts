import { beforeAll, expect } from 'vitest'
import { daysFromNow, fillDay } from './day.ts'
import { journey, password, programSettings, restartProgram, type User } from './journey.ts'
import { createMeeting } from './meeting.ts'
import { seededFolder } from './seeded.ts'

const open = 'Lys på stien ved fjorden'
const closed = 'Bemanding nytårsnat'
const secret = 'Hold fire kører fra Ringsted.'
const mistake = 'Lyset tændes i april.'
const decision = 'Lyset tændes i marts.'
const addendum = 'Lyset tændes den første i måneden.'

/** Mayors of the council, as the register has them; without an account before this journey. */
const greve = { name: 'Anja Attrap', email: 'anja.attrap@greve.example' } as const
const holbaek = { name: 'Allan Udkast', email: 'allan.udkast@holbaek.example' } as const

/** The address of the meeting; of its minutes with `/referat` after it. */
let meeting = ''
let name = ''

// A folder of its own, so that the program can stop and start again on it.
beforeAll(async () => {
  programSettings({ DATA_DIR: await seededFolder('select 1') })
})

/** Gives persons of the register an account, by their mail addresses. */
async function makeAccounts(administrator: User): Promise<void> {
  const { page, goto, press, signIn } = administrator
  await signIn('admin')
  for (const person of [greve, holbaek]) {
    await goto('/mvsj/brugere/opret')
    await page.getByLabel('Navn', { exact: true }).fill(person.name)
    await page.getByLabel('Arbejdsmail').fill(person.email)
    await page.getByLabel('Adgangskode').fill(password)
    await press('Opret bruger')
    await page.getByRole('link', { name: person.name }).waitFor()
  }
}

/** Adds an item to the agenda of the meeting, and opens it or closes it with a ground; ends on the item's page. */
async function addItem({ page, goto, follow, press, onward }: User, meeting: string, title: string, opens: boolean) {
  await goto(meeting)
  await follow('Ret dagsordenen')
  await follow('Tilføj punkt')
  await page.getByLabel('Punktets navn').fill(title)
  await press('Tilføj punktet')
  await onward(() => page.getByRole('link', { name: title }).first().click())
  await follow('Åbn eller luk punktet')
  await page.getByLabel(opens ? 'Åbent' : 'Lukket', { exact: true }).check()
  if (!opens) {
    await page.getByLabel('Grund til at lukke').selectOption('Politiets planlægning')
    await fillDay(page, daysFromNow(200))
  }
  await press('Gem')
}

/** Writes the decision of the item that is shown, and waits until it is stored. */
async function decide({ page, check }: User, words: string): Promise<void> {
  await page.getByLabel('Besluttet', { exact: true }).check()
  await page.getByLabel('Beslutning eller konklusion').fill(words)
  await page
    .getByRole('form', { name: 'Udfald', exact: true })
    .getByText(/^Gemt kl\./)
    .waitFor()
  await check()
}

journey(
  'minutes go round, are commented on and corrected, and approved by some members, by one of them twice',
  async (secretary) => {
    const { page, goto, follow, press, onward } = secretary
    const [mayor, second] = [await secretary.another(), await secretary.another()]
    await makeAccounts(await secretary.another())
    await secretary.signIn('sekretariat')
    await goto('/mvsj/fora/kredsraadet/forretningsorden')
    await page.getByLabel('Referatet er godkendt af dem, der ikke har svaret inden fristen').check()
    await press('Gem forretningsordenen')
    meeting = await createMeeting(secretary, 'kredsraadet', {
      day: daysFromNow(0),
      starts: '22.00',
      ends: '23.30',
      agenda: 'Tom dagsorden',
    })
    name = (await page.textContent('h1')) ?? ''
    await addItem(secretary, meeting, open, true)
    await addItem(secretary, meeting, closed, false)
    await goto(meeting)
    await follow('Send indkaldelsen ud')
    await page.getByLabel('Hvorfor bliver indkaldelsen sendt så sent?').fill('Alle er enige om dagen.')
    await press(/^Send ud til \d+$/)
    await follow('Afhold mødet')
    await press('Start mødet')
    await decide(secretary, mistake)
    await press('Næste punkt')
    await decide(secretary, secret)
    await press('Slut mødet')

    await goto(`${meeting}/referat`)
    await mayor.signIn('borgmester')
    await mayor.goto(`${meeting}/referat`)
    expect(await mayor.page.content()).not.toContain(mistake)
    await follow('Send referatet ud')
    await fillDay(page, daysFromNow(-1))
    await press('Send referatet ud')
    expect(await page.getByRole('alert').textContent()).toContain('Fristen er passeret')
    await fillDay(page, daysFromNow(10))
    await press('Send referatet ud')

    await mayor.goto('/mvsj/mit-arbejde')
    await mayor.goto(`${meeting}/referat`)
    await mayor.page.getByText(mistake).waitFor()
    await mayor.page.getByLabel('Det gælder').selectOption({ label: `1. ${open}` })
    await mayor.page.getByLabel('Bemærkning', { exact: true }).fill('Vi aftalte marts.')
    await mayor.press('Send bemærkningen')

    // Another has nothing to add.
    await second.signIn(greve.email)
    await second.goto(`${meeting}/referat`)
    await second.page.getByText('Den, der ikke har svaret ved fristen, har godkendt.').waitFor()
    await second.press('Godkend referatet')
    await second.page.getByText(/^Du godkendte referatet/).waitFor()

    await goto(`${meeting}/referat`)
    await page.getByText('Vi aftalte marts.').waitFor()
    await page.getByText('Svar til Bent Opdigt').first().click()
    await page.getByLabel('Referatet er rettet').check()
    await page.getByLabel('Svar til Bent Opdigt').fill('Det er rettet nu.')
    await press('Send svaret')
    await follow('Ret udfald og beslutninger')
    await onward(() =>
      page
        .getByRole('link', { name: `1. ${open}` })
        .first()
        .click(),
    )
    await decide(secretary, decision)

    // Who approves must have read the minutes as they stand.
    await mayor.press('Godkend referatet')
    await mayor.page.getByText('Referatet er rettet, siden du åbnede siden').waitFor()
    await mayor.goto(`${meeting}/referat`)
    await mayor.page.getByText(decision).waitFor()
    await mayor.page.getByText('Det er rettet nu.').waitFor()
    await mayor.press('Godkend referatet')
    await mayor.page.getByText(/^Du godkendte referatet/).waitFor()

    // Who had approved before the correction is asked again.
    await second.goto('/mvsj/mit-arbejde')
    await second.page
      .getByRole('link', { name: /Kredsrådet/ })
      .first()
      .waitFor()
    await second.goto(`${meeting}/referat`)
    await second.page.getByText('Rettet siden: punkt 1. Læs det igen, og godkend.').waitFor()
    await second.press('Godkend referatet')

    // The mayor of Holbæk has an account and says nothing; the page names who has not answered.
    await goto(`${meeting}/referat`)
    const approval = page.getByRole('region', { name: 'Godkendelse af referat' })
    const said = (await approval.textContent()) ?? ''
    expect(said).toMatch(/2 af \d+/)
    expect(said).toMatch(/Borgmester i Holbæk.*Mangler/)
    for (const approved of ['Køge', 'Greve']) expect(said).not.toMatch(new RegExp(`Borgmester i ${approved}Mangler`))
    await restartProgram({ SAMVIRK_NOW: `${daysFromNow(11)}T09:00` })
  },
  { expectedFaults: /status of 409|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/ },
)

journey(
  'the deadline passes: who was silent has approved, and the minutes are locked, added to and published',
  async (secretary) => {
    const { page, goto, follow, press } = secretary
    const silent = await secretary.another()
    await silent.signIn(holbaek.email)
    await silent.goto(`${meeting}/referat`)
    await silent.page.getByText('da fristen udløb').waitFor()
    expect(await silent.page.getByRole('button', { name: 'Godkend referatet' }).count()).toBe(0)
    await secretary.signIn('sekretariat')

    // Locked: nothing can be rewritten, and what is wrong gets a numbered correction.
    await goto(`${meeting}/afhold`)
    await page.getByText('Referatet er godkendt og låst').first().waitFor()
    expect(await page.getByLabel('Beslutning eller konklusion').count()).toBe(0)
    await goto(`${meeting}/referat`)
    await follow('Tilføj rettelse')
    await page.getByLabel('Punkt', { exact: true }).selectOption({ label: `1. ${open}` })
    await page.getByLabel('Rettelsen').fill(addendum)
    await page.getByLabel('Åben: følger med, når referatet offentliggøres').check()
    await press('Tilføj rettelsen')
    await page.getByRole('heading', { name: /^Rettelse 1/ }).waitFor()
    await page.getByText(decision).waitFor()

    await follow('Offentliggør')
    await page.getByLabel('Alle, også uden at logge ind').check()
    await follow('Vis for offentligheden')
    expect(await page.content()).not.toContain(secret)
    await press('Offentliggør')
    await page.getByText('Offentliggjort for alle').first().waitFor()
  },
)

journey(
  'whoever is not signed in reads the open part of published minutes, without script, and takes it as PDF',
  async ({ page, goto, follow, onward }) => {
    await goto('/mvsj/fora/kredsraadet')
    await follow('Møder, dagsordener og referater')
    const day = name.replace(/\s/gu, ' ').replace(/^Kredsrådet (\d+\. \S{3}).*$/u, '$1')
    await onward(() =>
      page
        .getByRole('link', { name: new RegExp(`^Kredsrådet ${day}`) })
        .first()
        .click(),
    )
    await onward(() => page.locator(`main a[href$="${meeting}/referat"]`).first().click())
    await page.getByText(decision).waitFor()
    await page.getByText(addendum).waitFor()
    const shown = (await page.getByRole('main').textContent()) ?? ''
    expect(shown).toMatch(/2\. Lukket punkt\s*Grund: politiets planlægning/i)
    for (const words of [closed, secret, 'Vi aftalte marts', 'Bent Opdigt']) expect(shown).not.toContain(words)
    const href = (await page.getByRole('link', { name: 'Hent som PDF' }).getAttribute('href')) ?? ''
    const pdf = await page.request.get(new URL(href, page.url()).href)
    expect(pdf.headers()['content-type']).toContain('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  },
  { script: false },
)
