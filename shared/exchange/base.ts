import { z } from '../lib/zod.ts'
import { id } from '../model/basics.ts'

/** The text that proposals were made against. */
export const fileBase = z.object({
  plan: id,
  /** Its title, for the reader of a file whose plan is not there. */
  title: z.string(),
  /** The newest revision that the author saw; null when the plan had none. */
  revision: id.nullable(),
  /** See `contentHash`. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type FileBase = z.infer<typeof fileBase>
