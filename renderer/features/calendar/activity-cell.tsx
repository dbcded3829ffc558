import type { Activity } from '#shared/model/activity.ts'
import { words } from '../../app/words.ts'
import type { ShownFinding } from '../../stores/findings.ts'
import { Marked } from './marked.tsx'
import { depthsOf, leads, markersOf } from './numbering.ts'

/** The lines of an activity as the document sets them: numbered, bulleted, nested. */
export function ActivityCell({
  activity: { items },
  findings,
}: {
  readonly activity: Activity
  readonly findings: readonly ShownFinding[]
}) {
  if (items.length === 0) return <span className="add-here">{words('calendar.add-activity')}</span>
  const markers = markersOf(items)
  const depths = depthsOf(items)
  return (
    <ul className="lines">
      {items.map(({ id, marker, text }, index) => (
        <li key={id} className={`line depth-${depths[index]}${leads(items, index) ? ' lead' : ''}`}>
          {markers[index] !== '' && <span className={marker === 'bullet' ? 'marker bullet' : 'marker'}>{markers[index]}</span>}
          <span className="line-text">
            <Marked text={text} wrong={findings.find(({ part, range }) => part === id && range !== null)?.range ?? null} />
          </span>
        </li>
      ))}
    </ul>
  )
}
