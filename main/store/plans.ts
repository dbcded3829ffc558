import type { PlanSummary } from '#shared/contract/contract.ts'
import { language } from '#shared/model/language.ts'
import { type Plan, term } from '#shared/model/plan.ts'
import type { Database } from './database.ts'

interface PlanRow {
  readonly id: string
  readonly title: string
  readonly committee: string
  readonly term: string | null
  readonly language: string
  readonly activities: number
  readonly changed_at: string
  readonly binned_at: string | null
}

const toSummary = (row: PlanRow): PlanSummary => ({
  id: row.id,
  title: row.title,
  committee: row.committee,
  term: row.term === null ? null : term.parse(JSON.parse(row.term)),
  language: language.parse(row.language),
  activities: row.activities,
  changedAt: row.changed_at,
  binnedAt: row.binned_at,
})

const toRow = ({ header, activities }: Plan, changedAt: string): PlanRow => ({
  id: header.id,
  title: header.title,
  committee: header.committee.name,
  term: header.term === null ? null : JSON.stringify(header.term),
  language: header.language,
  activities: activities.length,
  changed_at: changedAt,
  binned_at: null,
})

/** The library: one row a plan, kept in step with the plan's records by whoever writes them. */
export function planTable(database: Database) {
  const all = database.prepare<[], PlanRow>('SELECT * FROM plans ORDER BY changed_at DESC, id')
  const one = database.prepare<[string], PlanRow>('SELECT * FROM plans WHERE id = ?')
  const insert = database.prepare<[PlanRow]>(
    'INSERT INTO plans VALUES (@id, @title, @committee, @term, @language, @activities, @changed_at, @binned_at)',
  )
  const update = database.prepare<[PlanRow]>(
    `UPDATE plans SET title = @title, committee = @committee, term = @term, language = @language, activities = @activities,
       changed_at = @changed_at WHERE id = @id`,
  )
  const bin = database.prepare<[string | null, string]>('UPDATE plans SET binned_at = ? WHERE id = ?')
  const begin = database.prepare<[string, string]>('INSERT INTO beginnings VALUES (?, ?)')
  const beginning = database.prepare<[string], string>('SELECT records FROM beginnings WHERE plan_id = ?').pluck()
  return {
    list: (): PlanSummary[] => all.all().map(toSummary),
    get(id: string): PlanSummary | null {
      const row = one.get(id)
      return row === undefined ? null : toSummary(row)
    },
    /** Adds the row together with the records that the plan begins with, as JSON. */
    insert(plan: Plan, records: string, changedAt: string): void {
      insert.run(toRow(plan, changedAt))
      begin.run(plan.header.id, records)
    },
    /** Says again what the plan now says of itself. Leaves the bin alone. */
    update: (plan: Plan, changedAt: string): void => void update.run(toRow(plan, changedAt)),
    setBinned: (id: string, at: string | null): void => void bin.run(at, id),
    /** The records the plan began with, as JSON; null for a plan that is not there. */
    beginning: (id: string): string | null => beginning.get(id) ?? null,
  }
}
