import type { Activity } from '../../../model/activity.ts'
import { targetOf } from '../../facts.ts'
import type { Report, RuleOf } from '../../rule.ts'

interface Meeting {
  readonly activity: Activity
  readonly date: string
  readonly start: string
  /** The same as the start when not said: then only a meeting that is under way at that hour clashes. */
  readonly end: string
}

function meetingOf(activity: Activity): Meeting | null {
  const { value } = activity.when
  if (value.kind !== 'date' || value.time === null || activity.state === 'cancelled' || activity.state === 'postponed') return null
  return { activity, date: value.date, start: value.time, end: value.endTime ?? value.time }
}

const overlap = (a: Meeting, b: Meeting): boolean => a.start === b.start || (a.start < b.end && b.start < a.end)

export const clash: RuleOf<'month'> = {
  meta: {
    id: 'date/clash',
    severity: 'warning',
    protects: 'Nobody has to be in two meetings at once',
    scope: 'month',
    messages: { found: 'Another meeting takes place on {date} at {time}.' },
  },
  check: ({ activities }) => {
    const byDay = new Map<string, Meeting[]>()
    const reports: Report[] = []
    for (const { activity } of activities) {
      const meeting = meetingOf(activity)
      if (meeting === null) continue
      const others = byDay.get(meeting.date) ?? []
      const other = others.find((held) => overlap(held, meeting))
      if (other !== undefined) {
        reports.push({
          data: { date: meeting.date, time: other.start },
          about: `${meeting.date} ${meeting.start}`,
          written: activity.when.written,
          target: targetOf('activity', activity.id, 'when'),
        })
      }
      if (others.length === 0) byDay.set(meeting.date, others)
      others.push(meeting)
    }
    return reports
  },
}
