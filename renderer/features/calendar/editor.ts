import type { Activity } from '#shared/model/activity.ts'
import { usePlan } from '../../stores/plan.ts'

export interface EditorProps {
  readonly activity: Activity
  /** The row's number, to name the step with. */
  readonly number: number
  /** What the key that opened the editor put there; null when the cell's own content is edited. */
  readonly typed: string | null
}

/** The activity as it is now: it may have changed, or gone, while its cell was being written in. */
export const currentActivity = (id: string): Activity | null =>
  usePlan.getState().plan?.activities.find((activity) => activity.id === id) ?? null
