import type { PlainDate } from '../model/basics.ts'
import type { Term } from '../model/plan.ts'

/** A day of the proleptic Gregorian calendar. */
export interface Day {
  readonly year: number
  /** 1 January to 12 December. */
  readonly month: number
  readonly day: number
}

/** Days in a span, both ends included. */
export interface Span {
  readonly start: PlainDate
  readonly end: PlainDate
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0))

export const isDay = ({ year, month, day }: Day): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

const two = (count: number): string => String(count).padStart(2, '0')

/** `2021-01-26` */
export const plainDateOf = ({ year, month, day }: Day): PlainDate => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** `2021-01` */
export const plainMonthOf = (year: number, month: number): string => `${String(year).padStart(4, '0')}-${two(month)}`

/** `14:30` */
export const plainTimeOf = (hour: number, minute: number): string => `${two(hour)}:${two(minute)}`

/** The parts of an ISO day, `2021-01-26`; of an ISO month with day 1. */
export function dayOf(date: PlainDate): Day {
  // read by place: this is asked several times of every row that is checked
  const at = date.indexOf('-')
  const day = date.slice(at + 4)
  return { year: Number(date.slice(0, at)), month: Number(date.slice(at + 1, at + 3)), day: day === '' ? 1 : Number(day) }
}

/** Days since 1 March of year 0, from which leap days fall at the end of each counted year. */
function dayNumber({ year, month, day }: Day): number {
  const shifted = month > 2 ? year : year - 1
  const daysBeforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + daysBeforeMonth + day - 1
}

function dayFromNumber(days: number): Day {
  const cycle = Math.floor(days / 146_097)
  const inCycle = days - cycle * 146_097
  const yearInCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  )
  const inYear = inCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100))
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153)
  const day = inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: cycle * 400 + yearInCycle + (month <= 2 ? 1 : 0), month, day }
}

/** The day so many days later, or earlier for a negative count. */
export const addDays = (date: PlainDate, count: number): PlainDate => plainDateOf(dayFromNumber(dayNumber(dayOf(date)) + count))

/** Days from one date to another: 1 from a day to the next. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(dayOf(to)) - dayNumber(dayOf(from))

/** 1 Monday to 7 Sunday, as in ISO 8601. */
export const weekdayOf = (date: PlainDate): number => ((dayNumber(dayOf(date)) + 2) % 7) + 1

/** First and last day of months `first` to `last` of a year. */
export const monthsSpan = (year: number, first: number, last: number): Span => ({
  start: plainDateOf({ year, month: first, day: 1 }),
  end: plainDateOf({ year, month: last, day: daysInMonth(year, last) }),
})

/**
 * The term that a label names: `2020-2021`, `2017 – 2018 period`, `2020/21`. Like `termFrom`, generous at both ends: the committee is
 * installed from July, and the General Assembly that ends a term has met as late as November. A single year is that calendar year; null
 * when the label names neither.
 */
export function termOfLabel(label: string): Term | null {
  const pair = /(?<!\d)((?:18|19|2\d)\d\d)\s*[-–—/]\s*(\d{4}|\d{2})(?!\d)/.exec(label)
  if (pair !== null) {
    const first = Number(pair[1])
    const written = Number(pair[2])
    const last = written < 100 ? Math.floor(first / 100) * 100 + written + (written < first % 100 ? 100 : 0) : written
    return last > first && last - first <= 5 ? { start: `${first}-07-01`, end: `${last}-11-30` } : null
  }
  const single = /(?<!\d)((?:18|19|2\d)\d\d)(?!\d)/.exec(label)?.[1]
  return single === undefined ? null : { start: `${single}-01-01`, end: `${single}-12-31` }
}
