import type { Activity } from '#shared/model/activity.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'

export interface EditorProps {
  readonly activity: Activity
  /** What the key that opened the editor put there; null when the cell's own content is edited. */
  readonly typed: string | null
}

/** The activity as it is now: it may have changed, or gone, while its cell was being written in. */
export const currentActivity = (id: string): Activity | null =>
  usePlan.getState().plan?.activities.find((activity) => activity.id === id) ?? null

/** The row's number, to name fields and steps with. */
export const useRowNumber = ({ id }: Activity): string => usePlan((shown) => rowLabel(shown, id))
