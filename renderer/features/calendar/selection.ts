import { create } from 'zustand'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import { goTo, usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { shownRows } from './filter.ts'

interface Selection {
  /** Rows chosen as rows, the one with the focus among them. Empty while only a cell is chosen. */
  readonly rows: ReadonlySet<string>
  /** Where Shift extends the choice from. */
  readonly anchor: string | null
}

const none: Selection = { rows: new Set(), anchor: null }

/** The rows chosen beside the one with the focus. Going to another row in any other way ends the choice. */
export const useSelection = create<Selection>(() => none)

export const clearSelection = (): void => useSelection.setState(none)

usePlace.subscribe((now, before) => {
  if ((now.row !== before.row || now.editing !== null) && useSelection.getState().rows.size > 0) clearSelection()
})

/** Chooses these rows; the focus stands in `row`. */
export function choose(rows: readonly string[], row: string, anchor = row): void {
  goTo(row)
  useSelection.setState({ rows: new Set(rows), anchor })
}

/** Chooses every row in view from where the choice began up to this one. */
export function extendTo(row: string): void {
  const shown = shownRows()
  const anchor = useSelection.getState().anchor ?? usePlace.getState().row ?? row
  const [from, to] = [shown.findIndex(({ id }) => id === anchor), shown.findIndex(({ id }) => id === row)]
  const rows = shown.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
  choose(
    rows.map(({ id }) => id),
    row,
    anchor,
  )
}

/** Takes a row into the choice, or out of it. */
export function toggle(row: string): void {
  const { rows } = useSelection.getState()
  const { row: focused } = usePlace.getState()
  const chosen = new Set(rows.size > 0 || focused === null ? rows : [focused])
  if (chosen.has(row) && chosen.size > 1) chosen.delete(row)
  else chosen.add(row)
  const [last] = [...chosen].slice(-1)
  choose([...chosen], chosen.has(row) ? row : (last ?? row))
}

export function chooseAll(): void {
  const shown = shownRows()
  const row = usePlace.getState().row ?? shown[0]?.id
  if (row === undefined) return
  choose(
    shown.map(({ id }) => id),
    row,
  )
}

/** What a command about rows acts on: the chosen rows, else the one with the focus; null when there is neither. */
export function chosenRows(): {
  readonly plan: Plan
  readonly rows: readonly Activity[]
  readonly first: number
  readonly last: number
} | null {
  const { plan } = usePlan.getState()
  const { row } = usePlace.getState()
  if (plan === null || row === null) return null
  const { rows: chosen } = useSelection.getState()
  const rows = plan.activities.filter(({ id }) => id === row || chosen.has(id))
  const first = plan.activities.findIndex(({ id }) => id === rows[0]?.id)
  const last = plan.activities.findIndex(({ id }) => id === rows.at(-1)?.id)
  return first < 0 ? null : { plan, rows, first, last }
}
