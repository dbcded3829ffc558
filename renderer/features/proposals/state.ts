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

/** Whether the Chair has still to look at it. What no longer fits the text waits for a word too. */
export const awaits = (state: ProposalState): boolean => isOpen(state) || state === 'obsolete'

/** How many proposals the Chair has still to look at. */
export const waitingIn = (plan: Plan): number => plan.proposals.filter((proposal) => awaits(stateOf(plan, proposal))).length

const matches = (shown: Shown, state: ProposalState): boolean => shown === 'all' || awaits(state) === (shown === 'open')

/** The points that have something to show, in the order of the document. The proposal before the Chair stays until another is looked at. */
export function shownPoints(plan: Plan, shown: Shown, current: string | null): readonly Point[] {
  return pointsOf(plan).flatMap((point) => {
    const visible = point.proposals.filter((proposal) => proposal.id === current || matches(shown, stateOf(plan, proposal)))
    return visible.length === 0 ? [] : [{ ...point, proposals: visible }]
  })
}

/** The proposal before the Chair: the one last looked at, else the first that is shown. */
export function currentOf(
  points: readonly Point[],
  proposal: string | null,
): { readonly point: Point; readonly proposal: Proposal } | null {
  for (const point of points) {
    const found = point.proposals.find(({ id }) => id === proposal)
    if (found !== undefined) return { point, proposal: found }
  }
  const [point] = points
  const first = point?.proposals[0]
  return point === undefined || first === undefined ? null : { point, proposal: first }
}
