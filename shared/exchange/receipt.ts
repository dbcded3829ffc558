import { z } from '../lib/zod.ts'
import { author, moment } from '../model/author.ts'
import { signatureState } from './signature.ts'

/** Whose text a plan in the library is: one's own, or the Chair's, on which a delegation proposes and which it never alters. */
export const planMode = z.enum(['own', 'delegation'])
export type PlanMode = z.infer<typeof planMode>

/** That a file was received: what it was, from whom, and what was made of it. */
export const receipt = z.object({
  at: moment,
  fileName: z.string(),
  /** SHA-256 of the file's bytes, in hexadecimal. */
  hash: z.string(),
  /** As a plan of one's own or of the Chair's, or as proposals on a plan that was there. */
  as: z.enum([...planMode.options, 'proposals']),
  /** Who exported it; null where the file does not say. */
  sender: author.nullable(),
  exportedAt: moment.nullable(),
  /** Name of the newest revision in the file; null when it has none, empty for the first issue. */
  revision: z.string().nullable(),
  signature: signatureState,
})
export type Receipt = z.infer<typeof receipt>
