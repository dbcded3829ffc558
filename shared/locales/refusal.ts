import { en, type FileText } from './files/en.ts'
import { fillSentence, type Values } from './format.ts'

/** Why a file is refused: what of the `refused.…` texts says it. */
export type RefusalKind = FileText extends infer Text ? (Text extends `refused.${infer Kind}` ? Kind : never) : never

/** Why a file cannot be used. Its kind and values are said in the reader's language; `sentence` says the same in English, for where nobody's language is known. */
export interface Refusal<Kind extends RefusalKind = RefusalKind> {
  readonly kind: Kind
  readonly values: Values
  readonly sentence: string
}

/** What a file is called where its name is not known. */
const unnamed = 'The file'

/** Refuses a file; whoever knows its name says it with `nameRefusal`. */
export const refusal = <Kind extends RefusalKind>(kind: Kind, values: Values = {}): Refusal<Kind> => {
  const said = { name: unnamed, ...values }
  return { kind, values: said, sentence: fillSentence(en[`refused.${kind}`], said, 'en') }
}

/** The same refusal, of a file by its name. */
export const nameRefusal = <Kind extends RefusalKind>({ kind, values }: Refusal<Kind>, name: string): Refusal<Kind> =>
  refusal(kind, { ...values, name })
