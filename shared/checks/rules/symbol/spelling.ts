import { placeWithoutSession } from '../../../register/series.ts'
import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'symbol/spelling'

export const spelling: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'Symbols can be found by searching for them',
    scope: 'citation',
    messages: {
      found: '“{written}” is spelt {symbol}.',
      session: '“{written}” lacks its session; the register knows {symbol}.',
      write: 'Write {symbol}',
    },
  },
  check: ({ citation: { symbol, written }, resolution, spelt, rewrite }) => {
    if (symbol === null) return nothing
    const registered = resolution?.how === 'number' && placeWithoutSession(symbol) !== null ? resolution.instrument.symbol : null
    if (spelt && registered === null) return nothing
    const right = registered ?? symbol
    const fixes = offer({
      label: `${id}#write`,
      data: { symbol: right },
      changes: rewrite({ symbol: right, written: right }),
      writes: right,
      safe: true,
    })
    return [{ message: registered === null ? 'found' : 'session', data: { written, symbol: right }, about: right, written, fixes }]
  },
}
