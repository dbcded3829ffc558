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
  /** Whether the plan prints the provisions' texts in full below the entry, or names them only. */
  quotation: z.enum(['none', 'full']),
})
export type Mandate = z.infer<typeof mandate>
