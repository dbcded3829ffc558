import { memo, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { writePlanDate } from '#shared/dates/write.ts'
import type { Serving } from '#shared/register/coverage.ts'
import { words } from '../../app/words.ts'
import { noMark, useFindings } from '../../stores/findings.ts'
import { goTo } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel, rowLabels } from '../../stores/row-numbers.ts'
import { Icon } from '../../ui/icon.tsx'
import { MenuAt, type MenuGroup } from '../../ui/menu.tsx'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { provisionsLabel } from '../mandates/provisions-label.ts'
import { draft } from './commands.ts'
import { draftMenu } from './draft-menu.ts'
import { onMatrixKey } from './keys.ts'
import { type Line, servingIn } from './lines.ts'
import { instrumentName, monthName, provisionName, shortMonth } from './names.ts'
import { toggle, useCoverageState } from './state.ts'

const cellId = (key: string, column: number): string => `coverage ${key} ${column}`

interface Props {
  readonly lines: readonly Line[]
  readonly months: readonly string[]
}

/** The listed provisions against the months of the calendar. Enter leads from a cell to its activity, or drafts one where there is none. */
export function Matrix({ lines, months }: Props) {
  const [menu, setMenu] = useState<{ readonly label: string; readonly groups: readonly MenuGroup[] } | null>(null)
  const anchor = useRef<Element | null>(null)
  // The last column holds what names no month.
  const columns: readonly (string | null)[] = [...months, null]

  const place = (line: Line, column: number) => {
    useCoverageState.setState({ line: line.key, column })
    const cell = document.getElementById(cellId(line.key, column))
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const ask = (label: string, groups: readonly MenuGroup[], line: Line, column: number) => {
    anchor.current = document.getElementById(cellId(line.key, column))
    setMenu({ label, groups })
  }
  const act = (line: Line, column: number) => {
    const { group, row, opened } = line
    if (column === 0) {
      if (opened !== null) toggle(group.citation.id)
      else if (row !== null) ask(words('coverage.draft'), [draftMenu(group, row, months)], line, column)
      return
    }
    const month = columns[column - 1] ?? null
    const serving = servingIn(line, month)
    const [only] = serving
    if (serving.length === 1 && only !== undefined) goTo(only.activity.id, 'mandate')
    else if (serving.length > 1) ask(words('coverage.choose'), [{ id: 'rows', entries: serving.map(rowEntry) }], line, column)
    else if (row !== null) draft(group, row, month)
    else if (opened === false) toggle(group.citation.id)
  }
  const key = (event: KeyboardEvent) => {
    const { line: focused, column } = useCoverageState.getState()
    const next = onMatrixKey(event, lines, columns.length + 1)
    const line = lines.find((other) => other.key === focused) ?? lines[0]
    if (next !== null) place(next.line, next.column)
    else if ((event.key === 'Enter' || event.key === ' ') && line !== undefined) act(line, column)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const press = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    const line = lines.find((other) => other.key === cell?.dataset['line'])
    if (cell === null || line === undefined) return
    const column = Number(cell.dataset['column'])
    place(line, column)
    if (column > 0 || line.opened !== null) act(line, column)
  }
  return (
    <div className="sheet">
      <div
        role="treegrid"
        tabIndex={-1}
        className="matrix"
        aria-label={words('coverage.matrix')}
        style={{ '--months': columns.length } as React.CSSProperties}
        onKeyDown={key}
        onClick={press}
      >
        <div role="row" className="matrix-line heading-line">
          <span role="columnheader">{words('coverage.provision')}</span>
          {months.map((month, index) => (
            <span key={month} role="columnheader" aria-label={monthName(month)}>
              {shortMonth(month)}
              {(index === 0 || month.endsWith('-01')) && <small>{month.slice(0, 4)}</small>}
            </span>
          ))}
          <span role="columnheader" aria-label={words('coverage.no-month')}>
            {words('coverage.no-month-short')}
          </span>
        </div>
        {lines.map((line, index) => (
          <MatrixLine key={line.key} line={line} columns={columns} first={index === 0} />
        ))}
      </div>
      {menu !== null && <MenuAt label={menu.label} groups={menu.groups} anchor={anchor} open onClose={() => setMenu(null)} />}
    </div>
  )
}

/** A row of the calendar as a choice among several. */
function rowEntry({ activity }: Serving) {
  const { plan } = usePlan.getState()
  const number = rowLabel(usePlan.getState(), activity.id)
  const { main } = writePlanDate(activity.when, plan?.header.language ?? 'en')
  return {
    id: activity.id,
    label: [words('findings.row', { row: number }), main].filter((part) => part !== '').join(' · '),
    detail: activity.items.map(({ text }) => text).join(' – '),
    run: () => goTo(activity.id, 'mandate'),
  }
}

interface LineProps {
  readonly line: Line
  readonly columns: readonly (string | null)[]
  readonly first: boolean
}

const MatrixLine = memo(function MatrixLine({ line, columns, first }: LineProps) {
  const { key, group, row, opened, level } = line
  const selected = useCoverageState((state) => state.line === key)
  const focused = useCoverageState((state) => (state.line === key ? state.column : state.line === null && first ? 0 : null))
  const open = row === null ? group.open : row.open ? 1 : 0
  return (
    <div
      role="row"
      className={`matrix-line level-${level}${open > 0 ? ' open' : ''}`}
      aria-level={level}
      aria-selected={selected}
      {...(opened === null ? {} : { 'aria-expanded': opened })}
    >
      <div role="rowheader" id={cellId(key, 0)} className="matrix-head" tabIndex={focused === 0 ? 0 : -1} data-line={key} data-column={0}>
        <span className="twist">{opened !== null && <Icon name="down" size={13} />}</span>
        <span className="matrix-name">
          {level === 1 ? (
            <b>
              {instrumentName(group)} <em>{provisionsLabel(group.rows.flatMap(({ label }) => label ?? []).sort(byNumber))}</em>
            </b>
          ) : (
            <b>{provisionsLabel([row?.label ?? ''])}</b>
          )}
          {open > 0 && (
            <small>{row === null ? words('coverage.open-of', { open, all: group.rows.length }) : words('coverage.unserved')}</small>
          )}
        </span>
      </div>
      {columns.map((month, index) => (
        <MatrixCell key={month ?? ''} line={line} month={month} column={index + 1} focused={focused === index + 1} />
      ))}
    </div>
  )
})

/** Open ones stand first in the matrix; a range reads only in the order of its numbers. */
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const mostShown = 2

interface CellProps {
  readonly line: Line
  readonly month: string | null
  readonly column: number
  readonly focused: boolean
}

function MatrixCell({ line, month, column, focused }: CellProps) {
  const marks = useFindings((state) => state.marks)
  const numbers = usePlan(rowLabels)
  const serving = servingIn(line, month)
  const when = month === null ? words('coverage.no-month') : monthName(month)
  const rows = serving.map(({ activity }) => numbers.get(activity.id) ?? '')
  const name = line.row === null ? instrumentName(line.group) : provisionName(line.group, line.row)
  const label =
    serving.length > 0
      ? words('coverage.cell', { when, count: rows.length, rows: rows.join(', ') })
      : line.row === null
        ? words('coverage.cell-empty', { when })
        : words('coverage.cell-draft', { when, name })
  return (
    <div
      role="gridcell"
      id={cellId(line.key, column)}
      className={`matrix-cell${serving.length > 0 ? ' filled' : line.row === null ? '' : ' draftable'}`}
      tabIndex={focused ? 0 : -1}
      aria-label={label}
      data-line={line.key}
      data-column={column}
    >
      {serving.slice(0, mostShown).map(({ activity, how }) => (
        <span key={activity.id} className={how}>
          <VerdictMark standing={(marks.get(activity.id) ?? noMark).standing} label="" />
          {numbers.get(activity.id)}
        </span>
      ))}
      {serving.length > mostShown && <small>+{serving.length - mostShown}</small>}
    </div>
  )
}
