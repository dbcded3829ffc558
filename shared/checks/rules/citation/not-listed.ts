import { offer } from '../../fix.ts'
import { derivedId } from '../../ids.ts'
import { orderKeyBetween } from '../../order-key.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'citation/not-listed'

export const notListed: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'The list of mandates is the whole of the plan’s authority',
    scope: 'citation',
    messages: { found: '{instrument} is not in the plan’s list of mandates.', add: 'Add {instrument} to the list of mandates' },
  },
  check: ({ citation, place, resolution, key, name, first }, { listed, lastMandate, planId }) => {
    if (place !== 'activity' || !first || listed.has(key)) return nothing
    // words that name nothing known are unreadable, not unlisted
    if (citation.symbol === null && resolution === null) return nothing
    const symbol = resolution?.instrument.symbol ?? citation.symbol
    const order = orderKeyBetween(lastMandate?.order ?? null, null)
    const mandate = {
      type: 'mandate' as const,
      id: derivedId(id, planId, key),
      order: order ?? '',
      citation: {
        id: derivedId(id, planId, key, 'citation'),
        kind: 'citation' as const,
        symbol,
        written: symbol ?? citation.written,
        title: citation.title,
        provisions: [...citation.provisions],
        links: [],
      },
      written: '',
      quotation: 'none' as const,
    }
    const fixes = offer({
      label: `${id}#add`,
      data: { instrument: name },
      changes: order === null ? [] : [{ kind: 'insert', record: mandate }],
      writes: name,
    })
    return [{ data: { instrument: name }, written: citation.written, fixes }]
  },
}
