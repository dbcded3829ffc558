import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import { labelsWith } from '#shared/negotiation/numbering.ts'
import { withRemoved } from './differences.ts'

const counted = new WeakMap<readonly Activity[], ReadonlyMap<string, number>>()
const none = new Map<string, never>()

/** Places of the calendar's rows by activity, counted once for each state of the plan. What a row is called is another matter, see `rowLabel`. */
export function rowPlaces(plan: Plan | null): ReadonlyMap<string, number> {
  if (plan === null) return none
  let places = counted.get(plan.activities)
  if (places === undefined) {
    places = new Map(plan.activities.map(({ id }, index) => [id, index + 1]))
    counted.set(plan.activities, places)
  }
  return places
}

/** A plan as it is shown, and the text that its numbers are of: the Chair's, where what is shown has one's own proposals in it. */
interface Shown {
  readonly held: Plan | null
  readonly plan: Plan | null
}

interface Labels extends Pick<Plan, 'activities' | 'revisions'> {
  readonly labels: ReadonlyMap<string, string>
}

const named = new WeakMap<readonly Activity[], Labels>()

/**
 * What the calendar's rows are called: `5`, and `5bis` for one that was put in after a revision was named, or that is proposed. Worked out once
 * for each state of the plan.
 */
export function rowLabels({ plan, held }: Shown): ReadonlyMap<string, string> {
  if (plan === null) return none
  const { activities, revisions } = held ?? plan
  const known = named.get(plan.activities)
  if (known !== undefined && known.activities === activities && known.revisions === revisions) return known.labels
  // A row that one proposes to take out keeps its number, and its place among those around it.
  const labels = labelsWith(held ?? plan, withRemoved({ plan, held }, 'activities'))
  named.set(plan.activities, { activities, revisions, labels })
  return labels
}

/** What a row is called; empty for one that is not there. */
export const rowLabel = (shown: Shown, id: string): string => rowLabels(shown).get(id) ?? ''
