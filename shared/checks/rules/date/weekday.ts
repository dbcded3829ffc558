import { addDays, weekdayOf } from '../../../dates/calendar.ts'
import { writeValue, writeWeekday } from '../../../dates/write.ts'
import { setWhen } from '../../../operations/edits.ts'
import { targetOf } from '../../facts.ts'
import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'date/weekday'

/** The day of that weekday nearest to a date, which is at most three days off. */
function nearestWith(date: string, actual: number, wanted: number): string {
  const ahead = (wanted - actual + 7) % 7
  return addDays(date, ahead <= 3 ? ahead : ahead - 7)
}

export const weekday: RuleOf<'activity'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'Nobody comes on the wrong day',
    scope: 'activity',
    messages: {
      found: '{date} is a {weekday}, not a {writtenWeekday}.',
      'write-weekday': 'Write {weekday}',
      'write-date': 'Write {date}',
    },
  },
  check: ({ activity }, { language }) => {
    const { when } = activity
    if (when.weekday === null || when.value.kind !== 'date') return nothing
    const { date } = when.value
    const actual = weekdayOf(date)
    if (actual === when.weekday) return nothing
    const other = nearestWith(date, actual, when.weekday)
    return [
      {
        data: { date, weekday: actual, writtenWeekday: when.weekday },
        about: date,
        written: when.written,
        target: targetOf('activity', activity.id, 'when'),
        // the cell's former words hold the mistake, so they go; the cell is then written from its value
        fixes: offer(
          {
            label: `${id}#write-weekday`,
            data: { weekday: actual },
            changes: setWhen(activity, { ...when, weekday: actual, written: '' }),
            writes: writeWeekday(actual, language),
          },
          {
            label: `${id}#write-date`,
            data: { date: other },
            changes: setWhen(activity, { ...when, value: { ...when.value, date: other }, written: '' }),
            writes: writeValue({ ...when.value, date: other }, language),
          },
        ),
      },
    ]
  },
}
