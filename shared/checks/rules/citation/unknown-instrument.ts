import { bareInstrument } from '../../../register/bare-instrument.ts'
import { expectedSession } from '../../../register/series.ts'
import { offer } from '../../fix.ts'
import { derivedId } from '../../ids.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'citation/unknown-instrument'

export const unknownInstrument: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'Every cited instrument exists',
    scope: 'citation',
    messages: { found: 'The register does not hold {symbol}.', write: 'Write {symbol}', learn: 'Add {symbol} to the register' },
  },
  check: ({ citation: { symbol, written, title }, resolution, rewrite }, { register, language }) => {
    if (symbol === null || resolution !== null) return nothing
    const nearest = register.nearest(symbol)
    const session = expectedSession(symbol)
    const fixes = offer(
      ...(nearest === null
        ? []
        : [{ label: `${id}#write`, data: { symbol: nearest }, changes: rewrite({ symbol: nearest, written: nearest }), writes: nearest }]),
      // a symbol whose session cannot be right is put right first
      ...(session !== null && session.written !== session.expected
        ? []
        : [
            {
              label: `${id}#learn`,
              data: { symbol },
              learns: [bareInstrument(symbol, { id: derivedId('instrument', symbol), title, language })],
            },
          ]),
    )
    return [{ data: { symbol }, about: symbol, written, fixes }]
  },
}
