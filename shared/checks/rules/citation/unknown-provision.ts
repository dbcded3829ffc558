import type { Instrument } from '../../../model/instrument.ts'
import type { Register } from '../../../register/register.ts'
import { offer } from '../../fix.ts'
import { labelData } from '../../labels.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

const id = 'citation/unknown-provision'

const leadingNumber = (label: string): number | null => {
  const digits = /^\d+/.exec(label)?.[0]
  return digits === undefined ? null : Number(digits)
}

/** The known provision whose number is closest; null where numbers tell nothing. */
function nearest({ provisions }: Instrument, label: string): string | null {
  const wanted = leadingNumber(label)
  if (wanted === null) return null
  let best: { label: string; distance: number } | null = null
  for (const provision of provisions) {
    const number = provision.parent?.includes('.') || provision.kind !== 'operative' ? null : leadingNumber(provision.label)
    if (number === null || /[.]/.test(provision.label)) continue
    const distance = Math.abs(number - wanted)
    if (best === null || distance < best.distance) best = { label: provision.label, distance }
  }
  return best?.label ?? null
}

/** `19.A` of a paragraph 19 whose parts nobody has listed: the register cannot say. */
function isPartOfKnown(register: Register, instrument: Instrument, label: string): boolean {
  const dot = label.lastIndexOf('.')
  if (dot <= 0) return false
  const parent = label.slice(0, dot)
  const known = register.provision(instrument, parent) !== null || isPartOfKnown(register, instrument, parent)
  return known && !instrument.provisions.some((provision) => provision.parent?.toLowerCase() === parent.toLowerCase())
}

export const unknownProvision: RuleOf<'citation'> = {
  meta: {
    id,
    severity: 'error',
    protects: 'Every cited paragraph exists',
    scope: 'citation',
    messages: {
      found: '{instrument} has no {numbered, select, yes {paragraph {label}} other {{label}}}.',
      incomplete:
        'The register holds no {numbered, select, yes {paragraph {label}} other {{label}}} of {instrument}, whose provisions it does not all know.',
      write: 'Cite {numbered, select, yes {paragraph {label}} other {{label}}}',
    },
  },
  check: ({ citation, resolution, name, rewrite }, { register }) => {
    if (resolution === null || citation.provisions.length === 0) return nothing
    const { instrument } = resolution
    let reports: Report[] | null = null
    for (const label of citation.provisions) {
      if (register.provision(instrument, label) !== null || isPartOfKnown(register, instrument, label)) continue
      const other = nearest(instrument, label)
      const provisions = other === null ? [] : [...new Set(citation.provisions.map((held) => (held === label ? other : held)))]
      reports ??= []
      reports.push({
        message: instrument.complete ? 'found' : 'incomplete',
        severity: instrument.complete ? 'error' : 'warning',
        data: { instrument: name, ...labelData(label) },
        provision: label,
        fixes:
          other === null ? [] : offer({ label: `${id}#write`, data: labelData(other), changes: rewrite({ provisions }), writes: other }),
      })
    }
    return reports ?? nothing
  },
}
