import { z } from '../lib/zod.ts'

/** In what capacity somebody works on a plan. */
export const role = z.enum(['chair', 'delegation', 'secretariat'])
export type Role = z.infer<typeof role>

/** Who made a proposal, a decision or a file. */
export const author = z.object({
  /** The person; empty when the office alone speaks. */
  name: z.string(),
  /** The delegation or office by its short name, as it stands in brackets: `Mexico`. Two authors with the same one speak with one voice. */
  delegation: z.string().min(1),
  role,
  /** Fingerprint of the key that signs for them; null when nothing was signed. */
  key: z.string().nullable(),
})
export type Author = z.infer<typeof author>

/** A moment as RFC 3339 with offset. */
export const moment = z.iso.datetime({ offset: true })
