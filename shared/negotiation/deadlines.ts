import type { Deadline, Objection } from '../model/deadline.ts'
import type { Plan } from '../model/plan.ts'

/**
 * Where a deadline stands: `running`, `expired` for one that has passed, and for a silence procedure `broken` by an objection in time or
 * `adopted` by silence.
 */
export type DeadlineState = 'running' | 'expired' | 'broken' | 'adopted'

/** Objections to a deadline that were made before it expired, the earliest first. Later ones change nothing. */
export const objectionsInTime = ({ objections }: Pick<Plan, 'objections'>, { id, expires }: Deadline): Objection[] =>
  objections
    .filter(({ deadline, at }) => deadline === id && Date.parse(at) <= Date.parse(expires))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))

/** Where a deadline stands at a moment (RFC 3339). An objection breaks the silence at once, not only at its end. */
export function deadlineState(plan: Pick<Plan, 'objections'>, deadline: Deadline, now: string): DeadlineState {
  const isOver = Date.parse(now) > Date.parse(deadline.expires)
  if (deadline.kind === 'deadline') return isOver ? 'expired' : 'running'
  if (objectionsInTime(plan, deadline).length > 0) return 'broken'
  return isOver ? 'adopted' : 'running'
}

/** Deadlines that are still to come at a moment, the nearest first. */
export const upcoming = ({ deadlines }: Pick<Plan, 'deadlines'>, now: string): Deadline[] =>
  deadlines
    .filter(({ expires }) => Date.parse(expires) >= Date.parse(now))
    .toSorted((a, b) => Date.parse(a.expires) - Date.parse(b.expires))
