/** The name of the clock that all meetings go by. */
export const danishZone = 'Europe/Copenhagen'

/**
 * The clock in Denmark as a calendar needs it to know the times without asking elsewhere: an hour ahead in winter, two
 * from the last Sunday of March to the last of October.
 */
export const danishZoneComponent = [
  'BEGIN:VTIMEZONE',
  `TZID:${danishZone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')
