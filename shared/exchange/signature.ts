import { z } from '../lib/zod.ts'
import { author, moment } from '../model/author.ts'

/** A signature as it stands in a file. Key and value are base64: 32 and 64 bytes. */
export const signature = z.object({ algorithm: z.literal('Ed25519'), key: z.base64(), value: z.base64() })
export type Signature = z.infer<typeof signature>

/**
 * What is known of a file's signature on this machine:
 * - `unsigned`: there is none;
 * - `own`: made with this machine's own key;
 * - `known`: by a key that was seen before, under `delegation`, since `since`;
 * - `new`: by a key that was never seen; it is remembered when the file is received;
 * - `other-key`: it holds, but another key is known for the delegation that the file names;
 * - `changed`: the file was changed after it was signed.
 */
export const signatureState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unsigned') }),
  z.object({ kind: z.literal('own'), fingerprint: z.string() }),
  z.object({ kind: z.literal('known'), fingerprint: z.string(), delegation: z.string(), since: moment }),
  z.object({ kind: z.literal('new'), fingerprint: z.string() }),
  z.object({ kind: z.literal('other-key'), fingerprint: z.string(), known: z.string(), since: moment }),
  z.object({ kind: z.literal('changed'), fingerprint: z.string().nullable() }),
])
export type SignatureState = z.infer<typeof signatureState>

/** A key that signed a file which was received here. */
export const knownKey = z.object({
  /** Groups of four hexadecimal digits, to be compared by telephone. */
  fingerprint: z.string(),
  /** Under whose name it came first. */
  delegation: z.string(),
  name: z.string(),
  /** When it was first seen. */
  since: moment,
})
export type KnownKey = z.infer<typeof knownKey>

/** Who works at this desk: the author of what is written here. */
export const identity = author.omit({ key: true })
export type Identity = z.infer<typeof identity>
