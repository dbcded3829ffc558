import { updateRecord } from '../../../operations/edits.ts'
import type { Activity } from '../../../model/activity.ts'
import type { Plan } from '../../../model/plan.ts'
import { rowLabels } from '../../../negotiation/numbering.ts'
import { type ActivityFacts, dateName, perRun, type Run, targetOf } from '../../facts.ts'
import { offer } from '../../fix.ts'
import { orderKeyBetween } from '../../order-key.ts'
import type { Report, RuleOf } from '../../rule.ts'

const id = 'date/order'

/** First place of a rising list at which something greater stands. */
function firstAbove(list: readonly string[], value: string): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? '') > value) high = middle
    else low = middle + 1
  }
  return low
}

/** Latest first day and earliest last day of a run, and whether its rows are in order among themselves. */
const boundsOf = perRun((run) => {
  let [latest, earliest, inOrder] = ['', '~', true]
  for (const { from, to } of run) {
    if (from === null || to === null) continue
    if (to < latest) inOrder = false
    if (from > latest) latest = from
    if (to < earliest) earliest = to
  }
  return { latest, earliest, inOrder }
})

/** Latest beginning among the rows so far, row by row: it rises, so a place can be searched in it. One list for all findings of a check. */
const risingOf = new WeakMap<readonly Run[], readonly string[]>()

function rising(runs: readonly Run[]): readonly string[] {
  let list = risingOf.get(runs)
  if (list === undefined) {
    let last = ''
    list = runs.flat().map(({ from, to }) => {
      if (from !== null && to !== null && to >= last && from > last) last = from
      return last
    })
    risingOf.set(runs, list)
  }
  return list
}

/** What the rows of a plan are called: they may keep the numbers of a revision. Worked out once for all findings of a check. */
const labelsOf = new WeakMap<Plan, ReadonlyMap<string, string>>()

function labelAt(plan: Plan, index: number): string {
  let labels = labelsOf.get(plan)
  if (labels === undefined) labelsOf.set(plan, (labels = rowLabels(plan)))
  return labels.get(plan.activities[index]?.id ?? '') ?? String(index + 1)
}

function misplaced(plan: Plan, runs: readonly Run[], { activity }: ActivityFacts, from: string, to: string, later: string): Report {
  const index = firstAbove(rising(runs), from)
  return {
    data: { date: dateName(activity, to), later },
    about: from,
    written: activity.when.written,
    target: targetOf('activity', activity.id, 'when'),
    fixes: offer({ label: `${id}#sort`, data: { row: labelAt(plan, index) }, changes: moveTo(plan.activities, activity, index) }),
  }
}

function moveTo(activities: readonly Activity[], activity: Activity, index: number) {
  const order = orderKeyBetween(activities[index - 1]?.order ?? null, activities[index]?.order ?? null)
  const change = order === null ? null : updateRecord(activity, { order })
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
  check: ({ plan, runs }) => {
    const reports: Report[] = []
    let last = ''
    for (const run of runs) {
      const { latest, earliest, inOrder } = boundsOf(run)
      if (!inOrder || earliest < last) {
        for (const facts of run) {
          const { from, to } = facts
          if (from === null || to === null) continue
          if (to < last) reports.push(misplaced(plan, runs, facts, from, to, last))
          else if (from > last) last = from
        }
      } else if (latest > last) last = latest
    }
    return reports
  },
}
