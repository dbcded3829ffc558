import type { KeyboardEvent } from 'react'
import { runByKeys } from '../../app/commands.ts'
import { type Column, columns, goTo, usePlace, write } from '../../stores/place.ts'
import { clearCells } from './commands.ts'
import { clearFilter, shownRows, useFilter } from './filter.ts'
import { chooseAll, choose, clearSelection, extendTo, useSelection } from './selection.ts'

const pageOfRows = 10

/** The row in view so many rows from the focused one, stopping at the edges. */
function rowFrom(rows: number): string | undefined {
  const { row } = usePlace.getState()
  const shown = shownRows()
  const at = shown.findIndex(({ id }) => id === row)
  return shown[Math.min(Math.max(at + rows, 0), shown.length - 1)]?.id
}

/** Moves the focus by rows and columns, stopping at the edges. */
function move(rows: number, across: number): void {
  const { column } = usePlace.getState()
  const to = rowFrom(rows)
  const next = columns[Math.min(Math.max(columns.indexOf(column) + across, 0), columns.length - 1)]
  if (to === undefined || next === undefined) return
  clearSelection()
  goTo(to, next)
}

/** Takes the rows up to there into the choice. */
function extend(rows: number): void {
  const to = rowFrom(rows)
  if (to !== undefined) extendTo(to)
}

/** Esc: first the chosen rows are let go, then the filter. Answers whether there was either. */
function leave(): boolean {
  if (useSelection.getState().rows.size > 0) clearSelection()
  else if (useFilter.getState().open) clearFilter()
  else return false
  return true
}

const moves: Readonly<Record<string, readonly [rows: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-pageOfRows, 0],
  PageDown: [pageOfRows, 0],
  Home: [0, -columns.length],
  End: [0, columns.length],
}

/** A key that would write something into a cell. */
const types = (event: KeyboardEvent): boolean => event.key.length === 1 && event.key !== ' ' && event.key !== '?'

/** What a key does while a cell has the focus and is not being written in. Answers whether it did anything. */
function act(event: KeyboardEvent, row: string, column: Column): boolean {
  const control = event.ctrlKey || event.metaKey
  if (runByKeys(event, ({ where }) => where === 'table')) return true
  if (control && event.key === 'a') chooseAll()
  else if (control && event.shiftKey && (event.key === 'Home' || event.key === 'End')) extend(event.key === 'Home' ? -Infinity : Infinity)
  else if (control && event.key === 'Home') move(-Infinity, 0)
  else if (control && event.key === 'End') move(Infinity, 0)
  else if (event.altKey || control) return false
  else if (event.key === 'Escape') return leave()
  else if (event.shiftKey && event.key === ' ') choose([row], row)
  else if (event.shiftKey && moves[event.key]?.[1] === 0) extend(moves[event.key]?.[0] ?? 0)
  else if (event.key === 'Enter' || event.key === 'F2') write(row, column)
  else if (event.key === 'Delete') clearCells(column)
  else if (types(event)) write(row, column, event.key)
  else {
    const step = moves[event.key]
    if (step === undefined) return false
    move(...step)
  }
  return true
}

export function onGridKey(event: KeyboardEvent): void {
  const { row, column, editing } = usePlace.getState()
  if (editing !== null || row === null || event.defaultPrevented) return
  if (act(event, row, column)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

/** From one cell being written in to the next: across the row, then to the row below or above. */
export function writeNext(by: -1 | 1): void {
  const { row, column } = usePlace.getState()
  const activities = shownRows()
  const at = activities.findIndex(({ id }) => id === row)
  const step = columns.indexOf(column) + by
  const wrapped = columns[(step + columns.length) % columns.length]
  const to = activities[at + (step < 0 ? -1 : step >= columns.length ? 1 : 0)]
  if (to !== undefined && wrapped !== undefined) write(to.id, wrapped)
  else goTo(row, column)
}
