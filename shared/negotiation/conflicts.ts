import { equal } from '../lib/equal.ts'
import type { Plan } from '../model/plan.ts'
import type { Proposal, ProposedChange } from '../model/proposal.ts'
import { currentValue } from './accept.ts'
import { recordOf } from './change-kind.ts'
import { mergeValue } from './merge-value.ts'
import { isOpen, stateOf } from './states.ts'
import { exclude, type Touch, touched } from './touches.ts'

/**
 * Why two proposals cannot both be accepted as they stand: they change the same `words`, or set one thing, such as a date, to different
 * `value`s; one takes out what the other changes (`deletion`); they move one row to different `place`s; or they insert the same row
 * differently (`row`).
 */
export type Clash = 'words' | 'value' | 'deletion' | 'place' | 'row'

/** An open proposal that stands in the way of another. */
export interface Conflict {
  readonly with: Proposal
  readonly clash: Clash
}

type Set = Extract<ProposedChange, { kind: 'set' }>

const groups = new WeakMap<readonly Proposal[], ReadonlyMap<string, readonly Proposal[]>>()

/** The proposals of a plan by the record that they are about. */
function byRecord(proposals: readonly Proposal[]): ReadonlyMap<string, readonly Proposal[]> {
  const made = groups.get(proposals) ?? Map.groupBy(proposals, ({ change }) => recordOf(change))
  groups.set(proposals, made)
  return made
}

type ByPart = ReadonlyMap<string, readonly Touch[]>

/** A proposal with what it would lay hands on in the text as it now stands, by the parts of the field that it sets. */
interface Claim {
  readonly proposal: Proposal
  readonly parts: ByPart
}

const touches = new WeakMap<Set, { readonly value: unknown; readonly parts: ByPart }>()
const noParts: ByPart = new Map()

function partsOf(plan: Plan, change: ProposedChange): ByPart {
  if (change.kind !== 'set') return noParts
  const current = currentValue(plan, change)
  const made = touches.get(change)
  if (made !== undefined && made.value === current) return made.parts
  const merged = current === undefined ? null : mergeValue(change.was, current, change.value, change.field)
  const parts = Map.groupBy(merged?.ok === true ? touched(current, merged.value, change.field, change.field) : [], ({ part }) => part)
  touches.set(change, { value: current, parts })
  return parts
}

/** What a change does to its record: two that do the same may clash, and one that takes it out with those that change it. */
const actOf = (change: ProposedChange): string => (change.kind === 'set' ? `set ${change.field}` : change.kind)

type ByAct = ReadonlyMap<string, readonly Claim[]>

const claims = new WeakMap<Plan, Map<string, ByAct>>()

/** The open proposals on a record, by what they do to it. */
function claimsOn(plan: Plan, record: string): ByAct {
  const known = claims.get(plan) ?? new Map<string, ByAct>()
  claims.set(plan, known)
  const held = known.get(record)
  if (held !== undefined) return held
  const open = (byRecord(plan.proposals).get(record) ?? []).filter((proposal) => isOpen(stateOf(plan, proposal)))
  const made = Map.groupBy(
    open.map((proposal) => ({ proposal, parts: partsOf(plan, proposal.change) })),
    ({ proposal }) => actOf(proposal.change),
  )
  known.set(record, made)
  return made
}

/** The proposals on a record that may clash with a change of it. */
function near(change: ProposedChange, byAct: ByAct): Claim[] {
  if (change.kind === 'remove') return [...byAct].flatMap(([act, some]) => (act === 'remove' ? [] : some))
  const takingOut = change.kind === 'insert' ? [] : (byAct.get('remove') ?? [])
  return [...(byAct.get(actOf(change)) ?? []), ...takingOut]
}

const excludesAny = (ones: readonly Touch[], others: readonly Touch[]): boolean => {
  for (const one of ones) for (const other of others) if (exclude(one, other)) return true
  return false
}

function clashOfParts(first: ByPart, second: ByPart): Clash | null {
  let clash: Clash | null = null
  for (const [part, ones] of first) {
    const others = second.get(part)
    if (others === undefined || !excludesAny(ones, others)) continue
    if (ones.some(({ words }) => words !== null)) return 'words'
    clash = 'value'
  }
  return clash
}

/** Why two changes of one record cannot both be accepted as they stand; null when they can. */
function clashOf({ proposal: { change: a }, parts: first }: Claim, { proposal: { change: b }, parts: second }: Claim): Clash | null {
  if (a.kind === 'set' && b.kind === 'set') return clashOfParts(first, second)
  if (a.kind === 'insert' || b.kind === 'insert') return a.kind === b.kind && !equal(a.record, b.record) ? 'row' : null
  if (a.kind === 'remove' || b.kind === 'remove') return 'deletion'
  return a.kind === 'move' && b.kind === 'move' && a.after !== b.after ? 'place' : null
}

/**
 * The other open proposals that cannot be accepted beside this one as they stand: accepting the one makes the others obsolete until they are
 * accepted with changes. Only proposals on the same record are looked at.
 */
export function conflictsOf(plan: Plan, proposal: Proposal): Conflict[] {
  const own: Claim = { proposal, parts: partsOf(plan, proposal.change) }
  const conflicts: Conflict[] = []
  for (const claim of near(proposal.change, claimsOn(plan, recordOf(proposal.change)))) {
    const clash = clashOf(own, claim)
    if (clash !== null && claim.proposal.id !== proposal.id) conflicts.push({ with: claim.proposal, clash })
  }
  return conflicts
}
