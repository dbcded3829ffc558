import { diff3Merge } from 'node-diff3'
import { failure, type Result, success } from '../lib/result.ts'
import { wordsOf } from '../lib/words.ts'

/** A text with marks in it that move with its words: footnotes and the ends of links. */
export interface AnchoredText {
  readonly text: string
  readonly anchors: readonly Anchor[]
}

/** A mark at an offset of the text, in UTF-16 code units. Marks of one key are the same mark. */
export interface Anchor {
  readonly key: string
  readonly at: number
}

/** What stands before an anchor's key among the words: never a character of a text that people write. */
const sign = '\u0000'

function piecesOf({ text, anchors }: AnchoredText): string[] {
  const inOrder = anchors.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const pieces: string[] = []
  let from = 0
  for (const { key, at } of inOrder) {
    pieces.push(...wordsOf(text.slice(from, at)), sign + key)
    from = Math.max(from, at)
  }
  return [...pieces, ...wordsOf(text.slice(from))]
}

function textOf(pieces: readonly string[]): AnchoredText {
  const anchors: Anchor[] = []
  let text = ''
  for (const piece of pieces) {
    if (piece.startsWith(sign)) anchors.push({ key: piece.slice(sign.length), at: text.length })
    else text += piece
  }
  return { text, anchors }
}

const alike = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('')

/** Two wordings of one text brought together word by word. Fails where both changed the same words, or words that touch. */
export function mergeText(base: AnchoredText, ours: AnchoredText, theirs: AnchoredText): Result<AnchoredText, 'same-words'> {
  const [from, left, right] = [piecesOf(base), piecesOf(ours), piecesOf(theirs)]
  if (alike(left, right) || alike(from, right)) return success(ours)
  if (alike(from, left)) return success(theirs)
  const merged: string[] = []
  for (const region of diff3Merge(left, from, right, { excludeFalseConflicts: true })) {
    if (region.ok === undefined) return failure('same-words')
    merged.push(...region.ok)
  }
  return success(textOf(merged))
}
