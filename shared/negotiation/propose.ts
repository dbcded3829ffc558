import { equal } from '../lib/equal.ts'
import type { MakeId } from '../lib/ids.ts'
import { z } from '../lib/zod.ts'
import type { Author } from '../model/author.ts'
import type { Plan, PlanRecord } from '../model/plan.ts'
import type { Proposable, Proposal, ProposedChange } from '../model/proposal.ts'
import { applyChanges } from '../operations/apply.ts'
import type { Change } from '../operations/change.ts'
import { updateRecord } from '../operations/edits.ts'
import { enact } from './accept.ts'
import { targetOf } from './change-kind.ts'
import { precedingId } from './place.ts'

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
const lists = { section: 'sections', mandate: 'mandates', activity: 'activities' } as const
const listOf = (plan: Plan, type: Type): readonly Proposable[] => plan[lists[type]]

/** Fields that are not words of the text: identity and place, which has a kind of its own. */
const apart = new Set(['id', 'type', 'order'])

const fieldsOf = (record: PlanRecord): (readonly [field: string, value: unknown])[] =>
  Object.entries(record).filter(([field]) => !apart.has(field))

function setsOf(base: PlanRecord, wanted: PlanRecord): ProposedChange[] {
  const { type, id } = base
  if (type !== 'plan' && type !== 'section' && type !== 'mandate' && type !== 'activity') return []
  const held = new Map(fieldsOf(base))
  return fieldsOf(wanted).flatMap(([field, value]): ProposedChange[] => {
    const was = held.get(field)
    if (was === value || equal(was, value)) return []
    return [{ kind: 'set', type, record: id, field, was: z.json().parse(was), value: z.json().parse(value) }]
  })
}

function changesOf(base: Plan, wanted: Plan, type: Type): ProposedChange[] {
  const [stood, stands] = [listOf(base, type), listOf(wanted, type)]
  const before = new Map(stood.map((record) => [record.id, record]))
  const after = new Set(stands.map(({ id }) => id))
  return [
    ...stood.filter(({ id }) => !after.has(id)).map((record): ProposedChange => ({ kind: 'remove', record })),
    ...stands.flatMap((record): ProposedChange[] => {
      const was = before.get(record.id)
      if (was === record) return []
      const behind = precedingId(stands, record.id)
      if (was === undefined) return [{ kind: 'insert', record, after: behind }]
      const moved: ProposedChange[] =
        was.order === record.order ? [] : [{ kind: 'move', type, record: record.id, was: precedingId(stood, record.id), after: behind }]
      return [...moved, ...setsOf(was, record)]
    }),
  ]
}

/** What it takes to make one text into another, as changes that can be proposed: field by field, row by row. */
export const proposedChanges = (base: Plan, wanted: Plan): ProposedChange[] => [
  ...setsOf(base.header, wanted.header),
  ...(['section', 'mandate', 'activity'] as const).flatMap((type) => changesOf(base, wanted, type)),
]

/** Proposals of a delegation on the text itself that it has not taken back. Those that answer others' stand beside them. */
export const standing = (plan: Plan, delegation: string): Proposal[] =>
  plan.proposals.filter(({ author, parent, withdrawn }) => author.delegation === delegation && parent === null && withdrawn === null)

/**
 * The text as it would read with these proposals in it. Rows that go behind one another's are put in whatever the order of the list; what
 * no longer fits is left out.
 */
export function asProposed(base: Plan, proposals: readonly Proposal[]): Plan {
  let plan = base
  let waiting = [...proposals]
  let late = false
  while (waiting.length > 0) {
    const next: Proposal[] = []
    for (const proposal of waiting) {
      const { change } = proposal
      const anchor = change.kind === 'insert' || change.kind === 'move' ? change.after : null
      const type = change.kind === 'insert' ? change.record.type : change.kind === 'move' ? change.type : null
      const isThere = anchor === null || type === null || listOf(plan, type).some(({ id }) => id === anchor)
      if (!isThere && !late) {
        next.push(proposal)
        continue
      }
      const changes = enact(plan, change)
      const applied = changes.ok ? applyChanges(plan, changes.value) : changes
      if (applied.ok) plan = applied.value
    }
    late = next.length === waiting.length
    waiting = next
  }
  return plan
}

/**
 * The edits that make a delegation's proposals say what it wrote: `wanted` is the text as the delegation now has it before its eyes. New
 * proposals are added, its own on the same point are rewritten, and those whose words it restored are taken back: dropped while nobody has
 * seen them, withdrawn once they were sent. The text itself is never touched.
 */
export function propose(plan: Plan, wanted: Plan, { author, at, revision, makeId }: ProposedBy): Change[] {
  const own = new Map(standing(plan, author.delegation).map((proposal) => [targetOf(proposal.change), proposal]))
  const asked = proposedChanges(plan, wanted)
  const still = new Set(asked.map(targetOf))
  const written = asked.flatMap((change): Change[] => {
    const held = own.get(targetOf(change))
    if (held === undefined) {
      const record: Proposal = {
        type: 'proposal',
        id: makeId(),
        author,
        at,
        change,
        justification: '',
        parent: null,
        revision,
        sent: null,
        withdrawn: null,
      }
      return [{ kind: 'insert', record }]
    }
    if (equal(held.change, change)) return []
    const update = updateRecord(held, { change, author, at, revision })
    return update === null ? [] : [update]
  })
  const takenBack = [...own.values()].filter(({ change }) => !still.has(targetOf(change))).flatMap((proposal) => withdraw(proposal, at))
  return [...written, ...takenBack]
}

/** Takes a proposal back: it is dropped while nobody has seen it, and marked once it was sent. */
export function withdraw(proposal: Proposal, at: string): Change[] {
  if (proposal.sent === null) return [{ kind: 'remove', record: proposal }]
  const update = updateRecord(proposal, { withdrawn: at })
  return update === null ? [] : [update]
}

/** Answers another delegation's proposal with one of one's own on the same point. */
export const counter = (to: Proposal, change: ProposedChange, { author, at, revision, makeId }: ProposedBy): Change[] => [
  {
    kind: 'insert',
    record: { type: 'proposal', id: makeId(), author, at, change, justification: '', parent: to.id, revision, sent: null, withdrawn: null },
  },
]
