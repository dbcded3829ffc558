import type { PlainDate, PlainTime } from '../model/basics.ts'
import type { Language } from '../model/language.ts'
import type { PlanDate, PlanDateValue } from '../model/plan-date.ts'
import { dayOf, weekdayOf } from './calendar.ts'
import { monthNames, weekdayNames } from './words.ts'

/** A date cell as the table shows it: the date, and below it in smaller print what belongs to it. */
export interface WrittenDate {
  /** `January 26, 2021`, `November 2026`; the cell's own words where they say no date. */
  readonly main: string
  /** `Tuesday, 2:30 p.m.; tentative; to be coordinated with CIDI; else first quarter 2027`; null when there is nothing to add. */
  readonly detail: string | null
}

interface Manner {
  readonly day: (day: number, month: string, year: number | null) => string
  readonly month: (month: string, year: number) => string
  readonly range: (from: string, to: string) => string
  /** Days of one month: "November 5-8, 2007". */
  readonly days: (from: number, to: number, month: string, year: number) => string
  readonly parts: Record<'early' | 'mid' | 'late', (month: string) => string>
  readonly quarters: readonly [string, string, string, string]
  readonly halves: readonly [string, string]
  readonly period: (name: string, year: number) => string
  readonly time: (hour: number, minute: string) => string
  readonly times: (from: string, to: string) => string
  readonly open: string
  readonly tentative: string
  readonly alternative: string
}

/** English dates give the day after the month, and the year after a comma; French ordinals are written for the first of a month alone. */
const manners: Record<Language, Manner> = {
  en: {
    day: (day, month, year) => `${month} ${day}${year === null ? '' : `, ${year}`}`,
    month: (month, year) => `${month} ${year}`,
    range: (from, to) => `${from} – ${to}`,
    days: (from, to, month, year) => `${month} ${from}–${to}, ${year}`,
    parts: { early: (month) => `early ${month}`, mid: (month) => `mid-${month}`, late: (month) => `late ${month}` },
    quarters: ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'],
    halves: ['first half', 'second half'],
    period: (name, year) => `${name}${name.endsWith('half') ? ' of' : ''} ${year}`,
    time: (hour, minute) => `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
    times: (from, to) => `${from} – ${to}`,
    open: 'to be determined',
    tentative: 'tentative',
    alternative: 'else',
  },
  es: {
    day: (day, month, year) => `${day} de ${month}${year === null ? '' : ` de ${year}`}`,
    month: (month, year) => `${month} de ${year}`,
    range: (from, to) => `${from} al ${to}`,
    days: (from, to, month, year) => `${from} al ${to} de ${month} de ${year}`,
    parts: { early: (month) => `principios de ${month}`, mid: (month) => `mediados de ${month}`, late: (month) => `fines de ${month}` },
    quarters: ['primer trimestre', 'segundo trimestre', 'tercer trimestre', 'cuarto trimestre'],
    halves: ['primer semestre', 'segundo semestre'],
    period: (name, year) => `${name} de ${year}`,
    time: (hour, minute) => `${hour}:${minute} h`,
    times: (from, to) => `${from.replace(' h', '')} a ${to}`,
    open: 'por definir',
    tentative: 'tentativa',
    alternative: 'o bien',
  },
  fr: {
    day: (day, month, year) => `${day === 1 ? '1er' : day} ${month}${year === null ? '' : ` ${year}`}`,
    month: (month, year) => `${month} ${year}`,
    range: (from, to) => `${from} au ${to}`,
    days: (from, to, month, year) => `${from === 1 ? '1er' : from} au ${to} ${month} ${year}`,
    parts: { early: (month) => `début ${month}`, mid: (month) => `mi-${month}`, late: (month) => `fin ${month}` },
    quarters: ['premier trimestre', 'deuxième trimestre', 'troisième trimestre', 'quatrième trimestre'],
    halves: ['premier semestre', 'second semestre'],
    period: (name, year) => `${name} ${year}`,
    time: (hour, minute) => (minute === '00' ? `${hour} h` : `${hour} h ${minute}`),
    times: (from, to) => `${from} à ${to}`,
    open: 'à déterminer',
    tentative: 'provisoire',
    alternative: 'sinon',
  },
  pt: {
    day: (day, month, year) => `${day} de ${month}${year === null ? '' : ` de ${year}`}`,
    month: (month, year) => `${month} de ${year}`,
    range: (from, to) => `${from} a ${to}`,
    days: (from, to, month, year) => `${from} a ${to} de ${month} de ${year}`,
    parts: { early: (month) => `início de ${month}`, mid: (month) => `meados de ${month}`, late: (month) => `fim de ${month}` },
    quarters: ['primeiro trimestre', 'segundo trimestre', 'terceiro trimestre', 'quarto trimestre'],
    halves: ['primeiro semestre', 'segundo semestre'],
    period: (name, year) => `${name} de ${year}`,
    time: (hour, minute) => (minute === '00' ? `${hour}h` : `${hour}h${minute}`),
    times: (from, to) => `${from} às ${to}`,
    open: 'a definir',
    tentative: 'tentativa',
    alternative: 'senão',
  },
}

const monthName = (month: number, language: Language): string => monthNames[language][month - 1] ?? ''

/** `January 26, 2021`; without its year where `withYear` is false. */
export function writeDay(date: PlainDate, language: Language, withYear = true): string {
  const { year, month, day } = dayOf(date)
  return manners[language].day(day, monthName(month, language), withYear ? year : null)
}

/** `2:30 p.m.`, `14:30 h`, `14 h 30`, `14h30` */
export function writeTime(time: PlainTime, language: Language): string {
  const [hour = '0', minute = '00'] = time.split(':')
  return manners[language].time(Number(hour), minute)
}

/** `Tuesday` for 2. */
export const writeWeekday = (weekday: number, language: Language): string => weekdayNames[language][weekday - 1] ?? ''

function writeRange(start: PlainDate, end: PlainDate, language: Language): string {
  const manner = manners[language]
  const [first, last] = [dayOf(start), dayOf(end)]
  if (first.year === last.year && first.month === last.month) {
    return manner.days(first.day, last.day, monthName(first.month, language), first.year)
  }
  return manner.range(writeDay(start, language, first.year !== last.year), writeDay(end, language))
}

/** A value alone, without time: `January 26, 2021`, `early March 2021`, `first quarter 2018`. Empty for one that is unreadable. */
export function writeValue(value: PlanDateValue, language: Language): string {
  const manner = manners[language]
  switch (value.kind) {
    case 'date':
      return writeDay(value.date, language)
    case 'range':
      return writeRange(value.start, value.end, language)
    case 'month': {
      const { year, month } = dayOf(value.month)
      const name = manner.month(monthName(month, language), year)
      return value.part === null ? name : manner.parts[value.part](name)
    }
    case 'quarter':
      return manner.period(manner.quarters[value.quarter - 1] ?? '', value.year)
    case 'half':
      return manner.period(manner.halves[value.half - 1] ?? '', value.year)
    case 'year':
      return String(value.year)
    case 'open':
      return manner.open
    case 'unreadable':
      return ''
  }
}

const words = (written: string): string => written.replace(/\s+/g, ' ').trim()

function timesOf(value: PlanDateValue, language: Language): string[] {
  if (value.kind !== 'date' || value.time === null) return []
  const start = writeTime(value.time, language)
  return [value.endTime === null ? start : manners[language].times(start, writeTime(value.endTime, language))]
}

/** A date cell for display. The weekday shown is the true one of the date, whatever was written. */
export function writePlanDate(date: PlanDate, language: Language): WrittenDate {
  const { value } = date
  const manner = manners[language]
  const day = value.kind === 'date' ? [[writeWeekday(weekdayOf(value.date), language), ...timesOf(value, language)].join(', ')] : []
  const details = [
    ...day,
    ...(date.tentative ? [manner.tentative] : []),
    ...(date.note === null ? [] : [date.note]),
    ...(date.alternative === null ? [] : [`${manner.alternative} ${writeValue(date.alternative, language)}`]),
  ]
  return {
    main: value.kind === 'unreadable' ? words(date.written) : writeValue(value, language),
    detail: details.length === 0 ? null : details.join('; '),
  }
}

/**
 * A date cell on one line, for an edit field; reading it back gives the same date. A weekday is written as it was written,
 * right or wrong. Empty for a date that has not been set.
 */
export function formatPlanDate(date: PlanDate, language: Language): string {
  const { value } = date
  if (value.kind === 'unreadable') return words(date.written)
  const manner = manners[language]
  const empty = value.kind === 'open' && !date.tentative && date.note === null && words(date.written) === ''
  if (empty) return ''
  const weekday = date.weekday === null ? [] : [writeWeekday(date.weekday, language)]
  return [
    [writeValue(value, language), ...weekday, ...timesOf(value, language)].join(', '),
    ...(date.tentative ? [`(${manner.tentative})`] : []),
    ...(date.alternative === null ? [] : [`${manner.alternative} ${writeValue(date.alternative, language)}`]),
    ...(date.note === null ? [] : [`(${date.note})`]),
  ].join(' ')
}
