import { diff3Merge } from 'node-diff3'
import { failure, type Result, success } from '../lib/result.ts'
import { wordsOf } from '../lib/words.ts'

/** A text with what belongs to its words and moves with them: the marks of footnotes, and the looks of words, such as links and bold. */
export interface DressedText {
  readonly text: string
  readonly anchors: readonly Anchor[]
  readonly looks: readonly Look[]
}

/** A mark at an offset of the text, in UTF-16 code units. Marks of one key are the same mark. */
export interface Anchor {
  readonly key: string
  readonly at: number
}

/** How words look from one offset to another (exclusive). Looks of one key are alike. */
export interface Look {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** A text without anything that belongs to its words. */
export const plain = (text: string): DressedText => ({ text, anchors: [], looks: [] })

/** Longest text that is compared word by word, in characters: comparing takes more than its square where words come again and again. */
const longest = 8000

/** Whether a text is too long for its words to be compared; such a paragraph has one say. */
export const isLong = (text: string): boolean => text.length > longest

/** A piece that is compared whole: `a` and the key of an anchor, or `w`, the length of the word's looks, its looks and the word. */
const anchorPiece = (key: string): string => `a${key}`
const wordPiece = (look: string, word: string): string => `w${look.length} ${look}${word}`

const separator = '\n'

/** A text in pieces that are compared whole, its anchors among them. */
export function piecesOf({ text, anchors, looks }: DressedText): string[] {
  if (anchors.length === 0 && looks.length === 0) return wordsOf(text).map((word) => wordPiece('', word))
  const standing = anchors.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const cuts = new Set([...anchors.map(({ at }) => at), ...looks.flatMap(({ start, end }) => [start, end]), text.length])
  const pieces: string[] = []
  let [from, next] = [0, 0]
  for (const cut of [...cuts].toSorted((a, b) => a - b)) {
    const look = looks
      .filter(({ start, end }) => start <= from && from < end)
      .map(({ key }) => key)
      .toSorted()
      .join(separator)
    pieces.push(...wordsOf(text.slice(from, cut)).map((word) => wordPiece(look, word)))
    from = cut
    for (let anchor = standing[next]; anchor !== undefined && anchor.at <= cut; anchor = standing[++next])
      pieces.push(anchorPiece(anchor.key))
  }
  return pieces
}

function textOf(pieces: readonly string[]): DressedText {
  const anchors: Anchor[] = []
  const looks: Look[] = []
  let text = ''
  for (const piece of pieces) {
    if (piece.startsWith('a')) {
      anchors.push({ key: piece.slice(1), at: text.length })
      continue
    }
    const space = piece.indexOf(' ')
    const until = space + 1 + Number(piece.slice(1, space))
    const start = text.length
    text += piece.slice(until)
    const keys = piece.slice(space + 1, until)
    if (keys !== '') looks.push(...keys.split(separator).map((key) => ({ key, start, end: text.length })))
  }
  return { text, anchors, looks }
}

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((piece, index) => piece === b[index])

/** What to do where both sides changed the same: to fail, or to keep ours. */
export type Rule = 'strict' | 'ours'

/** Anchors of one key are one: the first stays. */
const once = (anchors: readonly Anchor[]): Anchor[] => [...new Map(anchors.toReversed().map((anchor) => [anchor.key, anchor])).values()]

/**
 * Two wordings of one text brought together word by word. Where both changed the same words, or words that touch, and where both moved one
 * anchor, the rule decides.
 */
export function mergeText(base: DressedText, ours: DressedText, theirs: DressedText, rule: Rule): Result<DressedText, 'same-words'> {
  const clash: Result<DressedText, 'same-words'> = rule === 'ours' ? success(ours) : failure('same-words')
  const [from, left, right] = [piecesOf(base), piecesOf(ours), piecesOf(theirs)]
  if (alike(left, right) || alike(from, right)) return success(ours)
  if (alike(from, left)) return success(theirs)
  if ([base, ours, theirs].some(({ text }) => isLong(text))) return clash
  const pieces: string[] = []
  for (const region of diff3Merge(left, from, right, { excludeFalseConflicts: true })) {
    if (region.ok === undefined && rule === 'strict') return clash
    for (const piece of region.ok ?? region.conflict?.a ?? []) pieces.push(piece)
  }
  const merged = textOf(pieces)
  const anchors = once(merged.anchors)
  return anchors.length < merged.anchors.length && rule === 'strict' ? clash : success({ ...merged, anchors })
}
