import { terms } from '../../../register/terms.ts'
import { offer } from '../../fix.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

const id = 'text/terminology'

/** One look that tells most texts apart from those that need the whole term base. */
const suspect = /migra|chair|vice|council|consejo|conseil|conselho|procedures/i

/** Whether a quotation is open at a place: other people's words are changed by a person only. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const curly = Math.max(before.lastIndexOf('“'), before.lastIndexOf('«')) > Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'))
  return curly || (before.match(/"/g)?.length ?? 0) % 2 === 1
}

export const terminology: RuleOf<'text'> = {
  meta: {
    id,
    severity: 'info',
    protects: 'Bodies and officers go by one name',
    scope: 'text',
    messages: { found: 'The official name is “{official}”, not “{written}”.', write: 'Write “{official}”' },
  },
  check: ({ text, target, replace }, { language }) => {
    if (!suspect.test(text)) return nothing
    const reports: Report[] = []
    for (const term of terms) {
      if (term.language !== language) continue
      for (const match of text.matchAll(term.written)) {
        const written = match[0]
        if (written === term.official) continue
        const [start, end] = [match.index, match.index + written.length]
        reports.push({
          data: { written, official: term.official },
          about: term.official,
          written,
          target: { ...target, range: { start, end } },
          fixes: offer({
            label: `${id}#write`,
            data: { official: term.official },
            changes: replace(start, end, term.official),
            writes: term.official,
            safe: !isQuoted(text, start),
          }),
        })
      }
    }
    return reports.length === 0 ? nothing : reports
  },
}
