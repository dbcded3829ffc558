import type { PlainDate } from '../model/basics.ts'
import type { Language } from '../model/language.ts'
import type { PlanDate, PlanDateValue } from '../model/plan-date.ts'
import type { Term } from '../model/plan.ts'
import { dayOf, weekdayOf } from './calendar.ts'
import { type Dated, datedAt } from './expressions.ts'
import { span } from './span.ts'
import { type Times, timesAt } from './times.ts'
import { isMark, isWord, phraseAt, type Read, type Token, tokensOf } from './tokens.ts'
import { fillers, joiners, monthOf, weekdays } from './words.ts'

/** What helps to read a date that says less than it means. */
export interface DateContext {
  /** Language of the plan: decides between months that a misspelt word is equally near to. */
  readonly language?: Language
  /** Gives a date without a year the year in which it falls inside the term. */
  readonly term?: Term | null
  /** Where there is no term, a date without a year is the next one from this day. */
  readonly today?: PlainDate
}

type Piece = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'date'; readonly dated: Dated }
  | { readonly kind: 'time'; readonly times: Times }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'tentative' | 'open' | 'alternative' | 'filler' | 'mark' | 'word' }
)

/** A cell longer than this is prose, whatever dates stand in it. */
const longest = 600

/** A weekday at this place, with the `-feira` of a Portuguese one. `mar` before a day and a month is Tuesday, not March. */
function weekdayAt(tokens: readonly Token[], index: number): Read<number> | null {
  const token = tokens[index]
  const weekday = token?.kind === 'word' ? weekdays.get(token.text) : undefined
  if (token === undefined || weekday === undefined) return null
  const point = isMark(tokens[index + 1], '.,') ? index + 2 : index + 1
  if (monthOf(token.text) !== null) {
    let month = point + 1
    while (month < point + 3 && (isWord(tokens[month], joiners) || isMark(tokens[month], '-.'))) month++
    const name = tokens[month]
    if (tokens[point]?.kind !== 'number' || name?.kind !== 'word' || monthOf(name.text) === null) return null
  }
  return { value: weekday, next: isMark(tokens[index + 1], '-‑–') && tokens[index + 2]?.text === 'feira' ? index + 3 : index + 1 }
}

function pieceAt(tokens: readonly Token[], index: number, language: Language | undefined): Piece {
  const phrase = phraseAt(tokens, index)
  if (phrase !== null && (phrase.value === 'tentative' || phrase.value === 'open' || phrase.value === 'alternative')) {
    return { kind: phrase.value, start: index, end: phrase.next }
  }
  const times = timesAt(tokens, index)
  if (times !== null) return { kind: 'time', times: times.value, start: index, end: times.next }
  const named = monthOf(tokens[index]?.text ?? '') === null ? null : weekdayAt(tokens, index)
  const dated = named === null ? datedAt(tokens, index, language) : null
  if (dated !== null) return { kind: 'date', dated: dated.value, start: index, end: dated.next }
  const weekday = named ?? weekdayAt(tokens, index)
  if (weekday !== null) return { kind: 'weekday', weekday: weekday.value, start: index, end: weekday.next }
  const token = tokens[index]
  const kind = token?.kind === 'mark' ? 'mark' : token !== undefined && isWord(token, fillers) ? 'filler' : 'word'
  return { kind, start: index, end: index + 1 }
}

function piecesOf(tokens: readonly Token[], language: Language | undefined): Piece[] {
  const pieces: Piece[] = []
  for (let index = 0; index < tokens.length; index = pieces.at(-1)?.end ?? tokens.length) pieces.push(pieceAt(tokens, index, language))
  return pieces
}

const overlaps = (value: PlanDateValue, { start, end }: Term): boolean => {
  const days = span(value)
  return days !== null && days.start <= end && days.end >= start
}

/** The date in the year it means: the one written, else the one inside the term whose weekday agrees. */
function settle({ year, at }: Dated, context: DateContext, weekday: number | null, notBefore: PlainDate | null): PlanDateValue | null {
  if (year !== null) return at(year)
  const { term, today } = context
  const from = term ? dayOf(term.start).year : today === undefined ? null : dayOf(today).year
  if (from === null) return null
  const to = term ? dayOf(term.end).year : from + 1
  const values = Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => at(from + index))
    .filter((value) => value !== null)
    .filter((value) => !term || overlaps(value, term))
  const agreeing = values.filter((value) => value.kind === 'date' && weekdayOf(value.date) === weekday)
  const likely = agreeing.length > 0 ? agreeing : values
  const start = (value: PlanDateValue): string => span(value)?.start ?? ''
  const earliest = notBefore ?? today
  const upcoming = earliest === undefined ? undefined : likely.find((value) => (span(value)?.end ?? '') >= earliest)
  // A term begins in September: of two Octobers the first is meant, of two Julys the second.
  const usual = likely.find((value) => dayOf(start(value)).month >= 9) ?? likely.at(-1)
  return upcoming ?? usual ?? null
}

const isLoose = (piece: Piece | undefined): boolean => piece?.kind === 'filler' || piece?.kind === 'mark'

/** The nearest piece in a direction that is neither a mark nor a word without weight. */
function neighbour(pieces: readonly Piece[], index: number, step: 1 | -1): number {
  let place = index + step
  while (isLoose(pieces[place])) place += step
  return place
}

const nearDate = (pieces: readonly Piece[], index: number): boolean =>
  ([1, -1] as const).some((step) => {
    const near = pieces[neighbour(pieces, index, step)]
    return near?.kind === 'date' || near?.kind === 'time'
  })

/** Where the bracket that opens a text is closed; the text's length where it never is. */
function closing(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    const mark = text.charAt(index)
    if (mark === '(' || mark === '[') depth++
    if (mark === ')' || mark === ']') depth--
    if (depth === 0) return index
  }
  return text.length
}

/** Takes the brackets and dashes off the ends of a note, but no bracket that has its partner inside. */
function trimNote(words: string): string {
  let note = words
  for (;;) {
    const bare = note.replace(/^[\s,;:.\-–—/)\]]+/u, '').replace(/[\s,;:\-–—/([]+$/u, '')
    const close = /^[([]/.test(bare) ? closing(bare) : -1
    const unwrapped = close >= bare.length - 1 ? bare.slice(1, close) : bare
    const next = /[)\]]$/.test(unwrapped) && !/[([]/.test(unwrapped) ? unwrapped.slice(0, -1) : unwrapped
    if (next === note) return note
    note = next
  }
}

/** The words that no part of the date took, run by run. */
function noteOf(text: string, tokens: readonly Token[], pieces: readonly Piece[], taken: ReadonlySet<number>): string | null {
  const runs: Piece[][] = [[]]
  pieces.forEach((piece, index) => {
    if (taken.has(index)) runs.push([])
    else runs.at(-1)?.push(piece)
  })
  const notes = runs.flatMap((run) => {
    const [first, last] = [run.findIndex((piece) => piece.kind !== 'mark' && piece.kind !== 'filler'), run.at(-1)]
    if (first < 0 || last === undefined) return []
    const from = tokens[run[0]?.start ?? 0]?.start ?? 0
    return [trimNote(text.slice(from, tokens[last.end - 1]?.end).replace(/\s+/g, ' '))].filter((note) => note !== '')
  })
  return notes.length === 0 ? null : notes.join('; ')
}

/**
 * Reads a date cell, in any of the four languages. Never throws; words that say no date come back as `unreadable`, and
 * everything written stays in `written`. What is neither date, time, weekday nor a word for "tentative" becomes the note.
 */
export function readPlanDate(text: string, context: DateContext = {}): PlanDate {
  const unreadable: PlanDate = {
    written: text,
    value: { kind: 'unreadable' },
    weekday: null,
    tentative: false,
    alternative: null,
    note: null,
  }
  if (text.length > longest) return unreadable
  const tokens = tokensOf(text)
  const pieces = piecesOf(tokens, context.language)
  const tentative = pieces.some(({ kind }) => kind === 'tentative')
  const taken = new Set(pieces.flatMap(({ kind }, index) => (kind === 'tentative' ? [index] : [])))
  const main = pieces.findIndex(({ kind }) => kind === 'date')
  const date = pieces[main]
  if (date?.kind !== 'date') {
    const open = pieces.findIndex(({ kind }) => kind === 'open')
    // Marks alone leave the date open, and so does "tentative"; a word without weight may be the beginning of anything.
    const nothing = pieces.every(tentative ? (piece) => isLoose(piece) || piece.kind === 'tentative' : ({ kind }) => kind === 'mark')
    if (open < 0 && !nothing) return unreadable
    if (open >= 0) taken.add(open)
    return { ...unreadable, value: { kind: 'open' }, tentative, note: noteOf(text, tokens, pieces, taken) }
  }
  const weekdayPlace = pieces.findIndex((piece, index) => piece.kind === 'weekday' && nearDate(pieces, index))
  const weekdayPiece = pieces[weekdayPlace]
  const weekday = weekdayPiece?.kind === 'weekday' ? weekdayPiece.weekday : null
  const value = settle(date.dated, context, weekday, null)
  const vague = value?.kind === 'year' || date.dated.year === null
  if (value === null || (vague && pieces.slice(0, main).some(({ kind }) => kind === 'word'))) return unreadable
  taken.add(main)
  const lead = pieces.findIndex(
    ({ kind }, index) => index > main && kind === 'alternative' && pieces[neighbour(pieces, index, 1)]?.kind === 'date',
  )
  const otherPlace = lead < 0 ? -1 : neighbour(pieces, lead, 1)
  const other = pieces[otherPlace]
  const alternative = other?.kind === 'date' ? settle(other.dated, context, null, span(value)?.start ?? null) : null
  if (alternative !== null) taken.add(lead).add(otherPlace)
  const dayed = value.kind === 'date' || value.kind === 'range'
  if (dayed && weekdayPlace >= 0) taken.add(weekdayPlace)
  if (value.kind !== 'date') {
    return { ...unreadable, value, weekday: dayed ? weekday : null, tentative, alternative, note: noteOf(text, tokens, pieces, taken) }
  }
  const timePlace = pieces.findIndex(({ kind }) => kind === 'time')
  const timePiece = pieces[timePlace]
  const times = timePiece?.kind === 'time' ? timePiece.times : { time: null, endTime: null }
  if (timePlace >= 0) taken.add(timePlace)
  return { written: text, value: { ...value, ...times }, weekday, tentative, alternative, note: noteOf(text, tokens, pieces, taken) }
}
