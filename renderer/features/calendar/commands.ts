import { v7 } from 'uuid'
import { say } from '#shared/locales/message.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import { openDate } from '#shared/model/plan-date.ts'
import { duplicateActivity, insertActivity, moveActivity, removeRecord, setItems, setMandate, setWhen } from '#shared/operations/edits.ts'
import { type Column, goTo, usePlace, write } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'

/** The selected row as the commands need it; null when no row is selected. */
function selected(): { plan: Plan; activity: Activity; index: number } | null {
  const { plan } = usePlan.getState()
  const { row } = usePlace.getState()
  const index = plan?.activities.findIndex(({ id }) => id === row) ?? -1
  const activity = plan?.activities[index]
  return plan === null || activity === undefined ? null : { plan, activity, index }
}

/** Inserts an empty row and opens its date for writing. Without a selection the row joins the end. */
export function insertRow(side: 'above' | 'below'): void {
  const { plan } = usePlan.getState()
  if (plan === null) return
  const chosen = selected()
  const index = chosen === null ? plan.activities.length : chosen.index + (side === 'below' ? 1 : 0)
  const { activity, changes } = insertActivity(plan, index, v7)
  if (edit(say('step.insert-row', { row: index + 1 }), changes)) write(activity.id, 'date')
}

export function duplicateRow(): void {
  const chosen = selected()
  if (chosen === null) return
  const { activity, changes } = duplicateActivity(chosen.plan, chosen.activity, v7)
  if (edit(say('step.duplicate-row', { row: chosen.index + 1 }), changes)) goTo(activity.id)
}

export function moveRow(by: -1 | 1): void {
  const chosen = selected()
  if (chosen === null) return
  const { plan, activity, index } = chosen
  const target = index + by
  if (target < 0 || target >= plan.activities.length) return
  if (edit(say('step.move-row', { row: index + 1, target: target + 1 }), moveActivity(plan, activity, target))) goTo(activity.id)
}

export function deleteRow(): void {
  const chosen = selected()
  if (chosen === null) return
  const next = chosen.plan.activities[chosen.index + 1] ?? chosen.plan.activities[chosen.index - 1]
  if (edit(say('step.delete-row', { row: chosen.index + 1 }), removeRecord(chosen.activity))) goTo(next?.id ?? null)
}

/** Empties the focused cell. */
export function clearCell(column: Column): void {
  const chosen = selected()
  if (chosen === null) return
  const { activity, index } = chosen
  const changes = column === 'date' ? setWhen(activity, openDate) : column === 'mandate' ? setMandate(activity, []) : setItems(activity, [])
  edit(say(`step.${column}`, { row: index + 1 }), changes)
}
