import SqliteDatabase from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { say } from '#shared/locales/message.ts'
import { setItems } from '#shared/operations/edits.ts'
import { makeDurable } from '../../main/store/database.ts'
import { type Store, openStore } from '../../main/store/open.ts'
import { aPlan, anActivity, anItem, on } from '../builders/plan.ts'
import { type BenchRow, benchTable, percentile } from './table.ts'

/** Acknowledged edits at each size, ours and the bare loop's in turns, so that a busy machine slows both. */
const rounds = 8
const editsARound = 100

const at = '2021-03-01T12:00:00Z'

const now = () => new Date()

async function aStore(folder: string, rows: number): Promise<{ store: Store; planId: string }> {
  const opened = await openStore({ folder, now, makeId: uuid, shipped: [] })
  if (!opened.ok) throw new Error(opened.error.sentence)
  const activities = Array.from({ length: rows }, (_, row) =>
    anActivity({
      id: uuid(),
      when: on('2021-01-26', '14:30'),
      mandate: ['AG/RES. 2910 (XLVII-O/17)'],
      items: [`Presentation ${row}`, '· Exchange of views'],
    }),
  )
  const plan = aPlan({ id: uuid(), activities })
  const added = opened.value.addPlan(plan)
  if (!added.ok) throw new Error(added.error.cause)
  return { store: opened.value, planId: added.value.planId }
}

/** One key press worth of change in a row, written through the store. Gives the milliseconds until it was acknowledged. */
function edit(store: Store, planId: string, count: number): number {
  const start = performance.now()
  const plan = store.plan(planId)
  if (!plan.ok) throw new Error('The plan is gone.')
  const { activities } = plan.value
  const activity = activities[count % activities.length]
  if (activity === undefined) throw new Error('The plan has no rows.')
  const changes = setItems(activity, [anItem(`Presentation ${count}`), ...activity.items.slice(1)])
  const outcome = store.apply(planId, { id: uuid(), label: say('step.items', { row: count }), changes, at })
  if (!outcome.ok) throw new Error(outcome.error.kind)
  return performance.now() - start
}

/** What a hand-written transaction costs that puts the same bytes in the same three places, with the same pragmas and nothing checked. */
function bareLoop(folder: string, rows: number, bytes: { changes: string; record: string }) {
  const database = new SqliteDatabase(join(folder, 'bare.sqlite'))
  makeDurable(database)
  database.exec(`
    CREATE TABLE plans (id TEXT PRIMARY KEY, title TEXT, changed_at TEXT);
    CREATE TABLE records (plan_id TEXT, type TEXT, id TEXT, position TEXT, body TEXT, PRIMARY KEY (plan_id, type, id));
    CREATE TABLE operations (plan_id TEXT, sequence INTEGER, id TEXT UNIQUE, kind TEXT, step_of TEXT, label TEXT, changes TEXT, at TEXT, PRIMARY KEY (plan_id, sequence));
  `)
  const planId = uuid()
  const ids = Array.from({ length: rows }, () => uuid())
  const insert = database.prepare("INSERT INTO records VALUES (?, 'activity', ?, 'a0', ?)")
  database.transaction(() => {
    database.prepare("INSERT INTO plans VALUES (?, 'Plan', '')").run(planId)
    for (const id of ids) insert.run(planId, id, bytes.record)
  })()
  const log = database.prepare("INSERT INTO operations VALUES (?, ?, ?, 'edit', NULL, ?, ?, ?)")
  const put = database.prepare("UPDATE records SET body = ? WHERE plan_id = ? AND type = 'activity' AND id = ?")
  const touch = database.prepare('UPDATE plans SET changed_at = ? WHERE id = ?')
  const write = database.transaction((count: number) => {
    log.run(planId, count, uuid(), '{"id":"step.items","data":{"row":1}}', bytes.changes, at)
    put.run(bytes.record, planId, ids[count % ids.length])
    touch.run(now().toISOString(), planId)
  })
  return {
    write(count: number): number {
      const start = performance.now()
      write.immediate(count)
      return performance.now() - start
    },
    close: () => void database.close(),
  }
}

const perSecond = (times: readonly number[]): number => Math.round((times.length * 1000) / times.reduce((sum, time) => sum + time, 0))

/** Durable edits against a bare transaction loop. */
export async function run(): Promise<BenchRow[]> {
  const table: BenchRow[] = []
  for (const rows of [10, 100, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'mandato-bench-'))
    try {
      const { store, planId } = await aStore(folder, rows)
      edit(store, planId, 0)
      const plan = store.plan(planId)
      const record = JSON.stringify(plan.ok ? plan.value.activities[0] : null)
      const items = JSON.stringify(plan.ok ? plan.value.activities[0]?.items : null)
      const bare = bareLoop(folder, rows, {
        record,
        changes: `[{"kind":"update","type":"activity","id":"${uuid()}","set":${items},"was":${items}}]`,
      })
      const [ours, theirs]: [number[], number[]] = [[], []]
      let count = 0
      for (let warm = 0; warm < editsARound; warm += 1) {
        edit(store, planId, (count += 1))
        bare.write(-count)
      }
      for (let round = 0; round < rounds; round += 1) {
        const start = count
        for (let index = 0; index < editsARound; index += 1) ours.push(edit(store, planId, (count += 1)))
        for (let index = 1; index <= editsARound; index += 1) theirs.push(bare.write(start + index))
      }
      store.close()
      bare.close()
      const size = `plan of ${rows.toLocaleString('en')} rows`
      const peerName = 'bare transaction loop, same bytes and pragmas'
      for (const [work, share] of [
        ['durable edit, p50', 0.5],
        ['durable edit, p99', 0.99],
      ] as const) {
        table.push({ work, size, ours: percentile(ours, share), peer: percentile(theirs, share), peerName, unit: 'ms' })
      }
      table.push({ work: 'durable edits', size, ours: perSecond(ours), peer: perSecond(theirs), peerName, unit: 'per second' })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return table
}

if (process.argv[1] === import.meta.filename) console.log(benchTable(await run()))
