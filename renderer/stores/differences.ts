import type { Plan } from '#shared/model/plan.ts'
import type { Proposable } from '#shared/model/proposal.ts'
import { movedIds, precedingId } from '#shared/negotiation/place.ts'

/** How a record that is shown differs from the text that is held: what a delegation proposes, in place. */
export type Difference<Record extends Proposable> =
  | { readonly kind: 'inserted' }
  | { readonly kind: 'removed' }
  | {
      readonly kind: 'changed'
      readonly was: Record
      /** Behind which record it stood in the text that is held, null for the first place; undefined when it was not moved. */
      readonly movedFrom: string | null | undefined
    }

type Differences<Record extends Proposable> = ReadonlyMap<string, Difference<Record>>

interface Compared {
  readonly stood: readonly Proposable[]
  readonly differences: Differences<Proposable>
  readonly withRemoved: readonly Proposable[]
}

const compared = new WeakMap<readonly Proposable[], Compared>()

/** The differences of the last comparison, so that what did not change is the very same and not drawn again. */
const made = new WeakMap<Proposable, Difference<Proposable>>()

const inserted = { kind: 'inserted' } as const
const removed = { kind: 'removed' } as const

function changed(was: Proposable, now: Proposable, movedFrom: string | null | undefined): Difference<Proposable> {
  const known = made.get(now)
  if (known?.kind === 'changed' && known.was === was && known.movedFrom === movedFrom) return known
  const difference = { kind: 'changed', was, movedFrom } as const
  made.set(now, difference)
  return difference
}

/** The list that is shown, with what was taken out of it behind what it followed. */
function putBack(stood: readonly Proposable[], stands: readonly Proposable[], there: ReadonlySet<string>): readonly Proposable[] {
  if (stood.every(({ id }) => there.has(id))) return stands
  const behind = new Map<string | null, Proposable[]>()
  let anchor: string | null = null
  for (const record of stood) {
    if (there.has(record.id)) anchor = record.id
    else behind.set(anchor, [...(behind.get(anchor) ?? []), record])
  }
  return [...(behind.get(null) ?? []), ...stands.flatMap((record) => [record, ...(behind.get(record.id) ?? [])])]
}

function compare(stood: readonly Proposable[], stands: readonly Proposable[]): Compared {
  const known = compared.get(stands)
  if (known?.stood === stood) return known
  const there = new Set(stands.map(({ id }) => id))
  const before = new Map(stood.map((record) => [record.id, record]))
  const moved = movedIds(stood, stands)
  const differences = new Map<string, Difference<Proposable>>()
  for (const record of stands) {
    const was = before.get(record.id)
    if (was === undefined) differences.set(record.id, inserted)
    else if (was !== record)
      differences.set(record.id, changed(was, record, moved.has(record.id) ? precedingId(stood, record.id) : undefined))
  }
  for (const { id } of stood) if (!there.has(id)) differences.set(id, removed)
  const made = { stood, differences, withRemoved: putBack(stood, stands, there) }
  compared.set(stands, made)
  return made
}

type Lists = 'sections' | 'mandates' | 'activities'
type RecordOf<List extends Lists> = Plan[List][number]

interface Shown {
  readonly held: Plan | null
  readonly plan: Plan | null
}

/** How a record of a list differs from the text that is held; undefined when it does not. In a plan of one's own nothing does. */
export function differenceOf<List extends Lists>({ held, plan }: Shown, list: List, id: string): Difference<RecordOf<List>> | undefined {
  if (held === null || plan === null || held[list] === plan[list]) return undefined
  // One list holds records of one type, which both states of it share.
  return compare(held[list], plan[list]).differences.get(id) as Difference<RecordOf<List>> | undefined
}

/** A list as it is shown with what one proposes to take out still in its place; the very same list where there is nothing of the kind. */
export function withRemoved<List extends Lists>({ held, plan }: Shown, list: List): readonly RecordOf<List>[] {
  if (held === null || plan === null || held[list] === plan[list]) return plan?.[list] ?? []
  return compare(held[list], plan[list]).withRemoved as readonly RecordOf<List>[]
}
