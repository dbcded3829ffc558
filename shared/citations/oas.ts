import { numberToRoman, sloppyRomanToNumber } from '../lib/roman.ts'
import type { Repair } from './repairs.ts'
import {
  type AmericanClass,
  type AmericanSymbol,
  fullYear,
  type SeriesSymbol,
  type Session,
  type Suffix,
  type SuffixKind,
} from './symbol-model.ts'
import { withinDistance, group } from './words.ts'

export interface Scanned<Symbol> {
  readonly symbol: Symbol
  readonly end: number
  readonly repairs: readonly Repair[]
}

/** Class words as they are met, misspellings included, and the class that each stands for. */
const classes: ReadonlyMap<string, AmericanClass> = new Map([
  ...['RES', 'RESOL', 'RESO', 'RESS', 'RSE', 'RE', 'RS', 'ERS', 'RESOLUTION', 'RESOLUCION', 'RE5', 'RE$'].map(
    (word) => [word, 'RES.'] as const,
  ),
  ...['DEC', 'DECL', 'DCE', 'DE', 'EDC'].map((word) => [word, 'DEC.'] as const),
  ...['DOC', 'DCO', 'DOCS', 'ODC', 'DOCUMENT', 'D0C'].map((word) => [word, 'doc.'] as const),
  ...['INF', 'INFO', 'IFN', '1NF', 'LNF'].map((word) => [word, 'INF.'] as const),
  ['SA', 'SA.'],
  ['SUB', 'SUB.'],
  ['ACTA', 'acta'],
])

/** Organs that are recognized in small letters too. */
export const knownRoots: ReadonlySet<string> = new Set([
  'AG',
  'CP',
  'CIDI',
  'CIM',
  'CEPCIDI',
  'CAJP',
  'CSH',
  'CAAP',
  'CISC',
  'CE',
  'CAM',
  'GT',
  'RC',
  'CJI',
  'CIDH',
  'CICTE',
  'CICAD',
  'IIN',
  'IIH',
  'COPEP',
  'CITEL',
])

// a meeting's number belongs to its name: REMJA-VII, RC.28
const path =
  /[A-Z]{2,12}(?:[-.](?:[IVXLC]{1,7}|\d{1,2})(?=\/))?(?:\s{0,2}[/\\]{1,2}\s{0,2}(?:RE[5$](?![A-Z\d])|D0C(?![A-Z\d])|1NF(?![A-Z\d])|[A-Z]{1,12})){0,6}/iy
const series = /(?:OEA|OAS)\s?\/\s?Ser\s?\.\s?[A-Z](?:\s?\/\s?(?:[IVXLC]{1,7}(?:\.\d{1,3}){0,3}|\d{1,3}(?:\.\d{1,3}){0,3}))*/iy
const point = /\s{0,2}[.,:;]?\s{0,3}(?:N[oº°]\.?\s{0,2})?/iy
const numeral = /\d[\s.,]\d{3}(?=\s{0,2}\([IVXLC])|[0-9OIl]{1,5}(?![A-Za-z0-9])/y
const session =
  /\s{0,3}([([{]{0,3})\s{0,2}(?:([IVXLCDM1l|](?:\s?[IVXLCDM1l|]){0,11}|\d{1,3})\s{0,2}[-\u2010-\u2015\u2212/._]?\s{0,2})?([O0QEº°])\s{0,2}([/\\\u2010-\u2015-]?)\s{0,2}([\dOIl]{4}|[\dOIl]{2})(?![\d/])(\s{0,2}[)\]}]{1,3})?/iy
const untyped = /\s{0,3}[([{]\s{0,2}([IVXLC]{1,12})\s{0,2}(?:[-\u2010-\u2015/]{1,2}\s{0,2}(\d{4}|\d{2}))?\s{0,2}[)\]}]/iy
const meetingAndYear = /\s{0,3}([([{]?)\s{0,2}(\d{1,4})\s{0,2}[/\\-]\s{0,2}(\d{4}|\d{2})(?![\d/])\s{0,2}([)\]}]?)/y
const slashYear = /\s{0,2}[/\\]{1,2}\s{0,2}(\d{4}|(?=\w?\d)[\dOIl]{2})(?!\d|(?!rev|corr|add)[A-Z])/iy
const suffix =
  /\s{0,3}[,/]?\s{0,2}(?<![A-Za-z])(r[ev]{1,2}v?|ver|c{1,2}o{0,2}r{1,3}o?|cror|ad{1,3}|adn|dad)\s?[.:,]?\s{0,2}(\d{1,3})(?![\d/])/iy
const dash =
  /\s{0,2}[-\u2010-\u2015\u2212]\s{0,2}(\d{1,5})\s{0,2}[/\\]{1,2}\s{0,2}(\d{4}|(?=\w?\d)[\dOIl]{2})(?!\d|(?!rev|corr|add)[A-Z])/iy

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

/** The suffixes begin with different letters, so a misspelt one is told by its first; "ver" and "dad" are swapped. */
function suffixKind(word: string): SuffixKind {
  return /^(?:r|ver)/i.test(word) ? 'rev' : /^c/i.test(word) ? 'corr' : 'add'
}

function scanSuffixes(text: string, start: number): { suffixes: Suffix[]; end: number } {
  const suffixes: Suffix[] = []
  let end = start
  while (suffixes.length < 4) {
    const match = at(suffix, text, end)
    if (match === null) break
    suffixes.push({ kind: suffixKind(group(match, 1)), number: Number(match[2]) })
    end += match[0].length
  }
  return { suffixes, end }
}

export interface SessionScan {
  readonly session: Session | null
  readonly meeting: number | null
  readonly year: number | null
  readonly end: number
  readonly repairs: readonly Repair[]
}

/** General Assembly ordinary sessions: number = year - 1970, without exception from 1972 on; so a numeral left out can be computed. */
function computedSession(organ: string, type: 'O' | 'E', year: number): Session | null {
  const number = year - 1970
  return organ === 'AG' && type === 'O' && number > 0 ? { roman: numberToRoman(number), number, type } : null
}

/** Reads what follows the number of a resolution: `(XLVII-O/17)` with all its noise, `(1217/99)` or `/96`. */
export function scanSession(text: string, position: number, organ: string): SessionScan | null {
  const repairs: Repair[] = []
  const meeting = at(meetingAndYear, text, position)
  if (meeting !== null && (meeting[1] !== '' || organ === 'CP')) {
    const [whole, open = '', sitting, writtenYear = '', close = ''] = meeting
    if (writtenYear.length === 4) repairs.push('year-digits')
    const end = position + whole.length - (open === '' ? close.length : 0)
    return { session: null, meeting: Number(sitting), year: fullYear(writtenYear), end, repairs }
  }
  const match = at(session, text, position)
  // without a slash only a whole "(XLVII O 17)" is a session
  if (match !== null && (match[4] !== '' || (match[1] !== '' && match[2] !== undefined)) && /\d/.test(group(match, 5))) {
    const [whole, open = '', spacedNumeral, writtenType = '', , yearText = '', close = ''] = match
    const writtenNumeral = spacedNumeral?.replace(/\s/g, '')
    const writtenYear = asDigits(yearText)
    if (writtenYear !== yearText) repairs.push('letter-for-digit')
    const year = fullYear(writtenYear)
    const type = writtenType.toUpperCase() === 'E' ? 'E' : 'O'
    if (/q/i.test(writtenType)) repairs.push('misspelt')
    else if (!/[oe]/i.test(writtenType)) repairs.push('zero-for-letter-o')
    if (writtenYear.length === 4) repairs.push('year-digits')
    let read: Session | null
    if (writtenNumeral === undefined) {
      read = computedSession(organ, type, year)
      repairs.push('missing-session')
    } else {
      const arabic = /^\d{1,3}$/.test(writtenNumeral) && !/^[1]{1,3}$/.test(writtenNumeral)
      // a small l among capitals is a misread I, among small letters an L
      const letters = /[ivxcdm]/.test(writtenNumeral) ? writtenNumeral : writtenNumeral.replace(/[1l|]/g, 'I')
      const number = arabic ? Number(writtenNumeral) : sloppyRomanToNumber(letters)
      if (number === null || number === 0) return null
      read = { roman: numberToRoman(number), number, type }
      if (read.roman !== writtenNumeral.toUpperCase()) repairs.push('session-numeral')
    }
    // a closing parenthesis that was never opened belongs to the sentence
    const end = position + whole.length - (open === '' ? close.length : surplus(open, close))
    if (open === '' || close === '') repairs.push('missing-parenthesis')
    return { session: read, meeting: null, year, end, repairs }
  }
  const plain = at(untyped, text, position)
  if (plain !== null) {
    const number = sloppyRomanToNumber(group(plain, 1))
    if (number === null) return null
    const year = plain[2] === undefined ? null : fullYear(plain[2])
    const ordinary = organ === 'AG' && year === number + 1970
    if (ordinary) repairs.push('missing-session')
    return {
      session: { roman: numberToRoman(number), number, type: ordinary ? 'O' : null },
      meeting: null,
      year,
      end: position + plain[0].length,
      repairs,
    }
  }
  return null
}

/** "((XLVI-E/14)" takes one closing parenthesis; the second of "(see … (XLVI-E/14))" is the sentence's. */
function surplus(open: string, close: string): number {
  return Math.max(0, close.trim().length - open.length)
}

/** Letters read for the digits that they look like. */
const asDigits = (text: string) => text.replace(/O/gi, '0').replace(/[Il]/gi, '1')

/** What was repaired in a year: it is written with two digits. */
const yearRepairs = (written: string): readonly Repair[] =>
  written.length === 4 ? ['year-digits'] : /\D/.test(written) ? ['letter-for-digit'] : []

function readNumber(text: string): { number: number; repaired: boolean } | null {
  if (!/\d/.test(text)) return null
  const whole = text.replace(/[\s.,]/, '')
  const digits = asDigits(whole)
  return { number: Number(digits), repaired: digits !== whole }
}

/** A class word one letter off counts where what follows fits its class: a session for resolutions, a number and a year for documents. */
function misspeltClass(word: string, following: string): AmericanClass | undefined {
  const near = (known: string) => word.length > 1 && withinDistance(word, known, 1)
  if (/^\W{0,4}\d{1,4}\s?[([]\s?[IVXLC1l]{1,9}\s?[-\u2010-\u2015\s]\s?[OE0]/i.test(following)) {
    return word.startsWith('D') && near('DEC') ? 'DEC.' : near('RES') ? 'RES.' : near('DEC') ? 'DEC.' : undefined
  }
  if (/^\W{0,4}\d{1,4}\s?[([]\d{3,4}\/\d\d/.test(following)) return near('RES') ? 'RES.' : undefined
  if (!/^\s?\.\s?\d{1,4}\s?\/\s?\d\d/.test(following)) return undefined
  return near('RES') ? 'RES.' : near('DOC') ? 'doc.' : near('INF') ? 'INF.' : undefined
}

/** A body of four letters or more, one letter off; shorter names are too near to others to be told. */
function misspeltRoot(root: string, kind: AmericanClass | undefined): string | null {
  if (kind === undefined || root.length < 3) return null
  for (const known of knownRoots) if (known.length >= 4 && withinDistance(root, known, 1)) return known
  return null
}

/** Reads a symbol of the Organization of American States that starts at the position, repairing its noise. */
export function scanAmerican(text: string, position: number): Scanned<AmericanSymbol | SeriesSymbol> | null {
  const header = at(series, text, position)
  if (header !== null) {
    const [head = '', ...tail] = header[0]
      .replace(/\s/g, '')
      .toUpperCase()
      .split(/\/|SER\./)
      .filter((part) => part !== '')
    return { symbol: { family: 'series', path: `${head}/Ser.${tail.join('/')}` }, end: position + header[0].length, repairs: [] }
  }
  const match = at(path, text, position)
  if (match === null) return null
  const written = match[0]
  const segments = written.split(/\s*[/\\]{1,2}\s*/)
  const root = group(segments, 0).toUpperCase()
  const known = knownRoots.has(root)
  const last = group(segments, segments.length - 1).toUpperCase()
  const kind =
    segments.length > 1
      ? (classes.get(last) ?? misspeltClass(last, text.slice(position + written.length, position + written.length + 24)))
      : undefined
  const organ = (kind === undefined ? segments : segments.slice(0, -1)).map((segment) => segment.toUpperCase())
  const meant = known ? null : misspeltRoot(root, kind)
  if (!known && meant === null && organ.some((segment, index) => segment !== segments[index])) return null
  if (meant !== null) organ[0] = meant
  const end = position + written.length
  // numbered meetings issue papers; resolutions so numbered are other organizations' (GC.18/Res.9)
  if (/[-.]/.test(root) && (kind === 'RES.' || kind === 'DEC.')) return null
  if (kind === undefined) return segments.length > 1 || known ? scanDash(text, end, organ) : null
  const gap = at(point, text, end)
  const from = end + (gap?.[0].length ?? 0)
  const digits = at(numeral, text, from)
  const number = digits === null ? null : readNumber(digits[0])
  if (digits === null || number === null) return null
  const repairs: Repair[] = number.repaired ? ['letter-for-digit'] : []
  if (meant !== null || last !== kind.replace('.', '').toUpperCase()) repairs.push('misspelt')
  const after = from + digits[0].length
  return kind === 'RES.' || kind === 'DEC.'
    ? scanResolution(text, after, organ, kind, number.number, repairs)
    : scanDocument(text, after, organ, kind, number.number, repairs)
}

function scanResolution(
  text: string,
  position: number,
  organ: readonly string[],
  kind: 'RES.' | 'DEC.',
  number: number,
  repairs: readonly Repair[],
): Scanned<AmericanSymbol> | null {
  const yearOnly = at(slashYear, text, position)
  const scan = yearOnly === null ? scanSession(text, position, organ.join('/')) : null
  const after = scan?.end ?? position + (yearOnly?.[0].length ?? 0)
  const year = scan?.year ?? (yearOnly === null ? null : fullYear(asDigits(group(yearOnly, 1))))
  const { suffixes, end } = scanSuffixes(text, after)
  const found: Repair[] = [...repairs, ...(scan?.repairs ?? [])]
  if (scan === null && yearOnly === null) found.push('missing-session')
  if (yearOnly !== null) found.push(...yearRepairs(group(yearOnly, 1)))
  return {
    symbol: { family: 'oas', organ, class: kind, number, session: scan?.session ?? null, meeting: scan?.meeting ?? null, year, suffixes },
    end,
    repairs: found,
  }
}

function scanDocument(
  text: string,
  position: number,
  organ: readonly string[],
  kind: AmericanClass,
  number: number,
  repairs: readonly Repair[],
): Scanned<AmericanSymbol> | null {
  const match = at(slashYear, text, position)
  if (match === null) return null
  const { suffixes, end } = scanSuffixes(text, position + match[0].length)
  const written = group(match, 1)
  return {
    symbol: { family: 'oas', organ, class: kind, number, session: null, meeting: null, year: fullYear(asDigits(written)), suffixes },
    end,
    repairs: [...repairs, ...yearRepairs(written)],
  }
}

function scanDash(text: string, position: number, organ: readonly string[]): Scanned<AmericanSymbol> | null {
  const match = at(dash, text, position)
  if (match === null) return null
  const { suffixes, end } = scanSuffixes(text, position + match[0].length)
  const written = group(match, 2)
  return {
    symbol: {
      family: 'oas',
      organ,
      class: 'dash',
      number: Number(match[1]),
      session: null,
      meeting: null,
      year: fullYear(asDigits(written)),
      suffixes,
    },
    end,
    repairs: yearRepairs(written),
  }
}
