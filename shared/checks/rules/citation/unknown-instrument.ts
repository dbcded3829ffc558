import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'citation/unknown-instrument'

export const unknownInstrument: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'Every cited instrument exists',
    scope: 'citation',
    messages: { found: 'The register does not hold {symbol}.', write: 'Write {symbol}' },
  },
  check: ({ citation: { symbol, written }, resolution, rewrite }, { register }) => {
    if (symbol === null || resolution !== null) return nothing
    const nearest = register.nearest(symbol)
    const fixes =
      nearest === null
        ? []
        : offer({
            label: `${id}#write`,
            data: { symbol: nearest },
            changes: rewrite({ symbol: nearest, written: nearest }),
            writes: nearest,
          })
    return [{ data: { symbol }, about: symbol, written, fixes }]
  },
}
