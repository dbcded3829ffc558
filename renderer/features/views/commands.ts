import { say } from '#shared/locales/message.ts'
import { moveToDay } from '#shared/dates/move.ts'
import { writeValue } from '#shared/dates/write.ts'
import { setWhen } from '#shared/operations/edits.ts'
import { goTo } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'

/** Puts an activity on another day, as one step. Answers whether it moved. */
export function moveRowToDay(row: string, day: string): boolean {
  const { plan } = usePlan.getState()
  const activity = plan?.activities.find(({ id }) => id === row)
  if (plan === null || activity === undefined) return false
  const when = moveToDay(activity.when, day)
  const date = writeValue(when.value, plan.header.language)
  const moved = edit(say('step.move-day', { row: rowLabel(usePlan.getState(), row), date }), setWhen(activity, when))
  goTo(row, 'date')
  return moved
}
