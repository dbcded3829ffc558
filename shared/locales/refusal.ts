import type { Language } from '../model/language.ts'
import { en, type FileText } from './files/en.ts'
import { es } from './files/es.ts'
import { fr } from './files/fr.ts'
import { pt } from './files/pt.ts'
import { fillSentence, type Values } from './format.ts'

/** Why a file is refused: what of the `refused.…` texts says it. */
export type RefusalKind = FileText extends infer Text ? (Text extends `refused.${infer Kind}` ? Kind : never) : never

/** Why a file cannot be used. Its kind and values are said in the reader's language; `sentence` says the same in English, for where nobody's language is known. */
export interface Refusal<Kind extends RefusalKind = RefusalKind> {
  readonly kind: Kind
  readonly values: Values
  readonly sentence: string
}

const catalogues: Readonly<Record<Language, Readonly<Record<FileText, string>>>> = { en, es, fr, pt }

/** A refusal in a language. */
export const sayRefusal = ({ kind, values }: Pick<Refusal, 'kind' | 'values'>, language: Language): string =>
  fillSentence(catalogues[language][`refused.${kind}`], values, language)

/** What a file is called where its name is not known. */
const unnamed = 'The file'

/** Refuses a file; whoever knows its name says it with `nameRefusal`. */
export const refusal = <Kind extends RefusalKind>(kind: Kind, values: Values = {}): Refusal<Kind> => {
  const said = { name: unnamed, ...values }
  return { kind, values: said, sentence: sayRefusal({ kind, values: said }, 'en') }
}

/** The same refusal, of a file by its name. */
export const nameRefusal = <Kind extends RefusalKind>({ kind, values }: Refusal<Kind>, name: string): Refusal<Kind> =>
  refusal(kind, { ...values, name })
