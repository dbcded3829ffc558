import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#shared/dates/calendar.ts'
import { dayOfValue, moveToDay } from '#shared/dates/move.ts'
import { aDate, on } from '../../builders/plan.ts'

describe('putting a date on another day', () => {
  test('the hours stay, and so do the words beside the day', () => {
    const date = { ...on('2021-01-26', '14:30', '17:00'), tentative: true, note: 'to be coordinated with CIDI' }
    expect(moveToDay(date, '2021-02-02')).toEqual({
      ...on('2021-02-02', '14:30', '17:00'),
      tentative: true,
      note: 'to be coordinated with CIDI',
    })
  })

  test('a weekday that was written, right or wrong, becomes the true one; the typed words go, for they say another day', () => {
    const date = { ...on('2021-01-26'), weekday: 1, written: 'MONDAY, JANUARY 26' }
    expect(moveToDay(date, '2021-01-28')).toEqual({ ...on('2021-01-28'), weekday: 4, written: '' })
  })

  test('a span keeps its length over the end of a month', () => {
    expect(moveToDay(aDate({ kind: 'range', start: '2020-11-05', end: '2020-11-08' }), '2021-02-27').value).toEqual({
      kind: 'range',
      start: '2021-02-27',
      end: '2021-03-02',
    })
  })

  test('what named a month, a quarter or nothing becomes the day, without an hour', () => {
    const dates = [
      aDate({ kind: 'month', month: '2021-03', part: 'early' }),
      aDate({ kind: 'quarter', year: 2021, quarter: 1 }),
      aDate({ kind: 'unreadable' }, { written: 'soon' }),
    ]
    for (const date of dates) expect(moveToDay(date, '2021-03-09')).toEqual(on('2021-03-09'))
  })

  test('moved anywhere and back, a day is as it was', () => {
    const date = on('2021-01-26', '14:30')
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const day = addDays('2021-01-26', days)
        const moved = moveToDay(date, day)
        expect(dayOfValue(moved.value)).toBe(day)
        expect(moveToDay(moved, '2021-01-26')).toEqual(date)
      }),
    )
    expect(moveToDay(date, '2021-01-26')).toBe(date)
  })
})
