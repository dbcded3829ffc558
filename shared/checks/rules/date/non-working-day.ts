import { addDays, weekdayOf } from '../../../dates/calendar.ts'
import { writeValue } from '../../../dates/write.ts'
import { setWhen } from '../../../operations/edits.ts'
import type { ActivityKind } from '../../../model/activity.ts'
import { targetOf } from '../../facts.ts'
import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'date/non-working-day'

const saturday = 6

/** What is sent out takes no room and no interpreters, so it may fall on any day. */
const sentOut: ReadonlySet<ActivityKind> = new Set(['dissemination', 'distribution'])

const isFree = (date: string, holidays: ReadonlySet<string>): boolean => weekdayOf(date) >= saturday || holidays.has(date)

function nextWorkingDay(date: string, holidays: ReadonlySet<string>): string {
  let day = addDays(date, 1)
  while (isFree(day, holidays)) day = addDays(day, 1)
  return day
}

export const nonWorkingDay: RuleOf<'activity'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'Meetings fall on days when the house is open',
    scope: 'activity',
    messages: {
      weekend: '{date} is a {weekday}.',
      holiday: '{date} is a holiday.',
      move: 'Move to {date}',
    },
  },
  check: (facts, { holidays, language }) => {
    const { activity } = facts
    const { when } = activity
    if (when.value.kind !== 'date' || activity.state === 'cancelled') return nothing
    const { date, time } = when.value
    if (!isFree(date, holidays) || (time === null && sentOut.has(facts.kind))) return nothing
    const next = nextWorkingDay(date, holidays)
    const day = weekdayOf(date)
    return [
      {
        message: day >= saturday ? 'weekend' : 'holiday',
        data: { date, weekday: day },
        about: date,
        written: when.written,
        target: targetOf('activity', activity.id, 'when'),
        fixes: offer({
          label: `${id}#move`,
          data: { date: next },
          changes: setWhen(activity, {
            ...when,
            value: { ...when.value, date: next },
            weekday: when.weekday === null ? null : weekdayOf(next),
            written: '',
          }),
          writes: writeValue({ ...when.value, date: next }, language),
        }),
      },
    ]
  },
}
