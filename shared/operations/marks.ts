import type { Block, Footnote, Mark } from '../model/section.ts'

const kinds = ['link', 'bold', 'italic'] as const

const lookOf = (mark: Mark): string => (mark.kind === 'link' ? `link ${mark.href}` : mark.kind)

/** Marks as they are stored: in order, none empty, those that meet or overlap and look alike as one. */
export function tidyMarks(marks: readonly Mark[], length: number): Mark[] {
  const ordered = marks
    .map((mark): Mark => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(mark.end, length) }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.end - b.end)
  const tidy: Mark[] = []
  const last = new Map<string, number>()
  for (const mark of ordered) {
    const index = last.get(lookOf(mark)) ?? -1
    const before = tidy[index]
    if (before !== undefined && before.end >= mark.start) tidy[index] = { ...before, end: Math.max(before.end, mark.end) }
    else last.set(lookOf(mark), tidy.push(mark) - 1)
  }
  return tidy
}

/** The block with these marks and no others. */
export function withMarks(block: Block, marks: readonly Mark[]): Block {
  const { marks: _, ...bare } = block
  const tidy = tidyMarks(marks, block.text.length)
  return tidy.length === 0 ? bare : { ...bare, marks: tidy }
}

/** The block with another text; `moved` says where an offset of the former one comes to stand. What was marked stays marked, what is gone is not. */
export const withMovedText = (block: Block, text: string, moved: (at: number) => number): Block =>
  withMarks(
    { ...block, text, footnotes: block.footnotes.map((note) => ({ ...note, at: moved(note.at) })) },
    (block.marks ?? []).map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })),
  )

/** A piece of a block: words with all the marks that lie over them, or a footnote at its place. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'note'; readonly note: Footnote }

/** A block cut where marks begin and end and where footnotes stand. */
export function piecesOf({ text, footnotes, marks = [] }: Block): Piece[] {
  const notes = footnotes.map((note) => ({ ...note, at: Math.min(note.at, text.length) })).toSorted((a, b) => a.at - b.at)
  const cuts = new Set([0, text.length, ...notes.map(({ at }) => at), ...marks.flatMap(({ start, end }) => [start, end])])
  const edges = [...cuts].filter((at) => at <= text.length).toSorted((a, b) => a - b)
  return edges.flatMap((from, index): Piece[] => {
    const here = notes.filter(({ at }) => at === from).map((note) => ({ kind: 'note' as const, note }))
    const to = edges[index + 1]
    if (to === undefined) return here
    return [...here, { kind: 'words', text: text.slice(from, to), marks: marks.filter(({ start, end }) => start <= from && end >= to) }]
  })
}
