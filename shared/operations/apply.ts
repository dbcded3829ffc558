import { equal } from '../lib/equal.ts'
import { type Result, failure, success } from '../lib/result.ts'
import { emptyPlan, type Plan, type PlanRecord, planLists, planRecord } from '../model/plan.ts'
import type { Change } from './change.ts'

/** Why a change does not fit the plan it was sent to. The plan is as it was. */
export type ApplyError =
  | { readonly kind: 'missing'; readonly id: string }
  | { readonly kind: 'exists'; readonly id: string }
  | { readonly kind: 'moved-on'; readonly id: string; readonly field: string }
  | { readonly kind: 'invalid'; readonly id: string; readonly detail: string }

type Ordered = Exclude<PlanRecord, { type: 'plan' }>

const sortKey = (record: Ordered): string => ('order' in record ? `${record.order} ${record.id}` : record.id)

const byOrder = (a: Ordered, b: Ordered): number => {
  const [left, right] = [sortKey(a), sortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const listOf = (plan: Plan, type: Ordered['type']): readonly Ordered[] => plan[planLists[type]]

const withList = (plan: Plan, type: Ordered['type'], records: readonly Ordered[]): Plan => ({ ...plan, [planLists[type]]: records })

/** Puts a record where its key says, in a list that is in order: two neighbours are compared, the list is not sorted again. */
function place(records: readonly Ordered[], record: Ordered): readonly Ordered[] {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = records[middle]
    if (there !== undefined && byOrder(there, record) < 0) low = middle + 1
    else high = middle
  }
  return records.toSpliced(low, 0, record)
}

function insert(plan: Plan, record: PlanRecord): Result<Plan, ApplyError> {
  if (record.type === 'plan') return failure({ kind: 'exists', id: plan.header.id })
  const records = listOf(plan, record.type)
  if (records.some((other) => other.id === record.id)) return failure({ kind: 'exists', id: record.id })
  return success(withList(plan, record.type, place(records, record)))
}

function remove(plan: Plan, record: PlanRecord): Result<Plan, ApplyError> {
  if (record.type === 'plan') return failure({ kind: 'invalid', id: record.id, detail: 'a plan is not removed by an edit' })
  const records = listOf(plan, record.type)
  const index = records.findIndex((other) => other.id === record.id)
  const there = records[index]
  if (there === undefined) return failure({ kind: 'missing', id: record.id })
  if (!equal(there, record)) return failure({ kind: 'moved-on', id: record.id, field: 'record' })
  return success(withList(plan, record.type, records.toSpliced(index, 1)))
}

function update(plan: Plan, { type, id, set, was }: Extract<Change, { kind: 'update' }>): Result<Plan, ApplyError> {
  const records: readonly PlanRecord[] = type === 'plan' ? [plan.header] : listOf(plan, type)
  const index = records.findIndex((other) => other.id === id)
  const before = records[index]
  if (before === undefined) return failure({ kind: 'missing', id })
  const held = new Map(Object.entries(before))
  const stale = Object.keys(set).find((field) => !(field in was) || !equal(held.get(field), was[field]))
  if (stale !== undefined) return failure({ kind: 'moved-on', id, field: stale })
  if ('id' in set || 'type' in set) return failure({ kind: 'invalid', id, detail: 'identity cannot be edited' })
  const parsed = planRecord.safeParse({ ...before, ...set })
  if (!parsed.success) return failure({ kind: 'invalid', id, detail: parsed.error.issues[0]?.path.join('.') ?? '' })
  const after = parsed.data
  if (after.type === 'plan') return success({ ...plan, header: after })
  const others = listOf(plan, after.type)
  if ('order' in set) return success(withList(plan, after.type, place(others.toSpliced(index, 1), after)))
  return success(withList(plan, after.type, others.with(index, after)))
}

/**
 * Applies changes in order. Either all of them fit and a new plan comes back (records that did not change are the very same
 * objects), or none is applied and the error names the first that did not.
 */
export function applyChanges(plan: Plan, changes: readonly Change[]): Result<Plan, ApplyError> {
  let current = plan
  for (const change of changes) {
    const outcome =
      change.kind === 'insert'
        ? insert(current, change.record)
        : change.kind === 'remove'
          ? remove(current, change.record)
          : update(current, change)
    if (!outcome.ok) return outcome
    current = outcome.value
  }
  return success(current)
}

/** The changes that take back what these did, in the order to apply them. */
export const invertChanges = (changes: readonly Change[]): Change[] =>
  changes.toReversed().map((change): Change => {
    switch (change.kind) {
      case 'insert':
        return { kind: 'remove', record: change.record }
      case 'remove':
        return { kind: 'insert', record: change.record }
      case 'update':
        return { ...change, set: change.was, was: change.set }
    }
  })

/** A plan out of its records, in any order. Throws when there is not exactly one header: records come from our own store or a validated file. */
export function planOf(records: readonly PlanRecord[]): Plan {
  const headers = records.filter((record) => record.type === 'plan')
  const [header] = headers
  if (header === undefined || headers.length > 1) throw new Error(`A plan has one header; ${headers.length} found.`)
  const of = new Map<Ordered['type'], Ordered[]>()
  for (const record of records) {
    if (record.type === 'plan') continue
    const list = of.get(record.type)
    if (list === undefined) of.set(record.type, [record])
    else list.push(record)
  }
  return [...of].reduce((plan, [type, list]) => withList(plan, type, list.toSorted(byOrder)), emptyPlan(header))
}

/** A plan's records, header first, then list by list in order. */
export const recordsOf = (plan: Plan): PlanRecord[] => [plan.header, ...Object.values(planLists).flatMap((list) => [...plan[list]])]
