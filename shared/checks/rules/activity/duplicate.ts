import { removeRecord, setItems } from '../../../operations/edits.ts'
import { type ActivityFacts, type Line, targetOf } from '../../facts.ts'
import type { Fix } from '../../finding.ts'
import { offer } from '../../fix.ts'
import type { Report, RuleOf } from '../../rule.ts'

const id = 'activity/duplicate'

function removeLine({ activity, lines }: ActivityFacts, line: Line): Fix[] {
  const gone = new Set([line.item, ...line.parts].map((item) => item.id))
  return lines.length > 1
    ? offer({
        label: `${id}#remove`,
        changes: setItems(
          activity,
          activity.items.filter((item) => !gone.has(item.id)),
        ),
      })
    : offer({ label: `${id}#remove-row`, changes: removeRecord(activity) })
}

export const duplicate: RuleOf<'month'> = {
  meta: {
    id,
    severity: 'info',
    protects: 'Nothing is planned twice by oversight',
    scope: 'month',
    messages: {
      found: '“{item}” stands twice in {place, select, row {this row} other {{month}}}.',
      remove: 'Remove the repetition',
      'remove-row': 'Remove this row',
    },
  },
  check: ({ month, activities }) => {
    const seen = new Map<string, ActivityFacts>()
    const reports: Report[] = []
    for (const facts of activities) {
      for (const line of facts.lines) {
        // lines are compared with what stands under them, so that two thematic meetings of a month are two
        if (line.folded === '') continue
        const before = seen.get(line.folded)
        if (before === undefined) {
          seen.set(line.folded, facts)
          continue
        }
        const item = line.item.text.length > 60 ? `${line.item.text.slice(0, 59).trimEnd()}…` : line.item.text
        reports.push({
          data: { item, month, place: before === facts ? 'row' : 'month' },
          about: month,
          target: targetOf('activity', facts.activity.id, 'items', { entry: line.item.id }),
          fixes: removeLine(facts, line),
        })
      }
    }
    return reports
  },
}
