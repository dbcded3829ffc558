import { scanAmerican } from './oas.ts'
import type { ParsedSymbol } from './symbol-model.ts'
import { scanUnitedNations } from './united-nations.ts'

export { numberToRoman, romanToNumber } from '../lib/roman.ts'
export * from './symbol-model.ts'

/** Reads one symbol, repairing its noise; null when the text is not one symbol from end to end. */
export function parseSymbol(text: string): ParsedSymbol | null {
  const trimmed = text.trim()
  if (trimmed.length > 120) return null
  const scanned = scanUnitedNations(trimmed, 0) ?? scanAmerican(trimmed, 0)
  return scanned !== null && scanned.end === trimmed.length ? scanned.symbol : null
}
