import { runChecks } from '#shared/checks/index.ts'
import { createChecker } from '#shared/checks/run.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, removeRecord, setItems } from '#shared/operations/edits.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import type { Register } from '#shared/register/register.ts'
import { type BenchRow, benchTable, median, percentile } from './table.ts'
import { counterIds } from '../builders/plan.ts'
import { largeRegister, pick, planOfSize, seeded } from './large-plan.ts'

/** Plans after each of a person's edits here and there. Made beforehand: only checking is timed. */
function edits(plan: Plan, count: number, edit: (plan: Plan, activity: Activity, turn: number) => readonly Change[]): Plan[] {
  const random = seeded(42)
  const plans: Plan[] = []
  let current = plan
  for (let turn = 0; turn < count; turn++) {
    const outcome = applyChanges(current, edit(current, pick(random, current.activities), turn))
    if (!outcome.ok) throw new Error('The edit does not fit.')
    current = outcome.value
    plans.push(current)
  }
  return plans
}

/** A letter typed into a row. */
function typeInto(_: Plan, activity: Activity, turn: number): readonly Change[] {
  const [first, ...rest] = activity.items
  return first === undefined
    ? []
    : setItems(activity, [{ ...first, text: `${first.text}${String.fromCharCode(97 + (turn % 26))}` }, ...rest])
}

/** Rows inserted, moved up, and deleted, in turn. */
function rearrange(plan: Plan, activity: Activity, turn: number): readonly Change[] {
  const index = plan.activities.indexOf(activity)
  if (turn % 3 === 0) return insertActivity(plan, index, counterIds(1_000_000 + turn)).changes
  if (turn % 3 === 1) return moveActivities(plan, [activity], Math.max(index - 1, 0))
  return removeRecord(activity)
}

/** Times that the same edits are gone through: the least time of each is what it costs, without other programs' interruptions. */
const rounded = 5

/** How long checking again takes after each edit, the first ones left out. */
function again(plan: Plan, register: Register, plans: readonly Plan[], warming: number): number[] {
  const rounds = Array.from({ length: rounded }, () => {
    const checker = createChecker(register)
    checker.check(plan)
    return plans.map((next) => {
      const from = performance.now()
      checker.check(next)
      return performance.now() - from
    })
  })
  return plans.map((_, turn) => Math.min(...rounds.map((times) => times[turn] ?? Number.POSITIVE_INFINITY))).slice(warming)
}

/** Whole checks at each size, and checking again after one edit. */
async function measure(size: number, register: Register): Promise<BenchRow[]> {
  const plan = planOfSize(size)
  const label = `${size.toLocaleString('en')} activities`
  const whole = await median(5, () => runChecks(plan, register))
  const typed = again(plan, register, edits(plan, 550, typeInto), 50)
  const rearranged = again(plan, register, edits(plan, 99, rearrange), 9)
  const peer = { peer: whole, peerName: 'checking the whole plan again' }
  return [
    { work: 'check a whole plan', size: label, ours: whole, peer: null, peerName: 'none', unit: 'ms' },
    { work: 'check a whole plan, a row', size: label, ours: (whole * 1000) / size, peer: null, peerName: 'none', unit: 'µs' },
    { work: 're-check after a key press, p50', size: label, ours: percentile(typed, 0.5), ...peer, unit: 'ms' },
    { work: 're-check after a key press, p99', size: label, ours: percentile(typed, 0.99), ...peer, unit: 'ms' },
    {
      work: 're-check after a row is inserted, moved or deleted, p50',
      size: label,
      ours: percentile(rearranged, 0.5),
      ...peer,
      unit: 'ms',
    },
    {
      work: 're-check after a row is inserted, moved or deleted, p99',
      size: label,
      ours: percentile(rearranged, 0.99),
      ...peer,
      unit: 'ms',
    },
  ]
}

/** The check at 100, 1,000 and 10,000 activities, against a register of 80,000 provisions. */
export async function run(): Promise<BenchRow[]> {
  const register = largeRegister()
  await measure(100, register)
  const rows: BenchRow[] = []
  for (const size of [100, 1000, 10_000]) rows.push(...(await measure(size, register)))
  return rows
}

if (import.meta.main) console.log(benchTable(await run()))
