import { nothing, type RuleOf } from '../../rule.ts'

export const missingLanguage: RuleOf<'citation'> = {
  meta: {
    id: 'text/missing-language',
    severity: 'info',
    protects: 'Delegations can read the mandate in the language of the plan',
    scope: 'citation',
    messages: {
      found:
        '{instrument} has no known version in {language, select, en {English} es {Spanish} fr {French} other {Portuguese}}, in which the plan is issued.',
    },
  },
  check: ({ citation, place, resolution, key, name, first }, { language, listed }) => {
    if (place === 'text' || resolution === null || !first) return nothing
    // once is enough: where the instrument is listed, the list says it
    if (place === 'activity' && listed.has(key)) return nothing
    const { languages } = resolution.instrument
    const known = new Set([...languages, ...citation.links.map((link) => link.language)])
    return languages.length === 0 || known.has(language) ? nothing : [{ data: { instrument: name, language }, written: citation.written }]
  },
}
