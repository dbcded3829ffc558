import { generateKeyBetween } from 'fractional-indexing'

interface Placed {
  readonly id: string
  readonly order: string
}

/**
 * A key that sorts right behind the record named (null: before all), the preferred one where it does so. Null when that record is not in
 * the list. Records whose keys are alike, as two sides may have made them, stay together: the new one stands behind them.
 */
export function keyBehind(records: readonly Placed[], after: string | null, preferred: string | null): string | null {
  const index = after === null ? -1 : records.findIndex(({ id }) => id === after)
  if (after !== null && index < 0) return null
  const before = records[index]?.order ?? null
  const next = records.slice(index + 1).find(({ order }) => order !== before)?.order ?? null
  if (preferred !== null && (before === null || preferred > before) && (next === null || preferred < next)) return preferred
  return generateKeyBetween(before, next)
}

/** The record behind which another stands in a list; null when it is the first. */
export function precedingId(records: readonly Placed[], id: string): string | null {
  const index = records.findIndex((record) => record.id === id)
  return records[index - 1]?.id ?? null
}
