import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, daysInMonth, isDay, monthsSpan, termOfLabel, weekdayOf } from '#shared/dates/calendar.ts'

describe('plain calendar arithmetic', () => {
  it('knows the weekdays of known days', () => {
    expect(weekdayOf('2021-01-26')).toBe(2)
    expect(weekdayOf('2017-09-22')).toBe(5)
    expect(weekdayOf('2000-02-29')).toBe(2)
    expect(weekdayOf('1889-10-02')).toBe(3)
    expect(weekdayOf('2026-11-22')).toBe(7)
  })

  it('adds and takes away days over months, years and leap days', () => {
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29')
    expect(addDays('2021-02-28', 1)).toBe('2021-03-01')
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01')
    expect(addDays('2021-01-01', -1)).toBe('2020-12-31')
    expect(addDays('2021-01-26', 364)).toBe('2022-01-25')
  })

  it('agrees with the platform for every day of two hundred years', () => {
    let date = '1900-01-01'
    for (let count = 0; count < 73_049; count++) {
      const platform = new Date(Date.UTC(1900, 0, 1 + count))
      if (date !== platform.toISOString().slice(0, 10) || weekdayOf(date) !== ((platform.getUTCDay() + 6) % 7) + 1) expect.fail(date)
      date = addDays(date, 1)
    }
    expect(date).toBe('2100-01-01')
    expect(daysBetween('1900-01-01', date)).toBe(73_049)
  })

  it('knows which days exist', () => {
    expect(daysInMonth(2024, 2)).toBe(29)
    expect(daysInMonth(2100, 2)).toBe(28)
    expect(daysInMonth(2021, 13)).toBe(0)
    expect(isDay({ year: 2021, month: 2, day: 29 })).toBe(false)
    expect(isDay({ year: 2021, month: 4, day: 31 })).toBe(false)
    expect(isDay({ year: 2020, month: 2, day: 29 })).toBe(true)
    expect(monthsSpan(2024, 1, 2)).toEqual({ start: '2024-01-01', end: '2024-02-29' })
  })
})

describe('the term a label names', () => {
  it.each([
    ['2020-2021', '2020-07-01', '2021-11-30'],
    ['2017 – 2018 period', '2017-07-01', '2018-11-30'],
    ['SCHEDULE OF ACTIVITIES OF THE CAM, 2020/21', '2020-07-01', '2021-11-30'],
    ['1999-00', '1999-07-01', '2000-11-30'],
    ['Work plan 2021', '2021-01-01', '2021-12-31'],
  ])('%s', (label, start, end) => {
    expect(termOfLabel(label)).toEqual({ start, end })
  })

  it.each(['', 'Work plan', '2021-2020', 'doc.1/13', '2021-01-26'])('none in “%s”', (label) => {
    expect(termOfLabel(label)).toBeNull()
  })
})
