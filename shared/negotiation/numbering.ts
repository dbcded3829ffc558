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
 * A row before all that have a number follows none, and there is no row 0 for it to be `0bis` of. The United Nations' editorial rules do not
 * say what it is called; drafting offices name it by the one that it precedes (Office of the Parliamentary Counsel, Drafting guidance, 6.4.1:
 * A1 stands before 1). We say so in the Latin of bis and ter, which needs no translation: `1ante`, and behind it `1ante bis`.
 */
const precedingName = (number: number, count: number): string =>
  count === 1 ? `${number}ante` : `${number}ante ${inserted[count - 2] ?? `bis ${count - 1}`}`

/**
 * The number of each row. Once a revision is in the delegations' hands its rows keep their numbers until the next one, whatever is put
 * between them: a row after 5 is `5bis`, the next `5ter`, one before 1 is `1ante`. Without a revision rows are counted.
 */
export const rowLabels = ({ activities, revisions }: Pick<Plan, 'activities' | 'revisions'>): ReadonlyMap<string, string> =>
  labelsOver(latestRevision({ revisions })?.rows ?? activities.map(({ id }) => id), activities)

/** The numbers of rows of which some, in their order, have a number of their own. Where none has, they are counted. */
function labelsOver(numbered: readonly string[], activities: readonly Activity[]): ReadonlyMap<string, string> {
  const numbers = new Map(numbered.map((id, index) => [id, index + 1]))
  const first = activities.flatMap(({ id }) => numbers.get(id) ?? [])[0]
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
      const label = number > 0 ? insertedName(number, count) : first === undefined ? String(count) : precedingName(first, count)
      return [id, label]
    }),
  )
}

/** The numbers of rows as they would stand with other rows put in: `Map` from the id of each to `5bis`. What stands in the plan keeps its number. */
export const labelsWith = (plan: Plan, activities: readonly Activity[]): ReadonlyMap<string, string> =>
  labelsOver(latestRevision(plan)?.rows ?? plan.activities.map(({ id }) => id), activities)
