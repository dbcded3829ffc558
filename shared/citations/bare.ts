import { andWords, findByFirst, findByLast, findKeyword, joints, type Keyword, organsByLast, smallWords } from './lexicon/merged.ts'
import type { Organ } from './lexicon/lexicon.ts'
import { scanSession } from './oas.ts'
import type { Repair } from './repairs.ts'
import { numberToRoman } from './numerals.ts'
import { type AmericanSymbol, type UnitedNationsSymbol } from './symbol-model.ts'
import { readSection, sectionOf } from './united-nations.ts'
import { fold, isLetter, tolerance, withinDistance } from './words.ts'

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

/** What governs a number: the word before it, and the body named with it, if any. */
export interface Governor {
  readonly keyword: Keyword
  readonly organ: Organ | null
  /** A body named earlier in the sentence, which may be meant. */
  readonly nearby: Organ | null
  /** Where the governing words start. */
  readonly start: number
  readonly misspelt: boolean
}

const slashed = /(?:(E?S)\s?[-\u2010-\u2015]\s?)?([0-9OIl]{1,4})\s?\/\s{0,2}([0-9OIl]{1,4})(?![\d/%]|[.,]\d)/y
const parenthesized = /(\d{1,4})(?:\s{0,2}([A-Z]))?\s{0,2}\(\s?((?:19|20)\d\d|(?:E?S\s?[-\u2010-\u2015]\s?)?[IVXL]{1,7})\s?\)?/y
const abbreviation = /\b(?:n[o°º]s?|n[uú]ms?|res|dec)$/i
const wordAfter = /[\p{L}]+/uy

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
  if (session === null || (session.session?.type ?? null) === null || session.year === null) return null
  const american: AmericanSymbol = {
    family: 'oas',
    organ: ['AG'],
    class: 'RES.',
    number: Number(digits),
    session: session.session,
    meeting: null,
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

interface PlacedWord {
  readonly text: string
  readonly start: number
}

/** The words before a position, nearest first, up to the sentence's start or the number of words asked for. */
function wordsBefore(text: string, position: number, floor: number, limit: number): PlacedWord[] {
  const words: PlacedWord[] = []
  const from = Math.max(floor, position - 170)
  let end = position
  while (words.length < limit && end > from) {
    const code = text.charCodeAt(end - 1)
    if (isLetter(code)) {
      let start = end - 1
      while (start > from && isLetter(text.charCodeAt(start - 1))) start--
      words.push({ text: fold(text.slice(start, end)), start })
      end = start
      continue
    }
    if (code === 59 || (code >= 48 && code <= 57) || (code === 58 && words.length > 0)) break
    if (code === 46 && words.length > 0 && !abbreviation.test(text.slice(Math.max(from, end - 6), end - 1))) break
    if (code === 10 && /\n\s*$/.test(text.slice(Math.max(from, end - 24), end - 1))) break
    end--
  }
  return words
}

function sameWord(word: string, known: string): boolean {
  return (
    word === known ||
    (known.length >= 5 && word.length >= 4 && word.charCodeAt(0) === known.charCodeAt(0) && withinDistance(word, known, tolerance(known)))
  )
}

interface OrganMatch {
  readonly organ: Organ
  readonly length: number
  readonly misspelt: boolean
}

/** Matches a body's name in words given in reading order (or backwards), skipping small words. */
function matchOrgan(words: readonly string[], from: number, backwards: boolean): OrganMatch | null {
  const first = words[from]
  if (first === undefined) return null
  let best: OrganMatch | null = null
  for (const [name, organ] of (backwards ? findByLast : findByFirst)(first)?.value ?? []) {
    let index = from
    let misspelt = false
    let matched = 0
    while (matched < name.length && index < words.length) {
      const word = words[index] ?? ''
      const known = name[backwards ? name.length - 1 - matched : matched] ?? ''
      if (sameWord(word, known)) {
        misspelt ||= word !== known
        matched++
      } else if (matched === 0 || !smallWords.has(word)) break
      index++
    }
    if (
      matched === name.length &&
      (best === null || index - from > best.length || (index - from === best.length && best.misspelt && !misspelt))
    ) {
      best = { organ, length: index - from, misspelt }
    }
  }
  return best
}

const andSet = new Set(andWords)
const possessives = new Set(['its', 'su', 'sus', 'sa', 'ses', 'sua', 'suas'])
const linking = new Set([
  ...possessives,
  'in',
  'by',
  'through',
  'of',
  'the',
  'en',
  'dans',
  'par',
  'por',
  'em',
  'mediante',
  'la',
  'une',
  'cette',
  'this',
  'this',
])
const adjectives = new Set([
  'following',
  'relevant',
  'previous',
  'aforementioned',
  'consensus',
  'siguientes',
  'pertinentes',
  'consensuadas',
  'anteriores',
  'suivantes',
  'precitees',
  'seguintes',
])
const numberWords = new Set(['no', 'nos', 'n', 'num', 'nums', 'numero', 'numeros', 'number', 'numbers', 'nr'])

/**
 * Finds the word that governs a number by reading backwards from it: "Human Rights Council resolutions", "resolución del Consejo de Derechos
 * Humanos", "its resolution". Null when the words just before are others.
 */
export function governorOf(text: string, position: number, floor: number): Governor | null {
  // Chinese frames the number: 安全理事会第1502(2003)号决议
  if (text.charAt(position - 1) === '第') return { keyword: 'resolution', organ: null, nearby: null, start: position - 1, misspelt: false }
  const placed = wordsBefore(text, position, floor, 10)
  const words = placed.map((word) => word.text)
  const bodies: Organ[] = []
  let misspelt = false
  let index = numberWords.has(words[0] ?? '') || adjectives.has(words[0] ?? '') ? 1 : 0
  for (let step = 0; step < 4; step++) {
    const keyword = findKeyword(words[index] ?? '')
    if (keyword !== null) {
      misspelt ||= keyword.misspelt
      const before = bodies.length === 0 ? bodyBefore(words, index + 1) : null
      if (before !== null) bodies.push(...before.organs)
      const start = placed[before?.last ?? index]?.start ?? position
      // "resolutions of the General Assembly and of the Security Council": the shape of each number tells whose it is
      const organ = bodies.length === 1 ? (bodies[0] ?? null) : null
      const nearby =
        organ === null && bodies.length === 0 && !possessives.has(words[index + 1] ?? '') ? nearestBody(text, position, floor) : null
      return { keyword: keyword.value, organ, nearby, start, misspelt: misspelt || before?.misspelt === true }
    }
    while (smallWords.has(words[index] ?? '') || adjectives.has(words[index] ?? '')) index++
    if (findKeyword(words[index] ?? '') !== null) continue
    // "resolución del Consejo de Derechos Humanos 27/13": the body stands between
    const body = matchOrgan(words, index, true)
    if (body === null) return null
    bodies.push(body.organ)
    misspelt ||= body.misspelt
    index += body.length
    while (smallWords.has(words[index] ?? '')) index++
  }
  return null
}

/** Reads the bodies just before the keyword: "General Assembly and Security Council resolutions", "the Human Rights Council in its resolution". */
function bodyBefore(words: readonly string[], from: number): { organs: Organ[]; last: number; misspelt: boolean } | null {
  let index = from
  while (index - from < 4 && linking.has(words[index] ?? '')) index++
  const first = matchOrgan(words, index, true)
  if (first === null) return null
  const last = index + first.length - 1
  const next = andSet.has(words[last + 1] ?? '') ? matchOrgan(words, last + 2, true) : null
  return { organs: next === null ? [first.organ] : [first.organ, next.organ], last, misspelt: first.misspelt }
}

/** Bodies whose numbers are told from the Assembly's only by the words around them. */
const namesItself: ReadonlySet<Organ> = new Set<Organ>(['human-rights-council', 'escap', 'eclac'])

/** The last body named before in the same sentence. */
function nearestBody(text: string, position: number, floor: number): Organ | null {
  const words = wordsBefore(text, position, floor, 20).map((word) => word.text)
  for (let index = 1; index < words.length; index++) {
    const body = organsByLast.has(words[index] ?? '') ? matchOrgan(words, index, true) : null
    if (body !== null) return namesItself.has(body.organ) ? body.organ : null
  }
  return null
}

const dateAfter =
  /\s{0,2},?\s{0,2}(?:en date\s)?(?:of|du|de|del)\s{1,2}\d{1,2}(?:er|º|°)?\s{1,2}(?:de\s{1,2})?[\p{L}]{3,10}\s{1,2}(?:del?\s{1,2})?\d{4}/iuy
const ofSession = /\s{0,2},?\s{0,2}(?:of|de|du|da|adopted at)\s(?:[\p{L}-]{1,20}\s){1,4}(?:session|período de sesiones|sessão)(?=\s)/iuy
const belonging = /\s{0,2},?\s{0,2}(?:of the|of|by the|du|de la|de l['’]|del|de|des|da|do)\s{1,2}/iy

/** Finds the body named after a number: "42/12 du 26 septembre 2019 du Conseil des droits de l'homme". */
export function organAfter(text: string, position: number): OrganMatch | null {
  const date = at(dateAfter, text, position)
  let from = position + (date?.[0].length ?? 0)
  from += at(ofSession, text, from)?.[0].length ?? 0
  const match = at(belonging, text, from)
  if (match === null) return null
  const words: string[] = []
  let end = from + match[0].length
  while (words.length < 10 && end < from + 110) {
    const word = at(wordAfter, text, end)
    if (word === null) break
    words.push(fold(word[0]))
    end += word[0].length
    while (end < text.length && /[\s'’-]/.test(text.charAt(end))) end++
  }
  return matchOrgan(words, 0, false)
}

const sentenceEnd = /[\p{Ll}\d)\]”"»]{2}[.!?]["”»)]?\s+\p{Lu}\p{Ll}|\n\s*\n|\t/u

/** Whether no sentence or paragraph ends within the words. */
export function sameSentence(words: string): boolean {
  return !sentenceEnd.test(words)
}

/** Whether the words between two numbers make them items of one list: no sentence ends, and a joint stands just before the second. */
export function continuesList(text: string, from: number, to: number): boolean {
  if (to - from > 420) return false
  const between = text.slice(from, to)
  const tail = /(?:([,;(/、和])|(\p{L}+))\s*$/u.exec(between.slice(-40))
  if (tail === null) return false
  if (tail[2] !== undefined && !joints.has(fold(tail[2]))) {
    const two = /(\p{L}+\s+\p{L}+)\s*$/u.exec(between.slice(-40))
    if (two === null || !joints.has(fold((two[1] ?? '').replace(/\s+/g, ' ')))) return false
  }
  return sameSentence(between)
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
}

/** The General Assembly has numbered its resolutions session/number since its 31st session, the Council since its first in 2006. */
const firstSlashedSession = 31

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
  const first = bare.first
  const second = String(Number(bare.second))
  if (second === '0' || number === 0) return null
  if (organ === 'environment-assembly') {
    return kind === 'RES'
      ? { family: 'united-nations', path: ['UNEP', `EA.${first}`, `Res.${second}`], section: null, parenthesis: null, rest: [] }
      : null
  }
  let body = organ === null ? undefined : resolutionPrefix[organ]
  if (body === 'S' || (body === 'A/HRC' && bare.form === 'session' && !canBeHumanRightsCouncil(bare))) body = 'A'
  const yearFirst = number >= 1946 && number < 2100
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
