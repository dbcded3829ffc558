import { repairsBetween } from '../citations/repairs.ts'
import { parseSymbol, writeSymbol } from '../citations/symbols.ts'
import type { Citation } from '../model/citation.ts'

/**
 * Whether a symbol stands as it should. A citation by name has no spelling to hold to, and other ways of naming an instrument ("resolution
 * 75/136") are right as they are: only what reads as a symbol from end to end is compared.
 */
export function isSpelt({ symbol, written }: Pick<Citation, 'symbol' | 'written'>): boolean {
  if (symbol === null || written === symbol) return true
  const parsed = parseSymbol(written)
  if (parsed === null || writeSymbol(parsed) !== symbol) return true
  if (parsed.family === 'united-nations' && written.startsWith(symbol)) return true
  return repairsBetween(written, symbol).length === 0
}
