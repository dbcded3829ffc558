import { numberToRoman, type ParsedSymbol, parseSymbol, writeSymbol } from '../citations/symbols.ts'

/** Symbols read before: a plan cites the same few again and again. */
const read = new Map<string, ParsedSymbol | null>()
const mostRead = 20_000

/** A symbol's parts, read once. */
export function partsOf(symbol: string): ParsedSymbol | null {
  let parsed = read.get(symbol)
  if (parsed === undefined) {
    parsed = parseSymbol(symbol)
    if (read.size >= mostRead) read.clear()
    read.set(symbol, parsed)
  }
  return parsed
}

/** Where a resolution or declaration stands in the numbered series of the body that adopted it. */
export interface SeriesPlace {
  /** Body, class and sort of session: `AG/RES. O`. Numbers are compared within one series only. */
  readonly series: string
  readonly number: number
  /** Session by the body's own counter; null where the symbol names a meeting or a year alone. */
  readonly session: { readonly number: number; readonly kind: 'O' | 'E' | null } | null
  /** Four digits. */
  readonly year: number | null
}

/**
 * Reads the place out of a symbol; null for documents, series headers and United Nations texts, whose numbers start again each year, and
 * for `CIDI/RES. 2/96`, which is numbered by year.
 */
export function seriesPlace(symbol: string): SeriesPlace | null {
  const parsed = partsOf(symbol)
  if (parsed?.family !== 'oas' || (parsed.class !== 'RES.' && parsed.class !== 'DEC.')) return null
  const { organ, number, session, meeting, year } = parsed
  if (session === null && meeting === null) return null
  const kind = session?.type ?? null
  return {
    series: `${organ.join('/')}/${parsed.class} ${meeting === null ? (kind ?? '') : 'meeting'}`,
    number,
    session: session === null ? null : { number: session.number, kind },
    year,
  }
}

/** Where a number cited alone ("AG/RES. 2910") would stand: in the series of the body's ordinary sessions. Null when a session is named. */
export function placeWithoutSession(symbol: string): SeriesPlace | null {
  const parsed = partsOf(symbol)
  if (parsed?.family !== 'oas' || (parsed.class !== 'RES.' && parsed.class !== 'DEC.')) return null
  if (parsed.session !== null || parsed.meeting !== null || parsed.year !== null) return null
  return { series: `${parsed.organ.join('/')}/${parsed.class} O`, number: parsed.number, session: null, year: null }
}

/** Special sessions count their resolutions from 1 again, so a number alone identifies nothing there. */
export const isContinuous = ({ session }: SeriesPlace): boolean => session?.kind !== 'E'

/**
 * The session in which the General Assembly met in ordinary session that year: year - 1970, without exception in public texts from 1972
 * to 2022. Null for every other body and for special sessions, which have counters of their own.
 */
export function expectedSession(symbol: string): { written: number; expected: number; corrected: string } | null {
  const parsed = partsOf(symbol)
  if (parsed?.family !== 'oas' || parsed.organ.join('/') !== 'AG' || parsed.session === null || parsed.year === null) return null
  if (parsed.session.type !== 'O' || (parsed.class !== 'RES.' && parsed.class !== 'DEC.')) return null
  const expected = parsed.year - 1970
  if (expected < 1) return null
  const written = parsed.session.number
  if (written === expected) return { written, expected, corrected: symbol }
  const corrected: ParsedSymbol = { ...parsed, session: { number: expected, roman: numberToRoman(expected), type: 'O' } }
  return { written, expected, corrected: writeSymbol(corrected) }
}

/** The symbol without `rev. 1`, `corr. 2` and the like. */
export function withoutSuffixes(symbol: string): string {
  const parsed = partsOf(symbol)
  return parsed?.family === 'oas' ? writeSymbol({ ...parsed, suffixes: [] }) : symbol
}

/** Numbers one slip of the finger away, the likelier first: two digits swapped, one changed, one dropped or added. */
export function nearNumbers(number: number): number[] {
  const text = String(number)
  const swapped: string[] = []
  const changed: string[] = []
  const dropped: string[] = []
  const added: string[] = []
  for (let index = 0; index <= text.length; index++) {
    const [before, after] = [text.slice(0, index), text.slice(index)]
    if (after.length > 1) swapped.push(before + after.charAt(1) + after.charAt(0) + after.slice(2))
    if (after !== '') dropped.push(before + after.slice(1))
    for (let digit = 0; digit <= 9; digit++) {
      added.push(`${before}${digit}${after}`)
      if (after !== '') changed.push(`${before}${digit}${after.slice(1)}`)
    }
  }
  const near = new Set([...swapped, ...changed, ...dropped, ...added])
  near.delete(text)
  return [...near].filter((digits) => /^[1-9]/.test(digits)).map(Number)
}
