import type { Block, Footnote } from '#shared/model/section.ts'

/** Moves a paragraph's footnote marks along with its text: what stands after the edited stretch shifts, what stood inside goes to its end. */
function shiftNotes(notes: readonly Footnote[], before: string, after: string): Footnote[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let tail = 0
  while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const changedEnd = before.length - tail
  return notes.map((note) => ({
    ...note,
    at: note.at <= start ? note.at : note.at >= changedEnd ? note.at + after.length - before.length : after.length - tail,
  }))
}

/** The blocks with another text in one of them. */
export const withText = (blocks: readonly Block[], id: string, text: string): Block[] =>
  blocks.map((block) => (block.id === id ? { ...block, text, footnotes: shiftNotes(block.footnotes, block.text, text) } : block))

/** The blocks with another text in one footnote. */
export const withNote = (blocks: readonly Block[], noteId: string, text: string): Block[] =>
  blocks.map((block) =>
    block.footnotes.some(({ id }) => id === noteId)
      ? { ...block, footnotes: block.footnotes.map((note) => (note.id === noteId ? { ...note, text } : note)) }
      : block,
  )

/** A piece of a block: words, or the mark of a footnote with its number. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'note'; readonly id: string; readonly number: number }

/** A block's text cut at its footnote marks, which are numbered from `first`. */
export function piecesOf({ text, footnotes }: Block, first: number): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const [index, { id, at }] of footnotes.toSorted((a, b) => a.at - b.at).entries()) {
    if (at > from) pieces.push({ kind: 'words', text: text.slice(from, at) })
    pieces.push({ kind: 'note', id, number: first + index })
    from = Math.max(from, at)
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) })
  return pieces
}
