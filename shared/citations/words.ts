import { fold as foldText } from '../lib/text.ts'

/** Texts use the same few thousand words over and over; what was worked out for them is kept up to this many. */
const remembered = 4096

/** As `fold` of the library, with straight apostrophes and a memory, since citations are sought word by word. */
export function fold(text: string): string {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return foldAccents(text)
  return text.toLowerCase()
}

const foldedWords = new Map<string, string>()

function foldAccents(text: string): string {
  const known = foldedWords.get(text)
  if (known !== undefined) return known
  const folded = foldText(text).replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
  if (text.length <= 24) {
    if (foldedWords.size >= remembered) foldedWords.clear()
    foldedWords.set(text, folded)
  }
  return folded
}

/**
 * Counts the letters to insert, drop, change or swap to turn one word into the other, giving up above the limit.
 * Words are short, so the table is too.
 */
export function withinDistance(left: string, right: string, limit: number): boolean {
  if (Math.abs(left.length - right.length) > limit || left.length > 24) return false
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= right.length; column++) {
      const same = left.charCodeAt(row - 1) === right.charCodeAt(column - 1)
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1))
      const swapped =
        row > 1 &&
        column > 1 &&
        left.charCodeAt(row - 1) === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === right.charCodeAt(column - 1)
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return false
    before = previous
    previous = current
  }
  return (previous[right.length] ?? limit + 1) <= limit
}

/** How many letters of a word may be wrong for it still to be taken for a misspelling: none in short words. */
function tolerance(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0
}

/** Letters of the Latin, Greek and Cyrillic scripts; punctuation, digits and symbols are none. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 192 && code < 1328 && code !== 215 && code !== 247)
}

/** Whether a word is a misspelling of a known one; a wrong first letter is forgiven when it is the only mistake in a longer word. */
export function misspells(word: string, known: string): boolean {
  const limit = known.charCodeAt(0) === word.charCodeAt(0) ? tolerance(known) : known.length >= 6 ? 1 : 0
  return limit > 0 && withinDistance(word, known, limit)
}

export interface Found<Value> {
  readonly value: Value
  readonly misspelt: boolean
}

/** Looks words up among known ones, exactly or as a misspelling. */
export interface Finder<Value> {
  (word: string): Found<Value> | null
}

/** Makes a finder for folded words. Words of fewer than five letters must be spelt right: too many others are one letter away. */
export function finder<Value>(words: ReadonlyMap<string, Value>): Finder<Value> {
  const memory = new Map<string, Found<Value> | null>()
  const approximate = (word: string): Found<Value> | null => {
    for (const [known, value] of words) {
      if (known.length >= 5 && misspells(word, known)) return { value, misspelt: true }
    }
    return null
  }
  return (word) => {
    const exact = words.get(word)
    if (exact !== undefined) return { value: exact, misspelt: false }
    if (word.length < 5 || word.length > 20) return null
    let found = memory.get(word)
    if (found === undefined) {
      found = approximate(word)
      if (memory.size >= remembered) memory.clear()
      memory.set(word, found)
    }
    return found
  }
}

/** A captured group of an expression, empty when that part did not take part in the match. */
export function group(match: readonly (string | undefined)[], index: number): string {
  return match[index] ?? ''
}
