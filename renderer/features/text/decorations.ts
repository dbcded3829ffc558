import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { ReadCitation } from '#shared/citations/read.ts'
import { words } from '../../app/words.ts'
import { type ShownFinding, useFindings } from '../../stores/findings.ts'
import { labelsOf, sameOutline } from './outline.ts'
import { changedBlocks, positionsOf, textOf } from './place-in-text.ts'
import { onNewKnowledge, recognise } from './recognised.ts'

/** What the numbers, bullets and notes of a section are drawn from, beside its words. */
interface Surroundings {
  /** The number of the section's first footnote. */
  readonly firstNote: number
  /** The block that was last gone to. */
  readonly revealed: string | null
}

interface Drawn extends Surroundings {
  readonly set: DecorationSet
}

const outlineKey = new PluginKey<Drawn>('outline')

function drawOutline(doc: Node, { firstNote, revealed }: Surroundings): DecorationSet {
  const labels = labelsOf(doc)
  const drawn: Decoration[] = []
  let number = firstNote
  doc.forEach((block, at, index) => {
    const label = labels[index] ?? ''
    const attributes = {
      ...(label === '' ? {} : { 'data-marker': label }),
      ...(block.attrs['id'] === revealed ? { 'data-revealed': '' } : {}),
      ...(doc.childCount === 1 && block.content.size === 0 ? { 'data-placeholder': words('text.empty-paragraph') } : {}),
    }
    if (Object.keys(attributes).length > 0) drawn.push(Decoration.node(at, at + block.nodeSize, attributes))
    block.forEach((child, offset) => {
      if (child.isText) return
      const start = at + 1 + offset
      drawn.push(Decoration.node(start, start + 1, { 'data-number': String(number), title: String(child.attrs['text']) }))
      number += 1
    })
  })
  return DecorationSet.create(doc, drawn)
}

/** Draws list marks, the numbers of footnotes, the block gone to, and the words that invite to write. */
export const outlinePlugin = (): Plugin<Drawn> =>
  new Plugin<Drawn>({
    key: outlineKey,
    state: {
      init: (_, { doc }) => ({ firstNote: 1, revealed: null, set: drawOutline(doc, { firstNote: 1, revealed: null }) }),
      apply(tr, drawn, before, { doc }) {
        const told: Surroundings | undefined = tr.getMeta(outlineKey)
        const now = told ?? drawn
        if (told !== undefined || (tr.docChanged && (doc.childCount === 1 || !sameOutline(before.doc, doc))))
          return { ...now, set: drawOutline(doc, now) }
        return tr.docChanged ? { ...drawn, set: drawn.set.map(tr.mapping, doc) } : drawn
      },
    },
    props: { decorations: (state) => outlineKey.getState(state)?.set },
  })

/** Tells an editor how its notes are numbered and which block was gone to. */
export function setSurroundings(view: EditorView, surroundings: Surroundings): void {
  view.dispatch(view.state.tr.setMeta(outlineKey, surroundings))
}

const knownKey = new PluginKey<DecorationSet>('known')

function drawKnown(block: Node, at: number): Decoration[] {
  return recognise(textOf(block)).map(({ start, end, citation }) => {
    const { from, to } = positionsOf(block, at, start, end)
    return citation === null
      ? Decoration.inline(from, to, { class: 'topic', title: words('text.topic') })
      : Decoration.inline(from, to, { class: 'cited' }, { citation })
  })
}

function drawAllKnown(doc: Node): DecorationSet {
  const drawn: Decoration[] = []
  doc.forEach((block, at) => drawn.push(...drawKnown(block, at)))
  return DecorationSet.create(doc, drawn)
}

/** Only the blocks that changed are read again. */
function redrawKnown(set: DecorationSet, tr: Transaction, before: Node, doc: Node): DecorationSet {
  let next = set.map(tr.mapping, doc)
  changedBlocks(before, doc, (block, at) => {
    next = next.remove(next.find(at, at + block.nodeSize)).add(doc, drawKnown(block, at))
  })
  return next
}

/** Marks the citations and the announced topics in the words while they are written. */
export const knownPlugin = (): Plugin<DecorationSet> =>
  new Plugin({
    key: knownKey,
    state: {
      init: (_, { doc }) => drawAllKnown(doc),
      apply: (tr, set, before, { doc }) =>
        tr.getMeta(knownKey) === true ? drawAllKnown(doc) : tr.docChanged ? redrawKnown(set, tr, before.doc, doc) : set,
    },
    props: { decorations: (state) => knownKey.getState(state) },
    view: (view) => ({ destroy: onNewKnowledge(() => view.dispatch(view.state.tr.setMeta(knownKey, true))) }),
  })

const citationOf = (spec: unknown): ReadCitation | null =>
  typeof spec === 'object' && spec !== null && 'citation' in spec ? (spec.citation as ReadCitation) : null

/** The citation at a position; null when there is none. */
export function citationAt(state: EditorState, at: number): ReadCitation | null {
  const found = knownKey.getState(state)?.find(at, at) ?? []
  return found.map(({ spec }) => citationOf(spec)).find((citation) => citation !== null) ?? null
}

/** The citations of the block that the caret is in. */
export function citationsHere(state: EditorState): ReadCitation[] {
  const { $from } = state.selection
  return (knownKey.getState(state)?.find($from.start(), $from.end()) ?? []).flatMap(({ spec }) => citationOf(spec) ?? [])
}

const findingsKey = new PluginKey<DecorationSet>('findings')

type ByPart = ReadonlyMap<string | null, readonly ShownFinding[]>

/** The wavy lines of a block as the check saw it; null where its words have changed since. */
function drawFindings(block: Node, at: number, findings: readonly ShownFinding[]): Decoration[] {
  return findings.flatMap(({ range, sentence, severity }) => {
    if (range === null || range.end > textOf(block).length) return []
    const { from, to } = positionsOf(block, at, range.start, range.end)
    return from < to ? [Decoration.inline(from, to, { class: `squiggle ${severity}`, title: sentence })] : []
  })
}

function drawAllFindings(set: DecorationSet, doc: Node, findings: ByPart, checked: ReadonlyMap<string, string>): DecorationSet {
  const drawn: Decoration[] = []
  doc.forEach((block, at) => {
    const id = String(block.attrs['id'])
    const own = findings.get(id) ?? []
    // What the check saw may be older than the words that stand here now: then the lines stay on the words they are on.
    if (checked.get(id) === textOf(block)) drawn.push(...drawFindings(block, at, own))
    else drawn.push(...set.find(at, at + block.nodeSize))
  })
  return DecorationSet.create(doc, drawn)
}

/** Wavy lines under what the check found. `checked` gives the texts, by block, that the check has seen. */
export const findingsPlugin = (checked: () => ReadonlyMap<string, string>): Plugin<DecorationSet> => {
  const now = (set: DecorationSet, doc: Node) =>
    drawAllFindings(
      set,
      doc,
      Map.groupBy(useFindings.getState().findings, ({ part }) => part),
      checked(),
    )
  return new Plugin({
    key: findingsKey,
    state: {
      init: (_, { doc }) => now(DecorationSet.empty, doc),
      apply: (tr, set, _, { doc }) => {
        const mapped = tr.docChanged ? set.map(tr.mapping, doc) : set
        return tr.getMeta(findingsKey) === true ? now(mapped, doc) : mapped
      },
    },
    props: { decorations: (state) => findingsKey.getState(state) },
    view: (view) => ({
      destroy: useFindings.subscribe((found, before) => {
        if (found.findings !== before.findings) view.dispatch(view.state.tr.setMeta(findingsKey, true))
      }),
    }),
  })
}

const soughtKey = new PluginKey<number | null>('sought')

/** Marks the words that a citation is being offered for, from `from` to the caret: the list stands below them. */
export const soughtPlugin = (): Plugin<number | null> =>
  new Plugin<number | null>({
    key: soughtKey,
    state: {
      init: () => null,
      apply(tr, from) {
        const told: { from: number | null } | undefined = tr.getMeta(soughtKey)
        return told === undefined ? from : told.from
      },
    },
    props: {
      decorations(state) {
        const from = soughtKey.getState(state) ?? null
        const to = state.selection.from
        return from === null || from >= to ? null : DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'sought' })])
      },
    },
  })

export function markSought(view: EditorView, from: number | null): void {
  if (soughtKey.getState(view.state) !== from) view.dispatch(view.state.tr.setMeta(soughtKey, { from }))
}
