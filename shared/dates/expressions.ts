import type { Language } from '../model/language.ts'
import type { PlanDateValue } from '../model/plan-date.ts'
import { addDays, daysInMonth, isDay, plainDateOf, plainMonthOf } from './calendar.ts'
import { timesAt } from './times.ts'
import { isMark, isWord, phraseAt, type Read, type Token, touches } from './tokens.ts'
import {
  halfWords,
  halfYearWords,
  joiners,
  listWords,
  misspeltMonthOf,
  monthOf,
  ordinalEndings,
  ordinals,
  quarterWords,
  rangeMarks,
  rangeWords,
  weekdays,
} from './words.ts'

/** A date that may lack its year: `at` makes the value for one, or null where that year has no such day. */
export interface Dated {
  readonly year: number | null
  readonly at: (year: number) => PlanDateValue | null
}

/** What is written of a day or month. */
interface Point {
  readonly day: number | null
  readonly month: number | null
  readonly year: number | null
}

type Reader<Value> = (tokens: readonly Token[], index: number, language: Language | undefined) => Read<Value> | null

const width = (token: Token): number => token.end - token.start

export const yearAt = (tokens: readonly Token[], index: number): number | null => {
  const token = tokens[index]
  return token?.kind === 'number' && width(token) === 4 && token.number >= 1889 && token.number <= 2999 ? token.number : null
}

const yearWords = new Set(['year', 'ano', 'annee', 'calendar'])

/** A year after this place, over commas, dashes, "of" and the like. */
function yearAfter(tokens: readonly Token[], index: number): Read<number> | null {
  let next = index
  while (next < index + 4 && (isMark(tokens[next], ',.-–—/') || isWord(tokens[next], joiners) || isWord(tokens[next], yearWords))) next++
  const year = yearAt(tokens, next)
  return year === null ? null : { value: year, next: next + 1 }
}

/** A day of the month, with its ordinal ending: `3`, `3rd`, `1er`, `1º`. A number that begins a time of day is none. */
function dayAt(tokens: readonly Token[], index: number): Read<number> | null {
  const token = tokens[index]
  if (token?.kind !== 'number' || width(token) > 2 || token.number < 1 || token.number > 31 || timesAt(tokens, index) !== null) return null
  const ending = isWord(tokens[index + 1], ordinalEndings) && touches(tokens, index + 1)
  return { value: token.number, next: ending ? index + 2 : index + 1 }
}

/** A month's name. A misspelt one counts only beside a number, where a month is expected. */
const monthAt: Reader<number> = (tokens, index, language) => {
  const token = tokens[index]
  if (token?.kind !== 'word') return null
  const beside = [tokens[index - 1], tokens[index - 2], tokens[index + 1], tokens[index + 2]].some((each) => each?.kind === 'number')
  const month = monthOf(token.text) ?? (beside ? misspeltMonthOf(token.text, language) : null)
  if (month === null) return null
  return { value: month, next: isMark(tokens[index + 1], '.') && touches(tokens, index + 1) ? index + 2 : index + 1 }
}

/** `2021-03-30`, `30/03/2021`, `30.3.21`, `2021-03`, `03/2021`, `30/03`. The day comes first unless it cannot. */
function numericAt(tokens: readonly Token[], index: number): Read<Point> | null {
  const [first, mark, second, mark2, third] = tokens.slice(index, index + 5)
  if (first?.kind !== 'number' || second?.kind !== 'number' || mark === undefined || !isMark(mark, '/.-‐‑')) return null
  if (!touches(tokens, index + 1) || !touches(tokens, index + 2) || width(second) > 4) return null
  const three = third?.kind === 'number' && mark2?.text === mark.text && touches(tokens, index + 3) && touches(tokens, index + 4)
  if (yearAt(tokens, index) !== null) {
    if (width(second) !== 2 || second.number < 1 || second.number > 12) return null
    return three && width(third) <= 2
      ? { value: { year: first.number, month: second.number, day: third.number }, next: index + 5 }
      : { value: { year: first.number, month: second.number, day: null }, next: index + 3 }
  }
  if (width(first) > 2) return null
  const dayMonth =
    second.number > 12 && first.number <= 12 ? { day: second.number, month: first.number } : { day: first.number, month: second.number }
  if (three && width(second) <= 2) {
    const year = yearAt(tokens, index + 4) ?? (width(third) === 2 ? 2000 + third.number : null)
    return year === null ? null : { value: { ...dayMonth, year }, next: index + 5 }
  }
  if (mark.text !== '/') return null
  const year = yearAt(tokens, index + 2)
  if (year !== null)
    return first.number >= 1 && first.number <= 12 ? { value: { day: null, month: first.number, year }, next: index + 3 } : null
  return width(second) <= 2 && dayMonth.month <= 12 ? { value: { ...dayMonth, year: null }, next: index + 3 } : null
}

/** `26 de enero de 2021`, `26 January`, `22-Sep-17`. */
const dayMonthAt: Reader<Point> = (tokens, index, language) => {
  const day = dayAt(tokens, index)
  if (day === null) return null
  let next = day.next
  while (next < day.next + 3 && (isMark(tokens[next], ',.-–—/') || isWord(tokens[next], joiners))) next++
  const month = monthAt(tokens, next, language)
  if (month === null) return null
  const year = yearAfter(tokens, month.next)
  if (year !== null) return { value: { day: day.value, month: month.value, year: year.value }, next: year.next }
  const [short, tight] = [tokens[month.next + 1], tokens[month.next]]
  const dashed = isMark(tight, '-/') && tight?.text === tokens[next - 1]?.text && touches(tokens, month.next + 1)
  return dashed && short?.kind === 'number' && width(short) === 2
    ? { value: { day: day.value, month: month.value, year: 2000 + short.number }, next: month.next + 2 }
    : { value: { day: day.value, month: month.value, year: null }, next: month.next }
}

/** `January 26, 2021`, `SEPTEMBER 22 – 2017`, `OCTOBER 2017`, `FEBRUARY-2018`, `March`. */
const monthFirstAt: Reader<Point> = (tokens, index, language) => {
  const month = monthAt(tokens, index, language)
  if (month === null) return null
  const ofYear = yearAfter(tokens, month.next)
  if (ofYear !== null) return { value: { day: null, month: month.value, year: ofYear.value }, next: ofYear.next }
  let next = month.next
  if (isMark(tokens[next], '-,') || isWord(tokens[next], joiners)) next++
  const day = dayAt(tokens, next)
  if (day === null) return { value: { day: null, month: month.value, year: null }, next: month.next }
  const year = yearAfter(tokens, day.next)
  return { value: { day: day.value, month: month.value, year: year?.value ?? null }, next: year?.next ?? day.next }
}

const bareDayAt: Reader<Point> = (tokens, index) => {
  const day = dayAt(tokens, index)
  if (day === null) return null
  const year = yearAfter(tokens, day.next)
  return { value: { day: day.value, month: null, year: year?.value ?? null }, next: year?.next ?? day.next }
}

const pointAt: Reader<Point> = (tokens, index, language) =>
  numericAt(tokens, index) ??
  dayMonthAt(tokens, index, language) ??
  monthFirstAt(tokens, index, language) ??
  bareDayAt(tokens, index, language)

/** The second end of a range, over a weekday: "Monday 5 to Thursday 8 November". */
const rangeEndAt: Reader<Point> = (tokens, index, language) => {
  let next = index
  while (
    next < index + 4 &&
    (isWord(tokens[next], weekdays) || tokens[next]?.text === 'feira' || isMark(tokens[next], ',-') || isWord(tokens[next], joiners))
  )
    next++
  return pointAt(tokens, next, language) ?? pointAt(tokens, index, language)
}

const single = ({ day, month, year }: Point & { readonly month: number }): Dated => ({
  year,
  at: (of) =>
    day === null
      ? { kind: 'month', month: plainMonthOf(of, month), part: null }
      : isDay({ year: of, month, day })
        ? { kind: 'date', date: plainDateOf({ year: of, month, day }), time: null, endTime: null }
        : null,
})

type Whole = Point & { readonly month: number }

/** Fills what each end leaves to the other; null when the two do not make a range. */
function endsOf(first: Point, last: Point): [Whole, Whole] | null {
  const month = first.month ?? last.month
  const lastMonth = last.month ?? first.month
  if (month === null || lastMonth === null || (first.day === null) !== (last.day === null)) return null
  return [
    { ...first, month },
    { ...last, month: lastMonth },
  ]
}

function range(first: Whole, last: Whole): Dated | null {
  const before = first.month * 32 + (first.day ?? 0) > last.month * 32 + (last.day ?? 0)
  const bothYears = first.year !== null && last.year !== null
  if (bothYears && (first.year > last.year || (before && first.year === last.year))) return null
  if (before && !bothYears && first.month === last.month) return null
  return {
    year: last.year ?? (first.year === null ? null : before ? first.year + 1 : first.year),
    at: (of) => {
      const start = {
        year: last.year !== null && first.year !== null ? first.year : before ? of - 1 : of,
        month: first.month,
        day: first.day ?? 1,
      }
      const end = { year: of, month: last.month, day: last.day ?? daysInMonth(of, last.month) }
      if (!isDay(start) || !isDay(end)) return null
      const [startDate, endDate] = [plainDateOf(start), plainDateOf(end)]
      return startDate === endDate
        ? { kind: 'date', date: startDate, time: null, endTime: null }
        : { kind: 'range', start: startDate, end: endDate }
    },
  }
}

const followsOn = (first: Dated, second: Dated): boolean => {
  const [a, b] = [first.at(first.year ?? second.year ?? 2000), second.at(second.year ?? first.year ?? 2000)]
  return a?.kind === 'date' && b?.kind === 'date' && addDays(a.date, 1) === b.date
}

/** No list of days is longer: a cell of numbers must not be read again from each of them. */
const mostDaysListed = 8

/** A day, a month, or a range of them. Days that are listed ("5, 6 and 7 November") make a range when they follow on one another. */
const pointsAt: Reader<Dated> = (tokens, index, language) => {
  const first = pointAt(tokens, index, language)
  if (first === null) return null
  let [last, neighbours]: [Read<Point>, boolean] = [first, true]
  const points = [first.value]
  while (points.length < mostDaysListed) {
    const joint = tokens[last.next]
    const listed: boolean = joint !== undefined && listWords.has(joint.text)
    const spans: boolean =
      points.length === 1 && joint !== undefined && (isWord(joint, rangeWords) || (joint.kind === 'mark' && rangeMarks.has(joint.text)))
    const end = listed || spans ? rangeEndAt(tokens, last.next + 1, language) : null
    if (end === null) break
    last = end
    neighbours = listed
    points.push(end.value)
    if (spans) break
  }
  const alone = first.value.month === null ? null : { value: single({ ...first.value, month: first.value.month }), next: first.next }
  const ends = points.length > 1 ? endsOf(first.value, last.value) : null
  if (ends === null) return alone
  // A range that runs backwards says nothing that can be trusted.
  if (!neighbours) return { value: range(...ends) ?? { year: null, at: () => null }, next: last.next }
  const days = points.map((point) => single({ ...point, month: point.month ?? ends[1].month, year: point.year ?? ends[1].year }))
  const spanned = days.every((day, place) => place === 0 || followsOn(days[place - 1] ?? day, day)) ? range(...ends) : null
  if (spanned !== null) return { value: spanned, next: last.next }
  return alone ?? { value: single({ ...ends[0], year: ends[0].year ?? ends[1].year }), next: first.next }
}

/** `early March 2021`, `mid-March`, `fines de marzo`, `first half of March 2021`. */
const partOfMonthAt: Reader<Dated> = (tokens, index, language) => {
  const phrase = phraseAt(tokens, index)
  const half = phrase === null ? halfAt(tokens, index) : null
  const part = phrase?.value ?? (half?.value === 1 ? 'early' : half?.value === 2 ? 'late' : null)
  let next = phrase?.next ?? half?.next
  if (next === undefined || (part !== 'early' && part !== 'mid' && part !== 'late')) return null
  while (isMark(tokens[next], '-‑') || isWord(tokens[next], joiners)) next++
  const month = monthFirstAt(tokens, next, language)
  if (month === null || month.value.month === null || month.value.day !== null) return null
  const which = month.value.month
  return { value: { year: month.value.year, at: (of) => ({ kind: 'month', month: plainMonthOf(of, which), part }) }, next: month.next }
}

/** `first`, `1st`, `2º`, `II`; the last is -1. */
function ordinalAt(tokens: readonly Token[], index: number): Read<number> | null {
  const token = tokens[index]
  if (token?.kind === 'word') {
    const count = ordinals.get(token.text)
    return count === undefined ? null : { value: count, next: index + 1 }
  }
  if (token?.kind !== 'number' || token.number < 1 || token.number > 4) return null
  let next = index + 1
  if (isWord(tokens[next], ordinalEndings) && touches(tokens, next)) next++
  if (isMark(tokens[next], '.°')) next++
  return { value: token.number, next }
}

/** "second half" */
function halfAt(tokens: readonly Token[], index: number): Read<number> | null {
  const ordinal = ordinalAt(tokens, index)
  if (ordinal === null || !(isWord(tokens[ordinal.next], halfWords) || isWord(tokens[ordinal.next], halfYearWords))) return null
  const half = ordinal.value === -1 ? 2 : ordinal.value
  return half > 2 ? null : { value: half, next: ordinal.next + 1 }
}

type Period = { readonly kind: 'quarter' | 'half'; readonly count: number }

/** `Q1`, `1T`, `H2`, "first quarter", "second half". */
function periodAt(tokens: readonly Token[], index: number): Read<Period> | null {
  const [first, second] = [tokens[index], tokens[index + 1]]
  const [letter, count] = first?.kind === 'word' ? [first, second] : [second, first]
  const kind = letter === undefined ? null : 'qt'.includes(letter.text) ? 'quarter' : 'hs'.includes(letter.text) ? 'half' : null
  if (kind !== null && letter?.kind === 'word' && count?.kind === 'number' && width(count) === 1 && touches(tokens, index + 1)) {
    return count.number >= 1 && count.number <= (kind === 'quarter' ? 4 : 2)
      ? { value: { kind, count: count.number }, next: index + 2 }
      : null
  }
  const half = halfAt(tokens, index)
  if (half !== null) return { value: { kind: 'half', count: half.value }, next: half.next }
  const ordinal = ordinalAt(tokens, index)
  const word = ordinal !== null && isWord(tokens[ordinal.next], yearWords) ? ordinal.next + 1 : ordinal?.next
  if (ordinal === null || word === undefined || !isWord(tokens[word], quarterWords)) return null
  return { value: { kind: 'quarter', count: ordinal.value === -1 ? 4 : ordinal.value }, next: word + 1 }
}

const periodOf = ({ kind, count }: Period, year: number | null): Dated => ({
  year,
  at: (of) => (kind === 'quarter' ? { kind, year: of, quarter: count } : { kind, year: of, half: count }),
})

const quarterOrHalfAt: Reader<Dated> = (tokens, index) => {
  const leading = yearAt(tokens, index)
  const period = periodAt(tokens, leading === null ? index : isMark(tokens[index + 1], ',-–') ? index + 2 : index + 1)
  if (period === null) return null
  if (leading !== null) return { value: periodOf(period.value, leading), next: period.next }
  const year = yearAfter(tokens, period.next)
  return { value: periodOf(period.value, year?.value ?? null), next: year?.next ?? period.next }
}

/** `2018`, or the years `2018-2019`. */
const yearsAt: Reader<Dated> = (tokens, index) => {
  const year = yearAt(tokens, index)
  if (year === null) return null
  const mark = tokens[index + 1]
  const last = mark?.kind === 'mark' && rangeMarks.has(mark.text) ? yearAt(tokens, index + 2) : null
  if (last === null || last <= year) return { value: { year, at: (of) => ({ kind: 'year', year: of }) }, next: index + 1 }
  return { value: { year, at: (of) => ({ kind: 'range', start: `${of}-01-01`, end: `${last}-12-31` }) }, next: index + 3 }
}

/** A date of any precision at this place, or null. */
export const datedAt: Reader<Dated> = (tokens, index, language) =>
  partOfMonthAt(tokens, index, language) ??
  quarterOrHalfAt(tokens, index, language) ??
  pointsAt(tokens, index, language) ??
  yearsAt(tokens, index, language)
