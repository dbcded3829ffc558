import { targetOf } from '../../facts.ts'
import { nothing, type RuleOf } from '../../rule.ts'

export const unreadableDate: RuleOf<'activity'> = {
  meta: {
    id: 'date/unreadable',
    severity: 'error',
    protects: 'Everybody reads the same date',
    scope: 'activity',
    messages: { found: '“{written}” is no date that can be read.' },
  },
  check: ({ activity: { id, when } }) => {
    if (when.value.kind !== 'unreadable') return nothing
    const written = when.written.trim()
    return [{ data: { written }, about: written, written, target: targetOf('activity', id, 'when') }]
  },
}
