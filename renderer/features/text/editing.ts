import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { v7 } from 'uuid'
import type { Block } from '#shared/model/section.ts'

const deepest = 5

/** A block of the document, with its place in it. */
interface Placed {
  readonly node: Node
  readonly at: number
  readonly index: number
}

const placedAt = (doc: Node, index: number): Placed | null => {
  if (index < 0 || index >= doc.childCount) return null
  let at = 0
  for (let before = 0; before < index; before++) at += doc.child(before).nodeSize
  return { node: doc.child(index), at, index }
}

/** The blocks that the selection touches, in order. */
export function chosenBlocks({ doc, selection }: EditorState): Placed[] {
  const chosen: Placed[] = []
  for (let index = selection.$from.index(0); index <= selection.$to.index(0); index++) {
    const placed = placedAt(doc, index)
    if (placed !== null) chosen.push(placed)
  }
  return chosen
}

const kindOf = (node: Node | undefined): Block['kind'] | null => (node === undefined ? null : node.attrs['kind'])

const setAttributes = (tr: Transaction, { node, at }: Placed, attributes: Partial<Block>): Transaction =>
  tr.setNodeMarkup(at, null, { ...node.attrs, ...attributes })

/** Makes paragraphs, headings or quotations of the chosen blocks; what they already all are becomes paragraphs again. */
export const setKind =
  (kind: 'paragraph' | 'heading' | 'quotation', level = 0): Command =>
  (state, dispatch) => {
    const chosen = chosenBlocks(state)
    const already = chosen.every(({ node }) => kindOf(node) === kind && node.attrs['level'] === level)
    const to = already ? { kind: 'paragraph' as const, level: 0 } : { kind, level }
    const { tr } = state
    for (const placed of chosen) setAttributes(tr, placed, { ...to, marker: 'none' })
    dispatch?.(tr)
    return true
  }

/** Makes list lines with this mark of the chosen blocks; lines that all bear it become paragraphs again. */
export const setMarker =
  (marker: 'bullet' | 'number' | 'letter'): Command =>
  (state, dispatch) => {
    const chosen = chosenBlocks(state)
    const already = chosen.every(({ node }) => kindOf(node) === 'item' && node.attrs['marker'] === marker)
    const { tr } = state
    for (const placed of chosen) {
      const level = kindOf(placed.node) === 'item' ? placed.node.attrs['level'] : 0
      setAttributes(tr, placed, already ? { kind: 'paragraph', level: 0, marker: 'none' } : { kind: 'item', level, marker })
    }
    dispatch?.(tr)
    return true
  }

/** Tab and Shift+Tab: list lines a level in, at most one below the line above, or out; at the margin a line leaves the list. */
export const shiftLevel =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const lines = chosenBlocks(state).filter(({ node }) => kindOf(node) === 'item')
    if (lines.length === 0) return false
    const { tr } = state
    for (const placed of lines) {
      const above = placed.index > 0 ? tr.doc.child(placed.index - 1) : undefined
      const most = kindOf(above) === 'item' ? Math.min(deepest, Number(above?.attrs['level']) + 1) : 0
      const level = Number(placed.node.attrs['level']) + by
      if (level < 0) setAttributes(tr, placed, { kind: 'paragraph', level: 0, marker: 'none' })
      else if (by === -1 || level <= most) setAttributes(tr, placed, { level })
    }
    if (tr.docChanged) dispatch?.(tr)
    return true
  }

/** Enter: what follows the caret becomes a block of its own. A heading is followed by a paragraph, and an empty list line leads out of its list. */
export const splitBlock: Command = (state, dispatch) => {
  const { $from } = state.selection
  const { parent } = $from
  if (kindOf(parent) === 'item' && parent.content.size === 0) return shiftLevel(-1)(state, dispatch)
  if (kindOf(parent) === 'quotation' && parent.content.size === 0) return setKind('paragraph')(state, dispatch)
  const tr = state.tr.deleteSelection()
  const at = tr.mapping.map($from.pos)
  const atEnd = tr.doc.resolve(at).parentOffset === tr.doc.resolve(at).parent.content.size
  const follows = kindOf(parent) === 'heading' && atEnd ? { kind: 'paragraph', level: 0, marker: 'none' } : {}
  tr.split(at, 1, [{ type: parent.type, attrs: { ...parent.attrs, ...follows, id: v7() } }])
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace at the start: first out of the list or quotation, then onto the end of the block above; an empty one above gives way. */
export const joinUp: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty) return false
  if ($from.nodeBefore?.type.name === 'footnote') {
    dispatch?.(state.tr.delete($from.pos - 1, $from.pos))
    return true
  }
  if ($from.parentOffset > 0) return false
  if (kindOf($from.parent) === 'item') return shiftLevel(-1)(state, dispatch)
  if (kindOf($from.parent) === 'quotation') return setKind('paragraph')(state, dispatch)
  const above = placedAt(state.doc, $from.index(0) - 1)
  if (above === null) return true
  const { tr } = state
  if (above.node.content.size === 0) tr.delete(above.at, above.at + above.node.nodeSize)
  else tr.join($from.before(1))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Delete before the mark of a footnote takes the note away. */
export const deleteNoteAhead: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.nodeAfter?.type.name !== 'footnote') return false
  dispatch?.(state.tr.delete($from.pos, $from.pos + 1))
  return true
}

/** Ctrl+A: all words of the section. */
export const chooseAll: Command = ({ doc, tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.between(doc.resolve(1), doc.resolve(doc.content.size - 1))))
  return true
}

/** Alt and an arrow: the chosen blocks change places with their neighbour. */
export const moveBlocks =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const chosen = chosenBlocks(state)
    const [first, last] = [chosen[0], chosen.at(-1)]
    if (first === undefined || last === undefined) return true
    const neighbour = placedAt(state.doc, by === -1 ? first.index - 1 : last.index + 1)
    if (neighbour === null) return true
    const { anchor, head } = state.selection
    const shift = by * neighbour.node.nodeSize
    const { tr } = state
    tr.delete(neighbour.at, neighbour.at + neighbour.node.nodeSize)
    tr.insert(by === -1 ? last.at + last.node.nodeSize - neighbour.node.nodeSize : first.at, neighbour.node)
    tr.setSelection(TextSelection.create(tr.doc, anchor + shift, head + shift))
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** A footnote to be written, its mark behind what is chosen. */
export const insertNote =
  (id: string): Command =>
  (state, dispatch) => {
    const note = state.schema.nodes['footnote']?.create({ id, text: '' })
    if (note === undefined) return false
    const { to } = state.selection
    const tr = state.tr.insert(to, note)
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, to + 1)))
    return true
  }

/** The link that the caret or the selection touches, with how far it reaches; null when none. */
export function linkHere({
  doc,
  selection,
  schema,
}: EditorState): { readonly from: number; readonly to: number; readonly href: string } | null {
  const { $from } = selection
  const type = schema.marks['link']
  const mark = type?.isInSet($from.nodeAfter?.marks ?? []) ?? type?.isInSet($from.nodeBefore?.marks ?? [])
  if (mark === undefined) return null
  let [from, to] = [$from.pos, $from.pos]
  const holds = (at: number): boolean => {
    const node = doc.nodeAt(at)
    return node !== null && node.isInline && (mark.isInSet(node.marks) || node.type.name === 'footnote')
  }
  while (from > $from.start() && holds(from - 1)) from--
  while (to < $from.end() && holds(to)) to++
  return from === to ? null : { from, to, href: String(mark.attrs['href']) }
}

/** Gives the chosen words, the link at the caret, or else the address itself a link; null takes the link away. */
export const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    const type = state.schema.marks['link']
    if (type === undefined) return false
    const { selection, tr } = state
    const link = linkHere(state)
    const { from, to } = selection.empty && link !== null ? link : selection
    tr.removeMark(from, to, type)
    if (href !== null && from === to) tr.insert(from, state.schema.text(href, [type.create({ href })]))
    else if (href !== null) tr.addMark(from, to, type.create({ href }))
    dispatch?.(tr)
    return true
  }

/** Gives blocks without an id, or with one that stands above already, an id of their own; and footnotes likewise. Null when all is well. */
export function withOwnIds(state: EditorState): Transaction | null {
  const seen = new Set<string>()
  const { tr } = state
  state.doc.descendants((node, at) => {
    if (node.isText) return
    const id: unknown = node.attrs['id']
    if (typeof id === 'string' && !seen.has(id)) seen.add(id)
    else tr.setNodeAttribute(at, 'id', v7())
  })
  return tr.docChanged ? tr : null
}
