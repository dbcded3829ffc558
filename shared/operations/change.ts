import { z } from '../lib/zod.ts'
import { message } from '../locales/message.ts'
import { id } from '../model/basics.ts'
import { planLists, planRecord } from '../model/plan.ts'

const recordType = z.enum(['plan', ...Object.keys(planLists)] as ['plan', ...(keyof typeof planLists)[]])
const fields = z.record(z.string(), z.unknown())

/**
 * The smallest edit of a plan. Each carries what it takes to undo it: `remove` the whole record, `update` the former
 * values (`was`) of exactly the fields it sets.
 */
export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insert'), record: planRecord }),
  z.object({ kind: z.literal('update'), type: recordType, id, set: fields, was: fields }),
  z.object({ kind: z.literal('remove'), record: planRecord }),
])
export type Change = z.infer<typeof change>

/** One named step that a person took. Its id makes sending it twice harmless. */
export const operation = z.object({
  id,
  /** Names the step in the history: "Move row 3". */
  label: message,
  changes: z.array(change).min(1),
  /** RFC 3339 with offset. */
  at: z.iso.datetime({ offset: true }),
})
export type Operation = z.infer<typeof operation>
