import type { Page } from 'playwright-core'

/** Fills the three fields of a day, given as YYYY-MM-DD; the first on the page when no group is named. */
export async function fillDay(page: Page, day: string, group?: string | RegExp): Promise<void> {
  const fields = group === undefined ? page.locator('main') : page.getByRole('group', { name: group })
  const [year = '', month = '', date = ''] = day.split('-')
  await fields.getByLabel('Dag', { exact: true }).first().fill(date)
  await fields.getByLabel('Måned', { exact: true }).first().fill(month)
  await fields.getByLabel('År', { exact: true }).first().fill(year)
}

/** The day that lies this many days after today, in Denmark. */
export function daysFromNow(days: number): string {
  const then = new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  return then.toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })
}
