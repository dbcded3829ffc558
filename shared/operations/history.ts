import type { Message } from '../locales/message.ts'
import type { Operation } from './change.ts'

/** What a logged step did: an edit of its own, or the taking back (`undo`) or repeating (`redo`) of the step `of`. */
export type StepKind = { readonly kind: 'edit' } | { readonly kind: 'undo' | 'redo'; readonly of: string }

/** A line of a plan's append-only history. */
export type Step = Operation & StepKind & { readonly sequence: number }

/** The steps that undo and redo would act on next; null when there is none. */
export interface HistoryPosition {
  readonly undo: { readonly id: string; readonly label: Message } | null
  readonly redo: { readonly id: string; readonly label: Message } | null
}

/**
 * Where undo and redo stand after these steps, oldest first. A new edit empties redo, as everywhere. The names are those of the
 * edits themselves, however often they were taken back and repeated.
 */
export function historyPosition(steps: readonly (Pick<Operation, 'id' | 'label'> & StepKind)[]): HistoryPosition {
  const done: { id: string; label: Message }[] = []
  const undone: { id: string; label: Message }[] = []
  for (const step of steps) {
    if (step.kind === 'edit') {
      done.push({ id: step.id, label: step.label })
      undone.length = 0
    } else {
      const [from, to] = step.kind === 'undo' ? [done, undone] : [undone, done]
      const moved = from.pop()
      if (moved === undefined || moved.id !== step.of) throw new Error(`Step ${step.id} does not follow from the history before it.`)
      to.push(moved)
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
}
