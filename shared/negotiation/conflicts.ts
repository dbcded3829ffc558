import { equal } from '../lib/equal.ts'
import type { Plan } from '../model/plan.ts'
import type { Proposal, ProposedChange } from '../model/proposal.ts'
import { currentValue } from './accept.ts'
import { recordOf } from './change-kind.ts'
import { mergeValue, type Value } from './merge-value.ts'
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

/** What a change would lay hands on in the text as it now stands, by the parts of the field. */
function partsOf(change: Set, current: Value | undefined): ByPart {
  const made = touches.get(change)
  if (made !== undefined && made.value === current) return made.parts
  const merged = current === undefined ? null : mergeValue(change.was, current, change.value, change.field)
  const parts = Map.groupBy(merged?.ok === true ? touched(current, merged.value, change.field, change.field) : [], ({ part }) => part)
  touches.set(change, { value: current, parts })
  return parts
}

function clashOfParts(first: ByPart, second: ByPart): Clash | null {
  let clash: Clash | null = null
  for (const [part, ones] of first) {
    const others = second.get(part)
    if (others === undefined || !ones.some((one) => others.some((other) => exclude(one, other)))) continue
    if (ones.some(({ words }) => words !== null)) return 'words'
    clash = 'value'
  }
  return clash
}

/** Why changes of one record cannot be accepted beside this one as they stand; null of those that can. */
function clashesWith(plan: Plan, one: ProposedChange): (other: ProposedChange) => Clash | null {
  switch (one.kind) {
    case 'insert':
      return (other) => (other.kind === 'insert' && !equal(one.record, other.record) ? 'row' : null)
    case 'remove':
      return (other) => (other.kind === 'set' || other.kind === 'move' ? 'deletion' : null)
    case 'move':
      return (other) => (other.kind === 'remove' ? 'deletion' : other.kind === 'move' && other.after !== one.after ? 'place' : null)
    case 'set': {
      const current = currentValue(plan, one)
      const parts = partsOf(one, current)
      return (other) => {
        if (other.kind === 'remove') return 'deletion'
        return other.kind === 'set' && other.field === one.field ? clashOfParts(parts, partsOf(other, current)) : null
      }
    }
  }
}

/**
 * The other open proposals that cannot be accepted beside this one as they stand: accepting the one makes the others obsolete until they are
 * accepted with changes. Only proposals on the same record are looked at.
 */
export function conflictsOf(plan: Plan, proposal: Proposal): Conflict[] {
  const clashWith = clashesWith(plan, proposal.change)
  const conflicts: Conflict[] = []
  for (const other of byRecord(plan.proposals).get(recordOf(proposal.change)) ?? []) {
    const clash = other.id === proposal.id ? null : clashWith(other.change)
    if (clash !== null && isOpen(stateOf(plan, other))) conflicts.push({ with: other, clash })
  }
  return conflicts
}
