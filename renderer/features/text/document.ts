import type { JSONContent } from '@tiptap/core'
import { v7 } from 'uuid'
import type { Block, Footnote, Mark } from '#shared/model/section.ts'
import { piecesOf, withMarks } from '#shared/operations/marks.ts'

type MarkJson = NonNullable<JSONContent['marks']>[number]

const markJson = (mark: Mark): MarkJson => (mark.kind === 'link' ? { type: 'link', attrs: { href: mark.href } } : { type: mark.kind })

const contentOf = (block: Block): JSONContent[] =>
  piecesOf(block).map((piece) =>
    piece.kind === 'note'
      ? { type: 'footnote', attrs: { id: piece.note.id, text: piece.note.text } }
      : { type: 'text', text: piece.text, ...(piece.marks.length > 0 ? { marks: piece.marks.map(markJson) } : {}) },
  )

export const emptyBlock = (): Block => ({ id: v7(), kind: 'paragraph', level: 0, marker: 'none', text: '', footnotes: [] })

/** The blocks of a section as the editor's document; an empty section has one block to write in. */
export const documentOf = (blocks: readonly Block[]): JSONContent => ({
  type: 'doc',
  content: (blocks.length > 0 ? blocks : [emptyBlock()]).map((block) => {
    const { id, kind, level, marker } = block
    const content = contentOf(block)
    return { type: 'block', attrs: { id, kind, level, marker }, ...(content.length > 0 ? { content } : {}) }
  }),
})

const kinds: readonly Block['kind'][] = ['paragraph', 'heading', 'item', 'quotation']
const markers: readonly Block['marker'][] = ['none', 'number', 'bullet', 'letter']

function readMark(mark: MarkJson, start: number, end: number): Mark[] {
  if (mark.type === 'link') return [{ kind: 'link', start, end, href: String(mark.attrs?.['href'] ?? '') }]
  return mark.type === 'bold' || mark.type === 'italic' ? [{ kind: mark.type, start, end }] : []
}

function blockOf({ attrs = {}, content = [] }: JSONContent): Block {
  let text = ''
  const footnotes: Footnote[] = []
  const marks: Mark[] = []
  for (const node of content) {
    if (node.type === 'footnote') {
      footnotes.push({ id: String(node.attrs?.['id']), at: text.length, text: String(node.attrs?.['text'] ?? '') })
      continue
    }
    const start = text.length
    text += node.text ?? ''
    marks.push(...(node.marks ?? []).flatMap((mark) => readMark(mark, start, text.length)))
  }
  const block: Block = {
    id: String(attrs['id']),
    kind: kinds.find((kind) => kind === attrs['kind']) ?? 'paragraph',
    level: Number(attrs['level'] ?? 0),
    marker: markers.find((marker) => marker === attrs['marker']) ?? 'none',
    text,
    footnotes,
  }
  return withMarks(block, marks)
}

/** The blocks that the editor's document stands for. */
export const blocksOf = ({ content = [] }: JSONContent): Block[] => content.map(blockOf)
