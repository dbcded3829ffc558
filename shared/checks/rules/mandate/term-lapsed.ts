import type { Instrument, Provision } from '../../../model/instrument.ts'
import type { Term } from '../../../model/plan.ts'
import { rankProvisions } from '../../../register/ranking.ts'
import { callName } from '../../../register/titles.ts'
import type { Register } from '../../../register/register.ts'
import type { Context } from '../../context.ts'
import type { Cited } from '../../facts.ts'
import type { Fix } from '../../finding.ts'
import { offer } from '../../fix.ts'
import { labelData } from '../../labels.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

const id = 'mandate/term-lapsed'

/** Likeness below which another provision is no successor. */
const alike = 0.25

/**
 * Last day of a provision's term. "2016-2017" runs from one General Assembly to the next and ends at mid-year; a single year, or a span of
 * several, is counted in calendar years.
 */
const lastDay = ({ from, to }: NonNullable<Provision['term']>): string => (to - from === 1 ? `${to}-06-30` : `${to}-12-31`)

const hasLapsed = ({ term }: Provision, planTerm: Term): boolean => term !== null && lastDay(term) < planTerm.start

/** The provision, or what it is part of, that carries a term. */
function limited(register: Register, instrument: Instrument, label: string): Provision | null {
  const provision = register.provision(instrument, label)
  if (provision === null || provision.term !== null || provision.parent === null) return provision
  return limited(register, instrument, provision.parent)
}

/** The listed provision of a later instrument that says most nearly the same and still runs. */
function current(
  lapsed: Provision,
  instrument: Instrument,
  context: Context,
  term: Term,
): { instrument: Instrument; provision: Provision } | null {
  const words = [...Object.values(lapsed.text), ...Object.values(lapsed.summary)].join(' ')
  for (const { provision, score } of rankProvisions(words, context.listedProvisions)) {
    if (score < alike) return null
    const other = context.instrumentOf.get(provision)
    const later = other !== undefined && other.id !== instrument.id && (other.year ?? 0) > (instrument.year ?? 0)
    if (later && !hasLapsed(provision, term) && other.state === 'current' && other.symbol !== null) return { instrument: other, provision }
  }
  return null
}

function replaceWith(cited: Cited, label: string, lapsed: Provision, instrument: Instrument, context: Context, term: Term): Fix[] {
  if (cited.place !== 'activity' || cited.citation.provisions.length !== 1) return []
  const found = current(lapsed, instrument, context, term)
  if (found === null || found.instrument.symbol === null) return []
  const { symbol } = found.instrument
  return offer({
    label: `${id}#cite`,
    data: { instrument: callName(found.instrument), ...labelData(found.provision.label), lapsed: label },
    changes: cited.rewrite({ symbol, written: symbol, title: null, provisions: [found.provision.label] }),
    writes: symbol,
  })
}

export const termLapsed: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'warning',
    protects: 'No activity rests on a mandate that has run out',
    scope: 'citation',
    messages: {
      found:
        '{numbered, select, yes {Paragraph {label}} other {{label}}} of {instrument} limits itself to {from}{to, select, same {} other {-{to}}}, before this plan’s term.',
      cite: 'Cite {instrument}, {numbered, select, yes {paragraph {label}} other {{label}}}, instead of {lapsed}',
      drop: 'Leave {lapsed} out',
    },
  },
  check: (cited, context) => {
    const { citation, place, resolution, name } = cited
    const { term, register } = context
    if (term === null || place === 'text' || resolution === null || citation.provisions.length === 0) return nothing
    const { instrument } = resolution
    let reports: Report[] | null = null
    for (const label of citation.provisions) {
      const provision = limited(register, instrument, label)
      if (provision === null || provision.term === null || !hasLapsed(provision, term)) continue
      const { from, to } = provision.term
      const others = citation.provisions.filter((other) => other !== label)
      reports ??= []
      reports.push({
        data: { ...labelData(label), instrument: name, from: `${from}`, to: from === to ? 'same' : `${to}` },
        provision: label,
        written: citation.written,
        fixes: [
          ...replaceWith(cited, label, provision, instrument, context, term),
          ...(others.length === 0
            ? []
            : offer({
                label: `${id}#drop`,
                data: { lapsed: label },
                changes: cited.rewrite({ provisions: others }),
                writes: others.join(', '),
              })),
        ],
      })
    }
    return reports ?? nothing
  },
}
