import { foldForms } from '../lib/text.ts'
import { type PhraseMeaning, phrases } from './words.ts'

/** A run of letters, a run of digits, or one other mark. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark'
  readonly start: number
  readonly end: number
  /** Folded: lower case, no accents. */
  readonly text: string
  /** Value of a number; -1 for the rest. */
  readonly number: number
}

/** What was read from a place in the tokens, and where reading goes on. */
export interface Read<Value> {
  readonly value: Value
  readonly next: number
}

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu), (match): Token => {
    const [written] = match
    const kind = /^\d/.test(written) ? 'number' : /^\p{L}/u.test(written) ? 'word' : 'mark'
    return {
      kind,
      start: match.index,
      end: match.index + written.length,
      text: foldForms(written),
      number: kind === 'number' ? Number(written) : -1,
    }
  })
}

export const isMark = (token: Token | undefined, marks: string): boolean => token?.kind === 'mark' && marks.includes(token.text)

export const isWord = (token: Token | undefined, words: ReadonlySet<string> | ReadonlyMap<string, unknown>): boolean =>
  token?.kind === 'word' && words.has(token.text)

/** Whether a token follows the one before it without a space. */
export const touches = (tokens: readonly Token[], index: number): boolean => tokens[index - 1]?.end === tokens[index]?.start

/** A phrase at this place. Hyphens, apostrophes and points between its words do not count: `realizar-se`, `T.B.D.`. */
export function phraseAt(tokens: readonly Token[], index: number): Read<PhraseMeaning> | null {
  const first = tokens[index]
  if (first?.kind !== 'word') return null
  for (const { words, meaning } of phrases.get(first.text) ?? []) {
    let next = index + 1
    const follows = words.slice(1).every((word) => {
      while (isMark(tokens[next], "-‑'’")) next++
      return tokens[next++]?.text === word
    })
    if (follows) return { value: meaning, next }
  }
  return null
}
