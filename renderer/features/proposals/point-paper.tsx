import { writeCitation } from '#shared/cells/mandate-cell.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Point } from '#shared/negotiation/points.ts'
import { words } from '../../app/words.ts'
import { noMark, useFindings } from '../../stores/findings.ts'
import { ActivityCell } from '../calendar/activity-cell.tsx'
import { DateCell } from '../calendar/date-cell.tsx'
import { MandateCell } from '../calendar/mandate-cell.tsx'

/** What is proposed on, as it stands in the text: a row of the calendar, a part of the text, an entry of the list of mandates. */
export function PointPaper({ plan, point }: { readonly plan: Plan; readonly point: Point }) {
  const { record, stands, row } = point
  if (!stands)
    return <p className="sheet base nothing">{words(record?.type === 'activity' ? 'proposals.new-row' : 'proposals.not-in-text')}</p>
  if (record === null) return <p className="sheet base plain">{plan.header.title}</p>
  switch (record.type) {
    case 'activity':
      return <RowPaper activity={record} row={row} />
    case 'mandate':
      return <p className="sheet base plain">{writeCitation(record.citation, plan.header.language)}</p>
    case 'section':
      return (
        <div className="sheet base plain">
          {record.blocks.map((block) => (
            <p key={block.id}>{block.text}</p>
          ))}
        </div>
      )
  }
}

/** A row as the paper shows it, to be read. */
export function RowPaper({ activity, row }: { readonly activity: Activity; readonly row: string }) {
  const mark = useFindings((state) => state.marks.get(activity.id)) ?? noMark
  return (
    <div className="sheet base">
      <span className="row-number">{row}</span>
      <div className="date">
        <DateCell activity={activity} findings={mark.columns.date} />
      </div>
      <div className="mandate">{activity.mandate.length > 0 && <MandateCell activity={activity} findings={mark.columns.mandate} />}</div>
      <div className="act">{activity.items.length > 0 && <ActivityCell activity={activity} findings={mark.columns.activity} />}</div>
    </div>
  )
}
