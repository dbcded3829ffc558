import { z } from '#shared/lib/zod.ts'
import { message } from '#shared/locales/message.ts'
import { type Change, type Operation, change } from '#shared/operations/change.ts'
import type { StepKind } from '#shared/operations/history.ts'
import type { Database } from './database.ts'

/** A line of the log without its changes, which can be long. */
export type StepHead = Omit<Operation, 'changes'> & StepKind & { readonly sequence: number }

interface HeadRow {
  readonly sequence: number
  readonly id: string
  readonly kind: 'edit' | 'undo' | 'redo'
  readonly step_of: string | null
  readonly label: string
  readonly at: string
}

function toHead({ sequence, id, kind, step_of: of, label, at }: HeadRow): StepHead {
  const head = { sequence, id, label: message.parse(JSON.parse(label)), at }
  if (kind === 'edit') return { ...head, kind }
  if (of === null) throw new Error(`Step ${id} takes back or repeats nothing.`)
  return { ...head, kind, of }
}

/** The changes exactly as the log holds them. */
export const writeChanges = (changes: readonly Change[]): string => JSON.stringify(changes)

/** The changes exactly as the log will give them back. */
export const readChanges = (json: string): Change[] => z.array(change).parse(JSON.parse(json))

const columns = 'sequence, id, kind, step_of, label, at'

/** The append-only log of steps. */
export function operationTable(database: Database) {
  const add = database.prepare<
    [planId: string, sequence: number, id: string, kind: string, of: string | null, label: string, changes: string, at: string]
  >('INSERT INTO operations VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const byId = database.prepare<[string], HeadRow & { plan_id: string }>(`SELECT plan_id, ${columns} FROM operations WHERE id = ?`)
  const changesOf = database.prepare<[string], string>('SELECT changes FROM operations WHERE id = ?').pluck()
  const upTo = database.prepare<[string, number], HeadRow>(
    `SELECT ${columns} FROM operations WHERE plan_id = ? AND sequence <= ? ORDER BY sequence`,
  )
  const newest = database.prepare<[string, number, number], HeadRow>(
    `SELECT ${columns} FROM operations WHERE plan_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
  )
  // Ids are found as text: a waiver names the row it is about, and its step belongs to that row's history.
  const newestOf = database.prepare<[string, number, string, number], HeadRow>(
    `SELECT ${columns} FROM operations WHERE plan_id = ? AND sequence < ? AND instr(changes, ?) > 0 ORDER BY sequence DESC LIMIT ?`,
  )
  const changes = database.prepare<[string], string>('SELECT changes FROM operations WHERE plan_id = ? ORDER BY sequence').pluck()
  const changesAfter = database
    .prepare<[string, number], string>('SELECT changes FROM operations WHERE plan_id = ? AND sequence > ? ORDER BY sequence DESC')
    .pluck()
  const firstOf = database
    .prepare<[string, string], number>('SELECT min(sequence) FROM operations WHERE plan_id = ? AND instr(changes, ?) > 0')
    .pluck()
  return {
    /** The first step whose changes name a record; null when none does. */
    firstNaming: (planId: string, record: string): number | null => firstOf.get(planId, record) ?? null,
    /** Adds a step with its changes as JSON. */
    add(planId: string, step: StepHead, changesJson: string): void {
      const of = step.kind === 'edit' ? null : step.of
      add.run(planId, step.sequence, step.id, step.kind, of, JSON.stringify(step.label), changesJson, step.at)
    },
    find(id: string): { readonly planId: string; readonly step: StepHead } | null {
      const row = byId.get(id)
      return row === undefined ? null : { planId: row.plan_id, step: toHead(row) }
    },
    /** The changes of a step that is known to be there. */
    changesOf(id: string): Change[] {
      const json = changesOf.get(id)
      if (json === undefined) throw new Error(`Step ${id} is not in the history.`)
      return readChanges(json)
    },
    /** Steps up to a sequence number, oldest first. */
    upTo: (planId: string, sequence = Number.MAX_SAFE_INTEGER): StepHead[] => upTo.all(planId, sequence).map(toHead),
    /** At most `count` steps before a sequence number (null: from the end), newest first; with a record, those whose changes name it. */
    newest(planId: string, before: number | null, count: number, record: string | null): StepHead[] {
      const end = before ?? Number.MAX_SAFE_INTEGER
      return (record === null ? newest.all(planId, end, count) : newestOf.all(planId, end, record, count)).map(toHead)
    },
    /** The changes of the steps after a sequence number, newest first, read as they are needed. */
    *changesAfter(planId: string, sequence: number): Generator<Change[]> {
      for (const json of changesAfter.iterate(planId, sequence)) yield readChanges(json)
    },
    /** Every step's changes, oldest first, read as they are needed. */
    *allChanges(planId: string): Generator<Change[]> {
      for (const json of changes.iterate(planId)) yield readChanges(json)
    },
  }
}
