import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { collect } from '#shared/negotiation/collect.ts'
import { conflictsOf } from '#shared/negotiation/conflicts.ts'
import { decide } from '#shared/negotiation/decide.ts'
import { propose } from '#shared/negotiation/propose.ts'
import { isOpen, stateOf } from '#shared/negotiation/states.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, orderKeysAt, setItems, setMandate, setWhen, updateRecord } from '#shared/operations/edits.ts'
import { aBlock, aSection, anItem, counterIds, on } from '../builders/plan.ts'
import { pick, planOfSize, seeded } from './large-plan.ts'
import { type BenchRow, benchTable, median } from './table.ts'

const countries = 34
const each = 300

const applied = (plan: Plan, changes: readonly Change[]): Plan => {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

/** A long plan: 150 rows, 60 paragraphs. */
function basePlan(): Plan {
  const plan = planOfSize(150)
  const makeId = counterIds(0x4000_0000)
  const words = plan.activities.map(({ items }) => items[0]?.text ?? '')
  const sections = Array.from({ length: 6 }, (_, part) =>
    aSection({
      id: makeId(),
      heading: `Part ${part + 1}`,
      order: `a${part}`,
      blocks: Array.from({ length: 10 }, (_, line) => aBlock(words.slice(line * 3, line * 3 + 4).join('. '), { id: makeId() })),
    }),
  )
  return { ...plan, sections }
}

/** The text with one of its words replaced. */
function reworded(text: string, random: () => number): string {
  const words = text.split(' ')
  return words.with(Math.floor(random() * words.length), pick(random, ['portable', 'regional', 'annual', 'voluntary', 'joint'])).join(' ')
}

/** One edit, of a kind and in a place that nobody planned. */
function edit(plan: Plan, random: () => number, makeId: () => string): readonly Change[] {
  const row: Activity = pick(random, plan.activities)
  const chance = random()
  if (chance < 0.3)
    return setItems(
      row,
      row.items.map((item, index) => (index === 0 ? { ...item, text: reworded(item.text, random) } : item)),
    )
  if (chance < 0.4)
    return setItems(row, [...row.items, anItem(`Panel on ${pick(random, ['return', 'labour', 'health'])}`, { id: makeId() })])
  if (chance < 0.55) return setWhen(row, on(`2027-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`))
  if (chance < 0.65)
    return setMandate(
      row,
      row.mandate.map((entry) =>
        entry.kind === 'citation' ? { ...entry, provisions: [...entry.provisions, `${Math.floor(random() * 60)}`] } : entry,
      ),
    )
  if (chance < 0.72) return insertActivity(plan, Math.floor(random() * plan.activities.length), makeId).changes
  if (chance < 0.76) return [{ kind: 'remove', record: row }]
  if (chance < 0.82) {
    const others = plan.activities.filter(({ id }) => id !== row.id)
    const [order = row.order] = orderKeysAt(others, Math.floor(random() * others.length), 1)
    return [updateRecord(row, { order }) ?? []].flat()
  }
  if (chance < 0.9)
    return [
      updateRecord(row, { venue: pick(random, ['Room A', 'Room B', 'Hall of the Americas']), notes: `Note ${Math.floor(random() * 9)}` }) ??
        [],
    ].flat()
  const section = pick(random, plan.sections)
  const place = Math.floor(random() * section.blocks.length)
  return [
    updateRecord(section, {
      blocks: section.blocks.map((block, index) => (index === place ? { ...block, text: reworded(block.text, random) } : block)),
    }) ?? [],
  ].flat()
}

/** The copy of the plan that a delegation edited until it had this many proposals, and its proposals. */
function delegation(base: Plan, number: number): { readonly edited: Plan; readonly proposals: readonly Proposal[] } {
  const random = seeded(1000 + number)
  const makeId = counterIds(0x1_0000_0000 * (number + 1))
  const author = { name: '', delegation: `Country ${number + 1}`, role: 'delegation', key: null } as const
  const by = { author, at: '2026-10-01T10:00:00Z', revision: null, makeId }
  let edited = base
  for (let tried = 0; ; tried++) {
    edited = applied(edited, edit(edited, random, makeId))
    if (tried < each || tried % 10 > 0) continue
    const { proposals } = applied(base, propose(base, edited, by))
    if (proposals.length >= each) return { edited, proposals: proposals.slice(0, each) }
  }
}

/** Files collected in turn, then the state of every proposal and what is in its way. */
function compiled(base: Plan, files: readonly (readonly Proposal[])[]) {
  let plan = base
  for (const proposals of files) plan = applied(plan, collect(plan, { proposals, objections: [], decisions: [] }).changes)
  const states = plan.proposals.map((proposal) => stateOf(plan, proposal))
  const conflicts = plan.proposals.map((proposal, index) => (isOpen(states[index] ?? 'open') ? conflictsOf(plan, proposal).length : 0))
  return { plan, open: states.filter(isOpen).length, inTheWay: conflicts.filter((count) => count > 0).length }
}

/** Every proposal decided in turn: accepted where it fits, else rejected. */
function decided(plan: Plan): Plan {
  const makeId = counterIds(0x7000_0000_0000)
  const by = { name: 'A. Chair', delegation: 'Chair', role: 'chair', key: null } as const
  return plan.proposals.reduce((current, proposal) => {
    const verdict = { id: makeId(), by, at: '2026-11-01T10:00:00Z', reason: 'Decided', instead: null }
    const accepted = decide(current, proposal, { ...verdict, outcome: 'accepted' })
    const outcome = accepted.ok ? accepted : decide(current, proposal, { ...verdict, outcome: 'rejected' })
    if (!outcome.ok) throw new Error('A rejection failed.')
    return applied(current, outcome.value)
  }, plan)
}

/** How long git takes to merge the edited copies, pretty-printed, into one file in turn; null where there is no git. */
async function gitMerges(base: Plan, copies: readonly Plan[]): Promise<number | null> {
  if (spawnSync('git', ['--version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'mandato-bench-'))
  const file = (name: string, plan: Plan): string => {
    const { header, sections, mandates, activities } = plan
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify({ header, sections, mandates, activities }, null, 2))
    return path
  }
  try {
    const from = file('base.json', base)
    const others = copies.map((copy, index) => file(`copy-${index}.json`, copy))
    return await median(3, () => {
      const ours = file('ours.json', base)
      for (const theirs of others) spawnSync('git', ['merge-file', '-q', ours, from, theirs])
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage: unknown = runInNewContext('gc')

/** Memory in use once what is no longer needed is gone. */
function megabytes(): number {
  if (typeof collectGarbage === 'function') collectGarbage()
  return process.memoryUsage().heapUsed / 2 ** 20
}

async function measure(
  base: Plan,
  delegations: readonly { readonly edited: Plan; readonly proposals: readonly Proposal[] }[],
): Promise<BenchRow[]> {
  // Copies, as files bring them: nothing that an earlier run remembered of a proposal is there.
  const fresh = () => delegations.map(({ proposals }) => structuredClone(proposals))
  const files = fresh()
  const before = megabytes()
  const held = compiled(base, files)
  const memory = megabytes() - before
  const runs = Array.from({ length: 6 }, fresh)
  const merged = await median(5, () => compiled(base, runs.pop() ?? []))
  const deciding = await median(1, () => decided(held.plan))
  const peer = await gitMerges(
    base,
    delegations.map(({ edited }) => edited),
  )
  const count = delegations.length * each
  const size = `${delegations.length} × ${each} proposals, ${held.inTheWay.toLocaleString('en')} in each other’s way`
  return [
    {
      work: 'compile all delegations’ proposals',
      size,
      ours: merged,
      peer,
      peerName:
        peer === null ? 'skipped: git is not installed' : 'git merge-file of the edited copies as JSON, which leaves conflict marks',
      unit: 'ms',
    },
    { work: 'decide every proposal in turn, each', size, ours: (deciding * 1000) / count, peer: null, peerName: 'none', unit: 'µs' },
    { work: 'memory of a compilation', size, ours: Math.max(0, memory), peer: null, peerName: 'none', unit: 'MB' },
  ]
}

/** A committee of 34 delegations with 300 proposals each, and smaller ones. */
export async function run(): Promise<BenchRow[]> {
  const base = basePlan()
  const delegations = Array.from({ length: countries }, (_, number) => delegation(base, number))
  const rows: BenchRow[] = []
  for (const count of [1, 10, countries]) rows.push(...(await measure(base, delegations.slice(0, count))))
  return rows
}

if (import.meta.main) console.log(benchTable(await run()))
