import type { Page } from 'playwright-core'

/**
 * When the journeys begin, by clocks in Denmark: a Wednesday morning, so that neither the day nor the hour of the machine says
 * whether a meeting is over or lies on a holiday. The demonstration is loaded before.
 */
export const journeyStart = '2026-11-18T09:00'
export const demoLoaded = '2026-11-18T08:00'

/** Fills the three fields of a day, given as YYYY-MM-DD; the first on the page when no group is named. */
export async function fillDay(page: Page, day: string, group?: string | RegExp): Promise<void> {
  const fields = group === undefined ? page.locator('main') : page.getByRole('group', { name: group })
  const [year = '', month = '', date = ''] = day.split('-')
  await fields.getByLabel('Dag', { exact: true }).first().fill(date)
  await fields.getByLabel('Måned', { exact: true }).first().fill(month)
  await fields.getByLabel('År', { exact: true }).first().fill(year)
}

/** The day that lies this many days after that of the journeys. */
export function daysFromNow(days: number): string {
  const start = new Date(journeyStart.slice(0, 10))
  return new Date(start.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
