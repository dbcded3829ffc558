import { fold } from '#shared/lib/text.ts'

/** How well one typed word fits a folded text: a beginning counts most, then a word's beginning, then any place; 0 for not at all. */
function fit(word: string, text: string, loose: boolean): number {
  if (text.startsWith(word)) return 8
  const at = text.indexOf(word)
  if (at > 0) return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !text.includes(` ${word}`) ? 3 : 5
  return loose && inOrder(word, text) ? 1 : 0
}

/** Whether the letters of a word stand in a text in their order, as "insrow" in "insert a row". */
function inOrder(word: string, text: string): boolean {
  let from = 0
  for (const letter of word) {
    const at = text.indexOf(letter, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/** The words that were typed, as they are compared. */
export const typedWords = (typed: string): string[] => fold(typed).split(/\s+/).filter(Boolean)

/**
 * How well a text fits all that was typed, 0 where a word of it fits nowhere. `loose` lets letters be left out, which helps among a few
 * short names and finds everything in long texts.
 */
export function matchScore(words: readonly string[], text: string, loose: boolean): number {
  const folded = fold(text)
  let score = 0
  for (const word of words) {
    const gained = fit(word, folded, loose)
    if (gained === 0) return 0
    score += gained
  }
  return score
}
