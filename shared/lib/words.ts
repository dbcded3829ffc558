import { diffArrays } from 'diff'

/**
 * A text in pieces that are compared whole: a word or a sign, each with the spaces before it, so that words added at the end of a sentence
 * leave those before them alone. Joined they are the text again.
 */
export const wordsOf = (text: string): string[] =>
  text.match(/\s*[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|\s*[^\p{L}\p{M}\p{N}\s]|\s+$/gu) ?? []

/** A stretch of two texts set side by side. */
export interface Stretch {
  readonly kind: 'same' | 'struck' | 'inserted'
  readonly text: string
}

/** Longest texts compared word by word; beyond it the whole text is struck and the new one inserted, so that no typing waits for it. */
const longest = 20_000

/** The words that make one text into another: same and inserted ones are the new text, same and struck ones the former. */
export function compareWords(former: string, now: string): Stretch[] {
  if (former === now) return former === '' ? [] : [{ kind: 'same', text: former }]
  const whole: Stretch[] = [
    { kind: 'struck', text: former },
    { kind: 'inserted', text: now },
  ]
  if (former.length + now.length > longest) return whole.filter(({ text }) => text !== '')
  return diffArrays(wordsOf(former), wordsOf(now)).map(({ added, removed, value }) => ({
    kind: added ? 'inserted' : removed ? 'struck' : 'same',
    text: value.join(''),
  }))
}
