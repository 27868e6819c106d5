import { expect } from 'vitest'
import { daysFromNow } from './day.ts'
import { journey } from './journey.ts'
import { createMeeting } from './meeting.ts'

const deputy = { name: 'Dorte Opdigt', email: 'dorte@koege.example' }
const reason = 'Byrådet holder møde samme dag'

journey('a summons is checked and sent, and a member sends a deputy from the mail’s link', async (secretary) => {
  const { page, goto, follow, press, onward } = secretary
  const mayor = await secretary.another()
  await secretary.signIn('sekretariat')
  const meeting = await createMeeting(secretary, 'kredsraadet', {
    day: daysFromNow(40),
    starts: '13.00',
    ends: '15.00',
  })
  await follow('Ret dagsordenen')
  await follow('Tilføj punkt')
  await page.getByLabel('Punktets navn').fill('Fortrolige tal for hjemmerøverier')
  await page.getByLabel('Beslutning', { exact: true }).check()
  await press('Tilføj punktet')

  // The check page says what is missing, who gets mail, and what the mail says.
  await goto(meeting)
  await follow('Send indkaldelsen ud')
  const missing = page.getByRole('region', { name: 'Før du sender' })
  await missing.getByText('Mangler oplæg').first().waitFor()
  await missing.getByRole('heading', { name: 'Fortrolige tal for hjemmerøverier' }).waitFor()
  const receivers = page.getByRole('region', { name: /^De får mail/ })
  await receivers.getByRole('row', { name: /Bent Opdigt.*Borgmester i Køge.*Kendt/ }).waitFor()
  const count = await receivers.locator('tbody tr').count()
  await press(`Send ud til ${String(count)}`)
  await page.getByText(`${String(count)} har ikke svaret`).waitFor()

  // Sent by a job of the program: read again until it has gone.
  await goto(`${meeting}/mails`)
  await expect
    .poll(
      async () => {
        await onward(() => page.reload())
        return page.getByRole('row', { name: /Bent Opdigt/ }).textContent()
      },
      { timeout: 300_000, interval: 1000 },
    )
    .toMatch(/Indkaldelse.*Sendt/)
  await mayor.goto('/udvikling/mails')
  const mine = mayor.page.getByRole('row', { name: /borgmester@samvirk\.test/ })
  await mayor.onward(() => mine.getByRole('link').first().click())
  const words = (await mayor.page.getByRole('region', { name: 'Tekst' }).textContent()) ?? ''
  const mail = await mayor.page.content()
  expect(mail).toContain('BEGIN:VCALENDAR')
  expect(mail).toContain('METHOD:REQUEST')
  expect(mail).not.toContain('hjemmerøverier')
  const link = /https?:\/\/\S+/.exec(words)?.[0] ?? ''
  expect(new URL(link).pathname).toContain(meeting)

  // The link leads through the sign-in back to the answer.
  await mayor.goto(new URL(link).pathname + new URL(link).search)
  await mayor.onward(() => mayor.page.getByRole('link', { name: 'Log ind' }).last().click())
  await mayor.page.locator('[name=email]').fill('borgmester@samvirk.test')
  await mayor.page.locator('[name=password]').fill('samvirk-demo-2026')
  await mayor.onward(() => mayor.page.locator('[name=password]').press('Enter'))
  expect(new URL(mayor.page.url()).pathname).toContain(meeting)
  if (!mayor.page.url().endsWith('/svar')) await mayor.follow('Svar på indkaldelsen')
  await mayor.page.getByLabel('Nej, men en stedfortræder kommer').check()
  await mayor.page.getByLabel('Grund (valgfri)').fill(reason)
  await mayor.press('Gem svaret')
  expect(await mayor.page.title()).toMatch(/^Fejl: /)
  await mayor.page.getByLabel('Stedfortræderens navn').fill(deputy.name)
  await mayor.page.getByLabel('Stedfortræderens e-mail').fill(deputy.email)
  await mayor.press('Gem svaret')
  await mayor.page.getByText(`${deputy.name} for Bent Opdigt`).first().waitFor()
  expect(await mayor.page.content()).not.toContain(reason)

  await goto(meeting)
  await follow('Se alle svar')
  const answer = await page.getByRole('row', { name: /Bent Opdigt/ }).textContent()
  expect(answer).toContain(`Sender stedfortræder: ${deputy.name}`)
  expect(answer).toContain(reason)
  await goto(`${meeting}/mails`)
  await page.getByRole('row', { name: new RegExp(deputy.email) }).waitFor()
})
