import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { itipOf } from './itip.ts'

const meeting = {
  id: '3f8c0a5e-0000-4000-8000-000000000001',
  summary: 'Kredsrådet: ordinært møde',
  onDay: '2026-04-16',
  starts: '10:00',
  ends: '12:30',
  place: 'Politigården, Roskilde; lokale 3',
  sequence: 2,
}
const invitation = {
  method: 'REQUEST' as const,
  meeting,
  url: 'https://samvirk.kreds.example/mvsj/moeder/3f8c',
  host: 'samvirk.kreds.example',
  organizer: { name: 'Kredsrådet', address: 'post@kreds.example' },
  attendee: {
    name: 'Ane "Anna" Eksempel, formand',
    address: 'ane@kommune.example',
    reply: 'none' as const,
    chair: true,
  },
  stamp: new Date('2026-03-12T10:00:00Z'),
}

/** Read by a calendar that shares nothing with the writer, and knows the zone by what the message says of it alone. */
const read = (ics: string) => {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[])
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone === null) throw new Error('no zone')
  ICAL.TimezoneService.reset()
  ICAL.TimezoneService.register(zone)
  const component = calendar.getFirstSubcomponent('vevent')
  if (component === null) throw new Error('no event')
  const event = new ICAL.Event(component)
  return { calendar, component, event, starts: event.startDate.toJSDate(), ends: event.endDate.toJSDate() }
}
const on = (part: Partial<typeof meeting>) => read(itipOf({ ...invitation, meeting: { ...meeting, ...part } }))

test('a request says what a calendar needs, and nothing else of the meeting', () => {
  const { calendar, component, event } = on({})
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event.uid).toBe('3f8c0a5e-0000-4000-8000-000000000001@samvirk.kreds.example')
  expect(event.sequence).toBe(2)
  expect(event.summary).toBe('Kredsrådet: ordinært møde')
  expect(event.location).toBe('Politigården, Roskilde; lokale 3')
  expect(event.description).toBe(invitation.url)
  expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-03-12T10:00:00Z')
  expect(component.getFirstPropertyValue('organizer')).toBe('mailto:post@kreds.example')
  const attendees = component.getAllProperties('attendee')
  expect(attendees).toHaveLength(1)
  expect(String(attendees[0]?.getFirstValue()).toLowerCase()).toBe('mailto:ane@kommune.example')
  expect(attendees[0]?.getFirstParameter('partstat')).toBe('NEEDS-ACTION')
  expect(attendees[0]?.getFirstParameter('role')).toBe('CHAIR')
})

test.each([
  ['in winter', '2026-01-15', '2026-01-15T09:00:00.000Z'],
  ['in summer', '2026-07-15', '2026-07-15T08:00:00.000Z'],
  ['the day before summer time', '2026-03-28', '2026-03-28T09:00:00.000Z'],
  ['the day summer time begins', '2026-03-29', '2026-03-29T08:00:00.000Z'],
  ['the day before winter time', '2026-10-24', '2026-10-24T08:00:00.000Z'],
  ['the day winter time begins', '2026-10-25', '2026-10-25T09:00:00.000Z'],
])('ten o’clock is ten o’clock in Denmark %s', (_, onDay, utc) => {
  const { starts, ends } = on({ onDay })
  expect(starts.toISOString()).toBe(utc)
  expect(ends.getTime() - starts.getTime()).toBe(150 * 60_000)
})

test('a meeting over midnight ends the next day', () => {
  const { starts, ends } = on({ onDay: '2026-10-24', starts: '23:00', ends: '04:00' })
  expect(starts.toISOString()).toBe('2026-10-24T21:00:00.000Z')
  // The night the clock is set back is an hour longer.
  expect(ends.toISOString()).toBe('2026-10-25T03:00:00.000Z')
})

test('lines are at most 75 octets, as RFC 5545 asks', () => {
  const ics = itipOf({ ...invitation, meeting: { ...meeting, summary: 'Æøå '.repeat(60), place: 'Ø'.repeat(200) } })
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(ics).not.toMatch(/[^\r]\n/)
  expect(read(ics).event.location).toBe('Ø'.repeat(200))
})

test('what is typed makes no new lines of the calendar', () => {
  const ics = itipOf({
    ...invitation,
    meeting: { ...meeting, place: 'Her\r\nATTACH:https://evil.example' },
    attendee: { ...invitation.attendee, name: 'Ane\r\nX-EVIL:1' },
  })
  expect(ics).not.toMatch(/^(ATTACH|X-EVIL)/m)
  expect(read(ics).component.getAllProperties('attach')).toHaveLength(0)
})

test('a cancellation takes the same meeting out of the calendar', () => {
  const { calendar, component, event } = read(
    itipOf({ ...invitation, method: 'CANCEL', meeting: { ...meeting, sequence: 3 } }),
  )
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(event.uid).toBe('3f8c0a5e-0000-4000-8000-000000000001@samvirk.kreds.example')
  expect(event.sequence).toBe(3)
})
