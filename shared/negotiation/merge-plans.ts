import { equal } from '../lib/equal.ts'
import type { Decision } from '../model/decision.ts'
import { type Plan, type PlanRecord, planRecord } from '../model/plan.ts'
import type { Proposal } from '../model/proposal.ts'
import { applyChanges, planOf, recordsOf } from '../operations/apply.ts'
import { enact, isProposable, jsonOf, reversed } from './accept.ts'
import { isLater } from './collect.ts'
import { mergeValue, unchallenged } from './merge-value.ts'
import { separateKeys } from './place.ts'
import { type ProposedBy, proposalOf, proposedChanges } from './propose.ts'
import { latestDecision } from './states.ts'

/**
 * What both sides changed differently. Ours stands in the text and theirs is proposed; of a record that is no text, such as a deadline, both
 * stand; a decision that the other side overruled may be woven into words that were changed since, and stays there.
 */
export type PlanConflict =
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  | { readonly kind: 'beside'; readonly theirs: PlanRecord }
  | { readonly kind: 'decision'; readonly decision: Decision }

/** Two plans brought together. */
export interface MergedPlans {
  readonly plan: Plan
  readonly conflicts: readonly PlanConflict[]
}

type Records = ReadonlyMap<string, PlanRecord>

const keyOf = ({ type, id }: PlanRecord): string => (type === 'plan' ? type : `${type} ${id}`)
const recordsByKey = (plan: Plan): Records => new Map(recordsOf(plan).map((record) => [keyOf(record), record]))

const fieldsOf = (record: PlanRecord | undefined): ReadonlyMap<string, unknown> => new Map(Object.entries(record ?? {}))

function mergeField(field: string, was: unknown, ours: unknown, theirs: unknown): unknown {
  const clear = unchallenged(was, ours, theirs)
  if (clear !== undefined) return clear.value
  if (was === undefined || ours === undefined || theirs === undefined) return ours
  const merged = mergeValue(jsonOf(was), jsonOf(ours), jsonOf(theirs), field, 'ours')
  return merged.ok ? merged.value : ours
}

/** A record that both sides have and changed: ours, with what of theirs goes with it. */
function mergeRecord(was: PlanRecord | undefined, ours: PlanRecord, theirs: PlanRecord): PlanRecord {
  const [base, left, right] = [fieldsOf(was), fieldsOf(ours), fieldsOf(theirs)]
  const fields = [...left.keys()].map((field) => [field, mergeField(field, base.get(field), left.get(field), right.get(field))] as const)
  const read = planRecord.safeParse(Object.fromEntries(fields))
  return read.success ? read.data : ours
}

/** A record as both sides leave it, ours where they differ; undefined where it is gone. */
function merged(was: PlanRecord | undefined, ours: PlanRecord | undefined, theirs: PlanRecord | undefined): PlanRecord | undefined {
  const clear = unchallenged(was, ours, theirs)
  if (clear !== undefined) return clear.value
  const any = ours ?? theirs
  const isText = any?.type === 'plan' || (any !== undefined && isProposable(any))
  // What one side took out and the other changed: our say in the text, and kept where it stands beside the text.
  if (ours === undefined || theirs === undefined) return isText ? ours : any
  if (ours.type === 'proposal' && theirs.type === 'proposal') return isLater(theirs, ours) ? theirs : ours
  return mergeRecord(was, ours, theirs)
}

function mergedRecords(base: Records, ours: Records, theirs: Records): PlanRecord[] {
  const keys = new Set([...ours.keys(), ...theirs.keys()])
  return [...keys].flatMap((key) => merged(base.get(key), ours.get(key), theirs.get(key)) ?? [])
}

/** Keys that two sides gave to different records are made to differ; those that one side has already are left alone. */
function separated(plan: Plan, ours: Plan, theirs: Plan): Plan {
  const known = [ours, theirs]
  return {
    ...plan,
    sections: separateKeys(
      plan.sections,
      known.map(({ sections }) => sections),
    ),
    mandates: separateKeys(
      plan.mandates,
      known.map(({ mandates }) => mandates),
    ),
    activities: separateKeys(
      plan.activities,
      known.map(({ activities }) => activities),
    ),
  }
}

/**
 * A plan whose lists stand as the other's do, though by other keys: both sides moved a record to what turned out to be one place. Of the two keys
 * of each record the lesser is taken, whichever side is ours; the lesser keys have the order that both have.
 */
function withCommonKeys(plan: Plan, other: Plan): Plan {
  const common = <Entry extends { readonly id: string; readonly order: string }>(
    list: readonly Entry[],
    others: readonly Entry[],
  ): Entry[] => {
    const orders = new Map(others.map(({ id, order }) => [id, order]))
    return list.map((entry) => {
      const order = orders.get(entry.id) ?? entry.order
      return order < entry.order ? { ...entry, order } : entry
    })
  }
  return {
    ...plan,
    sections: common(plan.sections, other.sections),
    mandates: common(plan.mandates, other.mandates),
    activities: common(plan.activities, other.activities),
  }
}

/** Takes out of the text what a decision of one side wrote and a later one of the other side undid. */
function withoutOverruled(plan: Plan, base: Records, sides: readonly Records[]): MergedPlans {
  const conflicts: PlanConflict[] = []
  let current = plan
  for (const decision of plan.decisions) {
    const latest = latestDecision(plan, decision.proposal)
    if (decision.enacted === null || latest === null || latest.enacted !== null || base.has(keyOf(decision))) continue
    if (sides.some((side) => side.has(keyOf(decision)) && side.has(keyOf(latest)))) continue
    const changes = enact(current, reversed(current, decision.enacted))
    const after = changes.ok ? applyChanges(current, changes.value) : changes
    if (after.ok) current = after.value
    else conflicts.push({ kind: 'decision', decision })
  }
  return { plan: current, conflicts }
}

/**
 * Brings together what two sides made of one plan. Texts are merged word by word, lists entry by entry, records field by field. What both
 * changed differently stays as ours has it and is proposed as theirs has it, in the name given, so that nothing disappears.
 */
export function mergePlans(base: Plan, ours: Plan, theirs: Plan, by: ProposedBy): MergedPlans {
  const [from, left, right] = [recordsByKey(base), recordsByKey(ours), recordsByKey(theirs)]
  const favouringOurs = mergedRecords(from, left, right)
  const favouringTheirs = recordsByKey(planOf(mergedRecords(from, right, left)))
  const beside = favouringOurs.flatMap((record): PlanRecord[] => {
    const other = favouringTheirs.get(keyOf(record))
    if (other === undefined || record.type === 'plan' || isProposable(record) || equal(record, other)) return []
    return [{ ...other, id: by.makeId() }]
  })
  const first = separated(planOf([...favouringOurs, ...beside]), ours, theirs)
  const wanted = separated(planOf([...favouringTheirs.values()]), ours, theirs)
  const proposals = proposedChanges(first, wanted).map((change) => proposalOf(change, null, by))
  const cleared = withoutOverruled(proposals.length === 0 ? withCommonKeys(first, wanted) : first, from, [left, right])
  const plan = proposals.length === 0 ? cleared.plan : planOf([...recordsOf(cleared.plan), ...proposals])
  return {
    plan,
    conflicts: [
      ...proposals.map((proposal): PlanConflict => ({ kind: 'proposed', proposal })),
      ...beside.map((record): PlanConflict => ({ kind: 'beside', theirs: record })),
      ...cleared.conflicts,
    ],
  }
}
