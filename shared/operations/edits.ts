import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { equal } from '../lib/equal.ts'
import type { MakeId } from '../lib/ids.ts'
import type { Activity, Item } from '../model/activity.ts'
import type { MandateEntry } from '../model/citation.ts'
import { openDate, type PlanDate } from '../model/plan-date.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan, PlanRecord, PlanRecordType } from '../model/plan.ts'
import type { Change } from './change.ts'

/**
 * Sets fields of a record, remembering what they were. Fields that already hold the value are left out; null when
 * nothing is left, so that a visit to a cell makes no step.
 */
export function updateRecord<R extends PlanRecord>(record: R, set: Partial<Omit<R, 'id' | 'type'>>): Change | null {
  const held: Readonly<Record<string, unknown>> = { ...record }
  const changed = Object.entries(set).filter(([field, value]) => !equal(held[field], value))
  if (changed.length === 0) return null
  const type: PlanRecordType = record.type
  return {
    kind: 'update',
    type,
    id: record.id,
    set: Object.fromEntries(changed),
    was: Object.fromEntries(changed.map(([field]) => [field, held[field]])),
  }
}

/** `count` keys that sort between the neighbours at `index - 1` and `index` of an ordered list. */
export const orderKeysAt = (records: readonly { order: string }[], index: number, count: number): string[] =>
  generateNKeysBetween(records[index - 1]?.order ?? null, records[index]?.order ?? null, count)

/** An empty row, ready to be written in. */
export const emptyActivity = (id: string, order: string): Activity => ({
  type: 'activity',
  id,
  order,
  when: openDate,
  mandate: [],
  items: [],
  kind: null,
  state: 'planned',
  venue: '',
  languages: [],
  notes: '',
})

/** Inserts an empty row so that it becomes row `index + 1`. */
export function insertActivity(plan: Plan, index: number, makeId: MakeId): { activity: Activity; changes: Change[] } {
  const order = generateKeyBetween(plan.activities[index - 1]?.order ?? null, plan.activities[index]?.order ?? null)
  const activity = emptyActivity(makeId(), order)
  return { activity, changes: [{ kind: 'insert', record: activity }] }
}

export const removeRecord = (record: PlanRecord): Change[] => [{ kind: 'remove', record }]

const changesOf = (change: Change | null): Change[] => (change === null ? [] : [change])

export const setWhen = (activity: Activity, when: PlanDate): Change[] => changesOf(updateRecord(activity, { when }))

export const setMandate = (activity: Activity, mandate: MandateEntry[]): Change[] => changesOf(updateRecord(activity, { mandate }))

export const setItems = (activity: Activity, items: Item[]): Change[] => changesOf(updateRecord(activity, { items }))

/** Adds an instrument to the end of the plan's list of mandates. */
export function listMandate(plan: Plan, mandate: Omit<Mandate, 'order'>): Change[] {
  const [order] = orderKeysAt(plan.mandates, plan.mandates.length, 1)
  return order === undefined ? [] : [{ kind: 'insert', record: { ...mandate, order } }]
}
