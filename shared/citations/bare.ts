import type { Keyword } from './lexicon/merged.ts'
import type { Organ } from './lexicon/lexicon.ts'
import { scanSession } from './oas.ts'
import type { Repair } from './repairs.ts'
import { numberToRoman } from '../lib/roman.ts'
import { type AmericanSymbol, type UnitedNationsSymbol } from './symbol-model.ts'
import { readSection, sectionOf } from './united-nations.ts'

/** A number as it stands in running text, before its organ is known. */
export interface BareNumber {
  readonly start: number
  readonly end: number
  readonly form: 'session' | 'special' | 'roman' | 'year' | 'american'
  readonly first: string
  readonly second: string
  readonly section: string | null
  readonly american: AmericanSymbol | null
  readonly repairs: readonly Repair[]
}

const slashed =
  /(?:(E?S)\s?[-\u2010-\u2015]\s?)?([0-9OIl]{1,4})\s?\/{1,2}\s{0,2}([0-9OIl]{1,4})(?![\d/%]|[.,]\d|\s?(?:dpi|ppp|ppi|px|pixels?)\b)/y
const parenthesized = /(\d{1,4})(?:\s{0,2}([A-Z]))?\s{0,2}\(\s?((?:19|20)\d\d|(?:E?S\s?[-\u2010-\u2015]\s?)?[IVXL]{1,7})\s?\)?/y

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

/** Reads "75/12", "S-26/2" or "67/234 B" at the position. */
export function scanSlashed(text: string, position: number): BareNumber | null {
  const match = at(slashed, text, position)
  if (match === null) return null
  const [whole, special, first = '', second = ''] = match
  const digits = (part: string) => part.replace(/O/g, '0').replace(/[Il]/g, '1')
  if (!/\d/.test(first) || !/\d/.test(second)) return null
  const repairs: Repair[] = digits(first) !== first || digits(second) !== second ? ['letter-for-digit'] : []
  if (/\s/.test(whole)) repairs.push('spacing')
  if (whole.includes('//')) repairs.push('slash')
  let end = position + whole.length
  const letter = readSection(text, end)
  if (letter !== null) end = letter.end
  else if (/^[A-Za-zÀ-ɏ_]/.test(text.charAt(end))) return null
  return {
    start: position,
    end,
    form: special === undefined ? 'session' : 'special',
    first: `${special === undefined ? '' : `${special}-`}${digits(first)}`,
    second: digits(second),
    section: letter === null ? null : sectionOf(Number(digits(first)), Number(digits(second)), letter.letters),
    american: null,
    repairs,
  }
}

/** Reads "2282 (2016)", "217 A (III)", "3201 (S-VI)" or "2738 (XLII-O/12)" at the position. */
export function scanParenthesized(text: string, position: number): BareNumber | null {
  const match = at(parenthesized, text, position)
  if (match !== null && /[)\s,.;]/.test(match[0].endsWith(')') ? ')' : text.charAt(position + match[0].length) || ' ')) {
    const [whole, number = '', section, inside = ''] = match
    const year = /^\d/.test(inside)
    return {
      start: position,
      end: position + whole.length,
      form: year ? 'year' : 'roman',
      first: number,
      second: inside.replace(/\s/g, '').replace(/[\u2010-\u2015]/g, '-'),
      section: section ?? null,
      american: null,
      repairs: whole.endsWith(')') ? [] : ['missing-parenthesis'],
    }
  }
  const digits = /^\d{1,4}/.exec(text.slice(position, position + 4))?.[0]
  if (digits === undefined) return null
  const session = scanSession(text, position + digits.length, 'AG')
  if (session === null || session.year === null || ((session.session?.type ?? null) === null && session.meeting === null)) return null
  const american: AmericanSymbol = {
    family: 'oas',
    organ: ['AG'],
    class: 'RES.',
    number: Number(digits),
    session: session.session,
    meeting: session.meeting,
    year: session.year,
    suffixes: [],
  }
  return {
    start: position,
    end: session.end,
    form: 'american',
    first: digits,
    second: '',
    section: null,
    american,
    repairs: session.repairs,
  }
}

const resolutionPrefix: Readonly<Partial<Record<Organ, string>>> = {
  'general-assembly': 'A',
  'security-council': 'S',
  'economic-and-social-council': 'E',
  'human-rights-council': 'A/HRC',
  'commission-on-human-rights': 'E/CN.4',
  eclac: 'ECLAC',
  escap: 'E/ESCAP',
}

const americanOrgans: Readonly<Partial<Record<Organ, string>>> = {
  'inter-american-assembly': 'AG',
  'inter-american-council': 'CIDI',
  'commission-of-women': 'CIM',
  'permanent-council': 'CP',
}

/** The General Assembly has numbered its resolutions session/number since its 31st session, the Council since its first in 2006. */
export const firstSlashedSession = 31

/** The Council meets three times a year since 2006 and adopts at most some seventy texts each time. */
export function canBeHumanRightsCouncil(bare: BareNumber): boolean {
  if (bare.form === 'special') return true
  return bare.form === 'session' && Number(bare.first) <= 70 && Number(bare.second) <= 90
}

function unitedNations(path: string, section: string | null, parenthesis: string | null): UnitedNationsSymbol {
  return { family: 'united-nations', path: path.split('/'), section, parenthesis, rest: [] }
}

/** Works out the symbol of a bare number from its governing words and its shape; null when it is no citation. */
export function symbolOf(bare: BareNumber, keyword: Keyword, organ: Organ | null): AmericanSymbol | UnitedNationsSymbol | null {
  if (organ === 'other') return null
  const kind = keyword === 'decision' ? 'DEC' : 'RES'
  if (bare.american !== null) {
    // the Permanent Council numbers by meeting and year, the others by session
    if ((bare.american.meeting !== null) !== (organ === 'permanent-council')) return null
    // without a body named, it is the General Assembly's only if its year agrees with its session (session = year - 1970)
    const { session: held, year } = bare.american
    if (organ === null && held?.type === 'O' && year !== null && year !== held.number + 1970) return null
    const name = (organ === null ? undefined : americanOrgans[organ]) ?? 'AG'
    return { ...bare.american, organ: [name], class: keyword === 'declaration' ? 'DEC.' : 'RES.' }
  }
  if (keyword === 'declaration') return null
  const number = Number(bare.first)
  if (bare.form === 'year') {
    if (organ !== null && organ !== 'security-council' && organ !== 'council' && organ !== 'general-assembly') return null
    return unitedNations(`S/${kind}/${number}`, null, bare.second)
  }
  if (bare.form === 'roman') {
    const prefix = resolutionPrefix[organ ?? 'general-assembly']
    // the Assembly numbered by Roman session up to its thirtieth, in one series that had passed 2000 at the twentieth; others are another body's
    const session = romanSession(bare.second)
    if (prefix === undefined || (prefix === 'A' && (session > 30 || (session >= 20 && number < 2000)))) return null
    return unitedNations(`${prefix}/${kind}/${number}`, bare.section, bare.second)
  }
  // no body numbers a resolution of one session by a year: "35/2017" is a national paper
  if (Number(bare.second) >= 1900) return null
  const first = bare.first
  const second = String(Number(bare.second))
  if (second === '0' || number === 0) return null
  if (organ === 'environment-assembly') {
    return kind === 'RES'
      ? { family: 'united-nations', path: ['UNEP', `EA.${first}`, `Res.${second}`], section: null, parenthesis: null, rest: [] }
      : null
  }
  const yearFirst = number >= 1946 && number < 2100
  let body = organ === null ? undefined : resolutionPrefix[organ]
  if (body === 'S' || (body === 'A/HRC' && kind === 'RES' && !yearFirst && !canBeHumanRightsCouncil(bare))) body = 'A'
  if (yearFirst) {
    if (body === 'A/HRC' || body === 'S' || body === 'ECLAC') return null
    if (body === undefined || body === 'A') body = organ === 'general-assembly' ? undefined : 'E'
  } else if (bare.form === 'special') body = body === 'A/HRC' || organ === 'council' ? 'A/HRC' : 'A'
  else if (organ === 'council') body = 'A/HRC'
  else if (body === undefined && organ === null && number >= firstSlashedSession) body = 'A'
  if (body === undefined || (!yearFirst && body === 'A' && bare.form === 'session' && number < firstSlashedSession)) return null
  if (!yearFirst && number > 199) return null
  return unitedNations(`${body}/${kind}/${first}/${second}`, bare.section, null)
}

function romanSession(text: string): number {
  if (text.includes('-')) return 0
  for (let number = 1; number <= 100; number++) if (numberToRoman(number) === text) return number
  return 100
}
