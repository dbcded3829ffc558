import { z } from '../lib/zod.ts'
import { id, orderKey } from './basics.ts'
import { citation } from './citation.ts'

/** An entry of the plan's list of mandates: an instrument, with the provisions that give the committee its work. */
export const mandate = z.object({
  type: z.literal('mandate'),
  id,
  order: orderKey,
  citation,
  /** The entry's whole line as it was written, for proofreading; empty when the entry was chosen from the register. */
  written: z.string(),
  /** Whether the plan names the provisions only, or prints the text of all of them below the entry, or of these, by their labels. */
  quotation: z.union([z.enum(['none', 'full']), z.array(z.string()).min(1)]),
})
export type Mandate = z.infer<typeof mandate>
