import type { KeyboardEvent, MouseEvent } from 'react'
import { sortKey } from '#shared/dates/span.ts'
import { monthTitle } from '#shared/documents/month-names.ts'
import { monthOf } from '#shared/documents/months.ts'
import type { Activity } from '#shared/model/activity.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { differenceOf } from '../../stores/differences.ts'
import { noMark, useFindings } from '../../stores/findings.ts'
import { select, usePlace, write } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { VerdictMark } from '../../ui/verdict-mark.tsx'
import { ReadCell } from '../delegation/changed-cells.tsx'
import { DifferenceTag } from '../delegation/difference-tag.tsx'
import { entryId, findingsOf, moveAmongEntries, useEntryFocus } from './entries.ts'

/** The calendar as a list in the order of time, month by month; what names no month comes last. */
export function AgendaView({ rows }: { readonly rows: readonly Activity[] }) {
  useEntryFocus()
  const inOrder = rows.toSorted((a, b) => (sortKey(a.when.value) < sortKey(b.when.value) ? -1 : 1))
  const months = Map.groupBy(inOrder, ({ when }) => monthOf(when.value) ?? '')
  const groups = [...months].sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
  const first = groups[0]?.[1][0]
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const { row } = usePlace.getState()
    if ((event.key === 'Enter' || event.key === 'F2') && row !== null) write(row, 'activity')
    else if (!moveAmongEntries(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const open = (event: MouseEvent) => {
    const row = entryOf(event)
    if (row !== null) write(row, 'activity')
  }
  return (
    <div
      className="sheet agenda"
      role="listbox"
      tabIndex={-1}
      aria-label={words('agenda.label')}
      onKeyDown={key}
      onClick={(event) => select(entryOf(event) ?? usePlace.getState().row)}
      onDoubleClick={open}
    >
      {groups.map(([month, activities]) => (
        <div key={month} role="group" aria-label={month === '' ? words('agenda.other') : monthTitle(month, windowLanguage)}>
          <h2 aria-hidden="true">{month === '' ? words('agenda.other') : monthTitle(month, windowLanguage)}</h2>
          {activities.map((activity) => (
            <AgendaEntry key={activity.id} activity={activity} first={activity === first} />
          ))}
        </div>
      ))}
    </div>
  )
}

const entryOf = ({ target }: MouseEvent): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-entry]')?.dataset['entry'] ?? null) : null

function AgendaEntry({ activity, first }: { readonly activity: Activity; readonly first: boolean }) {
  const { id, state } = activity
  const selected = usePlace((place) => place.row === id)
  const reachable = usePlace((place) => place.row === id || (place.row === null && first))
  const difference = usePlan((shown) => differenceOf(shown, 'activities', id))
  const mark = useFindings(({ marks }) => marks.get(id)) ?? noMark
  return (
    // The list around it listens for mouse and keys.
    <div
      role="option"
      id={entryId(id)}
      className={`agenda-entry${state === 'cancelled' ? ' cancelled' : ''}`}
      data-entry={id}
      aria-selected={selected}
      aria-describedby={`${entryId(id)}-check`}
      tabIndex={reachable ? 0 : -1}
    >
      <VerdictMark standing={mark.standing} label={words(`verdict.${mark.standing}`)} />
      <div className="date-cell">
        <ReadCell column="date" activity={activity} difference={difference} findings={mark.columns.date} />
        {difference !== undefined && <DifferenceTag difference={difference} />}
        {state !== 'planned' && <i>{words(`state.${state}`)}</i>}
      </div>
      <div className="agenda-items">
        <ReadCell column="activity" activity={activity} difference={difference} findings={mark.columns.activity} />
        <ReadCell column="mandate" activity={activity} difference={difference} findings={mark.columns.mandate} />
      </div>
      <span hidden id={`${entryId(id)}-check`}>
        {findingsOf(mark)
          .map(({ sentence }) => sentence)
          .join(' ')}
      </span>
    </div>
  )
}
