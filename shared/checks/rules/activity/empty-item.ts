import { setItems } from '../../../operations/edits.ts'
import { targetOf } from '../../facts.ts'
import { offer } from '../../fix.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

const id = 'activity/empty-item'

export const emptyItem: RuleOf<'activity'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'No number stands in print before nothing',
    scope: 'activity',
    messages: { found: '{marker, select, number {A numbered} other {A bulleted}} item is blank.', remove: 'Remove the blank item' },
  },
  check: ({ activity }) => {
    let reports: Report[] | null = null
    for (const [index, item] of activity.items.entries()) {
      if (item.marker === 'none' || item.text.trim() !== '') continue
      // a blank line that sub-items hang on cannot go without them
      const carries = (activity.items[index + 1]?.level ?? 0) > item.level
      reports ??= []
      reports.push({
        data: { marker: item.marker },
        target: targetOf('activity', activity.id, 'items', { entry: item.id }),
        fixes: carries
          ? []
          : offer({
              label: `${id}#remove`,
              changes: setItems(
                activity,
                activity.items.filter((other) => other.id !== item.id),
              ),
              safe: true,
            }),
      })
    }
    return reports ?? nothing
  },
}
