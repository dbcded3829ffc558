import { z } from '../lib/zod.ts'
import { plainDate, plainMonth, plainTime, year } from './basics.ts'

/**
 * When an activity takes place, as precisely as its author chose to say. `part` of a month is "early March", "mid-March",
 * "late March"; `open` is a date still to be fixed ("to be determined"); `unreadable` holds words that say no date we know,
 * which stay as they were typed.
 */
export const planDateValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: plainDate, time: plainTime.nullable(), endTime: plainTime.nullable() }),
  z.object({ kind: z.literal('range'), start: plainDate, end: plainDate }),
  z.object({ kind: z.literal('month'), month: plainMonth, part: z.enum(['early', 'mid', 'late']).nullable() }),
  z.object({ kind: z.literal('quarter'), year, quarter: z.int().min(1).max(4) }),
  z.object({ kind: z.literal('half'), year, half: z.int().min(1).max(2) }),
  z.object({ kind: z.literal('year'), year }),
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('unreadable') }),
])
export type PlanDateValue = z.infer<typeof planDateValue>

/** A date cell: what it means, beside the exact words that were written. */
export const planDate = z.object({
  /** The cell's own words. Kept for ever; shown when `value` is unreadable. Empty when the date was chosen, not typed. */
  written: z.string(),
  value: planDateValue,
  /** The weekday that was written, 1 Monday to 7 Sunday (ISO 8601), right or wrong; null when none was. */
  weekday: z.int().min(1).max(7).nullable(),
  tentative: z.boolean(),
  /** "Could be held first quarter 2018". */
  alternative: planDateValue.nullable(),
  /** Other words of the cell that matter to the reader: "to be coordinated with CIDI". */
  note: z.string().nullable(),
})
export type PlanDate = z.infer<typeof planDate>

/** The date cell of a row in which nothing has been written yet. */
export const openDate: PlanDate = { written: '', value: { kind: 'open' }, weekday: null, tentative: false, alternative: null, note: null }
