import { titleMatches, titleOf } from '../../../register/titles.ts'
import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'citation/title-mismatch'

export const titleMismatch: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'Readers find the text under the title they were given',
    scope: 'citation',
    messages: { found: 'The title of {instrument} is “{title}”.', write: 'Write “{title}”' },
  },
  check: ({ citation: { symbol, title: written }, resolution, name, rewrite }, { language }) => {
    if (symbol === null || written === null || resolution === null) return nothing
    const { instrument } = resolution
    const title = titleOf(instrument, language)
    if (title === null || titleMatches(instrument, written)) return nothing
    const fixes = offer({ label: `${id}#write`, data: { title }, changes: rewrite({ title }), writes: title, safe: true })
    return [{ data: { instrument: name, title }, written, fixes }]
  },
}
