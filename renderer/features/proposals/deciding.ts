import { v7 } from 'uuid'
import { say } from '#shared/locales/message.ts'
import type { Author } from '#shared/model/author.ts'
import type { Outcome } from '#shared/model/decision.ts'
import type { Proposal, ProposedChange } from '#shared/model/proposal.ts'
import { decide } from '#shared/negotiation/decide.ts'
import { stateOf } from '#shared/negotiation/states.ts'
import { useIdentity } from '../../stores/identity.ts'
import { presentMoment } from '../../stores/clock.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { type Asking, awaits, currentOf, shownPoints, useReview } from './state.ts'
import { words } from '../../app/words.ts'

/** Who decides at this desk. Before anybody said who they are, the Chair. */
export const decider = (): Author =>
  useIdentity.getState().author ?? { name: '', delegation: words('proposals.chair'), role: 'chair', key: null }

/** The proposals that are shown, in order. */
function order(): Proposal[] {
  const { plan } = usePlan.getState()
  const { shown, proposal } = useReview.getState()
  return plan === null ? [] : shownPoints(plan, shown, proposal).flatMap((point) => point.proposals)
}

/** The proposal before the Chair; null when none is shown. */
export function proposalHere(): Proposal | null {
  const { plan } = usePlan.getState()
  const { shown, proposal } = useReview.getState()
  return plan === null ? null : (currentOf(shownPoints(plan, shown, proposal), proposal)?.proposal ?? null)
}

/** Asks for the reason of a decision, or for other words, before it is written. */
export const ask = (asking: Asking): void => useReview.setState({ asking, refused: null })

/** Looks at the next or previous proposal. */
export function step(by: 1 | -1): void {
  const all = order()
  const at = all.findIndex(({ id }) => id === proposalHere()?.id)
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)]
  if (next !== undefined) useReview.setState({ proposal: next.id, asking: null, refused: null })
}

/**
 * Decides a proposal, as one undoable step with the words it writes, and goes on to the next one that waits. Says in the state why where it
 * cannot be done; then nothing is written.
 */
export function take(proposal: Proposal, outcome: Outcome, reason = '', instead: ProposedChange | null = null): boolean {
  const { plan } = usePlan.getState()
  if (plan === null) return false
  const verdict = { id: v7(), outcome, by: decider(), at: presentMoment(), reason, instead }
  const decision = decide(plan, proposal, verdict)
  if (!decision.ok) {
    useReview.setState({ refused: decision.error.kind === 'irrevocable' ? 'irrevocable' : decision.error.why, asking: null })
    return false
  }
  const following = order()
  const at = following.findIndex(({ id }) => id === proposal.id)
  if (!edit(say(`step.decide-${outcome}`, { who: proposal.author.delegation }), decision.value)) return false
  const after = usePlan.getState().plan
  const others = [...following.slice(at + 1), ...following.slice(0, Math.max(at, 0))]
  const waiting = others.find((other) => after === null || awaits(stateOf(after, other)))
  useReview.setState({ proposal: waiting?.id ?? proposal.id, asking: null, refused: null })
  return true
}
