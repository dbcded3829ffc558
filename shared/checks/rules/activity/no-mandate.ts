import { rankProvisions } from '../../../register/ranking.ts'
import type { Citation } from '../../../model/citation.ts'
import type { Instrument, Provision } from '../../../model/instrument.ts'
import { setMandate } from '../../../operations/edits.ts'
import { callName, titleOf } from '../../../register/titles.ts'
import type { ActivityFacts } from '../../facts.ts'
import { targetOf } from '../../facts.ts'
import { offer } from '../../fix.ts'
import { derivedId } from '../../ids.ts'
import { labelData } from '../../labels.ts'
import { nothing, type RuleOf } from '../../rule.ts'

const id = 'activity/no-mandate'

/** Suggestions offered. More would have to be read; the register's search is the place for that. */
const offered = 3

function cite({ activity }: ActivityFacts, instrument: Instrument, provision: Provision): Citation {
  const title = titleOf(instrument)
  return {
    id: derivedId(id, activity.id, instrument.id, provision.label),
    kind: 'citation',
    symbol: instrument.symbol,
    written: instrument.symbol ?? title ?? callName(instrument),
    title: instrument.symbol === null ? title : null,
    provisions: [provision.label],
    links: [],
  }
}

export const noMandate: RuleOf<'activity'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'Every activity rests on a mandate',
    scope: 'activity',
    messages: {
      found: 'This activity cites no mandate.',
      cite: 'Cite {instrument}, {numbered, select, yes {paragraph {label}} other {{label}}}',
    },
  },
  check: (facts, context) => {
    if (facts.cited.length > 0 || facts.stems.size === 0) return nothing
    const { activity } = facts
    const best = rankProvisions(facts.stems, context.listedProvisions).slice(0, offered)
    const fixes = best.flatMap(({ provision }) => {
      const instrument = context.instrumentOf.get(provision)
      if (instrument === undefined) return []
      return offer({
        label: `${id}#cite`,
        data: { instrument: callName(instrument), ...labelData(provision.label) },
        changes: setMandate(activity, [...activity.mandate, cite(facts, instrument, provision)]),
        writes: callName(instrument),
      })
    })
    return [{ target: targetOf('activity', activity.id, 'mandate'), fixes }]
  },
}
