import type { Decision, Outcome } from '../model/decision.ts'
import type { Plan } from '../model/plan.ts'
import type { Proposal } from '../model/proposal.ts'
import { enact } from './accept.ts'

/** Where a proposal stands. `obsolete` is an open one that no longer fits the text; it is shown and never dropped. */
export type ProposalState = 'open' | 'withdrawn' | 'obsolete' | Outcome

type ByProposal = Map<string, Decision>

const latest = new WeakMap<readonly Decision[], ByProposal>()
let lastAsked: readonly Decision[] = []

const later = (a: Decision, b: Decision): boolean => {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)]
  return first === second ? a.id > b.id : first > second
}

/**
 * The decision that counts on each proposal. A Chair decides one after another, so the index of the list before goes on to the list that has
 * some more decisions behind the same ones.
 */
function latestOf(decisions: readonly Decision[]): ByProposal {
  const made = latest.get(decisions)
  if (made !== undefined) return made
  const before = latest.get(lastAsked)
  const goesOn = before !== undefined && lastAsked.every((decision, index) => decisions[index] === decision)
  const newest: ByProposal = goesOn ? before : new Map()
  for (const decision of goesOn ? decisions.slice(lastAsked.length) : decisions) {
    const held = newest.get(decision.proposal)
    if (held === undefined || later(decision, held)) newest.set(decision.proposal, decision)
  }
  if (goesOn) latest.delete(lastAsked)
  latest.set(decisions, newest)
  lastAsked = decisions
  return newest
}

/** The decision that counts on a proposal: the latest. */
export const latestDecision = ({ decisions }: Plan, proposal: string): Decision | null => latestOf(decisions).get(proposal) ?? null

const known = new WeakMap<Plan, Map<Proposal, ProposalState>>()

/** Where a proposal stands in a plan. */
export function stateOf(plan: Plan, proposal: Proposal): ProposalState {
  const states = known.get(plan) ?? new Map<Proposal, ProposalState>()
  known.set(plan, states)
  const state = states.get(proposal) ?? findState(plan, proposal)
  states.set(proposal, state)
  return state
}

function findState(plan: Plan, proposal: Proposal): ProposalState {
  const decision = latestDecision(plan, proposal.id)
  if (decision !== null && decision.version === proposal.at && decision.outcome !== 'deferred') return decision.outcome
  if (proposal.withdrawn !== null) return 'withdrawn'
  if (!enact(plan, proposal.change).ok) return 'obsolete'
  return decision?.version === proposal.at ? 'deferred' : 'open'
}

/** Whether the Chair has still to decide it. */
export const isOpen = (state: ProposalState): boolean => state === 'open' || state === 'deferred'
