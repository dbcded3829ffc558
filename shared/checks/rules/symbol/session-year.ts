import { expectedSession } from '../../../register/series.ts'
import { offer } from '../../fix.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'symbol/session-year'

export const sessionYear: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'A resolution is found under the session that adopted it',
    scope: 'citation',
    messages: {
      found:
        'The General Assembly’s ordinary session of {year} was its {expected, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}, not its {written, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}.',
      write: 'Write {symbol}',
    },
  },
  check: ({ citation: { symbol, written }, resolution, rewrite }) => {
    const session = symbol === null ? null : expectedSession(symbol)
    if (session === null || session.written === session.expected) return nothing
    const registered = resolution?.how === 'number' ? resolution.instrument.symbol : null
    const right = registered ?? session.corrected
    const fixes = offer({
      label: `${id}#write`,
      data: { symbol: right },
      changes: rewrite({ symbol: right, written: right }),
      writes: right,
      // where the register knows the number under the year that was written, only the numeral can be wrong
      safe: registered === session.corrected,
    })
    return [
      { data: { year: `${session.expected + 1970}`, expected: session.expected, written: session.written }, about: right, written, fixes },
    ]
  },
}
