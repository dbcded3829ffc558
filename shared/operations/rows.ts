import { type Shift, shiftPlanDate } from '../dates/shift.ts'
import { span } from '../dates/span.ts'
import type { MakeId } from '../lib/ids.ts'
import type { Activity } from '../model/activity.ts'
import type { PlainDate } from '../model/basics.ts'
import type { Plan } from '../model/plan.ts'
import type { Change } from './change.ts'
import { orderKeysAt, setWhen, updateRecord } from './edits.ts'

const idsOf = (rows: readonly Activity[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id))

/** Moves rows together, in their order, so that `target` of the other rows stand before them. Empty when they stand there already. */
export function moveActivities(plan: Plan, rows: readonly Activity[], target: number): Change[] {
  const moved = idsOf(rows)
  const others = plan.activities.filter(({ id }) => !moved.has(id))
  const inOrder = plan.activities.filter(({ id }) => moved.has(id))
  const after = [...others.slice(0, target), ...inOrder, ...others.slice(target)]
  if (after.every(({ id }, index) => plan.activities[index]?.id === id)) return []
  const orders = orderKeysAt(others, target, inOrder.length)
  return inOrder.flatMap((row, index) => {
    const order = orders[index]
    const change = order === undefined ? null : updateRecord(row, { order })
    return change === null ? [] : [change]
  })
}

/** A row's words, date and details under new ids. */
function copyOf(activity: Activity, order: string, makeId: MakeId): Activity {
  const renew = <Part extends { id: string }>(part: Part): Part => ({ ...part, id: makeId() })
  return { ...activity, id: makeId(), order, mandate: activity.mandate.map(renew), items: activity.items.map(renew) }
}

/** Puts copies of rows into the plan so that the first becomes row `index + 1`. Their ids and places are their own. */
export function insertCopies(
  plan: Plan,
  index: number,
  rows: readonly Activity[],
  makeId: MakeId,
): { activities: Activity[]; changes: Change[] } {
  const orders = orderKeysAt(plan.activities, index, rows.length)
  const activities = rows.map((row, at) => copyOf(row, orders[at] ?? row.order, makeId))
  return { activities, changes: activities.map((record) => ({ kind: 'insert', record })) }
}

/** Copies of rows, together below the last of them. */
export function duplicateActivities(plan: Plan, rows: readonly Activity[], makeId: MakeId): { activities: Activity[]; changes: Change[] } {
  const copied = idsOf(rows)
  const last = plan.activities.findLastIndex(({ id }) => copied.has(id))
  return insertCopies(
    plan,
    last + 1,
    plan.activities.filter(({ id }) => copied.has(id)),
    makeId,
  )
}

/** Moves the dates of rows; those that have none to move are left out. */
export const shiftActivities = (rows: readonly Activity[], shift: Shift): Change[] =>
  rows.flatMap((row) => setWhen(row, shiftPlanDate(row.when, shift)))

/** More copies than this are a slip of the keyboard. */
const mostRepeats = 120

/** The dates on which a row comes again, one `every` after the other, up to a day. Empty where its date cannot be moved so. */
export function repeatedDates(activity: Activity, every: Shift, until: PlainDate): Activity['when'][] {
  const dates: Activity['when'][] = []
  for (let times = 1; times <= mostRepeats; times++) {
    const when = shiftPlanDate(activity.when, { unit: every.unit, count: every.count * times })
    const start = span(when.value)?.start
    if (when === activity.when || start === undefined || start > until) break
    dates.push(when)
  }
  return dates
}

/**
 * Repeats a row up to a day: each copy stands behind the last row that is not later than itself, so that a calendar in order stays in order.
 */
export function repeatActivity(plan: Plan, activity: Activity, every: Shift, until: PlainDate, makeId: MakeId): Change[] {
  const from = plan.activities.findIndex(({ id }) => id === activity.id) + 1
  let rows = plan.activities
  return repeatedDates(activity, every, until).map((when): Change => {
    const start = span(when.value)?.start ?? ''
    const last = rows.findLastIndex((row) => (span(row.when.value)?.start ?? '~') <= start)
    const index = Math.max(from, last + 1)
    const [order = activity.order] = orderKeysAt(rows, index, 1)
    const record: Activity = { ...copyOf(activity, order, makeId), when, state: 'planned' }
    rows = rows.toSpliced(index, 0, record)
    return { kind: 'insert', record }
  })
}
