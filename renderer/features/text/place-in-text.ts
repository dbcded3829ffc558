import type { Node } from '@tiptap/pm/model'

/** The words of a block, without the marks of its notes. */
export const textOf = (block: Node): string => block.textBetween(0, block.content.size)

/** Where the notes of a block stand, as offsets of its text. */
function notesIn(block: Node): number[] {
  const notes: number[] = []
  let offset = 0
  block.forEach((child) => {
    if (child.isText) offset += child.text?.length ?? 0
    else notes.push(offset)
  })
  return notes
}

/** Positions in the document of a stretch of a block's text; `at` is the block's own. The marks of notes at its edges stay outside. */
export function positionsOf(block: Node, at: number, start: number, end: number): { readonly from: number; readonly to: number } {
  const notes = notesIn(block)
  return {
    from: at + 1 + start + notes.filter((note) => note <= start).length,
    to: at + 1 + end + notes.filter((note) => note < end).length,
  }
}

/** Calls back with each block that the document has and a former one had not, in order. */
export function changedBlocks(before: Node, doc: Node, act: (block: Node, at: number) => void): void {
  const start = before.content.findDiffStart(doc.content)
  if (start === null) return
  const end = before.content.findDiffEnd(doc.content)
  const to = Math.max(start, end?.b ?? start)
  doc.nodesBetween(Math.max(0, start - 1), Math.min(doc.content.size, to + 1), (node, at) => {
    if (node.isTextblock) act(node, at)
    return false
  })
}
