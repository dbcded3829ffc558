import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { equal } from '#shared/lib/equal.ts'
import { say } from '#shared/locales/message.ts'
import type { Block, Section } from '#shared/model/section.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { blocksOf, documentOf } from './document.ts'
import { looksChanged, sameOutline } from './outline.ts'
import { sectionName } from './section-name.ts'
import { type BlockStep, mergeBlocks, stepBetween } from './steps.ts'

/** How long a pause ends a stretch of typing, which then becomes a step of the plan. */
const pause = 900

const sectionNow = (id: string): Section | undefined => usePlan.getState().plan?.sections.find((section) => section.id === id)

/** The words of each block as the plan has them, by its id. */
export const textsOf = (sectionId: string): ReadonlyMap<string, string> =>
  new Map(sectionNow(sectionId)?.blocks.map(({ id, text }) => [id, text]))

/** One step that changes the blocks of a section as it now stands. */
export function changeBlocks(sectionId: string, step: BlockStep, next: (blocks: readonly Block[]) => readonly Block[]): void {
  const section = sectionNow(sectionId)
  if (section === undefined) return
  const update = updateRecord(section, { blocks: [...next(section.blocks)] })
  if (update !== null) edit(say(step, { heading: sectionName(section) }), [update])
}

/** Replaces what differs between two contents, and nothing else, so that carets and marks around it stay. */
function replaceDifference(tr: Transaction, before: Node, after: Node, offset: number): void {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || end === null) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  tr.replace(offset + start, offset + end.a + overlap, after.slice(start, end.b + overlap))
}

const idsOf = (doc: Node): string => doc.children.map(({ attrs }) => String(attrs['id'])).join(' ')

/** Makes the document say what another one says, block by block where the blocks are the same ones. */
export function rewriteDocument(tr: Transaction, target: Node): Transaction {
  const { doc } = tr
  if (idsOf(doc) !== idsOf(target)) {
    replaceDifference(tr, doc, target, 0)
    return tr
  }
  let at = doc.content.size
  for (let index = doc.childCount - 1; index >= 0; index--) {
    const [held, wanted] = [doc.child(index), target.child(index)]
    at -= held.nodeSize
    if (held.eq(wanted)) continue
    replaceDifference(tr, held, wanted, at + 1)
    if (!held.sameMarkup(wanted)) tr.setNodeMarkup(at, null, wanted.attrs)
  }
  return tr
}

export interface Keeper {
  /** Writes what was typed since the last step. */
  readonly commit: () => void
  /** Writes it and stops listening. */
  readonly stop: () => void
}

/**
 * Keeps an editor and its section the same. What is written becomes a step of the plan at a pause, when the editor is left, and before and after
 * whatever changes more than words; what changes the section elsewhere (undo, a fix, another window) is taken into the document, and the caret stays.
 */
export function keepSection(editor: Editor, sectionId: string): Keeper {
  /** The document as the plan has it. */
  let held = editor.state.doc
  let heldBlocks: readonly Block[] = sectionNow(sectionId)?.blocks ?? []
  /** The document after the last change. */
  let seen = held
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = false

  const write = (doc: Node) => {
    if (doc.eq(held)) return
    const mine = blocksOf(doc.toJSON())
    const section = sectionNow(sectionId)
    if (section === undefined) return
    const former = new Map(section.blocks.map((block) => [block.id, block]))
    // What stays the same stays the very same, so that nobody looks at it again.
    const next = mergeBlocks(heldBlocks, mine, section.blocks).map((block) => {
      const other = former.get(block.id)
      return equal(other, block) ? (other ?? block) : block
    })
    writing = true
    changeBlocks(sectionId, stepBetween(section.blocks, next), () => next)
    writing = false
    held = doc
    heldBlocks = sectionNow(sectionId)?.blocks ?? next
  }
  const commit = () => {
    clearTimeout(timer)
    write(seen)
  }
  const follow = ({ transaction }: { transaction: Transaction }) => {
    if (!transaction.docChanged || transaction.getMeta('from-plan') === true) return
    const before = seen
    seen = editor.state.doc
    if (!sameOutline(before, seen) || looksChanged(before, seen)) {
      write(before)
      commit()
      return
    }
    clearTimeout(timer)
    timer = setTimeout(commit, pause)
  }
  const takeOver = (section: Section) => {
    const target = editor.schema.nodeFromJSON(documentOf(section.blocks))
    const isClean = seen.eq(held)
    const merged = isClean ? section.blocks : mergeBlocks(heldBlocks, blocksOf(seen.toJSON()), section.blocks)
    const wanted = isClean ? target : editor.schema.nodeFromJSON(documentOf(merged))
    heldBlocks = section.blocks
    const tr = rewriteDocument(editor.state.tr, wanted)
    if (tr.docChanged) editor.view.dispatch(tr.setMeta('from-plan', true).setMeta('addToHistory', false))
    seen = editor.state.doc
    held = isClean ? seen : target
  }
  const stopFollowing = usePlan.subscribe(() => {
    const section = sectionNow(sectionId)
    if (!writing && section !== undefined && section.blocks !== heldBlocks) takeOver(section)
  })
  // Before the window asks whether something is unsaved.
  window.addEventListener('beforeunload', commit, { capture: true })
  editor.on('transaction', follow)
  editor.on('blur', commit)
  return {
    commit,
    stop: () => {
      commit()
      stopFollowing()
      window.removeEventListener('beforeunload', commit, { capture: true })
      editor.off('transaction', follow)
      editor.off('blur', commit)
    },
  }
}
