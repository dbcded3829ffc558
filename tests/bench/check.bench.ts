import { generateNKeysBetween } from 'fractional-indexing'
import { runChecks } from '#shared/checks/index.ts'
import { createChecker } from '#shared/checks/run.ts'
import { addDays } from '#shared/dates/calendar.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Provision } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, removeRecord, setItems } from '#shared/operations/edits.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import { moveActivities } from '#shared/operations/rows.ts'
import { createRegister, type Register } from '#shared/register/register.ts'
import { shippedInstruments } from '#shared/register/shipped/index.ts'
import { type BenchRow, benchTable, median, percentile } from './table.ts'
import {
  aBlock,
  aCitation,
  aMandate,
  anActivity,
  anInstrument,
  anItem,
  aPlan,
  aProvision,
  aSection,
  counterIds,
  on,
} from '../builders/plan.ts'

/** Small, fast, seeded (mulberry32): the same plan at every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const subjects =
  'remittances integration return reintegration statistics health climate trafficking smuggling labour gender children borders consular diaspora education pensions xenophobia protection asylum'.split(
    ' ',
  )
const deeds = 'Presentation Dialogue Exchange Review Launch Report Consultation Preparation Panel Briefing'.split(' ')

const pick = <Value>(random: () => number, values: readonly Value[]): Value => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('Nothing to pick from.')
  return value
}

const sentence = (random: () => number): string =>
  `${pick(random, deeds)} on ${pick(random, subjects)} and ${pick(random, subjects)} in countries of ${pick(random, ['origin', 'transit', 'destination', 'return'])}, with best practices on ${pick(random, subjects)}`

/** 80,000 provisions in 4,000 resolutions beside the shipped ones: the size of the United Nations' registry. */
function largeRegister(): Register {
  const random = seeded(7)
  const instruments = Array.from({ length: 4000 }, (_, index) => {
    const year = 1990 + Math.floor(index / 100)
    const provisions: Provision[] = Array.from({ length: 20 }, (_, paragraph) =>
      aProvision(`${paragraph + 1}`, `To instruct the CAM to prepare a ${sentence(random)}.`, { addressees: ['committee'] }),
    )
    return anInstrument(`CP/RES. ${index + 1} (${index + 1000}/${String(year).slice(2)})`, {
      year,
      provisions,
      titles: { en: sentence(random) },
    })
  })
  return createRegister([...shippedInstruments, ...instruments])
}

/** A plan with the faults of real ones: about one finding a row, of many kinds. */
function planOfSize(size: number): Plan {
  const random = seeded(size)
  const ids = counterIds(1)
  const mandates = [
    aMandate('AG/RES. 2816 (XLIII-O/14)', ['19', '20']),
    aMandate('AG/RES. 2881 (XLVI-O/16)', ['33', '36', '37']),
    aMandate('AG/RES. 2904 (XLVII-O/17)', []),
    aMandate('AG/RES. 2910 (XLVII-O/17)', ['20']),
    ...Array.from({ length: 12 }, (_, index) =>
      aMandate(`CP/RES. ${index * 300 + 1} (${index * 300 + 1000}/${String(1990 + index * 3).slice(2)})`, ['1', '2', '3']),
    ),
  ]
  const listed = mandates.map(({ citation }) => citation)
  const activities = Array.from({ length: size }, (_, index) => {
    const citation = pick(random, listed)
    const chance = random()
    const mandate =
      chance < 0.03
        ? []
        : [
            aCitation(
              chance < 0.06 ? 'AG/RES. 2812 (XLIV-O/14)' : (citation.symbol ?? ''),
              chance < 0.35 ? [] : citation.provisions.slice(0, 2),
              { id: ids() },
            ),
          ]
    const date = addDays('2020-09-01', Math.floor((index / size) * 3600))
    const items = [anItem(sentence(random), { id: ids() }), anItem(chance > 0.97 ? ' ' : sentence(random), { id: ids(), marker: 'number' })]
    return anActivity({ id: ids(), mandate, items, when: on(date, random() < 0.5 ? '10:00' : '14:30') })
  })
  const topics = 'Meetings will be held on: “Remittances and diaspora”; “Trafficking and smuggling”; “Health and climate”.'
  // ten years: a committee holds a few meetings a day at most
  const plan = aPlan({
    term: { start: '2020-09-01', end: '2030-11-30' },
    sections: [aSection({ kind: 'introduction', blocks: [aBlock(topics)] })],
    mandates,
  })
  const keys = generateNKeysBetween(null, null, size)
  return { ...plan, activities: activities.map((activity, index): Activity => ({ ...activity, order: keys[index] ?? activity.order })) }
}

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
