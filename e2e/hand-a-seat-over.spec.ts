import { beforeAll, expect } from 'vitest'
import { daysFromNow, fillDay } from './day.ts'
import { journey, programSettings } from './journey.ts'
import { councilTask, seededFolder } from './seeded.ts'

const task = 'Skriv til beboerne ved havnen'
const office = 'Borgmester i Køge'

beforeAll(async () => {
  programSettings({ DATA_DIR: await seededFolder(councilTask(task, { person: 'Bent Opdigt' }, daysFromNow(30))) })
})

journey('an office changes hands only when the tasks of the one who leaves are handed over', async (user) => {
  const { page, signIn, goto, follow, press, another } = user
  const [holder, leaver] = [await another(), await another()]
  await signIn('sekretariat')
  await goto('/mvsj/embeder?q=Borgmester+i+K%C3%B8ge')
  await follow(office)
  await follow('Skift på embedet')

  // Nobody takes over: somebody must be chosen for the task before anything is stored.
  await page.getByLabel('Embedet bliver ledigt').check()
  await fillDay(page, daysFromNow(0))
  await press('Fortsæt')
  await page.getByRole('heading', { name: 'Åbne opgaver' }).waitFor()
  await press('Gem skiftet')
  expect(await page.title()).toMatch(/^Fejl: /)
  expect(await page.getByRole('alert').textContent()).toContain(`Vælg, hvem der får opgaven ”${task}”`)
  await leaver.signIn('borgmester')
  await leaver.goto('/mvsj/mit-arbejde')
  await leaver.page.getByRole('link', { name: task }).first().waitFor()

  await press('Ret oplysningerne')
  await page.getByLabel('En person overtager embedet').check()
  await page.getByLabel('Navn', { exact: true }).fill('Gry Prøve')
  await press('Fortsæt')
  await page.getByLabel(task).selectOption({ label: 'Den nye: Gry Prøve' })
  await press('Gem skiftet')
  expect(await page.textContent('h1')).toBe(office)
  await page.getByRole('link', { name: 'Gry Prøve' }).first().waitFor()

  // The new holder is led to what follows with the office.
  await holder.signIn('kommune')
  await holder.goto('/mvsj/mit-arbejde')
  await holder.page.getByText(`Du har overtaget embedet ${office}`).waitFor()
  await holder.onward(() => holder.page.getByRole('link', { name: /^Se, hvad der følger med/ }).click())
  expect(await holder.page.textContent('h1')).toBe(`Overtag embedet ${office}`)
  await holder.page.getByRole('heading', { name: 'Kredsrådet', exact: true }).waitFor()
  await holder.page.getByRole('link', { name: task }).waitFor()
  await holder.onward(() => holder.page.getByRole('link', { name: task }).click())
  await holder.page.getByText('Opgaven er din.').waitFor()

  // The one who left has neither the task nor the council any more.
  await leaver.goto('/mvsj/mit-arbejde')
  expect(await leaver.page.getByRole('link', { name: task }).count()).toBe(0)
  expect(await leaver.page.getByText('Medlem, Borgmester i Køge').count()).toBe(0)
})
