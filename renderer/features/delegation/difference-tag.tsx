import type { Proposable } from '#shared/model/proposal.ts'
import { words } from '../../app/words.ts'
import type { Difference } from '../../stores/differences.ts'
import { usePlan } from '../../stores/plan.ts'
import { rowLabels } from '../../stores/row-numbers.ts'

/** Says of a row that it is new, or from where it was moved. That its words differ is seen in them. */
export function DifferenceTag({ difference }: { readonly difference: Difference<Proposable> }) {
  const movedFrom = difference.kind === 'changed' ? difference.movedFrom : undefined
  const row = usePlan(({ held }) => (movedFrom === undefined || movedFrom === null ? null : rowLabels({ held, plan: held }).get(movedFrom)))
  if (difference.kind === 'inserted') return <span className="difference-tag">{words('proposals.new-row')}</span>
  if (movedFrom === undefined) return null
  return (
    <span className="difference-tag">
      {row === null || row === undefined ? words('delegation.moved-from-first') : words('delegation.moved-from', { row })}
    </span>
  )
}
