import type { PlanDateValue } from '../model/plan-date.ts'
import { daysInMonth, dayOf, monthsSpan, plainDateOf, type Span } from './calendar.ts'

/** The days that "early", "mid" and "late" stand for: thirds of the month. */
const parts = { early: [1, 10], mid: [11, 20], late: [21, 31] } as const

/** First and last day that a date may mean; null for one that is open or unreadable. */
export function span(value: PlanDateValue): Span | null {
  switch (value.kind) {
    case 'date':
      return { start: value.date, end: value.date }
    case 'range':
      return { start: value.start, end: value.end }
    case 'month': {
      const { year, month } = dayOf(value.month)
      if (value.part === null) return monthsSpan(year, month, month)
      const [first, last] = parts[value.part]
      return {
        start: plainDateOf({ year, month, day: first }),
        end: plainDateOf({ year, month, day: Math.min(last, daysInMonth(year, month)) }),
      }
    }
    case 'quarter':
      return monthsSpan(value.year, value.quarter * 3 - 2, value.quarter * 3)
    case 'half':
      return monthsSpan(value.year, value.half * 6 - 5, value.half * 6)
    case 'year':
      return monthsSpan(value.year, 1, 12)
    case 'open':
    case 'unreadable':
      return null
  }
}

/**
 * A key that sorts dates as text: by first day, a day's meetings by hour, then the shorter span first; dates still open, and words that are
 * no date, come last.
 */
export function sortKey(value: PlanDateValue): string {
  const days = span(value)
  if (days === null) return '~'
  const time = value.kind === 'date' ? (value.time ?? '00:00') : '00:00'
  return `${days.start} ${time} ${days.end}`
}
