import type { Activity } from '../model/activity.ts'
import type { Plan } from '../model/plan.ts'
import type { Revision } from '../model/revision.ts'

/** What is put behind the number of a row for the first, second, third … row inserted after it. */
const inserted = ['bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies']

/** The revision that the delegations have before them: the last one named; null before the first. */
export const latestRevision = ({ revisions }: Pick<Plan, 'revisions'>): Revision | null =>
  revisions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1) ?? null

const insertedName = (number: number, count: number): string => `${number}${inserted[count - 1] ?? ` bis ${count}`}`

/**
 * The number of each row. Once a revision is in the delegations' hands its rows keep their numbers until the next one, whatever is put
 * between them: a row after 5 is `5bis`, the next `5ter`. Without a revision rows are counted.
 */
export const rowLabels = ({ activities, revisions }: Pick<Plan, 'activities' | 'revisions'>): ReadonlyMap<string, string> =>
  labelsOver(latestRevision({ revisions })?.rows ?? activities.map(({ id }) => id), activities)

/** The numbers of rows of which some, in their order, have a number of their own. */
function labelsOver(numbered: readonly string[], activities: readonly Activity[]): ReadonlyMap<string, string> {
  const numbers = new Map(numbered.map((id, index) => [id, index + 1]))
  let number = 0
  const counts = new Map<number, number>()
  return new Map(
    activities.map(({ id }): [string, string] => {
      const own = numbers.get(id)
      if (own !== undefined) {
        number = own
        return [id, String(own)]
      }
      const count = (counts.get(number) ?? 0) + 1
      counts.set(number, count)
      return [id, insertedName(number, count)]
    }),
  )
}

/** The numbers of rows as they would stand with other rows put in: `Map` from the id of each to `5bis`. What stands in the plan keeps its number. */
export const labelsWith = (plan: Plan, activities: readonly Activity[]): ReadonlyMap<string, string> =>
  labelsOver(latestRevision(plan)?.rows ?? plan.activities.map(({ id }) => id), activities)
