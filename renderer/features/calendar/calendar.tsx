import './calendar.css'
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Activity } from '#shared/model/activity.ts'
import { words } from '../../app/words.ts'
import { withRemoved } from '../../stores/differences.ts'
import { type Column, columns, select, usePlace, write } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Block, blocksOf } from './row-blocks.ts'
import { useClipboard, usePasted } from './clipboard.ts'
import { insertRow } from './commands.ts'
import { clearFilter, useShownRows } from './filter.ts'
import { useFilterKey } from './filter-bar.tsx'
import { onGridKey } from './keys.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { RowBlock } from './row-block.tsx'
import { RowMenuAt } from './row-menu.tsx'
import { cellId } from './row.tsx'
import { choose, clearSelection, extendTo, toggle, useSelection } from './selection.ts'
import { useRowDrag } from './use-row-drag.ts'

const isColumn = (name: string | undefined): name is Column => columns.some((column) => column === name)

/** The cell that an event happened in; null for the frame around the cells. */
function cellOf(target: EventTarget): { element: HTMLElement; row: string; column: Column } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const { row, column } = element?.dataset ?? {}
  return element === null || row === undefined || !isColumn(column) ? null : { element, row, column }
}

/** The row whose number an event happened on, by which rows are chosen and dragged. */
const numberedRow = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('.number-cell')?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null) : null

/** Blocks that fill a screen, and how many the calendar may have to be drawn whole. */
const [blocksAtOnce, blocksInAll] = [2, 5]

/** The plan's calendar as the committee's own table: date, mandate, activity. */
export function Calendar() {
  const isEmpty = usePlan(({ plan }) => (plan?.activities.length ?? 0) === 0)
  const asked = usePasted((state) => state.asked)
  useFilterKey()
  useClipboard()
  return (
    <>
      {isEmpty ? <EmptyCalendar /> : <Table />}
      {asked !== null && <PasteDialog {...asked} />}
    </>
  )
}

function Table() {
  const rows = useShownRows()
  const drawn = useRowsWithStruck(rows)
  const blocks = useBlocks(drawn)
  useFocusOnCall()
  const [menu, setMenu] = useState(false)
  const anchor = useRef<Element | null>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const { top, start } = useRowDrag(sheet)

  const press = useCallback((event: MouseEvent) => {
    const cell = cellOf(event.target)
    const { row, column, editing } = usePlace.getState()
    const pressed = cell?.row ?? numberedRow(event.target)
    if (pressed === null || (editing !== null && pressed === row && cell?.column === column)) return
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      // The browser would mark the text between here and there.
      event.preventDefault()
      if (event.shiftKey) extendTo(pressed)
      else toggle(pressed)
    } else if (cell !== null) {
      clearSelection()
      select(cell.row, cell.column)
    }
  }, [])
  const grab = useCallback(
    (event: PointerEvent) => {
      const row = numberedRow(event.target)
      if (row === null || event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return
      const wasChosen = useSelection.getState().rows.has(row)
      if (!wasChosen) choose([row], row)
      start(event, row, wasChosen)
    },
    [start],
  )
  const doublePress = useCallback((event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (cell !== null && usePlace.getState().editing === null) write(cell.row, cell.column)
  }, [])
  const openMenu = useCallback((event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (cell === null || usePlace.getState().editing !== null) return
    event.preventDefault()
    if (!useSelection.getState().rows.has(cell.row)) select(cell.row, cell.column)
    anchor.current = cell.element
    setMenu(true)
  }, [])
  const closeMenu = useCallback(() => setMenu(false), [])

  return (
    <div className="sheet" ref={sheet}>
      <div
        role="grid"
        tabIndex={-1}
        className="calendar"
        aria-multiselectable
        aria-label={words('calendar.label')}
        onKeyDown={onGridKey}
        onMouseDown={press}
        onPointerDown={grab}
        onDoubleClick={doublePress}
        onContextMenu={openMenu}
      >
        <div role="row" className="row heading-row">
          <span role="columnheader">
            <span className="unseen">{words('calendar.number')}</span>
          </span>
          <span role="columnheader">{words('calendar.date')}</span>
          <span role="columnheader">{words('calendar.mandate')}</span>
          <span role="columnheader">{words('calendar.activity')}</span>
        </div>
        {blocks.map((block, index) => (
          <RowBlock key={block.key} block={block} first={index === 0} atOnce={index < blocksAtOnce} always={blocks.length <= blocksInAll} />
        ))}
      </div>
      {top !== null && <div className="drop-mark" style={{ top }} />}
      {rows.length === 0 && <NoRowFits />}
      <RowMenuAt anchor={anchor} open={menu} onClose={closeMenu} />
    </div>
  )
}

/** The rows in view, with those that one proposes to take out still in their places. */
function useRowsWithStruck(rows: readonly Activity[]): readonly Activity[] {
  const all = usePlan((shown) => withRemoved(shown, 'activities'))
  const activities = usePlan(({ plan }) => plan?.activities)
  return useMemo(() => {
    if (all === activities) return rows
    if (rows === activities) return all
    const there = new Set(activities?.map(({ id }) => id))
    const inView = new Set(rows)
    return all.filter((row) => inView.has(row) || !there.has(row.id))
  }, [all, activities, rows])
}

/** The rows in blocks, which stay the same from one edit to the next but for what the edit touched. */
function useBlocks(rows: readonly Activity[]): readonly Block[] {
  const [held, setHeld] = useState(() => ({ rows, blocks: blocksOf(rows, []) }))
  if (held.rows === rows) return held.blocks
  const blocks = blocksOf(rows, held.blocks)
  setHeld({ rows, blocks })
  return blocks
}

/** Moves the focus to the selected cell whenever a command asked for it. */
function useFocusOnCall(): void {
  const calls = usePlace((place) => place.focusCalls)
  const seen = useRef(0)
  useEffect(() => {
    const { row, column, editing } = usePlace.getState()
    if (seen.current === calls || row === null || editing !== null) return
    const cell = document.getElementById(cellId(row, column))
    if (cell === null) return
    seen.current = calls
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest' })
  })
}

const NoRowFits = () => (
  <div className="no-row-fits">
    <p>{words('filter.none')}</p>
    <Button onPress={clearFilter}>{words('filter.clear')}</Button>
  </div>
)

const EmptyCalendar = () => (
  <EmptyState title={words('calendar.empty-title')} text={words('calendar.empty-text')}>
    <Button look="primary" onPress={() => insertRow('below')}>
      {words('calendar.empty-action')}
    </Button>
    <p className="example">{words('calendar.empty-example')}</p>
  </EmptyState>
)
