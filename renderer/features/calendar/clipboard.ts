import { useEffect } from 'react'
import { v7 } from 'uuid'
import { create } from 'zustand'
import { readPlanDate } from '#shared/dates/read.ts'
import { copyCell, copyRows } from '#shared/documents/copied-rows.ts'
import { columnsOfPasted, type PastedColumns, readPastedRows } from '#shared/importing/pasted-rows.ts'
import { type Clipboard, type PastedTable, readPastedLines, readPastedTable } from '#shared/importing/pasted-table.ts'
import { say } from '#shared/locales/message.ts'
import { activity, type Activity } from '#shared/model/activity.ts'
import { setItems, setMandate, setWhen } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { mandateNameIndex, readMandates } from '../mandates/mandate-text.ts'
import { clearCells, deleteRows, pasteRows } from './commands.ts'
import { chosenRows, useSelection } from './selection.ts'

/** Rows as they are in the plan, for pasting them into this program with all that their table does not show. */
const ownFormat = 'application/x-mandato-rows'

interface Asked {
  readonly table: PastedTable
  readonly guess: PastedColumns
}

/** A pasted table that does not say which of its columns is which, while that is being asked. */
export const usePasted = create<{ readonly asked: Asked | null }>(() => ({ asked: null }))

export const closePasted = (): void => usePasted.setState({ asked: null })

/** A pasted table's rows, as they would stand in the plan shown. */
export function rowsOfPasted(table: PastedTable, columns: PastedColumns): Activity[] {
  const { language = 'en', term = null } = usePlan.getState().plan?.header ?? {}
  return readPastedRows(table, columns, { names: mandateNameIndex(), makeId: v7, language, term })
}

function copy(data: DataTransfer): boolean {
  const chosen = chosenRows()
  const { row, column } = usePlace.getState()
  const focused = chosen?.rows.find(({ id }) => id === row)
  if (chosen === null || focused === undefined) return false
  const { language } = chosen.plan.header
  const asRows = useSelection.getState().rows.size > 0
  const { html, text } = asRows ? copyRows(chosen.rows, language) : copyCell(focused, column, language)
  data.setData('text/plain', text)
  data.setData('text/html', html)
  if (asRows) data.setData(ownFormat, JSON.stringify(chosen.rows))
  usePlace.setState({ notice: asRows ? words('clipboard.rows', { count: chosen.rows.length }) : words('clipboard.cell') })
  return true
}

function cut(data: DataTransfer): boolean {
  if (!copy(data)) return false
  if (useSelection.getState().rows.size > 0) deleteRows()
  else clearCells(usePlace.getState().column)
  return true
}

function readOwn(text: string): Activity[] | null {
  try {
    return activity.array().min(1).parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Words that are no table go into the focused cell. */
function pasteIntoCell(clipboard: Clipboard): boolean {
  const chosen = chosenRows()
  const { row, column } = usePlace.getState()
  const focused = chosen?.rows.find(({ id }) => id === row)
  const lines = readPastedLines(clipboard)
  if (chosen === null || focused === undefined || lines.length === 0) return false
  const { language, term } = chosen.plan.header
  const text = (between: string) => lines.map((line) => line.text).join(between)
  const changes =
    column === 'date'
      ? setWhen(focused, readPlanDate(text(' '), { language, term }))
      : column === 'mandate'
        ? setMandate(focused, readMandates(text('\n'), focused.mandate))
        : setItems(
            focused,
            lines.map((line) => ({ id: v7(), ...line })),
          )
  edit(say(`step.${column}`, { row: rowLabel(usePlan.getState(), focused.id) }), changes)
  return true
}

function paste(data: DataTransfer): boolean {
  const own = readOwn(data.getData(ownFormat))
  const clipboard = { html: data.getData('text/html'), text: data.getData('text/plain') }
  const table = own === null ? readPastedTable(clipboard) : null
  if (own !== null) pasteRows(own)
  else if (table === null || (table.rows.length === 1 && table.rows[0]?.length === 1)) return pasteIntoCell(clipboard)
  else {
    const guess = columnsOfPasted(table)
    if (guess.sure) pasteRows(rowsOfPasted(table, guess))
    else usePasted.setState({ asked: { table, guess } })
  }
  return true
}

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)

/** Copy, cut and paste of rows and cells, while nothing is being written in. Words marked with the mouse are copied as everywhere. */
export function useClipboard(): void {
  useEffect(() => {
    const acts = { copy, cut, paste }
    const names = ['copy', 'cut', 'paste'] as const
    const act = (event: ClipboardEvent) => {
      const name = names.find((one) => one === event.type)
      const marked = name !== 'paste' && getSelection()?.isCollapsed === false && useSelection.getState().rows.size === 0
      if (name === undefined || event.clipboardData === null || marked) return
      if (writes(event.target) || document.querySelector('[role=dialog]') !== null) return
      if (acts[name](event.clipboardData)) event.preventDefault()
    }
    for (const name of names) document.addEventListener(name, act)
    return () => {
      for (const name of names) document.removeEventListener(name, act)
    }
  }, [])
}
