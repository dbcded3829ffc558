import { targetOf } from '../../facts.ts'
import { nothing, type RuleOf } from '../../rule.ts'

export const tentative: RuleOf<'activity'> = {
  meta: {
    id: 'date/tentative',
    severity: 'info',
    protects: 'Delegations know what a tentative date waits for',
    scope: 'activity',
    messages: { found: 'The date is tentative; neither another date nor a note says what it depends on.' },
  },
  check: ({ activity: { id, when, notes } }) => {
    if (!when.tentative || when.alternative !== null || (when.note ?? '').trim() !== '' || notes.trim() !== '') return nothing
    return [{ written: when.written, about: when.written === '' ? null : when.written, target: targetOf('activity', id, 'when') }]
  },
}
