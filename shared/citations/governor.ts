import {
  andWords,
  findByFirst,
  findByLast,
  findKeyword,
  joints,
  type Keyword,
  keywords,
  organsByLast,
  possessives,
  qualifiers,
  smallWords,
} from './lexicon/merged.ts'
import type { Organ } from './lexicon/lexicon.ts'
import { fold, group, isLetter, misspells } from './words.ts'

/** What governs a number: the word before it, and the body named with it, if any. */
export interface Governor {
  readonly keyword: Keyword
  readonly organ: Organ | null
  /** A body named earlier in the sentence, which may be meant. */
  readonly nearby: Organ | null
  /** Whether the keyword is "its resolution". */
  readonly possessive: boolean
  /** Where the governing words start. */
  readonly start: number
  readonly misspelt: boolean
}

const abbreviation = /\b(?:n[o°º]s?|n[uú]ms?|res|dec)$/i
const wordAfter = /[\p{L}]+/uy

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
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
  return word === known || (known.length >= 5 && word.length >= 4 && misspells(word, known))
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
      const word = group(words, index)
      const known = group(name, backwards ? name.length - 1 - matched : matched)
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
])
const numberWords = new Set(['no', 'nos', 'n', 'num', 'nums', 'numero', 'numeros', 'number', 'numbers', 'nr'])

/**
 * Finds the word that governs a number by reading backwards from it: "Human Rights Council resolutions", "resolución del Consejo de Derechos
 * Humanos", "its resolution". Null when the words just before are others.
 */
export function governorOf(text: string, position: number, floor: number): Governor | null {
  // Chinese frames the number: 安全理事会第1502(2003)号决议
  if (text.charAt(position - 1) === '第')
    return { keyword: 'resolution', organ: null, nearby: null, possessive: false, start: position - 1, misspelt: false }
  const placed = wordsBefore(text, position, floor, 10)
  const words = placed.map((word) => word.text)
  const bodies: Organ[] = []
  let misspelt = false
  // a word broken in two by the end of a line: "resol ution"
  const glued = `${group(words, 1)}${group(words, 0)}`
  if (words.length > 1 && keywords.has(glued)) {
    words.splice(0, 2, glued)
    placed.splice(0, 1)
    misspelt = true
  }
  let index = numberWords.has(group(words, 0)) || qualifiers.has(group(words, 0)) ? 1 : 0
  for (let step = 0; step < 4; step++) {
    const keyword = findKeyword(group(words, index))
    if (keyword !== null) {
      misspelt ||= keyword.misspelt
      const before = bodies.length === 0 ? bodyBefore(words, index + 1) : null
      if (before !== null) bodies.push(...before.organs)
      const start = placed[before?.last ?? index]?.start ?? position
      // "resolutions of the General Assembly and of the Security Council": the shape of each number tells whose it is
      const organ = bodies.length === 1 ? (bodies[0] ?? null) : null
      const possessive = possessives.has(group(words, index + 1))
      const nearby = bodies.length === 0 ? nearestBody(text, position, floor) : null
      return { keyword: keyword.value, organ, nearby, possessive, start, misspelt: misspelt || before?.misspelt === true }
    }
    while (smallWords.has(group(words, index)) || qualifiers.has(group(words, index))) index++
    if (findKeyword(group(words, index)) !== null) continue
    // "resolución del Consejo de Derechos Humanos 27/13": the body stands between
    const body = matchOrgan(words, index, true)
    if (body === null) return null
    bodies.push(body.organ)
    misspelt ||= body.misspelt
    index += body.length
    while (smallWords.has(group(words, index))) index++
  }
  return null
}

/** Reads the bodies just before the keyword: "General Assembly and Security Council resolutions", "the Human Rights Council in its resolution". */
function bodyBefore(words: readonly string[], from: number): { organs: Organ[]; last: number; misspelt: boolean } | null {
  let index = from
  while (index - from < 4 && linking.has(group(words, index))) index++
  const first = matchOrgan(words, index, true)
  if (first === null) return null
  const last = index + first.length - 1
  const next = andWords.has(group(words, last + 1)) ? matchOrgan(words, last + 2, true) : null
  return { organs: next === null ? [first.organ] : [first.organ, next.organ], last, misspelt: first.misspelt }
}

/** Bodies whose numbers are told from the Assembly's only by the words around them. */
const namesItself: ReadonlySet<Organ> = new Set<Organ>(['human-rights-council', 'escap', 'eclac'])

/** The last body named before in the same sentence. */
function nearestBody(text: string, position: number, floor: number): Organ | null {
  const words = wordsBefore(text, position, floor, 20).map((word) => word.text)
  for (let index = 1; index < words.length; index++) {
    const body = organsByLast.has(group(words, index)) ? matchOrgan(words, index, true) : null
    if (body !== null) return namesItself.has(body.organ) ? body.organ : null
  }
  return null
}

const dateAfter =
  /\s{0,2},?\s{0,2}(?:en date\s|dated\s|adopted\s)?(?:of|on|du|de|del)\s{1,2}\d{1,2}(?:er|º|°)?\s{1,2}(?:de\s{1,2})?[\p{L}]{3,10}\s{1,2}(?:del?\s{1,2})?(\d{4})/iuy
const ofSession = /\s{0,2},?\s{0,2}(?:of|de|du|da|adopted at)\s(?:[\p{L}-]{1,20}\s){1,4}(?:session|período de sesiones|sessão)(?=\s)/iuy
const belonging = /\s{0,2},?\s{0,2}(?:of the|of|by the|du|de la|de l['’]|del|de|des|da|do)\s{1,2}/iy

/** The year of the date that follows a number: "42/12 du 26 septembre 2019". */
export function yearAfter(text: string, position: number): number | null {
  const date = at(dateAfter, text, position)
  return date === null ? null : Number(date[1])
}

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

const endOfSentence = /[\p{Ll}\d)\]”"»]{2}[.!?]["”»)]?\s+\p{Lu}\p{Ll}/u
const blankLine = /\n\s*\n/

/** Whether no sentence or paragraph ends within the stretch of text. The marks that can end one are looked for first: they are few. */
export function sameSentence(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index)
    if (code > 63) continue
    if (code === 9) return false
    if (code === 10 && blankLine.test(text.slice(index, Math.min(to, index + 20)))) return false
    const mark = code === 46 || code === 33 || code === 63
    if (mark && endOfSentence.test(text.slice(Math.max(from, index - 2), Math.min(to, index + 12)))) return false
  }
  return true
}

const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x202f || code === 0x2009

/** The start of the word that ends at the position, blanks skipped, or the position itself when none does. */
function wordStart(text: string, position: number, floor: number): [start: number, end: number] {
  let end = position
  while (end > floor && isBlank(text.charCodeAt(end - 1))) end--
  let start = end
  while (start > floor && isLetter(text.charCodeAt(start - 1))) start--
  return [start, end]
}

/** Whether the words between two numbers make them items of one list: no sentence ends, and a joint stands just before the second. */
export function continuesList(text: string, from: number, to: number): boolean {
  if (to - from > 420) return false
  const [start, end] = wordStart(text, to, from)
  if (start === end) {
    if (end === from || !',;(/、和'.includes(text.charAt(end - 1))) return false
  } else if (!joints.has(fold(text.slice(start, end)))) {
    const [before, stop] = wordStart(text, start, from)
    if (before === stop || !joints.has(`${fold(text.slice(before, stop))} ${fold(text.slice(start, end))}`)) return false
  }
  return sameSentence(text, from, to)
}
