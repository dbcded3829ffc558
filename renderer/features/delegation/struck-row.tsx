import type { Activity } from '#shared/model/activity.ts'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabel } from '../../stores/row-numbers.ts'
import { Button } from '../../ui/button.tsx'
import { ActivityCell } from '../calendar/activity-cell.tsx'
import { DateCell } from '../calendar/date-cell.tsx'
import { MandateCell } from '../calendar/mandate-cell.tsx'
import { takeBackOn } from './own.ts'

/** A row that one proposes to take out. It stays in its place, struck, and is not edited: it can only be kept after all. */
export function StruckRow({ activity }: { readonly activity: Activity }) {
  // It has the number that it has in the Chair's text.
  const number = usePlan(({ held }) => rowLabel({ held, plan: held }, activity.id))
  return (
    <div role="row" className="row struck" aria-label={words('delegation.struck-row', { row: number })}>
      <div role="rowheader" className="number-cell">
        <span className="number">{number}</span>
      </div>
      <div role="gridcell" className="cell date-cell">
        <del className="whole">
          <DateCell activity={activity} findings={[]} />
        </del>
        <Button look="small" aria-label={words('delegation.take-back-row', { row: number })} onPress={() => takeBackOn(activity.id)}>
          {words('delegation.keep-row')}
        </Button>
      </div>
      <div role="gridcell" className="cell mandate-cell">
        {activity.mandate.length > 0 && (
          <del className="whole">
            <MandateCell activity={activity} findings={[]} />
          </del>
        )}
      </div>
      <div role="gridcell" className="cell activity-cell">
        {activity.items.length > 0 && (
          <del className="whole">
            <ActivityCell activity={activity} findings={[]} />
          </del>
        )}
      </div>
    </div>
  )
}
