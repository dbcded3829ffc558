import { failure, type Result, success } from '../lib/result.ts'
import type { Author } from '../model/author.ts'
import type { Decision, Outcome } from '../model/decision.ts'
import type { Plan } from '../model/plan.ts'
import type { Proposal, ProposedChange } from '../model/proposal.ts'
import { applyChanges } from '../operations/apply.ts'
import type { Change } from '../operations/change.ts'
import { enact, enactedBy, type Misfit, reversed } from './accept.ts'
import { latestDecision } from './states.ts'

/** A decision about to be taken. */
export interface Verdict {
  readonly id: string
  readonly outcome: Outcome
  readonly by: Author
  /** RFC 3339 with offset. */
  readonly at: string
  readonly reason: string
  /** What is written instead of what was proposed, for `accepted-with-changes`; null to write what was proposed. */
  readonly instead: ProposedChange | null
}

/** Why a decision cannot be taken: the proposal no longer fits the text, or a former decision cannot be taken out of it any more. */
export type Undecidable = { readonly kind: 'misfit'; readonly why: Misfit } | { readonly kind: 'irrevocable'; readonly why: Misfit }

/** Outcomes that write the proposal into the text. */
export const enacts = (outcome: Outcome): boolean =>
  outcome === 'accepted' || outcome === 'accepted-with-changes' || outcome === 'ad-referendum'

/** The edits that take out of the text what an earlier decision on the proposal wrote. */
function takenBack(plan: Plan, former: Decision | null): Result<Change[], Misfit> {
  const written = former?.enacted ?? null
  return written === null ? success([]) : enact(plan, reversed(plan, written))
}

/**
 * The edits of one decision, to be taken as one step: those that write the proposal (brought together with the text as it now stands), and the
 * record of the decision. What an earlier decision on the same proposal wrote is taken out first, so that a rejection leaves no trace.
 */
export function decide(plan: Plan, proposal: Proposal, verdict: Verdict): Result<Change[], Undecidable> {
  const undone = takenBack(plan, latestDecision(plan, proposal.id))
  if (!undone.ok) return failure({ kind: 'irrevocable', why: undone.error })
  const cleared = applyChanges(plan, undone.value)
  if (!cleared.ok) return failure({ kind: 'irrevocable', why: 'changed' })
  const { id, outcome, by, at, reason, instead } = verdict
  const wanted = enacts(outcome) ? (instead ?? proposal.change) : null
  const written = wanted === null ? success([]) : enact(cleared.value, wanted)
  if (!written.ok) return failure({ kind: 'misfit', why: written.error })
  // A file may propose what no record can hold.
  if (!applyChanges(cleared.value, written.value).ok) return failure({ kind: 'misfit', why: 'invalid' })
  const enacted = wanted === null ? null : enactedBy(cleared.value, wanted, written.value)
  const decision: Decision = { type: 'decision', id, proposal: proposal.id, version: proposal.at, outcome, by, at, reason, enacted }
  return success([...undone.value, ...written.value, { kind: 'insert', record: decision }])
}
