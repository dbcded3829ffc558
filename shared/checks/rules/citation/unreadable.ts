import { foldWords } from '../../../register/words.ts'
import { paraphrases } from '../../../register/ranking.ts'
import { titleMatches } from '../../../register/titles.ts'
import type { Context } from '../../context.ts'
import { type ActivityFacts, targetOf } from '../../facts.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

/** "Español - English", with whatever stands between. */
const links =
  /^(?:espanol|castellano|spanish|espagnol|espanhol|english|ingles|anglais|francais|frances|french|portugues|portuguese|portugais|and|y|et|e|version|versions|versao|link|links|available in|disponible en|\s)+$/

const label = /^(?:the )?((?:19|20)\d\d) (?:resolution|declaration|resolucion|declaracion|resolucao|declaracao)s?$/
const reversed = /^(?:resolution|declaration|resolucion|declaracion|resolucao|declaracao)s? (?:de |of |du )?((?:19|20)\d\d)$/

/** Words that join citations and introduce paragraphs. */
const joining = /^(?:and|y|et|e|see|ver|voir|as well as|asi como|ainsi que|bem como|ibid|idem|id|op|ops)$/

/** "2020 Resolution" is understood where the cell cites a text of that year. */
function agrees(folded: string, { cited }: ActivityFacts): boolean {
  const year = label.exec(folded)?.[1] ?? reversed.exec(folded)?.[1]
  if (year === undefined) return false
  return cited.some(({ citation, resolution }) => {
    const written = /[-/(](\d{4}|\d{2})\)?(?:\s|$)/.exec(citation.symbol ?? '')?.[1]
    return resolution?.instrument.year === Number(year) || written === year || written === year.slice(2)
  })
}

/** The words are a cited instrument's title, or say in other words what one of its provisions says. */
function retells(text: string, { cited }: ActivityFacts): boolean {
  return cited.some(
    ({ resolution }) =>
      resolution !== null &&
      (titleMatches(resolution.instrument, text) || resolution.instrument.provisions.some((provision) => paraphrases(text, provision))),
  )
}

function isUnderstood(text: string, facts: ActivityFacts, { register }: Context): boolean {
  const folded = foldWords(text)
  if (!/\p{L}{2}/u.test(folded) || links.test(folded) || joining.test(folded)) return true
  return agrees(folded, facts) || retells(text, facts) || register.resolve({ symbol: null, title: text, written: text }) !== null
}

export const unreadable: RuleOf<'activity'> = {
  meta: {
    id: 'citation/unreadable',
    severity: 'warning',
    protects: 'The mandate column says nothing that nobody can look up',
    scope: 'activity',
    messages: {
      found: '“{words}” is no mandate that the register knows.',
      label: '“{words}” names a text of another year than those cited here.',
    },
  },
  check: (facts, context) => {
    const { activity, remarks, cited } = facts
    const reports: Report[] = []
    for (const remark of remarks) {
      if (isUnderstood(remark.text, facts, context)) continue
      const folded = foldWords(remark.text)
      const words = remark.text.length > 80 ? `${remark.text.slice(0, 79).trimEnd()}…` : remark.text
      reports.push({
        message: (label.test(folded) || reversed.test(folded)) && cited.length > 0 ? 'label' : 'found',
        data: { words },
        about: words,
        written: remark.text,
        target: targetOf('activity', activity.id, 'mandate', { entry: remark.id }),
      })
    }
    for (const { citation, resolution, target } of cited) {
      if (citation.symbol !== null || resolution !== null) continue
      reports.push({ data: { words: citation.written }, about: citation.written, written: citation.written, target })
    }
    return reports.length === 0 ? nothing : reports
  },
}
