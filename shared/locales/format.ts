import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../model/language.ts'

export type Values = Readonly<Record<string, string | number>>

const compiled = new Map<string, IntlMessageFormat>()

/** Fills a sentence in ICU message syntax: plurals and numbers follow the language's own rules. Throws when a placeholder has no value. */
export function fillSentence(sentence: string, values: Values, language: Language): string {
  const key = `${language} ${sentence}`
  let format = compiled.get(key)
  if (format === undefined) {
    format = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true })
    compiled.set(key, format)
  }
  const filled = format.format(values)
  return typeof filled === 'string' ? filled : String(filled)
}
