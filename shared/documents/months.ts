import { addDays, dayOf, daysBetween, daysInMonth, plainDateOf, plainMonthOf, weekdayOf } from '../dates/calendar.ts'
import type { Activity } from '../model/activity.ts'
import type { PlainDate } from '../model/basics.ts'
import type { PlanDateValue } from '../model/plan-date.ts'

/** A span of days longer than this is told under the month instead of standing on each of its days. */
const longestSpan = 10

/** Months between the first and the last are all shown, unless a stray year would make hundreds of pages. */
const mostMonths = 24

/** `2021-01` for a date in one month; null for one that names no month. */
export function monthOf(value: PlanDateValue): string | null {
  switch (value.kind) {
    case 'date':
      return value.date.slice(0, 7)
    case 'range':
      return value.start.slice(0, 7)
    case 'month':
      return value.month
    case 'quarter':
    case 'half':
    case 'year':
    case 'open':
    case 'unreadable':
      return null
  }
}

/** The months that a plan's calendar shows, from its first dated activity to its last. */
export function monthsOf(activities: readonly Pick<Activity, 'when'>[]): string[] {
  const busy = [...new Set(activities.flatMap((activity) => monthsTouched(activity)))].sort()
  const [first, last] = [busy[0], busy.at(-1)]
  if (!first || !last) return []
  const all = [first]
  while (all.length <= mostMonths && (all.at(-1) ?? last) < last) all.push(monthAfter(all.at(-1) ?? last))
  return all.at(-1) === last ? all : busy
}

function monthsTouched({ when: { value } }: Pick<Activity, 'when'>): string[] {
  const month = monthOf(value)
  if (month === null) return []
  return isShownByDay(value) && value.kind === 'range' && value.end.slice(0, 7) !== month ? [month, value.end.slice(0, 7)] : [month]
}

/** The month that follows. */
export function monthAfter(month: string): string {
  const { year, month: number } = dayOf(month)
  return number === 12 ? plainMonthOf(year + 1, 1) : plainMonthOf(year, number + 1)
}

/** Whether an activity stands on its days; others are told under their month. */
export const isShownByDay = (value: PlanDateValue): boolean =>
  value.kind === 'date' || (value.kind === 'range' && daysBetween(value.start, value.end) < longestSpan && value.start <= value.end)

/** Whether a date falls on that day. */
export const isOn = (value: PlanDateValue, date: PlainDate): boolean =>
  value.kind === 'date' ? value.date === date : value.kind === 'range' && value.start <= date && date <= value.end

/** The weeks that a month touches, each from Sunday to Saturday; days of the months beside it fill the first and the last. */
export function weeksOf(month: string): PlainDate[][] {
  const { year, month: number } = dayOf(month)
  const first = plainDateOf({ year, month: number, day: 1 })
  // The week begins on Sunday, the seventh day of ISO weeks.
  const lead = weekdayOf(first) % 7
  const weeks = Math.ceil((lead + daysInMonth(year, number)) / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, day) => addDays(first, week * 7 + day - lead)))
}
