import { paraphrases, rankProvisions } from '../../../register/ranking.ts'
import { stemsOf } from '../../../register/words.ts'
import { offer } from '../../fix.ts'
import { labelData } from '../../labels.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'citation/no-provision'

const offered = 3

export const noProvision: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'info',
    protects: 'A mandate is a paragraph, not a whole resolution',
    scope: 'citation',
    messages: {
      found: '{instrument} is cited whole; it has {count, plural, other {# known operative paragraphs}}.',
      write: 'Cite {numbered, select, yes {paragraph {label}} other {{label}}}',
    },
  },
  check: ({ citation, place, resolution, activity, name, rewrite }, { register }) => {
    if (place !== 'activity' || activity === null || resolution === null || citation.provisions.length > 0) return nothing
    const { instrument } = resolution
    const count = register.operative(instrument).length
    if (count < 2) return nothing
    // words beside the symbol that retell one of its paragraphs say which one is meant
    const beside = activity.remarks
      .map(({ text }) => text)
      .filter((text) => instrument.provisions.some((provision) => paraphrases(text, provision)))
      .flatMap(stemsOf)
    const ranked = rankProvisions(
      beside.length === 0 ? activity.stems : new Set([...activity.stems, ...beside]),
      register.citable(instrument),
    ).slice(0, offered)
    const fixes = ranked.flatMap(({ provision: { label } }) =>
      offer({ label: `${id}#write`, data: labelData(label), changes: rewrite({ provisions: [label] }), writes: label }),
    )
    return [{ data: { instrument: name, count }, fixes }]
  },
}
