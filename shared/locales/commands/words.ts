import type { Language } from '../../model/language.ts'
import { fillSentence, type Values } from '../format.ts'
import { type CommandText, en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'

const catalogues: Readonly<Record<Language, Readonly<Record<CommandText, string>>>> = { en, es, fr, pt }

/** A text of the command line in a language. */
export const commandWords = (language: Language, id: CommandText, values: Values = {}): string =>
  fillSentence(catalogues[language][id], values, language)

export const isCommandText = (id: string): id is CommandText => Object.hasOwn(en, id)
