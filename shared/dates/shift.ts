import type { PlainDate } from '../model/basics.ts'
import type { PlanDate, PlanDateValue } from '../model/plan-date.ts'
import { addDays, dayOf, daysBetween, daysInMonth, plainDateOf, plainMonthOf, weekdayOf } from './calendar.ts'

export const shiftUnits = ['day', 'week', 'month'] as const

/** A distance in time; a negative count leads back. */
export interface Shift {
  readonly unit: (typeof shiftUnits)[number]
  readonly count: number
}

/** Months since year 0, and back. */
const monthNumber = (year: number, month: number): number => year * 12 + month - 1
const monthFromNumber = (months: number): { year: number; month: number } => ({ year: Math.floor(months / 12), month: (months % 12) + 1 })

const isYear = (year: number): boolean => year >= 1 && year <= 9999

/** The same weekday of another month: the third Tuesday stays the third Tuesday; a fifth one becomes the last. */
function sameWeekday(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dayOf(date)
  const to = monthFromNumber(monthNumber(year, month) + months)
  const first = plainDateOf({ ...to, day: 1 })
  const offset = (weekdayOf(date) - weekdayOf(first) + 7) % 7
  const wanted = 1 + offset + 7 * Math.floor((day - 1) / 7)
  return plainDateOf({ ...to, day: wanted > daysInMonth(to.year, to.month) ? wanted - 7 : wanted })
}

const shiftDay = (date: PlainDate, { unit, count }: Shift): PlainDate =>
  unit === 'month' ? sameWeekday(date, count) : addDays(date, unit === 'week' ? 7 * count : count)

/** Periods move by whole ones: a month is not moved by a week, nor a quarter by a month. */
function shiftPeriod(value: PlanDateValue, months: number): PlanDateValue {
  switch (value.kind) {
    case 'month': {
      const { year, month } = dayOf(value.month)
      const to = monthFromNumber(monthNumber(year, month) + months)
      return { ...value, month: plainMonthOf(to.year, to.month) }
    }
    case 'quarter': {
      if (months % 3 !== 0) return value
      const quarters = value.year * 4 + value.quarter - 1 + months / 3
      return { ...value, year: Math.floor(quarters / 4), quarter: (quarters % 4) + 1 }
    }
    case 'half': {
      if (months % 6 !== 0) return value
      const halves = value.year * 2 + value.half - 1 + months / 6
      return { ...value, year: Math.floor(halves / 2), half: (halves % 2) + 1 }
    }
    case 'year':
      return months % 12 === 0 ? { ...value, year: value.year + months / 12 } : value
    case 'date':
    case 'range':
    case 'open':
    case 'unreadable':
      return value
  }
}

function shiftValue(value: PlanDateValue, shift: Shift): PlanDateValue {
  if (value.kind === 'date') return { ...value, date: shiftDay(value.date, shift) }
  if (value.kind === 'range') {
    const start = shiftDay(value.start, shift)
    return { ...value, start, end: addDays(start, daysBetween(value.start, value.end)) }
  }
  return shift.unit === 'month' ? shiftPeriod(value, shift.count) : value
}

const startOf = (value: PlanDateValue): PlainDate | null =>
  value.kind === 'date' ? value.date : value.kind === 'range' ? value.start : null

const yearOf = (value: PlanDateValue): number | null =>
  'year' in value ? value.year : value.kind === 'month' ? dayOf(value.month).year : dayOf(startOf(value) ?? '2000-01').year

/**
 * A date so much later or earlier. Weeks and months keep the weekday. Periods move by whole ones and otherwise stay; so do dates that are
 * open, unreadable, or would leave the calendar. A weekday that was written, right or wrong, moves along with the day.
 */
export function shiftPlanDate(date: PlanDate, shift: Shift): PlanDate {
  const value = shiftValue(date.value, shift)
  const alternative = date.alternative === null ? null : shiftValue(date.alternative, shift)
  if (![value, alternative].every((shifted) => shifted === null || isYear(yearOf(shifted) ?? 0))) return date
  if (JSON.stringify([value, alternative]) === JSON.stringify([date.value, date.alternative])) return date
  const [from, to] = [startOf(date.value), startOf(value)]
  const days = from === null || to === null ? 0 : daysBetween(from, to)
  const weekday = date.weekday === null ? null : ((((date.weekday - 1 + days) % 7) + 7) % 7) + 1
  return { ...date, written: '', value, alternative, weekday }
}
