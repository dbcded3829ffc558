import { byId } from '../lib/by-id.ts'
import { equal } from '../lib/equal.ts'
import { failure, type Result, success } from '../lib/result.ts'
import type { z } from '../lib/zod.ts'
import { type Plan, planLists, type PlanRecord } from '../model/plan.ts'
import type { Proposable, ProposedChange } from '../model/proposal.ts'
import type { Change } from '../operations/change.ts'
import { updateRecord } from '../operations/edits.ts'
import { fieldOf, mergeValue, type Value } from './merge-value.ts'
import { keyNear, precedingId } from './place.ts'

/**
 * Why a proposed change no longer fits the text: `gone` when what it is about was taken out, `changed` when the same words (or the date, or
 * the row to be deleted) were changed since it was made, `invalid` when it would make a record that no plan can hold.
 */
export type Misfit = 'gone' | 'changed' | 'invalid'

/** The record of a plan's document with this id. */
export const recordIn = (plan: Plan, id: string): PlanRecord | undefined =>
  plan.header.id === id ? plan.header : (byId(plan.activities, id) ?? byId(plan.sections, id) ?? byId(plan.mandates, id))

type JsonValue = z.infer<ReturnType<typeof z.json>>

const listOf = (plan: Plan, type: Proposable['type']): readonly Proposable[] => plan[planLists[type]]

export const isProposable = (record: PlanRecord): record is Proposable =>
  record.type === 'section' || record.type === 'mandate' || record.type === 'activity'

/** What a record's field holds: plain data, since records are. */
export const jsonOf = (value: unknown): JsonValue => value as JsonValue

/** The record behind which a key sorts. */
const behindKey = (list: readonly Proposable[], key: string): string | null => list.findLast(({ order }) => order < key)?.id ?? null

const valueOf = (record: PlanRecord, field: string): Value | undefined => fieldOf(record, field)

/** Fields that are not words of the text: identity, and place, which has a kind of its own. */
const apart = new Set(['id', 'type', 'order'])

/** The fields of a record that can be proposed to be set. */
export const fieldsOf = (record: PlanRecord): (readonly [field: string, value: unknown])[] =>
  Object.entries(record).filter(([field]) => !apart.has(field))

/** What the field that a change sets now holds; undefined when it cannot be set, or its record is gone. */
export function currentValue(plan: Plan, { type, record: id, field }: Extract<ProposedChange, { kind: 'set' }>): Value | undefined {
  const record = recordIn(plan, id)
  return record?.type === type && !apart.has(field) ? valueOf(record, field) : undefined
}

function setField(plan: Plan, change: Extract<ProposedChange, { kind: 'set' }>): Result<Change[], Misfit> {
  const { record: id, field, was, value } = change
  if (apart.has(field)) return failure('invalid')
  const [record, current] = [recordIn(plan, id), currentValue(plan, change)]
  if (record === undefined || current === undefined) return failure('gone')
  const merged = mergeValue(was, current, value, field)
  if (!merged.ok) return failure('changed')
  const update = updateRecord<PlanRecord>(record, { [field]: merged.value })
  return success(update === null ? [] : [update])
}

function insert(plan: Plan, { record, after }: Extract<ProposedChange, { kind: 'insert' }>): Result<Change[], Misfit> {
  const held = recordIn(plan, record.id)
  if (held !== undefined) return equal({ ...record, order: '' }, { ...held, order: '' }) ? success([]) : failure('changed')
  const order = keyNear(listOf(plan, record.type), after, record.order)
  return success([{ kind: 'insert', record: { ...record, order } }])
}

function remove(plan: Plan, { record }: Extract<ProposedChange, { kind: 'remove' }>): Result<Change[], Misfit> {
  const held = recordIn(plan, record.id)
  if (held === undefined) return success([])
  // A row that was merely moved is still the row that the delegation wants out.
  return equal({ ...held, order: '' }, { ...record, order: '' }) ? success([{ kind: 'remove', record: held }]) : failure('changed')
}

function move(plan: Plan, { type, record: id, was, after, from, to }: Extract<ProposedChange, { kind: 'move' }>): Result<Change[], Misfit> {
  const list = listOf(plan, type)
  const index = list.findIndex((record) => record.id === id)
  const record = list[index]
  if (record === undefined) return failure('gone')
  const behind = list[index - 1]?.id ?? null
  // Somebody else has moved it since: to where this delegation wants it, or elsewhere.
  if (record.order !== from && behind === after) return success([])
  if (record.order !== from && behind !== was) return failure('changed')
  const change = updateRecord<PlanRecord>(record, { order: keyNear(list.toSpliced(index, 1), after, to) })
  return success(change === null ? [] : [change])
}

/**
 * The edits that write a proposed change into a plan as it now stands: none when the text says it already. Where the base has moved on they
 * are brought together with what was done since; the error says why they cannot be.
 */
export function enact(plan: Plan, change: ProposedChange): Result<Change[], Misfit> {
  switch (change.kind) {
    case 'set':
      return setField(plan, change)
    case 'insert':
      return insert(plan, change)
    case 'remove':
      return remove(plan, change)
    case 'move':
      return move(plan, change)
  }
}

/**
 * A proposed change as its edits really wrote it into this plan: from the words that stood there to those that stand now. Null when nothing
 * was written, because the text said it already.
 */
export function enactedBy(plan: Plan, wanted: ProposedChange, changes: readonly Change[]): ProposedChange | null {
  const [change] = changes
  if (change === undefined) return null
  if (change.kind === 'update') {
    if (wanted.kind === 'move') {
      const [from, to] = [String(change.was['order']), String(change.set['order'])]
      return { ...wanted, was: precedingId(listOf(plan, wanted.type), wanted.record), from, to }
    }
    if (wanted.kind !== 'set') return null
    return { ...wanted, was: jsonOf(change.was[wanted.field]), value: jsonOf(change.set[wanted.field]) }
  }
  const { record } = change
  if (wanted.kind !== 'insert' && wanted.kind !== 'remove') return null
  return isProposable(record) ? { ...wanted, record } : null
}

/** The change that takes an enacted one back: the same, the other way round. A row goes back to where its key says. */
export function reversed(plan: Plan, change: ProposedChange): ProposedChange {
  switch (change.kind) {
    case 'set':
      return { ...change, was: change.value, value: change.was }
    case 'insert':
      return { kind: 'remove', record: change.record }
    case 'remove':
      return { kind: 'insert', record: change.record, after: behindKey(listOf(plan, change.record.type), change.record.order) }
    case 'move': {
      const others = listOf(plan, change.type).filter(({ id }) => id !== change.record)
      return { ...change, was: change.after, after: behindKey(others, change.from), from: change.to, to: change.from }
    }
  }
}
