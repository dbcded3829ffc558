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
  blocks.map((block) =>
    block.id === id && block.text !== text ? { ...block, text, footnotes: shiftNotes(block.footnotes, block.text, text) } : block,
  )

/** The blocks with another text in one footnote. */
export const withNote = (blocks: readonly Block[], noteId: string, text: string): Block[] =>
  blocks.map((block) =>
    block.footnotes.some(({ id }) => id === noteId)
      ? { ...block, footnotes: block.footnotes.map((note) => (note.id === noteId ? { ...note, text } : note)) }
      : block,
  )

/** The blocks with a footnote more, to be written, whose mark stands at this offset of a block's text. */
export const withNewNote = (blocks: readonly Block[], id: string, at: number, noteId: string): Block[] =>
  blocks.map((block) => (block.id === id ? { ...block, footnotes: [...block.footnotes, { id: noteId, at, text: '' }] } : block))

export const withoutNote = (blocks: readonly Block[], noteId: string): Block[] =>
  blocks.map((block) =>
    block.footnotes.some(({ id }) => id === noteId) ? { ...block, footnotes: block.footnotes.filter(({ id }) => id !== noteId) } : block,
  )

/** Blocks after an edit of their structure, with where the caret goes. */
export interface BlocksEdit {
  readonly blocks: readonly Block[]
  readonly block: string
  readonly caret: number
}

/**
 * Enter: what stands after the caret becomes a block of its own, with its footnotes. A heading is followed by a paragraph. On an empty list
 * line Enter leads out of the list.
 */
export function splitBlock(blocks: readonly Block[], id: string, at: number, newId: string): BlocksEdit {
  const index = blocks.findIndex((block) => block.id === id)
  const block = blocks[index]
  if (block === undefined) return { blocks, block: id, caret: at }
  if (block.kind === 'item' && block.text === '') return shiftLevel(blocks, id, -1, at)
  const first: Block = { ...block, text: block.text.slice(0, at), footnotes: block.footnotes.filter((note) => note.at <= at) }
  const rest: Block = {
    ...block,
    id: newId,
    ...(block.kind === 'heading' ? ({ kind: 'paragraph', level: 0 } as const) : {}),
    text: block.text.slice(at),
    footnotes: block.footnotes.filter((note) => note.at > at).map((note) => ({ ...note, at: note.at - at })),
  }
  return { blocks: blocks.toSpliced(index, 1, first, rest), block: newId, caret: 0 }
}

/** Backspace at the start: first out of its list, then onto the end of the block above, footnotes and all. */
export function joinBlock(blocks: readonly Block[], id: string): BlocksEdit {
  const index = blocks.findIndex((block) => block.id === id)
  const [above, block] = [blocks[index - 1], blocks[index]]
  if (block?.kind === 'item') return shiftLevel(blocks, id, -1, 0)
  if (block === undefined || above === undefined) return { blocks, block: id, caret: 0 }
  const caret = above.text.length
  const joined: Block = {
    ...above,
    text: above.text + block.text,
    footnotes: [...above.footnotes, ...block.footnotes.map((note) => ({ ...note, at: note.at + caret }))],
  }
  return { blocks: blocks.toSpliced(index - 1, 2, joined), block: above.id, caret }
}

const deepest = 5

/** Tab and Shift+Tab in a list: a level in, at most one below the line above, or out; at the margin the line leaves the list. */
export function shiftLevel(blocks: readonly Block[], id: string, by: 1 | -1, caret: number): BlocksEdit {
  const index = blocks.findIndex((block) => block.id === id)
  const [above, block] = [blocks[index - 1], blocks[index]]
  const same = { blocks, block: id, caret }
  if (block?.kind !== 'item') return same
  const most = above?.kind === 'item' ? Math.min(deepest, above.level + 1) : 0
  if (by === 1 && block.level >= most) return same
  const shifted: Block =
    by === -1 && block.level === 0 ? { ...block, kind: 'paragraph', marker: 'none' } : { ...block, level: block.level + by }
  return { ...same, blocks: blocks.with(index, shifted) }
}

/** Makes a list line of a paragraph, or a paragraph of a line that bears this mark. */
export function toggleList(blocks: readonly Block[], id: string, marker: 'bullet' | 'number', caret: number): BlocksEdit {
  const changed = blocks.map((block): Block => {
    if (block.id !== id || block.kind === 'heading') return block
    const plain = block.kind === 'item' && block.marker === marker
    return plain ? { ...block, kind: 'paragraph', level: 0, marker: 'none' } : { ...block, kind: 'item', marker }
  })
  return { blocks: changed, block: id, caret }
}

/** Alt and an arrow: the block changes places with its neighbour. */
export function moveBlock(blocks: readonly Block[], id: string, by: 1 | -1, caret: number): BlocksEdit {
  const index = blocks.findIndex((block) => block.id === id)
  const block = blocks[index]
  const same = { blocks, block: id, caret }
  if (block === undefined || blocks[index + by] === undefined) return same
  return { ...same, blocks: blocks.toSpliced(index, 1).toSpliced(index + by, 0, block) }
}

/** What stands before each list line: numbers and letters count on from line to line of a list, level by level. */
export function markersOf(blocks: readonly Block[]): string[] {
  let counts: number[] = []
  return blocks.map(({ kind, level, marker }) => {
    if (kind !== 'item') {
      counts = []
      return ''
    }
    counts = counts.slice(0, level + 1)
    if (marker === 'none') return ''
    if (marker === 'bullet') return '•'
    const count = (counts[level] ?? 0) + 1
    counts[level] = count
    return marker === 'number' ? `${count}.` : `${String.fromCharCode(97 + ((count - 1) % 26))})`
  })
}

/** A stretch of a text and what is known of it. */
export interface Mark<Kind> {
  readonly start: number
  readonly end: number
  readonly kind: Kind
}

/** A piece of a block: words with the marks that cover them, or a footnote's mark with its number. */
export type Piece<Kind> =
  | { readonly kind: 'words'; readonly start: number; readonly text: string; readonly marks: readonly Kind[] }
  | { readonly kind: 'note'; readonly id: string; readonly number: number }

/** A block's text cut where marks begin and end and where footnotes stand, which are numbered from `first`. */
export function piecesOf<Kind>({ text, footnotes }: Block, first: number, marks: readonly Mark<Kind>[] = []): Piece<Kind>[] {
  const notes = footnotes.toSorted((a, b) => a.at - b.at).map(({ id, at }, index) => ({ id, at, number: first + index }))
  const fitting = marks.filter(({ start, end }) => start < end && end <= text.length)
  const cuts = new Set([
    0,
    text.length,
    ...notes.map(({ at }) => Math.min(at, text.length)),
    ...fitting.flatMap(({ start, end }) => [start, end]),
  ])
  const edges = Array.from(cuts).toSorted((a, b) => a - b)
  return edges.flatMap((start, index): Piece<Kind>[] => {
    const end = edges[index + 1]
    const here = notes
      .filter(({ at }) => Math.min(at, text.length) === start)
      .map(({ id, number }) => ({ kind: 'note' as const, id, number }))
    if (end === undefined) return here
    const covering = fitting.filter((mark) => mark.start <= start && mark.end >= end).map(({ kind }) => kind)
    return [...here, { kind: 'words', start, text: text.slice(start, end), marks: covering }]
  })
}
