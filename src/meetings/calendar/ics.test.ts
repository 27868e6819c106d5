import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { processorMs } from '../../../test/processor-time.ts'
import { addDays, day } from '../../base/time.ts'
import { type CalendarEntry, feedOf } from './ics.ts'

const entry = (part: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: '5f0c8c1e-0000-4000-8000-000000000001',
  summary: 'Kredsrådet: ordinært møde',
  onDay: day('2026-07-02'),
  starts: '10:00',
  ends: '12:30',
  place: 'Politigården',
  state: 'summoned',
  sequence: 2,
  changedAt: new Date('2026-03-12T10:00:00Z'),
  url: 'https://samvirk.example/mvsj/moeder/1',
  ...part,
})
const feed = (...entries: CalendarEntry[]) => feedOf({ name: 'Møder i Ærø Kommune', host: 'samvirk.example', entries })

/** Read by a parser that knows nothing of the writer. */
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return {
    calendar,
    events: calendar
      .getAllSubcomponents('vevent')
      .map((component) => ({ component, event: new ICAL.Event(component) })),
  }
}
const only = (text: string) => {
  const [first] = read(text).events
  if (first === undefined) throw new Error('no event')
  return first
}
const utcOf = (text: string) => only(text).event.startDate.toJSDate().toISOString()

describe('a calendar feed, read by an independent parser', () => {
  test.each([
    ['summer', '2026-07-02', '10:00', '2026-07-02T08:00:00.000Z'],
    ['winter', '2026-01-15', '10:00', '2026-01-15T09:00:00.000Z'],
    ['the Friday before summer time', '2026-03-27', '10:00', '2026-03-27T09:00:00.000Z'],
    ['the day summer time begins', '2026-03-29', '10:00', '2026-03-29T08:00:00.000Z'],
    ['the Monday after', '2026-03-30', '10:00', '2026-03-30T08:00:00.000Z'],
    ['the Friday before winter time', '2026-10-23', '08:30', '2026-10-23T06:30:00.000Z'],
    ['the day winter time begins', '2026-10-25', '10:00', '2026-10-25T09:00:00.000Z'],
    ['the Monday after that', '2026-10-26', '08:30', '2026-10-26T07:30:00.000Z'],
    ['ten years on', '2036-08-14', '10:00', '2036-08-14T08:00:00.000Z'],
  ])('a meeting stays at its time on the wall in %s', (_, onDay, starts, expected) => {
    const text = feed(entry({ onDay: day(onDay), starts, ends: '17:00' }))
    expect(utcOf(text)).toBe(expected)
    const { event } = only(text)
    expect(event.startDate.zone.tzid).toBe('Europe/Copenhagen')
    expect(`${String(event.startDate.hour).padStart(2, '0')}:${String(event.startDate.minute).padStart(2, '0')}`).toBe(
      starts,
    )
  })

  test('one over midnight ends on the next day', () => {
    const { event } = only(feed(entry({ starts: '22:00', ends: '01:00' })))
    expect(event.endDate.toString()).toBe('2026-07-03T01:00:00')
  })

  test('carries what calendars go by', () => {
    const text = feed(entry())
    const { component, event } = only(text)
    expect(event.uid).toBe('5f0c8c1e-0000-4000-8000-000000000001@samvirk.example')
    expect(event.sequence).toBe(2)
    expect(event.summary).toBe('Kredsrådet: ordinært møde')
    expect(event.location).toBe('Politigården')
    const value = (name: string) => String(component.getFirstPropertyValue(name))
    expect(value('url')).toBe('https://samvirk.example/mvsj/moeder/1')
    expect(value('last-modified')).toBe('2026-03-12T10:00:00Z')
    expect(value('dtstamp')).toBe('2026-03-12T10:00:00Z')
    expect(value('status')).toBe('CONFIRMED')
    const { calendar } = read(text)
    expect(String(calendar.getFirstPropertyValue('x-wr-calname'))).toBe('Møder i Ærø Kommune')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
    expect(String(calendar.getFirstPropertyValue('version'))).toBe('2.0')
    expect(calendar.getFirstPropertyValue('method')).toBeNull()
  })

  test('says what is cancelled, and what is only planned', () => {
    const status = (part: Partial<CalendarEntry>) =>
      String(only(feed(entry(part))).component.getFirstPropertyValue('status'))
    expect(status({ state: 'cancelled' })).toBe('CANCELLED')
    expect(status({ state: 'draft' })).toBe('TENTATIVE')
    expect(status({ state: 'published' })).toBe('CONFIRMED')
  })

  test('folds its lines at 75 bytes and keeps æ, ø, å, commas and line breaks', () => {
    const summary = `Kriminalpræventivt råd, Ærøskøbing; ${'blåbærgrød på Øster Å, '.repeat(8)}slut\nny linje`
    const text = feed(entry({ summary }))
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(only(text).event.summary).toBe(summary)
  })

  test('has no place for one who may not know it, and nothing when there are no meetings', () => {
    expect(feed(entry({ place: '' }))).not.toContain('LOCATION')
    expect(read(feed()).events).toEqual([])
  })

  test('is the same bytes as long as nothing has changed', () => {
    expect(feed(entry())).toBe(feed(entry()))
  })

  test('of ten years of meetings is quick', async () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      entry({
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        onDay: addDays(day('2020-01-01'), index * 2),
      }),
    )
    feed(...many.slice(0, 50))
    let text = ''
    const took = await processorMs(() => (text = feed(...many)))
    expect(read(text).events).toHaveLength(2000)
    expect(took).toBeLessThan(4000)
  })
})
