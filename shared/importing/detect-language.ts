import { type Language, languages } from '../model/language.ts'

/** Small words that one of the four languages uses and the others do not, or hardly. */
const telling: Record<Language, ReadonlySet<string>> = {
  en: new Set(['the', 'of', 'and', 'to', 'in', 'with', 'for', 'by', 'is', 'on', 'be']),
  es: new Set(['el', 'los', 'las', 'y', 'en', 'del', 'con', 'por', 'una', 'su', 'al', 'se']),
  fr: new Set(['le', 'les', 'des', 'et', 'du', 'aux', 'dans', 'pour', 'une', 'sur', 'est', 'au']),
  pt: new Set(['os', 'das', 'dos', 'e', 'em', 'ao', 'com', 'não', 'da', 'do', 'uma', 'na', 'no']),
}

/** Enough of a text to tell its language. */
const sample = 60_000

/** The official language that a text is written in; English when it does not tell. */
export function detectLanguage(text: string): Language {
  const counts = new Map<Language, number>()
  for (const word of text
    .slice(0, sample)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    for (const language of languages) if (telling[language].has(word)) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return languages.reduce((best, language) => ((counts.get(language) ?? 0) > (counts.get(best) ?? 0) ? language : best))
}
