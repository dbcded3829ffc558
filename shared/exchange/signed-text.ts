import { canonicalText, wellFormed } from './canonical.ts'
import { isObject, parseJson } from './json.ts'
import { fileLimits } from './limits.ts'
import { type Signature, signature } from './signature.ts'

/** What a file's signatures say they cover, and the signatures. One that is malformed is null: it covers nothing. */
export interface SignedText {
  /** The canonical text of the file without its signatures. */
  readonly text: string
  readonly signatures: readonly (Signature | null)[]
}

/** More signatures than a file can use are no signatures. */
const mostSignatures = 64

/** The signatures of a file that was read before. Null when it has none. */
export function signedTextOf(file: string): SignedText | null {
  const parsed = parseJson(file, fileLimits)
  if (!parsed.ok || !isObject(parsed.value)) return null
  const { signatures, ...covered } = parsed.value
  if (signatures === undefined || (Array.isArray(signatures) && signatures.length === 0)) return null
  const list: readonly unknown[] = Array.isArray(signatures) ? signatures.slice(0, mostSignatures) : [signatures]
  const read = list.map((entry) => signature.safeParse(entry))
  return { text: canonicalText(wellFormed(covered)), signatures: read.map((each) => (each.success ? each.data : null)) }
}
