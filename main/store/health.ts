import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges, planOf, recordsOf } from '#shared/operations/apply.ts'
import type { Database } from './database.ts'
import { readRecords } from './records.ts'
import type { Tables } from './tables.ts'

/** What a check of the store found, and whether it could be put right. */
export interface Ailment {
  readonly check: string
  /** The plan concerned; null for the store as a whole. */
  readonly planId: string | null
  readonly repaired: boolean
}

/** A test that names what is wrong (a plan, or null for the store as a whole), and what puts it right. */
interface Check {
  readonly name: string
  readonly test: () => readonly (string | null)[]
  /** Whether it could be repaired. Runs in a transaction. */
  readonly repair: (planId: string | null) => boolean
}

/** The plan as its beginning and every step of its log make it. Null where the log itself does not hold together. */
export function foldPlan({ plans, operations }: Tables, planId: string): Plan | null {
  const beginning = plans.beginning(planId)
  if (beginning === null) return null
  let plan = planOf(readRecords(beginning))
  for (const changes of operations.allChanges(planId)) {
    const applied = applyChanges(plan, changes)
    if (!applied.ok) return null
    plan = applied.value
  }
  return plan
}

/** Writes a plan's records and summary anew from its log. */
function rebuild(tables: Tables, planId: string): boolean {
  const plan = foldPlan(tables, planId)
  const summary = tables.plans.get(planId)
  if (plan === null || summary === null) return false
  tables.records.clear(planId)
  for (const record of recordsOf(plan)) tables.records.put(planId, record)
  tables.plans.update(plan, summary.changedAt)
  return true
}

/** Checks quick enough for every opening: they read indexes and counts, no record's content. */
const quickChecks = (database: Database, tables: Tables): readonly Check[] => [
  {
    name: 'summaries match their records',
    test: () =>
      database
        .prepare<[], string>(
          `SELECT id FROM plans WHERE activities <> (SELECT count(*) FROM records WHERE plan_id = plans.id AND type = 'activity')
             OR 1 <> (SELECT count(*) FROM records WHERE plan_id = plans.id AND type = 'plan')`,
        )
        .pluck()
        .all(),
    repair: (planId) => planId !== null && rebuild(tables, planId),
  },
  {
    name: 'logs have no gaps',
    test: () =>
      database.prepare<[], string>('SELECT plan_id FROM operations GROUP BY plan_id HAVING max(sequence) <> count(*)').pluck().all(),
    repair: () => false,
  },
]

/** Checks that read everything: for the health command and the torture tests. */
const deepChecks = (database: Database, tables: Tables): readonly Check[] => [
  {
    name: 'records are the fold of their log',
    test: () =>
      tables.plans
        .list()
        .map(({ id }) => id)
        .filter((id) => {
          const folded = foldPlan(tables, id)
          return folded === null || !isDeepStrictEqual(recordsOf(folded), recordsOf(planOf(tables.records.all(id))))
        }),
    repair: (planId) => planId !== null && rebuild(tables, planId),
  },
  {
    name: 'the search index matches its passages',
    test() {
      try {
        database.exec("INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)")
        return []
      } catch {
        return [null]
      }
    },
    repair() {
      database.exec("INSERT INTO passage_words (passage_words) VALUES ('rebuild')")
      return true
    },
  },
]

function runChecks(database: Database, checks: readonly Check[]): Ailment[] {
  return checks.flatMap(({ name, test, repair }) =>
    test().map((planId) => ({ check: name, planId, repaired: database.transaction(() => repair(planId)).immediate() })),
  )
}

/** What cannot be had again. The register's tables are large, and are learned or shipped anew. */
const precious = ['meta', 'plans', 'beginnings', 'records', 'operations', 'receipts', 'foreign_fields', 'known_keys']

/**
 * Whether SQLite finds the file sound. `quick` is for every opening: it reads the plans and their history, not the register, and does not
 * compare indexes with their tables.
 */
export function isFileSound(database: Database, depth: 'quick' | 'full'): boolean {
  const isOk = (pragma: string) => database.pragma(pragma, { simple: true }) === 'ok'
  if (depth === 'full') return isOk('integrity_check(1)')
  const present = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  return precious.filter((table) => present.includes(table)).every((table) => isOk(`quick_check(${table})`))
}

/** Finds what is wrong with the store's content and repairs what can be repaired. */
export function checkHealth(database: Database, tables: Tables, depth: 'quick' | 'full'): Ailment[] {
  const quick = runChecks(database, quickChecks(database, tables))
  return depth === 'quick' ? quick : [...quick, ...runChecks(database, deepChecks(database, tables))]
}
