import { type CommandText, en } from '#shared/locales/commands/en.ts'
import { es } from '#shared/locales/commands/es.ts'
import { fr } from '#shared/locales/commands/fr.ts'
import { pt } from '#shared/locales/commands/pt.ts'
import { fillSentence, type Values } from '#shared/locales/format.ts'
import { type Language, languages } from '#shared/model/language.ts'

const catalogues: Readonly<Record<Language, Readonly<Record<CommandText, string>>>> = { en, es, fr, pt }

/** The words of a command, said in a language. */
export const wordsIn =
  (language: Language) =>
  (id: CommandText, values: Values = {}): string =>
    fillSentence(catalogues[language][id], values, language)

/** The language that the terminal is set to, where it is one of ours; English anywhere else. */
function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((name) => name !== undefined && name !== '')
  return languages.find((language) => locale?.toLowerCase().split(/[_.@-]/)[0] === language) ?? 'en'
}

/** The language asked for, else the terminal's. What a program reads stays the same wherever it runs: JSON is English unless asked. */
export const languageFor = ({ lang, json }: { readonly lang?: Language; readonly json?: true }): Language =>
  lang ?? (json === true ? 'en' : terminalLanguage(process.env))
