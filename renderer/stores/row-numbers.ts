import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'

const counted = new WeakMap<readonly Activity[], ReadonlyMap<string, number>>()
const none: ReadonlyMap<string, number> = new Map()

/** Numbers of the calendar's rows by activity, counted once for each state of the plan. */
export function rowNumbers(plan: Plan | null): ReadonlyMap<string, number> {
  if (plan === null) return none
  let numbers = counted.get(plan.activities)
  if (numbers === undefined) {
    numbers = new Map(plan.activities.map(({ id }, index) => [id, index + 1]))
    counted.set(plan.activities, numbers)
  }
  return numbers
}
