import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { mondayOfWeek, weekdayOf, weekOf } from './days.ts'
import { easterSunday, holidaysOf, movedPeriod, usualSchoolHolidays } from './holidays.ts'

const years = Array.from({ length: 100 }, (_, index) => 2000 + index)

describe('Danish holidays', () => {
  test('are those of an independent calendar, from 2000 to 2099', () => {
    const calendar = new Holidays('DK')
    for (const year of years) {
      const known = calendar.getHolidays(year)
      const publicDays = [
        ...new Set(known.filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10))),
      ]
      const ours = holidaysOf(year)
      expect(
        ours.filter(({ isPublic }) => isPublic).map((one) => one.day),
        String(year),
      ).toEqual(publicDays.toSorted())
    }
  })

  test('Store Bededag ends with 2023', () => {
    const keys = (year: number) => holidaysOf(year).map(({ key }) => key)
    expect(keys(2023)).toContain('prayerDay')
    expect(holidaysOf(2023).find(({ key }) => key === 'prayerDay')?.day).toBe('2023-05-05')
    expect(keys(2024)).not.toContain('prayerDay')
  })

  test('Grundlovsdag, 24 and 31 December are days to avoid, not public holidays', () => {
    const avoided = holidaysOf(2027).filter(({ isPublic }) => !isPublic)
    expect(avoided.map((one) => one.day)).toEqual(['2027-06-05', '2027-12-24', '2027-12-31'])
  })

  test('Easter falls on a Sunday between 22 March and 25 April', () => {
    for (const year of years) {
      const easter = easterSunday(year)
      expect(weekdayOf(easter)).toBe(7)
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true)
    }
    expect(easterSunday(2026)).toBe('2026-04-05')
  })
})

describe('school holidays', () => {
  test('follow the usual pattern', () => {
    expect(usualSchoolHolidays(2026)).toEqual([
      { key: 'christmas', from: '2026-01-01', to: '2026-01-02' },
      { key: 'winter', from: '2026-02-09', to: '2026-02-15' },
      { key: 'easter', from: '2026-03-28', to: '2026-04-06' },
      { key: 'summer', from: '2026-06-27', to: '2026-08-10' },
      { key: 'autumn', from: '2026-10-12', to: '2026-10-18' },
      { key: 'christmas', from: '2026-12-21', to: '2026-12-31' },
    ])
  })

  test('summer begins on the last Saturday of June in every year', () => {
    for (const year of years) {
      const from = usualSchoolHolidays(year).find(({ key }) => key === 'summer')?.from ?? day('2000-01-01')
      expect(weekdayOf(from)).toBe(6)
      expect(from.slice(5) >= '06-24' && from.slice(5) <= '06-30', from).toBe(true)
    }
  })

  test('are carried to another year by week, by Easter and by date', () => {
    const moved = (from: string, to: string, year: number) => movedPeriod({ from: day(from), to: day(to) }, year)
    expect(moved('2026-02-16', '2026-02-22', 2027)).toEqual({ from: '2027-02-22', to: '2027-02-28' })
    expect(moved('2026-03-28', '2026-04-06', 2027)).toEqual({ from: '2027-03-20', to: '2027-03-29' })
    expect(moved('2026-12-21', '2026-12-31', 2027)).toEqual({ from: '2027-12-21', to: '2027-12-31' })
    expect(moved('2026-01-01', '2026-01-02', 2027)).toEqual({ from: '2027-01-01', to: '2027-01-02' })
    for (const year of years)
      for (const period of usualSchoolHolidays(year)) {
        const next = movedPeriod(period, year + 1)
        expect(next.from.startsWith(String(year + 1)), `${period.key} ${String(year)}`).toBe(true)
        expect(Date.parse(next.to) - Date.parse(next.from)).toBe(Date.parse(period.to) - Date.parse(period.from))
      }
  })
})

test('weeks are numbered as in Danish calendars', () => {
  expect(weekOf(day('2026-01-01'))).toEqual({ year: 2026, week: 1 })
  expect(weekOf(day('2027-01-01'))).toEqual({ year: 2026, week: 53 })
  expect(weekOf(day('2024-12-30'))).toEqual({ year: 2025, week: 1 })
  expect(mondayOfWeek(2026, 42)).toBe('2026-10-12')
  for (const year of years) expect(weekOf(mondayOfWeek(year, 20))).toEqual({ year, week: 20 })
})
