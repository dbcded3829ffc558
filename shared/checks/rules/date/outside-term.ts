import { dateName, targetOf } from '../../facts.ts'
import { nothing, type RuleOf } from '../../rule.ts'

export const outsideTerm: RuleOf<'activity'> = {
  meta: {
    id: 'date/outside-term',
    severity: 'error',
    protects: 'The plan promises nothing beyond its term',
    scope: 'activity',
    messages: {
      before: '{date} is before the plan’s term, which begins on {start}.',
      after: '{date} is after the plan’s term, which ends on {end}.',
    },
  },
  check: ({ activity, from, to }, { term }) => {
    if (term === null || from === null || to === null) return nothing
    const target = targetOf('activity', activity.id, 'when')
    const written = activity.when.written
    if (to < term.start)
      return [{ message: 'before', data: { date: dateName(activity, to), start: term.start }, about: from, written, target }]
    if (from > term.end)
      return [{ message: 'after', data: { date: dateName(activity, from), end: term.end }, about: from, written, target }]
    return nothing
  },
}
