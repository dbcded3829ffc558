import type { OpenedPlan, Position } from '#shared/contract/contract.ts'
import { contentHash } from '#shared/exchange/content-hash.ts'
import { type Result, failure, success } from '#shared/lib/result.ts'
import { type Plan, planLists, type PlanRecord, type PlanRecordType } from '#shared/model/plan.ts'
import { type ApplyError, applyChanges, invertChanges, recordsOf } from '#shared/operations/apply.ts'
import type { Change, Operation } from '#shared/operations/change.ts'
import { type StepKind, historyPosition } from '#shared/operations/history.ts'
import type { Database } from './database.ts'
import { type NotSaved, attempt } from './failure.ts'
import type { OpenedPlans, Opened } from './opened.ts'
import { type StepHead, readChanges, writeChanges } from './operations.ts'
import type { Tables } from './tables.ts'
import { advance, positionOf } from './timeline.ts'

export interface NoSuchPlan {
  readonly kind: 'no-such-plan'
}
/** The step does not fit the plan as it now stands. */
export interface OutOfDate {
  readonly kind: 'out-of-date'
  readonly detail: string
}
/** The history does not reach that far. */
export interface NoSuchStep {
  readonly kind: 'no-such-step'
}
/** The step named is not the one whose turn it is. */
export interface NothingToDo {
  readonly kind: 'nothing-to-do'
}

/** The step touches a text that is not one's own. */
export interface ChairsText {
  readonly kind: 'chairs-text'
}

/** What the window sends to take back or repeat a step: the step, and the id and time of the new line of the log. */
export interface Turn {
  readonly step: string
  readonly id: string
  readonly at: string
}

/** The step that taking back or repeating made, for the window to apply to its own copy. */
export interface Taken {
  readonly operation: Operation
  readonly position: Position
}

const describe = (error: ApplyError): string =>
  error.kind === 'moved-on' ? `${error.kind}: ${error.id} ${error.field}` : `${error.kind}: ${error.id}`

/** The records that changes named, as type and id, each once. */
function touched(changes: readonly Change[]): readonly (readonly [type: PlanRecordType, id: string])[] {
  const named = changes.map((change) => (change.kind === 'update' ? change : change.record))
  return [...new Map(named.map(({ type, id }) => [`${type} ${id}`, [type, id] as const])).values()]
}

/** Whether a change leaves the text alone: proposals and objections stand beside it. */
const standsBeside = (change: Change): boolean => {
  const type = change.kind === 'update' ? change.type : change.record.type
  return type === 'proposal' || type === 'objection'
}

function find(plan: Plan, type: PlanRecordType, id: string): PlanRecord | undefined {
  if (type === 'plan') return plan.header
  const records: readonly PlanRecord[] = plan[planLists[type]]
  return records.find((record) => record.id === id)
}

/**
 * Steps of plans: each is applied to the plan in memory with the same function as in the window, then the line of the log and the
 * records it changed are written in one transaction. The plan in memory moves on only when the disk has the step.
 */
export function editing(database: Database, tables: Tables, plans: OpenedPlans, now: () => Date) {
  const { operations, records } = tables

  const commit = database.transaction((plan: Plan, step: StepHead, changesJson: string, changes: readonly Change[], beside: () => void) => {
    const planId = plan.header.id
    operations.add(planId, step, changesJson)
    for (const [type, id] of touched(changes)) {
      const record = find(plan, type, id)
      if (record === undefined) records.remove(planId, type, id)
      else records.put(planId, record)
    }
    tables.plans.update(plan, now().toISOString())
    beside()
  })

  /** `beside` is written in the same transaction. */
  function write(opened: Opened, operation: Operation, kind: StepKind, beside = (): void => {}): Result<Taken, OutOfDate | NotSaved> {
    // Applied is what the log will give back, not what was sent, so that the fold of the log cannot come out differently.
    const changesJson = writeChanges(operation.changes)
    const changes = readChanges(changesJson)
    const applied = applyChanges(opened.plan, changes)
    if (!applied.ok) return failure({ kind: 'out-of-date', detail: describe(applied.error) })
    const { id, label, at } = operation
    const step: StepHead = { id, label, at, ...kind, sequence: opened.sequence + 1 }
    const saved = attempt(() => commit.immediate(applied.value, step, changesJson, changes, beside))
    if (!saved.ok) return saved
    const timeline = advance(opened.timeline, step)
    plans.put({ plan: applied.value, sequence: step.sequence, timeline })
    return success({ operation: { ...operation, changes }, position: { sequence: step.sequence, ...positionOf(timeline) } })
  }

  /** The answer that was given when this step was first written; null when it was not written before. */
  function repeated(planId: string, id: string, kind: StepKind): Result<Taken, OutOfDate> | null {
    const before = operations.find(id)
    if (before === null) return null
    const { step } = before
    const same =
      before.planId === planId && step.kind === kind.kind && (kind.kind === 'edit' || (step.kind !== 'edit' && step.of === kind.of))
    if (!same) return failure({ kind: 'out-of-date', detail: `exists: ${id}` })
    const position = { sequence: step.sequence, ...historyPosition(operations.upTo(planId, step.sequence)) }
    return success({ operation: { id, label: step.label, at: step.at, changes: operations.changesOf(id) }, position })
  }

  function take(kind: 'undo' | 'redo', planId: string, turn: Turn): Result<Taken, NoSuchPlan | NothingToDo | OutOfDate | NotSaved> {
    const opened = plans.get(planId)
    if (opened === null) return failure({ kind: 'no-such-plan' })
    const first = repeated(planId, turn.id, { kind, of: turn.step })
    if (first !== null) return first
    const next = positionOf(opened.timeline)[kind]
    if (next?.id !== turn.step) return failure({ kind: 'nothing-to-do' })
    const changes = operations.changesOf(next.id)
    const operation = { id: turn.id, label: next.label, at: turn.at, changes: kind === 'undo' ? invertChanges(changes) : changes }
    return write(opened, operation, { kind, of: next.id })
  }

  /** The plan as it stood after a step: every later one is taken back, newest first. */
  function planAt(planId: string, sequence: number): Result<Plan, NoSuchPlan | NoSuchStep> {
    const opened = plans.get(planId)
    if (opened === null) return failure({ kind: 'no-such-plan' })
    if (sequence > opened.sequence) return failure({ kind: 'no-such-step' })
    let { plan } = opened
    for (const changes of operations.changesAfter(planId, sequence)) {
      const before = applyChanges(plan, invertChanges(changes))
      if (!before.ok) throw new Error(`The history of plan ${planId} does not lead to the plan: ${describe(before.error)}`)
      plan = before.value
    }
    return success(plan)
  }

  return {
    /** The plan as the window takes it. */
    open(planId: string): Result<OpenedPlan, NoSuchPlan> {
      const opened = plans.get(planId)
      if (opened === null) return failure({ kind: 'no-such-plan' })
      const { plan, sequence, timeline } = opened
      return success({ records: recordsOf(plan), position: { sequence, ...positionOf(timeline) }, mode: tables.exchange.mode(planId) })
    },

    /**
     * Writes an edit. Sent again, it changes nothing and gets the answer of the first time. A text that is the Chair's takes proposals and
     * objections alone, whoever asks.
     */
    apply(planId: string, operation: Operation): Result<Position, NoSuchPlan | ChairsText | OutOfDate | NotSaved> {
      const opened = plans.get(planId)
      if (opened === null) return failure({ kind: 'no-such-plan' })
      if (tables.exchange.mode(planId) === 'delegation' && !operation.changes.every(standsBeside)) return failure({ kind: 'chairs-text' })
      const taken = repeated(planId, operation.id, { kind: 'edit' }) ?? write(opened, operation, { kind: 'edit' })
      return taken.ok ? success(taken.value.position) : taken
    },

    /** Writes the step that a received file makes, with its receipt: the one way in which a text of the Chair's moves on. */
    receive(planId: string, operation: Operation, beside: () => void): Result<Position, NoSuchPlan | OutOfDate | NotSaved> {
      const opened = plans.get(planId)
      if (opened === null) return failure({ kind: 'no-such-plan' })
      const taken = write(opened, operation, { kind: 'edit' }, beside)
      return taken.ok ? success(taken.value.position) : taken
    },

    undo: (planId: string, turn: Turn) => take('undo', planId, turn),
    redo: (planId: string, turn: Turn) => take('redo', planId, turn),

    planAt,

    /** The plan as it stood when a revision was named, known by its hash: a plan may have come here with the names of former ones alone. */
    planAtRevision(planId: string, revision: string): Result<Plan, NoSuchPlan | NoSuchStep> {
      const opened = plans.get(planId)
      if (opened === null) return failure({ kind: 'no-such-plan' })
      const named = opened.plan.revisions.find(({ id }) => id === revision)
      const then = planAt(planId, operations.firstNaming(planId, revision) ?? 0)
      return then.ok && contentHash(then.value) !== named?.hash ? failure({ kind: 'no-such-step' }) : then
    },

    /** Steps before a sequence number, newest first. */
    history(planId: string, before: number | null, count: number, record: string | null): Result<StepHead[], NoSuchPlan> {
      if (plans.get(planId) === null) return failure({ kind: 'no-such-plan' })
      return success(operations.newest(planId, before, count, record))
    },
  }
}
