import './calendar.css'
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import { words } from '../../app/words.ts'
import { noMark, useFindings } from '../../stores/findings.ts'
import { type Column, columns, select, usePlace, write } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { insertRow } from './commands.ts'
import { onGridKey } from './keys.ts'
import { cellId, Row } from './row.tsx'
import { RowMenuAt } from './row-menu.tsx'
import { useGrowingCount } from './use-growing-count.ts'

const isColumn = (name: string | undefined): name is Column => columns.some((column) => column === name)

/** The cell that an event happened in; null for the frame around the cells. */
function cellOf(target: EventTarget): { element: HTMLElement; row: string; column: Column } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  const { row, column } = element?.dataset ?? {}
  return element === null || row === undefined || !isColumn(column) ? null : { element, row, column }
}

/** The plan's calendar as the committee's own table: date, mandate, activity. */
export function Calendar() {
  const activities = usePlan(({ plan }) => plan?.activities) ?? []
  const marks = useFindings((state) => state.marks)
  const drawn = useGrowingCount(activities.length)
  useFocusOnCall()
  const [menu, setMenu] = useState(false)
  const anchor = useRef<Element | null>(null)

  const press = useCallback((event: MouseEvent) => {
    const cell = cellOf(event.target)
    const { row, column, editing } = usePlace.getState()
    if (cell === null || (editing !== null && cell.row === row && cell.column === column)) return
    select(cell.row, cell.column)
  }, [])
  const doublePress = useCallback((event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (cell !== null && usePlace.getState().editing === null) write(cell.row, cell.column)
  }, [])
  const openMenu = useCallback((event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (cell === null || usePlace.getState().editing !== null) return
    event.preventDefault()
    select(cell.row, cell.column)
    anchor.current = cell.element
    setMenu(true)
  }, [])
  const closeMenu = useCallback(() => setMenu(false), [])

  if (activities.length === 0) return <EmptyCalendar />
  return (
    <div className="sheet">
      <div
        role="grid"
        tabIndex={-1}
        className="calendar"
        aria-label={words('calendar.label')}
        onKeyDown={onGridKey}
        onMouseDown={press}
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
        {activities.slice(0, drawn).map((activity, index) => (
          <Row key={activity.id} activity={activity} mark={marks.get(activity.id) ?? noMark} first={index === 0} />
        ))}
      </div>
      <RowMenuAt anchor={anchor} open={menu} onClose={closeMenu} />
    </div>
  )
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

const EmptyCalendar = () => (
  <EmptyState title={words('calendar.empty-title')} text={words('calendar.empty-text')}>
    <Button look="primary" onPress={() => insertRow('below')}>
      {words('calendar.empty-action')}
    </Button>
    <p className="example">{words('calendar.empty-example')}</p>
  </EmptyState>
)
