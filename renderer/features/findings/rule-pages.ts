import type { Language } from '#shared/model/language.ts'

/** Every rule's page, as it stands beside the rule: `…/date/weekday.md`, and `…/date/weekday.es.md` where it was translated. */
const files = import.meta.glob<string>('../../../shared/checks/**/*.md', { query: '?raw', import: 'default', eager: true })

const folder = '../../../shared/checks'

/** The page of a rule in a language, else in English. The waivers' page stands beside the engine that reports them. */
export function pageOf(rule: string, language: Language): string {
  const path = rule === 'waiver/unused' ? `${folder}/waivers` : `${folder}/rules/${rule}`
  return files[`${path}.${language}.md`] ?? files[`${path}.md`] ?? ''
}
