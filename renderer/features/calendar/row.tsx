import { memo } from 'react'
import type { Activity } from '#shared/model/activity.ts'
import { words } from '../../app/words.ts'
import { type Difference, differenceOf } from '../../stores/differences.ts'
import { type Mark, noMark, useFindings } from '../../stores/findings.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { usePlan } from '../../stores/plan.ts'
import { type Column, columns, usePlace } from '../../stores/place.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { ReadCell } from '../delegation/changed-cells.tsx'
import { DifferenceTag } from '../delegation/difference-tag.tsx'
import { StruckRow } from '../delegation/struck-row.tsx'
import { ActivityEditor } from './activity-editor.tsx'
import { DateEditor } from './date-editor.tsx'
import { MandateEditor } from './mandate-editor.tsx'
import { useSelection } from './selection.ts'

export const cellId = (row: string, column: Column): string => `cell-${row}-${column}`

const writers = { date: DateEditor, mandate: MandateEditor, activity: ActivityEditor } as const

interface RowProps {
  readonly activity: Activity
  /** The row whose date takes the Tab key into the table when no row is selected. */
  readonly first: boolean
}

/** A row of the calendar. It listens for its own selection and findings, so that moving about draws two rows again and not the table. */
export const Row = memo(function Row(props: RowProps) {
  const difference = usePlan((shown) => differenceOf(shown, 'activities', props.activity.id))
  return difference?.kind === 'removed' ? <StruckRow activity={props.activity} /> : <WritableRow {...props} difference={difference} />
})

interface WritableProps extends RowProps {
  /** How it differs from the Chair's text, where one proposes on that. */
  readonly difference: Difference<Activity> | undefined
}

function WritableRow({ activity, first, difference }: WritableProps) {
  const focused = usePlace((place) => place.row === activity.id)
  const chosen = useSelection(({ rows }) => rows.has(activity.id))
  return (
    <div
      role="row"
      className="row"
      aria-selected={focused || chosen}
      data-chosen={chosen ? '' : undefined}
      data-row={activity.id}
      data-difference={difference?.kind}
      data-state={activity.state === 'planned' ? undefined : activity.state}
    >
      <Cells activity={activity} first={first} difference={difference} />
    </div>
  )
}

const Cells = memo(function Cells({ activity, first, difference }: WritableProps) {
  const mark = useFindings(({ marks }) => marks.get(activity.id)) ?? noMark
  const column = usePlace((place) => (place.row === activity.id ? place.column : null))
  const typed = usePlace((place) => (place.row === activity.id && place.editing !== null ? place.editing : null))
  const reachable = usePlace((place) => (place.row === null && first ? 'date' : null)) ?? column
  return (
    <>
      <div role="rowheader" className="number-cell">
        <RowNumber row={activity.id} />
        <VerdictMark standing={mark.standing} label={words(`verdict.${mark.standing}`)} />
      </div>
      {columns.map((name) => (
        <Cell
          key={name}
          activity={activity}
          column={name}
          mark={mark}
          difference={difference}
          editing={column === name ? typed : null}
          reachable={reachable === name}
          focused={column === name}
        />
      ))}
    </>
  )
})

/** Counts for itself: when a row is put in, those below it get another number and are not drawn again for it. */
function RowNumber({ row }: { readonly row: string }) {
  const number = usePlan((shown) => rowLabel(shown, row))
  return <span className="number">{number}</span>
}

interface CellProps extends Pick<WritableProps, 'activity' | 'difference'> {
  readonly column: Column
  readonly mark: Mark
  readonly editing: { readonly typed: string | null } | null
  readonly reachable: boolean
  readonly focused: boolean
}

const Cell = memo(function Cell({ activity, column, mark, difference, editing, reachable, focused }: CellProps) {
  const Writer = writers[column]
  const findings = mark.columns[column]
  return (
    <div
      role="gridcell"
      id={cellId(activity.id, column)}
      className={`cell ${column}-cell${editing === null ? '' : ' editing'}${focused ? ' focused' : ''}`}
      data-row={activity.id}
      data-column={column}
      tabIndex={reachable && editing === null ? 0 : -1}
      aria-describedby={findings.length > 0 ? `${cellId(activity.id, column)}-findings` : undefined}
    >
      {editing !== null ? (
        <Writer activity={activity} typed={editing.typed} />
      ) : (
        <ReadCell column={column} activity={activity} difference={difference} findings={findings} />
      )}
      {column === 'date' && difference !== undefined && <DifferenceTag difference={difference} />}
      {column === 'date' && activity.state !== 'planned' && <span className="row-state">{words(`state.${activity.state}`)}</span>}
      {findings.length > 0 && (
        <span hidden id={`${cellId(activity.id, column)}-findings`}>
          {findings.map(({ sentence }) => sentence).join(' ')}
        </span>
      )}
    </div>
  )
})
