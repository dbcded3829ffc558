import { generateKeyBetween } from 'fractional-indexing'

/**
 * A key that sorts between two records' keys; null where there is none: plans from elsewhere may hold keys that are equal or that no
 * program of ours made. Then the fix is not offered; the check goes on.
 */
export function orderKeyBetween(before: string | null, after: string | null): string | null {
  try {
    return generateKeyBetween(before, after)
  } catch {
    return null
  }
}
