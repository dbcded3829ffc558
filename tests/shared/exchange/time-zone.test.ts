import { expect, test } from 'vitest'
import { isTimeZone, observances, offsetAt, wallTime } from '#shared/exchange/time-zone.ts'

test('New York since 2007: the second Sunday of March and the first of November, year after year', () => {
  expect(observances('America/New_York', 2026, 2027)).toEqual([
    {
      summer: true,
      start: '2025-03-09T02:00:00',
      from: -18_000,
      to: -14_400,
      name: 'EDT',
      yearly: { month: 3, weekday: 0, ordinal: 2, until: null },
    },
    {
      summer: false,
      start: '2025-11-02T02:00:00',
      from: -14_400,
      to: -18_000,
      name: 'EST',
      yearly: { month: 11, weekday: 0, ordinal: 1, until: null },
    },
  ])
})

test('the year in which the United States moved both Sundays is told as it was', () => {
  const rules = observances('America/New_York', 2007, 2007)
  expect(rules.map(({ start, yearly }) => [start, yearly])).toEqual([
    ['2006-04-02T02:00:00', null],
    ['2006-10-29T02:00:00', null],
    ['2007-03-11T02:00:00', null],
    ['2007-11-04T02:00:00', null],
  ])
})

test('Brazil kept summer time until February 2019 and has had none since', () => {
  const winter = observances('America/Sao_Paulo', 2019, 2021).find(({ summer }) => !summer)
  expect(winter).toMatchObject({ start: '2018-02-18T00:00:00', from: -7200, to: -10_800 })
  expect(winter?.yearly).toEqual({ month: 2, weekday: 0, ordinal: 3, until: Date.parse('2019-02-17T02:00:00Z') })
  expect(observances('America/Sao_Paulo', 2021, 2021)).toMatchObject([
    { summer: false, start: '2020-01-01T00:00:00', from: -10_800, to: -10_800 },
  ])
})

test('a zone without summer time has one rule, in force before the first year', () => {
  expect(observances('America/Bogota', 2026, 2027)).toEqual([
    { summer: false, start: '2025-01-01T00:00:00', from: -18_000, to: -18_000, name: 'GMT-5', yearly: null },
  ])
})

test('Europe changes on last Sundays', () => {
  expect(observances('Europe/Paris', 2026, 2028).map(({ start, yearly }) => [start, yearly?.month, yearly?.ordinal])).toEqual([
    ['2025-03-30T02:00:00', 3, -1],
    ['2025-10-26T03:00:00', 10, -1],
  ])
})

test('clocks of a zone at an instant', () => {
  expect(offsetAt('America/New_York', Date.parse('2027-03-14T06:59:59Z'))).toBe(-18_000)
  expect(offsetAt('America/New_York', Date.parse('2027-03-14T07:00:00Z'))).toBe(-14_400)
  expect(offsetAt('UTC', 0)).toBe(0)
  expect(wallTime('America/New_York', Date.parse('2027-03-14T18:30:00Z'))).toBe('2027-03-14T14:30:00')
})

test('names of zones are told from other words', () => {
  expect(isTimeZone('America/New_York')).toBe(true)
  expect(isTimeZone('Washington')).toBe(false)
  expect(isTimeZone('+05:00')).toBe(false)
})
