import { v7 } from 'uuid'
import { create } from 'zustand'
import type { Position } from '#shared/contract/contract.ts'
import type { PlanMode } from '#shared/exchange/receipt.ts'
import type { Message } from '#shared/locales/message.ts'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges, planOf } from '#shared/operations/apply.ts'
import type { Change, Operation } from '#shared/operations/change.ts'
import { answered, api, refusal } from '../api.ts'
import { createSaveQueue, type FailureReason, type FailureVerdict, type SaveTask } from './save-queue.ts'
import { presentMoment } from './clock.ts'
import { useIdentity } from './identity.ts'
import { heldChanges, shownOf } from './proposing.ts'
import { useSaving } from './saving.ts'
import { whoIsHere } from './who.ts'

export type PlanPhase = 'none' | 'loading' | 'ready' | 'missing' | 'failed'

interface OpenPlan {
  readonly planId: string | null
  /** The plan as it is stored. */
  readonly held: Plan | null
  /** The plan as the window shows it: the stored one, at a delegation's desk with its own proposals in it. */
  readonly plan: Plan | null
  readonly position: Position | null
  readonly phase: PlanPhase
  /** Whose text it is: the Chair's takes proposals and objections, and refuses all else. */
  readonly mode: PlanMode
  /** A step that could not be kept because the plan moved on elsewhere; the window says so until it is read. */
  readonly lost: Message | null
}

/** The plan that the window shows. Edits are applied here first and then written; `useSaving` says how far the writing is. */
export const usePlan = create<OpenPlan>(() => ({
  planId: null,
  held: null,
  plan: null,
  position: null,
  phase: 'none',
  mode: 'own',
  lost: null,
}))

/** Shows what is held, as this desk sees it. */
const holding = (held: Plan, mode: PlanMode): Pick<OpenPlan, 'held' | 'plan' | 'mode'> => ({
  held,
  plan: shownOf(held, mode, useIdentity.getState().author),
  mode,
})

// Whose proposals stand in the text depends on who works here.
useIdentity.subscribe(({ author }, before) => {
  const { held, mode } = usePlan.getState()
  if (held !== null && mode === 'delegation' && author?.delegation !== before.author?.delegation) usePlan.setState(holding(held, mode))
})

/** Operations that were applied here and are not yet acknowledged, in order: they are applied again when the plan is read anew. */
let unwritten: { readonly planId: string; readonly operation: Operation }[] = []

const queue = createSaveQueue({
  onState: (state) => useSaving.setState({ state }),
  onFailure: judge,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
})

export const retryNow = queue.retryNow
export const unsavedSteps = (): number => queue.waiting()

const reasons: readonly FailureReason[] = ['disk-full', 'read-only', 'busy', 'damaged']

async function judge(task: SaveTask, error: unknown): Promise<FailureVerdict> {
  const refused = refusal(error)
  if (refused?.code === 'NOT_SAVED') return { retry: reasons.find((reason) => reason === refused.data['cause']) ?? 'unknown' }
  if (refused === null) return { retry: answered(error) ? 'unknown' : 'connection' }
  // OUT_OF_DATE, NOTHING_TO_DO, NO_SUCH_PLAN: trying the same again is no use. The plan as it is stored is the truth.
  const operation = taskOperation.get(task)
  if (operation !== undefined) {
    unwritten = unwritten.filter((entry) => entry.operation !== operation)
    usePlan.setState({ lost: operation.label })
  }
  if (usePlan.getState().planId === task.planId) await openPlan(task.planId)
  return { retry: null }
}

/** The edit that a task writes; undo and redo write none of their own. */
const taskOperation = new WeakMap<SaveTask, Operation>()

/** Reads the plan as stored and puts on top what is not yet written. */
async function readPlan(planId: string): Promise<void> {
  const { records, position, mode } = await api().plan.open({ planId })
  // Meanwhile another plan may have been opened.
  if (usePlan.getState().planId !== planId) return
  let held = planOf(records)
  let ahead = position
  for (const { operation } of unwritten.filter((entry) => entry.planId === planId)) {
    const outcome = applyChanges(held, operation.changes)
    if (!outcome.ok) continue
    held = outcome.value
    ahead = after(ahead, operation)
  }
  usePlan.setState({ ...holding(held, mode), position: ahead, phase: 'ready' })
}

const after = (position: Position, { id, label }: Operation): Position => ({ ...position, undo: { id, label }, redo: null })

export async function openPlan(planId: string): Promise<void> {
  if (usePlan.getState().planId !== planId) usePlan.setState({ planId, held: null, plan: null, position: null, phase: 'loading' })
  try {
    await readPlan(planId)
  } catch (error) {
    if (usePlan.getState().planId !== planId) return
    usePlan.setState({ phase: refusal(error)?.code === 'NO_SUCH_PLAN' ? 'missing' : 'failed' })
  }
}

/** The edits of what is held that an edit of what is shown comes to; null when this desk cannot make it. */
function written({ held, plan, mode }: OpenPlan, changes: readonly Change[], at: string): readonly Change[] | null {
  if (held === null || plan === null) return null
  if (mode === 'own') return changes
  const { author } = useIdentity.getState()
  return author === null ? null : heldChanges(held, plan, changes, author, at)
}

/**
 * Takes one named step: applied at once, then written. On the Chair's text it becomes a delegation's proposal. Answers false, changing
 * nothing, when the step does not fit the plan, or is not taken yet.
 */
export function edit(label: Message, changes: readonly Change[]): boolean {
  const shown = usePlan.getState()
  const { planId, held, mode, position } = shown
  if (planId === null || held === null || position === null || changes.length === 0) return false
  if (mode === 'delegation' && useIdentity.getState().author === null) {
    // A proposal is somebody's: the step is taken once the reader has said whose.
    void whoIsHere().then((here) => here !== null && usePlan.getState().planId === planId && edit(label, changes))
    return false
  }
  const at = presentMoment()
  const own = written(shown, changes, at)
  if (own === null) return false
  if (own.length === 0) return true
  const outcome = applyChanges(held, own)
  if (!outcome.ok) return false
  const operation: Operation = { id: v7(), label, changes: [...own], at }
  usePlan.setState({ ...holding(outcome.value, mode), position: after(position, operation) })
  unwritten.push({ planId, operation })
  const task: SaveTask = {
    planId,
    run: async () => {
      const acknowledged = await api().plan.apply({ planId, operation })
      unwritten = unwritten.filter((entry) => entry.operation !== operation)
      settle(planId, acknowledged)
    },
  }
  taskOperation.set(task, operation)
  queue.add(task)
  return true
}

/** Takes over the position that the main process acknowledged, unless later steps of this plan are still on their way. */
function settle(planId: string, position: Position): void {
  const { planId: shownId, position: shown } = usePlan.getState()
  if (shownId !== planId || shown === null) return
  const isBehind = unwritten.some((entry) => entry.planId === planId)
  usePlan.setState({ position: isBehind ? { ...shown, sequence: position.sequence } : position })
}

/** Takes back the last step, or repeats the one taken back last; after all that is still on its way. */
function travel(direction: 'undo' | 'redo'): void {
  const { planId } = usePlan.getState()
  if (planId === null) return
  const id = v7()
  queue.add({
    planId,
    run: async () => {
      const { position } = usePlan.getState()
      const step = usePlan.getState().planId === planId ? position?.[direction] : null
      if (step === null || step === undefined) return
      const taken = await api().plan[direction]({ planId, step: step.id, at: presentMoment(), id })
      const { held, mode } = usePlan.getState()
      if (usePlan.getState().planId !== planId || held === null) return
      const outcome = applyChanges(held, taken.operation.changes)
      if (!outcome.ok) return readPlan(planId)
      usePlan.setState(holding(outcome.value, mode))
      settle(planId, taken.position)
    },
  })
}

export const undo = (): void => travel('undo')
export const redo = (): void => travel('redo')

/** Another window or process wrote to a plan: read it again when it is the one shown and the news is not our own. */
export async function planChangedElsewhere(planId: string, sequence: number | null): Promise<void> {
  const shown = usePlan.getState()
  if (shown.planId !== planId || shown.phase !== 'ready' || queue.waiting(planId) > 0) return
  if (sequence !== null && shown.position !== null && sequence <= shown.position.sequence) return
  await readPlan(planId)
}
