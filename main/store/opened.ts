import type { Plan } from '#shared/model/plan.ts'
import { planOf } from '#shared/operations/apply.ts'
import type { Tables } from './tables.ts'
import { type Timeline, advance, emptyTimeline } from './timeline.ts'

/** A plan as it stands after its last written step. */
export interface Opened {
  readonly plan: Plan
  readonly sequence: number
  readonly timeline: Timeline
}

export interface OpenedPlans {
  /** The plan, from memory or read from the disk; null when the library does not have it. */
  get(planId: string): Opened | null
  put(opened: Opened): void
  forget(planId: string): void
}

/** Plans held in memory. A desk works on one or two at a time. */
const held = 8

/** The plans last worked on, so that an edit need not read its plan again. */
export function openedPlans({ plans, records, operations }: Tables): OpenedPlans {
  const recent = new Map<string, Opened>()
  const put = (opened: Opened) => {
    const { id } = opened.plan.header
    recent.delete(id)
    recent.set(id, opened)
    const [oldest] = recent.keys()
    if (recent.size > held && oldest !== undefined) recent.delete(oldest)
  }
  const read = (planId: string): Opened | null => {
    if (plans.get(planId) === null) return null
    const steps = operations.upTo(planId)
    return {
      plan: planOf(records.all(planId)),
      sequence: steps.at(-1)?.sequence ?? 0,
      timeline: steps.reduce<Timeline>(advance, emptyTimeline),
    }
  }
  return {
    get(planId) {
      const opened = recent.get(planId) ?? read(planId)
      if (opened !== null) put(opened)
      return opened
    },
    put,
    forget: (planId) => void recent.delete(planId),
  }
}
