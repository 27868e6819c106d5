import { expect } from 'vitest'
import { journey, type User } from './journey.ts'

const fixed = 'Politiets indsatser'
const proposed = 'Lys på stien ved stationen'

/** A meeting of the lokalråd in draft, with the fixed items on its agenda; the agenda page is open. */
async function anAgenda({ page, goto, press, follow }: User, day: string): Promise<void> {
  await goto('/mvsj/moeder/opret?forum=lokalraadet-i-holbaek')
  const [year = '', month = '', date = ''] = day.split('-')
  for (const [part, value] of [
    ['dag', date],
    ['maaned', month],
    ['aar', year],
  ] as const)
    await page.locator(`[name=dag-${part}]`).fill(value)
  await page.locator('[name=fra]').fill('09.00')
  await page.locator('[name=til]').fill('11.00')
  await press('Opret møde')
  await follow('Ret dagsordenen')
}

const titles = (page: User['page']): Promise<string[]> =>
  page
    .locator('main ol > li h3')
    .allTextContents()
    .then((all) => all.map((title) => title.replace(/^\d+\. /, '').trim()))

/** Takes an item by its handle and draws it to the top, with the touches of a finger. */
async function drawByFinger({ page }: User, title: string): Promise<void> {
  const middleOf = async (part: ReturnType<User['page']['locator']>) => {
    const box = await part.boundingBox()
    if (box === null) throw new Error('Nothing to touch')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const handles = page.locator('[data-item] .sv-grip')
  const from = await middleOf(page.locator('[data-item]', { hasText: title }).locator('.sv-grip'))
  const to = await middleOf(handles.first())
  const browser = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await touch('touchStart', [from])
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }])
  await touch('touchEnd', [])
}

journey('an agenda is put in order by dragging, by keyboard and by number', async (user) => {
  const { page, signIn, onward } = user
  await signIn('sekretariat')
  await anAgenda(user, '2027-06-09')
  await page.setViewportSize({ width: 1280, height: 3000 })
  const [first = ''] = await titles(page)

  await page.locator('li h3', { hasText: fixed }).dragTo(page.locator('li h3', { hasText: first }))
  await page.getByText(`${fixed} er flyttet til nummer 1`).waitFor({ state: 'attached' })
  expect((await titles(page)).slice(0, 2)).toEqual([fixed, first])

  await drawByFinger(user, first)
  await page.getByText(`${first} er flyttet til nummer 1`).waitFor({ state: 'attached' })
  expect((await titles(page)).slice(0, 2)).toEqual([first, fixed])
  await page.locator('li h3', { hasText: fixed }).dragTo(page.locator('li h3', { hasText: first }))
  await page.getByText(`${fixed} er flyttet til nummer 1`).waitFor({ state: 'attached' })

  const button = page.getByRole('button', { name: new RegExp(`Flyt ned.*${fixed}`) })
  await button.focus()
  await onward(() => page.keyboard.press('Enter'))
  expect((await titles(page)).slice(0, 2)).toEqual([first, fixed])
  // The focus follows the item, so that it can be moved on with the same key.
  await onward(() => page.keyboard.press('Enter'))
  expect((await titles(page))[2]).toBe(fixed)

  await page.getByLabel(`Nyt nummer til ${fixed}`).fill('1')
  await onward(() => page.getByLabel(`Nyt nummer til ${fixed}`).press('Enter'))
  expect((await titles(page))[0]).toBe(fixed)
})

journey('a proposal is placed, closed with a ground and kept from one member', async (user) => {
  const { page, signIn, goto, press, onward } = user
  await signIn('formand')
  await goto('/mvsj/fora/lokalraadet-i-holbaek/forslag')
  await page.getByLabel('Hvad skal punktet hedde').fill(proposed)
  await press('Send forslaget')
  await page.getByText('Dit forslag er sendt').waitFor()

  const secretariat = await user.another()
  await secretariat.signIn('sekretariat')
  await anAgenda(secretariat, '2027-09-08')
  await secretariat.goto('/mvsj/moeder/forslag')
  await secretariat.follow(proposed)
  await secretariat.page.getByLabel('Sæt det på en dagsorden').check()
  await secretariat.page.getByLabel('Hvilket møde').selectOption({ index: 1 })
  await secretariat.press('Send svaret')
  await secretariat.onward(() =>
    secretariat.page
      .getByRole('link', { name: new RegExp(proposed) })
      .first()
      .click(),
  )

  await secretariat.follow('Åbn eller luk punktet')
  await secretariat.press('Gem')
  expect(await secretariat.page.getByRole('alert').textContent()).toContain('Vælg en grund')
  await secretariat.page.getByLabel('Grund til at lukke').selectOption('Økonomi og forhandling')
  for (const [part, value] of [
    ['dag', '1'],
    ['maaned', '6'],
    ['aar', '2028'],
  ] as const)
    await secretariat.page.locator(`[name=vurderes-${part}]`).fill(value)
  await secretariat.press('Gem')
  await secretariat.page.getByText('Grund: økonomi og forhandling').waitFor()
  const address = new URL(secretariat.page.url()).pathname
  await goto(address)
  await page.getByRole('heading', { level: 1, name: new RegExp(proposed) }).waitFor()

  await secretariat.follow('Notér inhabilitet')
  await secretariat.page.getByLabel(/^Cilla Prøve/).check()
  await secretariat.page.getByLabel('Grund', { exact: true }).fill('Bor ved stien')
  await secretariat.press('Tag adgangen fra dem')
  await onward(() => page.goto(page.url()))
  expect(await page.locator('h1').textContent()).not.toContain(proposed)
})
