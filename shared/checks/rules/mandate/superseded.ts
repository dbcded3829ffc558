import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'mandate/superseded'

export const superseded: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'Activities rest on mandates that are in force',
    scope: 'citation',
    messages: {
      found:
        '{instrument} {state, select, superseded {has been superseded} fulfilled {has been fulfilled} duplicate {repeats another mandate} other {is not a mandate}}{successor, select, none {} other {: see {successor}}}.',
      write: 'Write {symbol}',
    },
  },
  check: ({ place, resolution, name, citation, rewrite }) => {
    if (place === 'text' || resolution === null) return nothing
    const { state, successor, symbol } = resolution.instrument
    if (state === 'current' || state === 'procedural') return nothing
    const fixes =
      successor === null || successor === symbol
        ? []
        : offer({
            label: `${id}#write`,
            data: { symbol: successor },
            changes: rewrite({ symbol: successor, written: successor, title: null, provisions: [] }),
            writes: successor,
          })
    return [{ data: { instrument: name, state, successor: successor ?? 'none' }, written: citation.written, fixes }]
  },
}
