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

const touches = new WeakMap<Set, { readonly value: unknown; readonly parts: ByPart }>()

/** What a change would lay hands on in the text as it now stands. */
function partsOf(plan: Plan, change: Set): ByPart {
  const value = currentValue(plan, change)
  const made = touches.get(change)
  if (made !== undefined && made.value === value) return made.parts
  const merged = value === undefined ? null : mergeValue(change.was, value, change.value, change.field)
  const parts = Map.groupBy(merged?.ok === true ? touched(value, merged.value, change.field, change.field) : [], ({ part }) => part)
  touches.set(change, { value, parts })
  return parts
}

function clashOfSets(plan: Plan, a: Set, b: Set): Clash | null {
  if (a.field !== b.field || equal(a.value, b.value)) return null
  const [first, second] = [partsOf(plan, a), partsOf(plan, b)]
  let clash: Clash | null = null
  for (const [part, ones] of first) {
    const others = second.get(part) ?? []
    if (!ones.some((one) => others.some((other) => exclude(one, other)))) continue
    if (ones.some(({ words }) => words !== null)) return 'words'
    clash = 'value'
  }
  return clash
}

/** Why two changes of one record cannot both be accepted as they stand; null when they can. */
function clashOf(plan: Plan, a: ProposedChange, b: ProposedChange): Clash | null {
  if (a.kind === 'insert' || b.kind === 'insert') return a.kind === b.kind && !equal(a.record, b.record) ? 'row' : null
  if (a.kind === 'remove' || b.kind === 'remove')
    return a.kind === 'set' || b.kind === 'set' || a.kind === 'move' || b.kind === 'move' ? 'deletion' : null
  if (a.kind === 'move' && b.kind === 'move') return a.after === b.after ? null : 'place'
  return a.kind === 'set' && b.kind === 'set' ? clashOfSets(plan, a, b) : null
}

/**
 * The other open proposals that cannot be accepted beside this one as they stand: accepting the one makes the others obsolete until they are
 * accepted with changes. Only proposals on the same record are looked at.
 */
export const conflictsOf = (plan: Plan, proposal: Proposal): Conflict[] =>
  (byRecord(plan.proposals).get(recordOf(proposal.change)) ?? []).flatMap((other): Conflict[] => {
    if (other.id === proposal.id) return []
    const clash = clashOf(plan, proposal.change, other.change)
    return clash !== null && isOpen(stateOf(plan, other)) ? [{ with: other, clash }] : []
  })
