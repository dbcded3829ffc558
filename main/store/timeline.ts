import type { Operation } from '#shared/operations/change.ts'
import type { HistoryPosition, StepKind } from '#shared/operations/history.ts'

type Named = NonNullable<HistoryPosition['undo']>

/** A list that grows at its top and shares the rest with the lists before it. */
type Stack = { readonly top: Named; readonly below: Stack } | null

/** What `historyPosition` finds by reading the whole log, kept so that one more step costs the same however long the log is. */
export interface Timeline {
  readonly done: Stack
  readonly undone: Stack
}

export const emptyTimeline: Timeline = { done: null, undone: null }

/** The timeline after one more step. */
export function advance({ done, undone }: Timeline, step: Pick<Operation, 'id' | 'label'> & StepKind): Timeline {
  if (step.kind === 'edit') return { done: { top: { id: step.id, label: step.label }, below: done }, undone: null }
  const from = step.kind === 'undo' ? done : undone
  if (from?.top.id !== step.of) throw new Error(`Step ${step.id} does not follow from the history before it.`)
  return step.kind === 'undo'
    ? { done: from.below, undone: { top: from.top, below: undone } }
    : { done: { top: from.top, below: done }, undone: from.below }
}

/** What undo and redo would act on. */
export const positionOf = ({ done, undone }: Timeline): HistoryPosition => ({ undo: done?.top ?? null, redo: undone?.top ?? null })
