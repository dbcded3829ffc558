import { create } from 'zustand'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { type Point, pointsOf } from '#shared/negotiation/points.ts'
import { isOpen, type ProposalState, stateOf } from '#shared/negotiation/states.ts'

export type Shown = 'open' | 'decided' | 'all'

/** What is being asked before a decision is written: why, or which words instead. */
export type Asking = 'reject' | 'defer' | 'change'

/** Where the Chair is in the list of proposals. Kept while the window is open. */
interface Review {
  readonly shown: Shown
  /** The proposal before the Chair, by id; null for the first shown. */
  readonly proposal: string | null
  readonly asking: Asking | null
  /** Why the last decision could not be written; null when it was. */
  readonly refused: 'gone' | 'changed' | 'invalid' | 'irrevocable' | null
}

export const useReview = create<Review>(() => ({ shown: 'open', proposal: null, asking: null, refused: null }))

export const look = (proposal: string | null): void => useReview.setState({ proposal, asking: null, refused: null })

const states = new WeakMap<Plan, ReadonlyMap<string, ProposalState>>()

/** Where every proposal of a plan stands, worked out once for each state of the plan. */
export function statesOf(plan: Plan): ReadonlyMap<string, ProposalState> {
  let known = states.get(plan)
  if (known === undefined) {
    known = new Map(plan.proposals.map((proposal) => [proposal.id, stateOf(plan, proposal)]))
    states.set(plan, known)
  }
  return known
}

/** Whether the Chair has still to look at it. What no longer fits the text waits for a word too. */
export const awaits = (state: ProposalState): boolean => isOpen(state) || state === 'obsolete'

/** How many proposals the Chair has still to look at. */
export function waitingIn(plan: Plan): number {
  const known = statesOf(plan)
  return plan.proposals.filter(({ id }) => awaits(known.get(id) ?? 'open')).length
}

const matches = (shown: Shown, state: ProposalState): boolean => shown === 'all' || awaits(state) === (shown === 'open')

/** A point with those of its proposals that are shown. */
export type ShownPoint = Point

/** The points that have something to show, in the order of the document. The proposal before the Chair stays until another is looked at. */
export function shownPoints(plan: Plan, shown: Shown, current: string | null): readonly ShownPoint[] {
  const known = statesOf(plan)
  return pointsOf(plan).flatMap((point) => {
    const visible = point.proposals.filter(({ id }) => id === current || matches(shown, known.get(id) ?? 'open'))
    return visible.length === 0 ? [] : [{ ...point, proposals: visible }]
  })
}

/** The proposal before the Chair: the one last looked at, else the first that is shown. */
export function currentOf(
  points: readonly ShownPoint[],
  proposal: string | null,
): { readonly point: ShownPoint; readonly proposal: Proposal } | null {
  for (const point of points) {
    const found = point.proposals.find(({ id }) => id === proposal)
    if (found !== undefined) return { point, proposal: found }
  }
  const [point] = points
  const first = point?.proposals[0]
  return point === undefined || first === undefined ? null : { point, proposal: first }
}
