import { v7 } from 'uuid'
import type { Shift } from '#shared/dates/shift.ts'
import { type Message, say } from '#shared/locales/message.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { PlainDate } from '#shared/model/basics.ts'
import { openDate } from '#shared/model/plan-date.ts'
import { labelsWith } from '#shared/negotiation/numbering.ts'
import { insertActivity, removeRecord, setItems, setMandate, setWhen, updateRecord } from '#shared/operations/edits.ts'
import { duplicateActivities, insertCopies, moveActivities, repeatActivity, shiftActivities } from '#shared/operations/rows.ts'
import { withRemoved } from '../../stores/differences.ts'
import { type Column, goTo, usePlace, write } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { shownRows } from './filter.ts'
import { choose, chosenRows, useSelection } from './selection.ts'

/** Names a step after its row, or after how many rows it was about. */
const named = (step: string, rows: readonly Activity[], more: Message['data'] = {}): Message =>
  rows.length === 1
    ? say(`step.${step}-row`, { row: labelOf(rows[0]), ...more })
    : say(`step.${step}-rows`, { count: rows.length, ...more })

const labelOf = (row: Activity | undefined): string => (row === undefined ? '' : rowLabel(usePlan.getState(), row.id))

/** What a row will be called that is put into the plan at a place. */
function labelAt(activity: Activity, index: number): string {
  const { held, plan } = usePlan.getState()
  if (held === null || plan === null) return ''
  const rows = withRemoved({ held, plan }, 'activities')
  const next = plan.activities[index]
  return labelsWith(held, rows.toSpliced(next === undefined ? rows.length : rows.indexOf(next), 0, activity)).get(activity.id) ?? ''
}

/** Inserts an empty row and opens its date for writing. Without a selection the row joins the end. */
export function insertRow(side: 'above' | 'below'): void {
  const { plan } = usePlan.getState()
  if (plan === null) return
  const chosen = chosenRows()
  const index = chosen === null ? plan.activities.length : side === 'below' ? chosen.last + 1 : chosen.first
  const { activity, changes } = insertActivity(plan, index, v7)
  if (edit(say('step.insert-row', { row: labelAt(activity, index) }), changes)) write(activity.id, 'date')
}

/** Puts rows that were copied or read elsewhere below the chosen ones, else at the end, and chooses them. */
export function pasteRows(rows: readonly Activity[]): void {
  const { plan } = usePlan.getState()
  if (plan === null || rows.length === 0) return
  const { activities, changes } = insertCopies(plan, (chosenRows()?.last ?? plan.activities.length - 1) + 1, rows, v7)
  const [first] = activities
  if (!edit(say('step.paste-rows', { count: rows.length }), changes) || first === undefined) return
  choose(
    activities.map(({ id }) => id),
    first.id,
  )
}

/** Copies the chosen rows below the last of them, and chooses the copies. */
export function duplicateRows(): void {
  const chosen = chosenRows()
  if (chosen === null) return
  const { activities, changes } = duplicateActivities(chosen.plan, chosen.rows, v7)
  const [copy] = activities
  if (!edit(named('duplicate', chosen.rows), changes) || copy === undefined) return
  if (activities.length === 1) goTo(copy.id)
  else
    choose(
      activities.map(({ id }) => id),
      copy.id,
    )
}

/** Moves the chosen rows together so that they stand before another row, or at the end. */
export function moveRowsBefore(before: string | null): void {
  const chosen = chosenRows()
  if (chosen === null) return
  const { plan, rows } = chosen
  const moved = new Set(rows)
  const from = plan.activities.findIndex(({ id }) => id === before)
  const next = from < 0 ? undefined : plan.activities.slice(from).find((activity) => !moved.has(activity))
  const others = plan.activities.filter((activity) => !moved.has(activity))
  const target = next === undefined ? others.length : others.indexOf(next)
  const { row } = usePlace.getState()
  if (edit(named('move', rows, { target: labelOf(plan.activities[target]) }), moveActivities(plan, rows, target))) goTo(row)
}

/** Moves the chosen rows past the next row in view. */
export function moveRows(by: -1 | 1): void {
  const chosen = chosenRows()
  if (chosen === null) return
  const moved = new Set(chosen.rows)
  const shown = shownRows()
  const edge = shown.findIndex((activity) => activity === (by < 0 ? chosen.rows[0] : chosen.rows.at(-1)))
  const passed = by < 0 ? shown[edge - 1] : shown.slice(edge + 1).find((activity) => !moved.has(activity))
  // At the edge there is nothing to pass, but rows chosen here and there still come together.
  if (passed === undefined && chosen.last - chosen.first < chosen.rows.length) return
  if (by < 0) moveRowsBefore((passed ?? chosen.rows[0])?.id ?? null)
  else moveRowsBefore(passed === undefined ? null : (chosen.plan.activities[chosen.plan.activities.indexOf(passed) + 1]?.id ?? null))
}

export function deleteRows(): void {
  const chosen = chosenRows()
  if (chosen === null) return
  const gone = new Set(chosen.rows)
  const shown = shownRows()
  const last = shown.findLastIndex((activity) => gone.has(activity))
  const next = shown.slice(last).find((activity) => !gone.has(activity)) ?? shown.slice(0, last).findLast((activity) => !gone.has(activity))
  if (edit(named('delete', chosen.rows), chosen.rows.flatMap(removeRecord))) goTo(next?.id ?? null)
}

/** Empties the focused cell, and the same cell of every chosen row. */
export function clearCells(column: Column): void {
  const chosen = chosenRows()
  if (chosen === null) return
  const emptied = (activity: Activity) =>
    column === 'date' ? setWhen(activity, openDate) : column === 'mandate' ? setMandate(activity, []) : setItems(activity, [])
  const label =
    chosen.rows.length === 1
      ? say(`step.${column}`, { row: labelOf(chosen.rows[0]) })
      : say('step.empty-cells', { count: chosen.rows.length })
  edit(label, chosen.rows.flatMap(emptied))
}

/** Moves the dates of the chosen rows. */
export function redateRows(shift: Shift): void {
  const chosen = chosenRows()
  if (chosen === null) return
  const direction = shift.count < 0 ? 'earlier' : 'later'
  const data = { rows: chosen.rows.length, count: Math.abs(shift.count), unit: shift.unit, direction }
  edit(say('step.redate-rows', data), shiftActivities(chosen.rows, shift))
}

/** Repeats the focused row up to a day, among the rows by date. */
export function repeatRow(every: Shift, until: PlainDate): void {
  const { plan } = usePlan.getState()
  const { row } = usePlace.getState()
  const activity = plan?.activities.find(({ id }) => id === row)
  if (plan === null || activity === undefined) return
  const changes = repeatActivity(plan, activity, every, until, v7)
  edit(say('step.repeat-row', { row: labelOf(activity), count: changes.length }), changes)
}

/** Says of the chosen rows whether they were held, postponed or cancelled. */
export function setRowsState(state: Activity['state']): void {
  const chosen = chosenRows()
  if (chosen === null) return
  const label =
    chosen.rows.length === 1 ? say('step.details', { row: labelOf(chosen.rows[0]) }) : say('step.state-rows', { count: chosen.rows.length })
  edit(
    label,
    chosen.rows.flatMap((activity) => updateRecord(activity, { state }) ?? []),
  )
}

/** How many rows a command about rows would act on. */
export const useChosenCount = (): number => {
  const count = useSelection(({ rows }) => rows.size)
  const focused = usePlace(({ row }) => row !== null)
  return count > 0 ? count : focused ? 1 : 0
}
