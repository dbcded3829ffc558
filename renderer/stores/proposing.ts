import { v7 } from 'uuid'
import type { PlanMode } from '#shared/exchange/receipt.ts'
import type { Author } from '#shared/model/author.ts'
import type { Plan, PlanRecordType } from '#shared/model/plan.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import { asProposed, propose, standing } from '#shared/negotiation/propose.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'

/** What a delegation has before its eyes: the Chair's text with its own proposals in it. A plan of one's own is shown as it is held. */
export const shownOf = (held: Plan, mode: PlanMode, author: Author | null): Plan =>
  mode === 'own' || author === null ? held : asProposed(held, standing(held, author.delegation))

const ofText: ReadonlySet<PlanRecordType> = new Set(['plan', 'section', 'mandate', 'activity'])
const ofDelegations: ReadonlySet<PlanRecordType> = new Set(['proposal', 'objection'])

const typeOf = (change: Change): PlanRecordType => (change.kind === 'update' ? change.type : change.record.type)

/**
 * Edits of the text that is shown as edits of the plan that is held: at a delegation's desk every one becomes a proposal, and the Chair's
 * text stays as it is. Null where they do not fit, or are not a delegation's to make, such as letting a finding stand.
 */
export function heldChanges(held: Plan, shown: Plan, changes: readonly Change[], author: Author, at: string): readonly Change[] | null {
  const text = changes.filter((change) => ofText.has(typeOf(change)))
  const direct = changes.filter((change) => ofDelegations.has(typeOf(change)))
  if (text.length + direct.length < changes.length) return null
  if (text.length === 0) return direct
  const wanted = applyChanges(shown, text)
  if (!wanted.ok) return null
  return [...direct, ...propose(held, wanted.value, { author, at, revision: latestRevision(held)?.id ?? null, makeId: v7 })]
}
