import { contentHash } from '#shared/exchange/content-hash.ts'
import type { PlanMode } from '#shared/exchange/receipt.ts'
import { equal } from '#shared/lib/equal.ts'
import type { MakeId } from '#shared/lib/ids.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { say } from '#shared/locales/message.ts'
import { type Plan, planLists, type PlanRecord } from '#shared/model/plan.ts'
import { collect } from '#shared/negotiation/collect.ts'
import { latestRevision } from '#shared/negotiation/numbering.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { restoreTo } from '#shared/operations/restore.ts'
import type { NotSaved } from '../store/failure.ts'
import type { Store } from '../store/open.ts'
import { type ReceivedFile, receiptOf } from './received-file.ts'

/** How a file's text stands to the text held: by its revisions, else by when it was exported. */
export type Difference = 'same' | 'newer' | 'older' | 'other'

/** Compares a plan that came with the one held; the times are those at which each was exported, null where unknown. */
export function differenceOf(held: Plan, came: Plan, heldAt: string | null, cameAt: string | null): Difference {
  const [ours, theirs] = [latestRevision(held), latestRevision(came)]
  const sameText = contentHash(held) === contentHash(came)
  if (sameText && ours?.id === theirs?.id) return 'same'
  if (ours?.id !== theirs?.id) {
    const knowsTheirs = theirs === null || held.revisions.some(({ id }) => id === theirs.id)
    const knowsOurs = ours === null || came.revisions.some(({ id }) => id === ours.id)
    if (knowsOurs !== knowsTheirs) return knowsOurs ? 'newer' : 'older'
    return 'other'
  }
  const later = heldAt === null || cameAt === null ? 0 : Date.parse(cameAt) - Date.parse(heldAt)
  return later > 0 ? 'newer' : later < 0 ? 'older' : 'other'
}

/** Brings a list of records to what a file says: those it lacks go, those it has come. */
function replaceList(held: readonly PlanRecord[], came: readonly PlanRecord[], keep: boolean): Change[] {
  const before = new Map(held.map((record) => [record.id, record]))
  const stays = new Set(came.map(({ id }) => id))
  return [
    ...held.filter(({ id }) => !keep && !stays.has(id)).map((record): Change => ({ kind: 'remove', record })),
    ...came.flatMap((record): Change[] => {
      const former = before.get(record.id)
      if (former === undefined) return [{ kind: 'insert', record }]
      const { id: _id, type: _type, ...fields } = record
      const change = updateRecord<PlanRecord>(former, fields)
      return change === null ? [] : [change]
    }),
  ]
}

/**
 * The changes that move a text of the Chair's to that of a later file: the document, its revisions and deadlines become the file's, and what
 * it says of proposals is added to what is known of them. Proposals made here stay. A file that was exported without proposals says
 * nothing about decisions either.
 */
export function changesToText(held: Plan, came: Plan): Change[] {
  const saysDecisions = came.proposals.length > 0 || came.decisions.length > 0
  return [
    ...restoreTo(held, came),
    ...(['revision', 'deadline'] as const).flatMap((type) => replaceList(held[planLists[type]], came[planLists[type]], false)),
    ...replaceList(held.decisions, came.decisions, !saysDecisions),
    ...collect(held, { proposals: came.proposals, objections: came.objections, decisions: [] }).changes,
  ]
}

export interface Desk {
  readonly store: Store
  readonly now: () => Date
  readonly makeId: MakeId
}

/** What receiving came to: the plan (null for a register), and whether anything was written. */
export interface Received {
  readonly planId: string | null
  readonly changed: boolean
}

/** The plan that is held is one's own, and cannot be the Chair's as well. */
export interface HeldAsOwn {
  readonly kind: 'held-as-own'
}

const unchanged = (planId: string | null): Result<Received, never> => success({ planId, changed: false })

/** A held text that moves to that of the file, in one step. */
function moveOn({ store, now, makeId }: Desk, held: Plan, came: ReceivedFile & { file: { kind: 'plan' } }): Result<Received, NotSaved> {
  const planId = held.header.id
  const changes = changesToText(held, came.file.plan)
  const at = now().toISOString()
  const brought = { ...receiptOf(came, 'delegation', at), instruments: came.file.instruments, unknown: came.file.unknown }
  if (changes.length === 0) return unchanged(planId)
  if (!applyChanges(held, changes).ok) throw new Error('A text that came does not follow from the one held.')
  const label = say('step.received', { sender: came.sender?.delegation ?? came.name })
  const written = store.receive(planId, { id: makeId(), label, changes, at }, brought)
  if (written.ok) return success({ planId, changed: true })
  if (written.error.kind === 'not-saved') return failure(written.error)
  throw new Error(`A text that came cannot be written: ${written.error.kind}`)
}

/** Takes a plan or a register into the library. See the contract. */
export function receive(desk: Desk, came: ReceivedFile, as: PlanMode): Result<Received, NotSaved | HeldAsOwn | { kind: 'other-kind' }> {
  const { store, now } = desk
  const { file } = came
  if (file.kind === 'proposals') return failure({ kind: 'other-kind' })
  if (file.kind === 'register') {
    const learned = store.learn(file.instruments)
    return learned.ok ? success({ planId: null, changed: learned.value > 0 }) : learned
  }
  const { plan, instruments, unknown } = file
  const planId = plan.header.id
  const held = store.plan(planId)
  const heldMode = held.ok ? store.mode(planId) : null
  if (held.ok && as === 'delegation') {
    if (heldMode === 'own') return failure({ kind: 'held-as-own' })
    const moved = moveOn(desk, held.value, { ...came, file })
    if (moved.ok) store.setBinned(planId, false)
    return moved
  }
  if (held.ok && heldMode === 'own' && equal(held.value, plan)) return unchanged(planId)
  const added = store.addPlan(plan, instruments, { ...receiptOf(came, as, now().toISOString()), unknown })
  return added.ok ? success({ planId: added.value.planId, changed: true }) : added
}
