import { compareWords, type Stretch } from '#shared/lib/words.ts'
import { equal } from '#shared/lib/equal.ts'
import type { Activity, Item } from '#shared/model/activity.ts'
import type { MandateEntry } from '#shared/model/citation.ts'
import type { Difference } from '../../stores/differences.ts'
import type { ShownFinding } from '../../stores/findings.ts'
import type { Column } from '../../stores/place.ts'
import { ActivityCell } from '../calendar/activity-cell.tsx'
import { DateCell } from '../calendar/date-cell.tsx'
import { Chip, MandateCell } from '../calendar/mandate-cell.tsx'
import { depthsOf, leads, markersOf } from '../calendar/numbering.ts'
import { ChangedWords } from '../proposals/changed-words.tsx'

interface Props {
  readonly was: Activity
  readonly activity: Activity
  readonly findings: readonly ShownFinding[]
}

const fieldOf = { date: 'when', mandate: 'mandate', activity: 'items' } as const

/** Whether a cell says something else than in the Chair's text. */
const isChangedCell = (column: Column, was: Activity, activity: Activity): boolean =>
  was[fieldOf[column]] !== activity[fieldOf[column]] && !equal(was[fieldOf[column]], activity[fieldOf[column]])

const isOpen = ({ when }: Activity): boolean => when.value.kind === 'open' && when.written === ''

/** Whether a cell has something in it. */
const isWrittenCell = (column: Column, activity: Activity): boolean =>
  column === 'date' ? !isOpen(activity) : activity[fieldOf[column]].length > 0

/** A date is one fact: the former is struck whole. */
function ChangedDate({ was, activity, findings }: Props) {
  return (
    <>
      {!isOpen(was) && (
        <del className="whole">
          <DateCell activity={was} findings={[]} />
        </del>
      )}
      {!isOpen(activity) && (
        <ins className="whole">
          <DateCell activity={activity} findings={findings} />
        </ins>
      )}
    </>
  )
}

function ChangedMandate({ was, activity, findings }: Props) {
  const former = new Map(was.mandate.map((entry) => [entry.id, entry]))
  const there = new Set(activity.mandate.map(({ id }) => id))
  const entry = (one: MandateEntry) =>
    one.kind === 'remark' ? (
      <span className="remark">{one.text}</span>
    ) : (
      <Chip citation={one} findings={findings.filter(({ part }) => part === one.id)} />
    )
  return (
    <div className="chips">
      {activity.mandate.map((one) => {
        const held = former.get(one.id)
        if (held !== undefined && equal(held, one)) return <span key={one.id}>{entry(one)}</span>
        return (
          <span key={one.id} className="chips">
            {held !== undefined && <del>{entry(held)}</del>}
            <ins>{entry(one)}</ins>
          </span>
        )
      })}
      {was.mandate
        .filter(({ id }) => !there.has(id))
        .map((one) => (
          <del key={one.id}>{entry(one)}</del>
        ))}
    </div>
  )
}

interface Line {
  readonly item: Item
  readonly stretches: readonly Stretch[]
}

/** The lines of both states in one order: one that was taken out stands behind the one that it followed. */
function linesOf(was: readonly Item[], now: readonly Item[]): readonly Line[] {
  const former = new Map(was.map((item) => [item.id, item]))
  const there = new Set(now.map(({ id }) => id))
  const gone = new Map<string | null, Line[]>()
  let anchor: string | null = null
  for (const item of was) {
    if (there.has(item.id)) anchor = item.id
    else gone.set(anchor, [...(gone.get(anchor) ?? []), { item, stretches: [{ kind: 'struck', text: item.text }] }])
  }
  return [
    ...(gone.get(null) ?? []),
    ...now.flatMap((item): Line[] => [
      { item, stretches: compareWords(former.get(item.id)?.text ?? '', item.text) },
      ...(gone.get(item.id) ?? []),
    ]),
  ]
}

function ChangedActivity({ was, activity }: Props) {
  const lines = linesOf(was.items, activity.items)
  const items = lines.map(({ item }) => item)
  const markers = markersOf(items)
  const depths = depthsOf(items)
  return (
    <ul className="lines">
      {lines.map(({ item: { id, marker }, stretches }, index) => (
        <li key={id} className={`line depth-${depths[index]}${leads(items, index) ? ' lead' : ''}`}>
          {markers[index] !== '' && <span className={marker === 'bullet' ? 'marker bullet' : 'marker'}>{markers[index]}</span>}
          <span className="line-text">
            <ChangedWords stretches={stretches} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const readers = { date: DateCell, mandate: MandateCell, activity: ActivityCell } as const
const changedReaders = { date: ChangedDate, mandate: ChangedMandate, activity: ChangedActivity } as const

interface ReadCellProps {
  readonly column: Column
  readonly activity: Activity
  /** How the activity differs from the Chair's text, where one proposes on that. */
  readonly difference: Difference<Activity> | undefined
  readonly findings: readonly ShownFinding[]
}

/** What a cell says; where one proposes something else, the Chair's words struck and one's own inserted, where they stand. */
export function ReadCell({ column, activity, difference, findings }: ReadCellProps) {
  if (difference?.kind === 'changed' && isChangedCell(column, difference.was, activity)) {
    const Changed = changedReaders[column]
    return <Changed was={difference.was} activity={activity} findings={findings} />
  }
  const Reader = readers[column]
  const cell = <Reader activity={activity} findings={findings} />
  return difference?.kind === 'inserted' && isWrittenCell(column, activity) ? <ins className="whole">{cell}</ins> : cell
}
