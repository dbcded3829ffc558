import { z } from '../lib/zod.ts'
import { id } from './basics.ts'

/** The Chair's decision to let a finding stand, with the reason. It covers the finding with this rule, target and subject. */
export const waiver = z.object({
  type: z.literal('waiver'),
  id,
  rule: z.string().min(1),
  /** The record that the finding is about; null for the plan as a whole. */
  target: id.nullable(),
  /** What the finding is about (symbol, title, month …); null where the finding names nothing. */
  about: z.string().nullable(),
  reason: z.string().min(1),
})
export type Waiver = z.infer<typeof waiver>
