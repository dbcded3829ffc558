import type { Plan } from '../model/plan.ts'
import type { Proposable, Proposal } from '../model/proposal.ts'
import { recordOf } from './change-kind.ts'
import { labelsWith } from './numbering.ts'
import { asProposed } from './propose.ts'

/** A row, part of the text, mandate or the plan's own lines that somebody proposes on, with everything proposed on it. */
export interface Point {
  /** Id of the record it is about. */
  readonly id: string
  /** The record as it stands, or as it is proposed or was taken out; null for the plan's own lines. */
  readonly record: Proposable | null
  /** Whether the text holds the record now. */
  readonly stands: boolean
  /** Number of the row, `5bis` for one that is proposed after row 5; empty for what is no row. */
  readonly row: string
  /** In the order in which the delegations wrote them. */
  readonly proposals: readonly Proposal[]
}

const inOrder = (a: Proposal, b: Proposal): number => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1)

const held = new WeakMap<Plan, readonly Point[]>()

/** Everything that is proposed on, in the order of the document: the plan's own lines, its text, its mandates, its rows. */
export function pointsOf(plan: Plan): readonly Point[] {
  const known = held.get(plan)
  if (known !== undefined) return known
  const about = Map.groupBy(plan.proposals, ({ change }) => recordOf(change))
  const insertions = plan.proposals.filter(({ change }) => change.kind === 'insert')
  const seen = asProposed(plan, insertions)
  const rows = labelsWith(plan, seen.activities)
  const standing = new Set([...plan.sections, ...plan.mandates, ...plan.activities].map(({ id }) => id))
  const place = (id: string, record: Proposable | null): Point[] => {
    const proposals = about.get(id)
    about.delete(id)
    if (proposals === undefined) return []
    return [{ id, record, stands: record === null || standing.has(id), row: rows.get(id) ?? '', proposals: proposals.toSorted(inOrder) }]
  }
  const points = [
    ...place(plan.header.id, null),
    ...[...seen.sections, ...seen.mandates, ...seen.activities].flatMap((record) => place(record.id, record)),
  ]
  // What is left is about records that were taken out since; it is shown all the same.
  const gone = [...about].flatMap(([id, proposals]) => {
    const removal = proposals.find(({ change }) => change.kind === 'remove' || change.kind === 'insert')?.change
    return place(id, removal?.kind === 'remove' || removal?.kind === 'insert' ? removal.record : null)
  })
  const all = [...points, ...gone]
  held.set(plan, all)
  return all
}
