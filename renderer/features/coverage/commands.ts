import { v7 } from 'uuid'
import { say } from '#shared/locales/message.ts'
import { type CoverageGroup, type CoverageRow, draftActivity } from '#shared/register/coverage.ts'
import { write } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { provisionName } from './names.ts'

/** Puts a row for a provision into the calendar, as one step, and opens its activity for writing. */
export function draft(group: CoverageGroup, row: CoverageRow, month: string | null): void {
  const { plan } = usePlan.getState()
  if (plan === null) return
  const { activity, changes } = draftActivity(plan, group, row, month, v7)
  if (edit(say('step.draft', { name: provisionName(group, row) }), changes)) write(activity.id, 'activity')
}
