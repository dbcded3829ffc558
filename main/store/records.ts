import { z } from '#shared/lib/zod.ts'
import { type PlanRecord, planRecord } from '#shared/model/plan.ts'
import type { Database } from './database.ts'

/** Where the record sorts among its kind; the same for records that have no order of their own. */
const positionOf = (record: PlanRecord): string => ('order' in record ? record.order : '')

/** A plan's records, each as JSON under its id. */
export function recordTable(database: Database) {
  const all = database.prepare<[string], string>('SELECT body FROM records WHERE plan_id = ? ORDER BY type, position, id').pluck()
  const put = database.prepare<[planId: string, type: string, id: string, position: string, body: string]>(
    `INSERT INTO records VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (plan_id, type, id) DO UPDATE SET position = excluded.position, body = excluded.body`,
  )
  const remove = database.prepare<[string, string, string]>('DELETE FROM records WHERE plan_id = ? AND type = ? AND id = ?')
  const clear = database.prepare<[string]>('DELETE FROM records WHERE plan_id = ?')
  return {
    all: (planId: string): PlanRecord[] => all.all(planId).map((body) => planRecord.parse(JSON.parse(body))),
    put: (planId: string, record: PlanRecord): void =>
      void put.run(planId, record.type, record.id, positionOf(record), JSON.stringify(record)),
    remove: (planId: string, type: PlanRecord['type'], id: string): void => void remove.run(planId, type, id),
    clear: (planId: string): void => void clear.run(planId),
  }
}

/** Records as the beginnings table and whole-plan comparisons hold them. */
export const readRecords = (json: string): PlanRecord[] => z.array(planRecord).parse(JSON.parse(json))
