import { equal } from '../lib/equal.ts'
import type { MakeId } from '../lib/ids.ts'
import type { Author } from '../model/author.ts'
import { type Plan, planLists, type PlanRecord } from '../model/plan.ts'
import type { Proposable, Proposal, ProposedChange } from '../model/proposal.ts'
import { applyChanges } from '../operations/apply.ts'
import type { Change } from '../operations/change.ts'
import { updateRecord } from '../operations/edits.ts'
import { enact, fieldsOf, jsonOf } from './accept.ts'
import { recordOf, targetOf } from './change-kind.ts'
import { movedIds, preceding } from './place.ts'
import { latestDecision } from './states.ts'

/** Who proposes, when and on what. */
export interface ProposedBy {
  readonly author: Author
  /** RFC 3339 with offset. */
  readonly at: string
  /** The revision of the text that lies before the delegation; null when it has none. */
  readonly revision: string | null
  readonly makeId: MakeId
}

type Type = Proposable['type']
const listOf = (plan: Plan, type: Type): readonly Proposable[] => plan[planLists[type]]

function setsOf(base: PlanRecord, wanted: PlanRecord): ProposedChange[] {
  const { type, id } = base
  if (type !== 'plan' && type !== 'section' && type !== 'mandate' && type !== 'activity') return []
  const held = new Map(fieldsOf(base))
  return fieldsOf(wanted).flatMap(([field, value]): ProposedChange[] => {
    const was = held.get(field)
    if (was === value || equal(was, value)) return []
    return [{ kind: 'set', type, record: id, field, was: jsonOf(was), value: jsonOf(value) }]
  })
}

function changesOf(base: Plan, wanted: Plan, type: Type): ProposedChange[] {
  const [stood, stands] = [listOf(base, type), listOf(wanted, type)]
  if (stood === stands) return []
  const before = new Map(stood.map((record) => [record.id, record]))
  const after = new Set(stands.map(({ id }) => id))
  const [former, now] = [preceding(stood), preceding(stands)]
  const moved = movedIds(stood, stands)
  return [
    ...stood.filter(({ id }) => !after.has(id)).map((record): ProposedChange => ({ kind: 'remove', record })),
    ...stands.flatMap((record): ProposedChange[] => {
      const { id } = record
      const was = before.get(id)
      if (was === record) return []
      const behind = now.get(id) ?? null
      if (was === undefined) return [{ kind: 'insert', record, after: behind }]
      const move: ProposedChange = {
        kind: 'move',
        type,
        record: id,
        was: former.get(id) ?? null,
        after: behind,
        from: was.order,
        to: record.order,
      }
      return [...(moved.has(id) ? [move] : []), ...setsOf(was, record)]
    }),
  ]
}

/** What it takes to make one text into another, as changes that can be proposed: field by field, row by row. */
export const proposedChanges = (base: Plan, wanted: Plan): ProposedChange[] => [
  ...setsOf(base.header, wanted.header),
  ...(['section', 'mandate', 'activity'] as const).flatMap((type) => changesOf(base, wanted, type)),
]

/**
 * Proposals of a delegation on the text itself that it has not taken back and the Chair has still to decide. Those that answer others' stand
 * beside them.
 */
export const standing = (plan: Plan, delegation: string): Proposal[] =>
  plan.proposals.filter(({ id, at, author, parent, withdrawn }) => {
    if (author.delegation !== delegation || parent !== null || withdrawn !== null) return false
    const decision = latestDecision(plan, id)
    return decision === null || decision.version !== at || decision.outcome === 'deferred'
  })

/** The record behind which a change puts another, and the record that it puts there. */
const placeIn = (change: ProposedChange): { readonly record: string; readonly after: string | null } | null =>
  change.kind === 'insert' || change.kind === 'move' ? { record: recordOf(change), after: change.after } : null

/** Proposals so that one which puts a row behind another's comes after that other. */
function inPlacingOrder(proposals: readonly Proposal[]): Proposal[] {
  const placing = Map.groupBy(
    proposals.filter(({ change }) => placeIn(change) !== null),
    ({ change }) => placeIn(change)?.record ?? '',
  )
  const entered = new Set<Proposal>()
  const ordered = new Set<Proposal>()
  for (const proposal of proposals) {
    const waiting = [proposal]
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      const first = entered.has(next) ? [] : (placing.get(placeIn(next.change)?.after ?? '') ?? []).filter((other) => !entered.has(other))
      entered.add(next)
      waiting.push(...first.filter((other) => other !== next))
      if (waiting.at(-1) === next) {
        ordered.add(next)
        waiting.pop()
      }
    }
  }
  return [...ordered]
}

/** What was last made of a text: a desk shows it, and the next edit starts from it. */
const lastMade = new WeakMap<Plan, { readonly proposals: readonly Proposal[]; readonly plan: Plan }>()

/** The text as it would read with these proposals in it, whatever the order of the list; what no longer fits is left out. */
export function asProposed(base: Plan, proposals: readonly Proposal[]): Plan {
  const last = lastMade.get(base)
  const isSame = last?.proposals.length === proposals.length && last.proposals.every((proposal, index) => proposal === proposals[index])
  if (last !== undefined && isSame) return last.plan
  const plan = enactAll(base, proposals)
  lastMade.set(base, { proposals, plan })
  return plan
}

function enactAll(base: Plan, proposals: readonly Proposal[]): Plan {
  let plan = base
  for (const { change } of inPlacingOrder(proposals)) {
    const changes = enact(plan, change)
    const applied = changes.ok ? applyChanges(plan, changes.value) : changes
    if (applied.ok) plan = applied.value
  }
  return plan
}

const byTarget = (changes: readonly ProposedChange[]): ReadonlyMap<string, ProposedChange> =>
  new Map(changes.map((change) => [targetOf(change), change]))

/**
 * The edits that make a delegation's proposals say what it wrote: `wanted` is the text as the delegation now has it before its eyes, which is
 * the text with what it proposes. New proposals are added, its own on the same point are rewritten, and those whose words it restored are
 * taken back: dropped while nobody has seen them, withdrawn once they were sent. What it did not touch stays as it is, a proposal that no
 * longer fits among it. The text itself is never touched.
 */
export function propose(plan: Plan, wanted: Plan, { author, at, revision, makeId }: ProposedBy): Change[] {
  const own = standing(plan, author.delegation)
  const held = Map.groupBy(own, ({ change }) => targetOf(change))
  const seen = byTarget(proposedChanges(plan, asProposed(plan, own)))
  const asked = byTarget(proposedChanges(plan, wanted))
  const written = [...asked].flatMap(([target, change]): Change[] => {
    if (equal(seen.get(target), change)) return []
    // Of several on one point, as two desks of a delegation may have made them, the last takes up what all of them say.
    const [last, ...others] = (held.get(target) ?? []).toReversed()
    if (last === undefined) return [{ kind: 'insert', record: proposalOf(change, null, { author, at, revision, makeId }) }]
    const update = updateRecord(last, { change, author, at, revision })
    return [...(update === null ? [] : [update]), ...others.flatMap((other) => withdraw(other, at))]
  })
  const restored = [...seen.keys()].filter((target) => !asked.has(target)).flatMap((target) => held.get(target) ?? [])
  return [...written, ...restored.flatMap((proposal) => withdraw(proposal, at))]
}

/** A proposal nobody has seen yet. */
export const proposalOf = (change: ProposedChange, parent: string | null, { author, at, revision, makeId }: ProposedBy): Proposal => ({
  type: 'proposal',
  id: makeId(),
  author,
  at,
  change,
  justification: '',
  parent,
  revision,
  sent: null,
  withdrawn: null,
})

/** Takes a proposal back: it is dropped while nobody has seen it, and marked once it was sent. */
export function withdraw(proposal: Proposal, at: string): Change[] {
  if (proposal.sent === null) return [{ kind: 'remove', record: proposal }]
  const update = updateRecord(proposal, { withdrawn: at })
  return update === null ? [] : [update]
}

/** Answers another delegation's proposal with one of one's own on the same point. */
export const counter = (to: Proposal, change: ProposedChange, by: ProposedBy): Change[] => [
  { kind: 'insert', record: proposalOf(change, to.id, by) },
]
