import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '#shared/dates/calendar.ts'
import { shiftPlanDate } from '#shared/dates/shift.ts'
import { openDate } from '#shared/model/plan-date.ts'
import { aDate, on } from '../../builders/plan.ts'

describe('a date moved', () => {
  it.each([
    ['a week later is the same weekday', '2021-01-26', 'week', 1, '2021-02-02'],
    ['a week earlier', '2021-01-05', 'week', -1, '2020-12-29'],
    ['three days later', '2021-02-27', 'day', 3, '2021-03-02'],
    ['a month later the fourth Tuesday stays the fourth Tuesday', '2021-01-26', 'month', 1, '2021-02-23'],
    ['a month earlier over the year', '2021-01-05', 'month', -1, '2020-12-01'],
    ['a fifth Friday becomes the last', '2021-01-29', 'month', 1, '2021-02-26'],
    ['a year later in months', '2021-03-30', 'month', 12, '2022-03-29'],
  ] as const)('%s', (_, from, unit, count, to) => {
    expect(shiftPlanDate(on(from, '14:30'), { unit, count })).toEqual(on(to, '14:30'))
  })

  it('a range keeps its length', () => {
    const range = aDate({ kind: 'range', start: '2021-04-28', end: '2021-04-30' })
    expect(shiftPlanDate(range, { unit: 'month', count: 1 }).value).toEqual({ kind: 'range', start: '2021-05-26', end: '2021-05-28' })
  })

  it('periods move by whole ones and otherwise stay', () => {
    const quarter = aDate({ kind: 'quarter', year: 2020, quarter: 4 })
    expect(shiftPlanDate(quarter, { unit: 'month', count: 3 }).value).toEqual({ kind: 'quarter', year: 2021, quarter: 1 })
    expect(shiftPlanDate(quarter, { unit: 'month', count: 1 })).toBe(quarter)
    expect(shiftPlanDate(quarter, { unit: 'week', count: 1 })).toBe(quarter)
    const month = aDate({ kind: 'month', month: '2020-12', part: 'early' })
    expect(shiftPlanDate(month, { unit: 'month', count: 1 }).value).toEqual({ kind: 'month', month: '2021-01', part: 'early' })
    const half = aDate({ kind: 'half', year: 2021, half: 1 })
    expect(shiftPlanDate(half, { unit: 'month', count: -6 }).value).toEqual({ kind: 'half', year: 2020, half: 2 })
    expect(shiftPlanDate(aDate({ kind: 'year', year: 2021 }), { unit: 'month', count: 12 }).value).toEqual({ kind: 'year', year: 2022 })
  })

  it('what says no date stays as it is', () => {
    expect(shiftPlanDate(openDate, { unit: 'week', count: 1 })).toBe(openDate)
    const odd = aDate({ kind: 'unreadable' }, { written: 'after lunch' })
    expect(shiftPlanDate(odd, { unit: 'month', count: 1 })).toBe(odd)
    const last = on('9999-12-30')
    expect(shiftPlanDate(last, { unit: 'week', count: 1 })).toBe(last)
  })

  it('a written weekday moves with its day, right or wrong, and stale words go', () => {
    const monday = { ...on('2021-01-26'), weekday: 1, written: 'Monday 26 January' }
    expect(shiftPlanDate(monday, { unit: 'day', count: 2 })).toEqual({ ...on('2021-01-28'), weekday: 3 })
    expect(shiftPlanDate(monday, { unit: 'week', count: 2 }).weekday).toBe(1)
  })

  it('weeks and months keep the weekday of every day', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))
    fc.assert(
      fc.property(day, fc.constantFrom('week', 'month'), fc.integer({ min: -60, max: 60 }), (date, unit, count) => {
        const { value } = shiftPlanDate(on(date), { unit, count })
        expect(value.kind === 'date' && weekdayOf(value.date)).toBe(weekdayOf(date))
      }),
    )
  })
})
