import { orderKeysAt, updateRecord } from '../../../operations/edits.ts'
import type { Activity } from '../../../model/activity.ts'
import { targetOf } from '../../facts.ts'
import { offer } from '../../fix.ts'
import type { Report, RuleOf } from '../../rule.ts'

const id = 'date/order'

/** First place of a rising list at which something greater stands. */
function firstAbove(rising: readonly string[], value: string): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? '') > value) high = middle
    else low = middle + 1
  }
  return low
}

function moveTo(activities: readonly Activity[], activity: Activity, index: number) {
  const [order] = orderKeysAt(activities, index, 1)
  const change = order === undefined ? null : updateRecord(activity, { order })
  return change === null ? [] : [change]
}

/**
 * A row is out of order when it ends before a row above it begins. "October" below "October 15" is in order: it may mean the days after.
 * Rows without a date stand wherever the Chair puts them.
 */
export const order: RuleOf<'plan'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'The calendar reads from first to last',
    scope: 'plan',
    messages: { found: '{date} stands below {later}.', sort: 'Move the row up to row {row}' },
  },
  check: ({ plan, activities }) => {
    const reports: Report[] = []
    /** Latest beginning among the rows so far, row by row: it rises, so the place to move to can be searched. */
    const latest: string[] = []
    let last = ''
    for (const { activity, from, to } of activities) {
      if (from !== null && to !== null && to < last) {
        const index = firstAbove(latest, from)
        reports.push({
          data: { date: to, later: last },
          about: from,
          written: activity.when.written,
          target: targetOf('activity', activity.id, 'when'),
          fixes: offer({ label: `${id}#sort`, data: { row: index + 1 }, changes: moveTo(plan.activities, activity, index) }),
        })
      } else if (from !== null && from > last) last = from
      latest.push(last)
    }
    return reports
  },
}
