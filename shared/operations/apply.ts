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

/** A list while changes are made to it: copied once, when the first of them comes. */
interface Draft {
  readonly records: Ordered[]
  /** The records by their ids, where there are changes enough to be worth it; else the list is searched. */
  readonly byId: Map<string, Ordered> | null
}

/** A plan while changes are made to it. */
interface Work {
  readonly plan: Plan
  header: Plan['header']
  readonly drafts: Map<Ordered['type'], Draft>
  readonly isLong: boolean
}

/** From this many changes on, lists are indexed. */
const long = 16

function draftOf({ plan, drafts, isLong }: Work, type: Ordered['type']): Draft {
  const held = drafts.get(type)
  if (held !== undefined) return held
  const records = [...listOf(plan, type)]
  const draft = { records, byId: isLong ? new Map(records.map((record) => [record.id, record])) : null }
  drafts.set(type, draft)
  return draft
}

const find = ({ records, byId }: Draft, id: string): Ordered | undefined =>
  byId === null ? records.find((record) => record.id === id) : byId.get(id)

/** Where a record belongs by its key in a list that is in order. */
function placeFor(records: readonly Ordered[], record: Ordered): number {
  let [low, high] = [0, records.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = records[middle]
    if (there !== undefined && byOrder(there, record) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function put({ records, byId }: Draft, record: Ordered): void {
  records.splice(placeFor(records, record), 0, record)
  byId?.set(record.id, record)
}

/** Where a record stands. A list from elsewhere may not be in order. */
function placeOf(records: readonly Ordered[], record: Ordered): number {
  const place = placeFor(records, record)
  return records[place] === record ? place : records.indexOf(record)
}

function take({ records, byId }: Draft, record: Ordered): void {
  records.splice(placeOf(records, record), 1)
  byId?.delete(record.id)
}

function replace({ records, byId }: Draft, before: Ordered, after: Ordered): void {
  records[placeOf(records, before)] = after
  byId?.set(after.id, after)
}

function insert(work: Work, record: PlanRecord): ApplyError | null {
  if (record.type === 'plan') return { kind: 'exists', id: work.plan.header.id }
  const draft = draftOf(work, record.type)
  if (find(draft, record.id) !== undefined) return { kind: 'exists', id: record.id }
  put(draft, record)
  return null
}

function remove(work: Work, record: PlanRecord): ApplyError | null {
  if (record.type === 'plan') return { kind: 'invalid', id: record.id, detail: 'a plan is not removed by an edit' }
  const draft = draftOf(work, record.type)
  const there = find(draft, record.id)
  if (there === undefined) return { kind: 'missing', id: record.id }
  if (!equal(there, record)) return { kind: 'moved-on', id: record.id, field: 'record' }
  take(draft, there)
  return null
}

function update(work: Work, { type, id, set, was }: Extract<Change, { kind: 'update' }>): ApplyError | null {
  const before = type === 'plan' ? work.header : find(draftOf(work, type), id)
  if (before === undefined || before.id !== id) return { kind: 'missing', id }
  const held = new Map(Object.entries(before))
  const stale = Object.keys(set).find((field) => !(field in was) || !equal(held.get(field), was[field]))
  if (stale !== undefined) return { kind: 'moved-on', id, field: stale }
  if ('id' in set || 'type' in set) return { kind: 'invalid', id, detail: 'identity cannot be edited' }
  const parsed = planRecord.safeParse({ ...before, ...set })
  if (!parsed.success) return { kind: 'invalid', id, detail: parsed.error.issues[0]?.path.join('.') ?? '' }
  const after = parsed.data
  if (after.type === 'plan' || before.type === 'plan') {
    if (after.type === 'plan') work.header = after
    return null
  }
  const draft = draftOf(work, after.type)
  if (sortKey(before) === sortKey(after)) replace(draft, before, after)
  else {
    take(draft, before)
    put(draft, after)
  }
  return null
}

const applyOne = (work: Work, change: Change): ApplyError | null =>
  change.kind === 'insert' ? insert(work, change.record) : change.kind === 'remove' ? remove(work, change.record) : update(work, change)

/**
 * Applies changes in order. Either all of them fit and a new plan comes back (records and lists that did not change are the very same
 * objects), or none is applied and the error names the first that did not.
 */
export function applyChanges(plan: Plan, changes: readonly Change[]): Result<Plan, ApplyError> {
  const work: Work = { plan, header: plan.header, drafts: new Map(), isLong: changes.length > long }
  for (const change of changes) {
    const error = applyOne(work, change)
    if (error !== null) return failure(error)
  }
  const lists = [...work.drafts].reduce((current, [type, { records }]) => withList(current, type, records), plan)
  return success(work.header === plan.header ? lists : { ...lists, header: work.header })
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
