import { numberToRoman } from '../lib/roman.ts'

export type SuffixKind = 'rev' | 'corr' | 'add'

export interface Suffix {
  readonly kind: SuffixKind
  readonly number: number
}

/** The session that adopted a text: ordinary (O) or special (E, for "extraordinario"), by that organ's own counter. */
export interface Session {
  readonly roman: string
  readonly number: number
  readonly type: 'O' | 'E' | null
}

export type AmericanClass = 'RES.' | 'DEC.' | 'doc.' | 'INF.' | 'SA.' | 'SUB.' | 'acta' | 'dash'

/** A symbol of the Organization of American States: `AG/RES. 2910 (XLVII-O/17)`, `CP/RES. 760 (1217/99)`, `CIDI/CAM/doc.32/16 rev. 1`, `CE/AM-7/08`. */
export interface AmericanSymbol {
  readonly family: 'oas'
  /** The path of bodies, outermost first: `CIDI`, `CAM`. */
  readonly organ: readonly string[]
  readonly class: AmericanClass
  readonly number: number
  readonly session: Session | null
  /** The Permanent Council numbers its resolutions by meeting: 1217 in `(1217/99)`. */
  readonly meeting: number | null
  /** Four digits; written with two. */
  readonly year: number | null
  readonly suffixes: readonly Suffix[]
}

/** A series header, kept as written: `OEA/Ser.L/V/II`. */
export interface SeriesSymbol {
  readonly family: 'series'
  readonly path: string
}

/** A United Nations symbol: `A/RES/75/136`, `A/RES/217 A (III)`, `NPT/CONF.1995/32 (Part I)/Corr.2`. */
export interface UnitedNationsSymbol {
  readonly family: 'united-nations'
  readonly path: readonly string[]
  /** The letter of a text adopted in parts: the `B` of `A/RES/67/234 B`. */
  readonly section: string | null
  /** What stands in parentheses: a session, a year, a part. */
  readonly parenthesis: string | null
  /** What follows the parentheses: `Corr.2`. */
  readonly rest: readonly string[]
}

export type ParsedSymbol = AmericanSymbol | SeriesSymbol | UnitedNationsSymbol

/** The Organization dates from 1948, so two digits from 48 on belong to the last century. */
const pivot = 48

/** The year that two or four digits stand for. */
export function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year >= pivot ? 1900 + year : 2000 + year
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, '0')
}

function writeAmerican(symbol: AmericanSymbol): string {
  const path = symbol.organ.join('/')
  const year = symbol.year === null ? '' : twoDigits(symbol.year)
  const suffixes = symbol.suffixes.map((suffix) => ` ${suffix.kind}. ${suffix.number}`).join('')
  if (symbol.class === 'dash') return `${path}-${symbol.number}/${year}${suffixes}`
  if (symbol.class !== 'RES.' && symbol.class !== 'DEC.') {
    const gap = symbol.class === 'acta' ? ' ' : ''
    return `${path}/${symbol.class}${gap}${symbol.number}${year && `/${year}`}${suffixes}`
  }
  const head = `${path}/${symbol.class} ${symbol.number}`
  if (symbol.session !== null) {
    const type = symbol.session.type === null ? '' : `-${symbol.session.type}`
    return `${head} (${symbol.session.roman || numberToRoman(symbol.session.number)}${type}${year && `/${year}`})${suffixes}`
  }
  if (symbol.meeting !== null) return `${head} (${symbol.meeting}/${year})${suffixes}`
  return `${head}${year && `/${year}`}${suffixes}`
}

/** Writes a symbol in its canonical spelling. */
export function writeSymbol(symbol: ParsedSymbol): string {
  switch (symbol.family) {
    case 'oas':
      return writeAmerican(symbol)
    case 'series':
      return symbol.path
    case 'united-nations': {
      const section = symbol.section === null ? '' : ` ${symbol.section}`
      const parenthesis = symbol.parenthesis === null ? '' : ` (${symbol.parenthesis})`
      return `${symbol.path.join('/')}${section}${parenthesis}${symbol.rest.map((part) => `/${part}`).join('')}`
    }
  }
}
