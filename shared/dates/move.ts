import type { PlainDate } from '../model/basics.ts'
import type { PlanDate, PlanDateValue } from '../model/plan-date.ts'
import { addDays, daysBetween, weekdayOf } from './calendar.ts'

/** The day that a date begins on; null for one that names no day. */
export const dayOfValue = (value: PlanDateValue): PlainDate | null =>
  value.kind === 'date' ? value.date : value.kind === 'range' ? value.start : null

function valueOn(value: PlanDateValue, day: PlainDate): PlanDateValue {
  if (value.kind === 'date') return { ...value, date: day }
  if (value.kind === 'range') return { ...value, start: day, end: addDays(day, daysBetween(value.start, value.end)) }
  return { kind: 'date', date: day, time: null, endTime: null }
}

/**
 * A date put on another day: the hour stays, a span keeps its length, and what named no day becomes that day. A weekday that was written
 * becomes the true one of the new day. The very same date when it stands there already.
 */
export function moveToDay(date: PlanDate, day: PlainDate): PlanDate {
  if (dayOfValue(date.value) === day) return date
  return { ...date, written: '', value: valueOn(date.value, day), weekday: date.weekday === null ? null : weekdayOf(day) }
}
