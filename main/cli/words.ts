import type { CommandText } from '#shared/locales/commands/en.ts'
import { commandWords } from '#shared/locales/commands/words.ts'
import type { Values } from '#shared/locales/format.ts'
import { type Language, languages } from '#shared/model/language.ts'
import { terminalLanguage } from '../reader-language.ts'

/** Commands whose `--lang` is the language of what they read or write; what they say follows the terminal. */
const speakOtherwise: readonly string[] = ['cite', 'compile', 'print', 'export']

const languageNamed = (name: string | undefined): Language | undefined => languages.find((language) => language === name)

/**
 * The language in which a call is answered, its help and refusals among it: the one asked for, else the terminal's. What a program reads stays
 * the same wherever it runs: with `--json` it is English unless asked. A `--lang` before the command's name is always the language of the answer.
 */
export function spokenLanguage(call: readonly string[], environment: Readonly<Record<string, string | undefined>>): Language {
  const end = call.indexOf('--')
  const words = end === -1 ? call : call.slice(0, end)
  const asked: { before?: Language; after?: Language } = {}
  let command: string | null = null
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const value = word === '--lang' ? words[++index] : word.startsWith('--lang=') ? word.slice('--lang='.length) : null
    if (value === null) {
      if (!word.startsWith('-')) command ??= word
      continue
    }
    const named = languageNamed(value)
    if (named !== undefined) asked[command === null ? 'before' : 'after'] = named
  }
  const after = speakOtherwise.includes(command ?? '') ? undefined : asked.after
  return after ?? asked.before ?? (words.includes('--json') ? 'en' : terminalLanguage(environment))
}

/** The language of this call. */
export const language: Language = spokenLanguage(process.argv.slice(2), process.env)

/** A text of the command line in the language of this call. */
export const words = (id: CommandText, values: Values = {}): string => commandWords(language, id, values)

/** A moment in words: `October 1, 2026 at 10:00 AM UTC`. */
export const moment = (at: string): string =>
  new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at))
