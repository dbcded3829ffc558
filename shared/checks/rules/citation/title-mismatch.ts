import { titleMatches, titleOf } from '../../../register/titles.ts'
import { likeness } from '../../../register/ranking.ts'
import { stemsOf } from '../../../register/words.ts'
import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'citation/title-mismatch'

/** Share of a title's subject words in a wording that is meant to be that title. */
const near = 0.7

/** Where the title is not known in the plan's language, another wording may be its translation: only one that is nearly the known title is wrong. */
const isNear = (title: string, written: string): boolean => likeness(new Set(stemsOf(title)), new Set(stemsOf(written))) >= near

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
    if (instrument.titles[language] === undefined && !isNear(title, written)) return nothing
    const fixes = offer({ label: `${id}#write`, data: { title }, changes: rewrite({ title }), writes: title, safe: true })
    return [{ data: { instrument: name, title }, written, fixes }]
  },
}
