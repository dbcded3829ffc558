import type { Addressee } from '../../../model/instrument.ts'
import { labelData } from '../../labels.ts'
import { nothing, type Report, type RuleOf } from '../../rule.ts'

/** Whom the committee can act for: itself, its Chair, or the Council whose committee it is. */
const own: ReadonlySet<Addressee> = new Set(['committee', 'chair', 'council'])

export const notAddressed: RuleOf<'citation'> = {
  meta: {
    id: 'mandate/not-addressed',
    severity: 'info',
    protects: 'The committee does what it was asked to do, not what others were',
    scope: 'citation',
    messages: {
      found:
        '{numbered, select, yes {Paragraph {label}} other {{label}}} of {instrument} addresses {addressee, select, states {the member states} secretariat {the Secretariat} assembly {the Assembly} other {others}}, not the committee.',
    },
  },
  check: ({ citation, place, resolution, name }, { register }) => {
    if (place === 'text' || resolution === null) return nothing
    let reports: Report[] | null = null
    for (const label of citation.provisions) {
      const provision = register.provision(resolution.instrument, label)
      const [first] = provision?.addressees ?? []
      if (first === undefined || provision?.addressees.some((addressee) => own.has(addressee))) continue
      reports ??= []
      reports.push({ data: { ...labelData(label), instrument: name, addressee: first }, provision: label, written: citation.written })
    }
    return reports ?? nothing
  },
}
