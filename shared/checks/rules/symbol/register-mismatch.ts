import { expectedSession, placeWithoutSession } from '../../../register/series.ts'
import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'symbol/register-mismatch'

export const registerMismatch: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'Number and session belong to the same text',
    scope: 'citation',
    messages: { found: 'The register knows this number as {symbol}.', write: 'Write {symbol}' },
  },
  check: ({ citation: { symbol, written }, resolution, rewrite }) => {
    if (symbol === null || resolution?.how !== 'number' || placeWithoutSession(symbol) !== null) return nothing
    const session = expectedSession(symbol)
    if (session !== null && session.written !== session.expected) return nothing
    const right = resolution.instrument.symbol
    if (right === null) return nothing
    const fixes = offer({
      label: `${id}#write`,
      data: { symbol: right },
      changes: rewrite({ symbol: right, written: right }),
      writes: right,
    })
    return [{ data: { symbol: right }, about: right, written, fixes }]
  },
}
