import { equal } from '../lib/equal.ts'
import type { Plan, PlanRecord } from '../model/plan.ts'
import { recordsOf } from './apply.ts'
import type { Change } from './change.ts'
import { updateRecord } from './edits.ts'

/** What the document consists of, apart from what was proposed, decided, named and announced about it. */
const documentOf = (plan: Plan): PlanRecord[] => [plan.header, ...plan.sections, ...plan.mandates, ...plan.activities, ...plan.waivers]

/**
 * The changes that make the document of one state of a plan into that of another, for one step: applied to `now` they give `then`, inverted
 * they take it back. What was proposed and decided stays on record whatever the text says.
 */
export function restoreTo(now: Plan, then: Plan): Change[] {
  const before = new Map(documentOf(now).map((record) => [record.id, record]))
  const wanted = documentOf(then)
  const stays = new Set(wanted.map(({ id }) => id))
  const gone = documentOf(now).filter(({ id }) => !stays.has(id))
  return [
    ...gone.map((record): Change => ({ kind: 'remove', record })),
    ...wanted.flatMap((record): Change[] => {
      const held = before.get(record.id)
      if (held === undefined) return [{ kind: 'insert', record }]
      const { id: _id, type: _type, ...fields } = record
      const change = updateRecord<PlanRecord>(held, fields)
      return change === null ? [] : [change]
    }),
  ]
}

/** How a record differs between two states of a plan; `former` or `now` is null where it is not in that state. */
export interface Difference {
  readonly id: string
  readonly former: PlanRecord | null
  readonly now: PlanRecord | null
}

/** What differs between two states of a plan, record by record, in the order of the former and then of the latter. A mere move is none. */
export function differences(then: Plan, now: Plan): Difference[] {
  const current = new Map(recordsOf(now).map((record) => [record.id, record]))
  const stood = new Set(recordsOf(then).map(({ id }) => id))
  const same = (a: PlanRecord, b: PlanRecord): boolean =>
    a === b || equal('order' in a ? { ...a, order: '' } : a, 'order' in b ? { ...b, order: '' } : b)
  return [
    ...recordsOf(then).flatMap((record): Difference[] => {
      const now = current.get(record.id) ?? null
      return now !== null && same(record, now) ? [] : [{ id: record.id, former: record, now }]
    }),
    ...recordsOf(now)
      .filter(({ id }) => !stood.has(id))
      .map((record): Difference => ({ id: record.id, former: null, now: record })),
  ]
}
