import { type Language, languages } from '#shared/model/language.ts'

/** The language of a locale such as `es_MX.UTF-8` or `fr-CA`, where it is one of ours; English anywhere else. */
export const languageOfLocale = (locale: string | undefined): Language =>
  languages.find((language) => locale?.toLowerCase().split(/[_.@-]/)[0] === language) ?? 'en'

/** The language that a terminal is set to. */
export const terminalLanguage = (environment: Readonly<Record<string, string | undefined>>): Language =>
  languageOfLocale(
    [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find((name) => name !== undefined && name !== ''),
  )
