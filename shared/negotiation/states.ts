import type { Decision, Outcome } from '../model/decision.ts'
import type { Plan } from '../model/plan.ts'
import type { Proposal } from '../model/proposal.ts'
import { enact } from './accept.ts'

/** Where a proposal stands. `obsolete` is an open one that no longer fits the text; it is shown and never dropped. */
export type ProposalState = 'open' | 'withdrawn' | 'obsolete' | Outcome

const latest = new WeakMap<readonly Decision[], ReadonlyMap<string, Decision>>()

const later = (a: Decision, b: Decision): boolean => {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)]
  return first === second ? a.id > b.id : first > second
}

/** The decision that counts on a proposal: the latest. */
export function latestDecision({ decisions }: Plan, proposal: string): Decision | null {
  let byProposal = latest.get(decisions)
  if (byProposal === undefined) {
    const newest = new Map<string, Decision>()
    for (const decision of decisions) {
      const held = newest.get(decision.proposal)
      if (held === undefined || later(decision, held)) newest.set(decision.proposal, decision)
    }
    latest.set(decisions, newest)
    byProposal = newest
  }
  return byProposal.get(proposal) ?? null
}

/** Where a proposal stands in a plan. */
export function stateOf(plan: Plan, proposal: Proposal): ProposalState {
  const decision = latestDecision(plan, proposal.id)
  if (decision !== null && decision.version === proposal.at && decision.outcome !== 'deferred') return decision.outcome
  if (proposal.withdrawn !== null) return 'withdrawn'
  if (!enact(plan, proposal.change).ok) return 'obsolete'
  return decision?.version === proposal.at ? 'deferred' : 'open'
}

/** Whether the Chair has still to decide it. */
export const isOpen = (state: ProposalState): boolean => state === 'open' || state === 'deferred'
