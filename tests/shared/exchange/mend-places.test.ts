import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile, readPlanFile } from '#shared/exchange/plan-file.ts'
import type { Plan } from '#shared/model/plan.ts'
import { enact } from '#shared/negotiation/accept.ts'
import { mergePlans } from '#shared/negotiation/merge-plans.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import { insertActivity, listMandate, orderKeysAt } from '#shared/operations/edits.ts'
import { insertCopies, moveActivities } from '#shared/operations/rows.ts'
import { anAuthor, aProposal } from '../../builders/negotiation.ts'
import { aMandate, anActivity, aPlan, aSection, counterIds, numberedId } from '../../builders/plan.ts'

/** A record of a file with a key of order that may be anything; without one where it is undefined. */
const keyed = (record: object, order: unknown): object => {
  const { order: _, ...rest } = { order: '', ...record }
  return order === undefined ? rest : { ...rest, order }
}

const header = { ...aPlan().header, id: numberedId(0xff) }
const row = (count: number) => anActivity({ id: numberedId(count), items: [`Row ${count}`] })

/** The text of a plan file whose rows, mandates and sections have these keys of order. */
const fileOf = (rows: readonly unknown[], mandates: readonly unknown[] = [], sections: readonly unknown[] = []): string =>
  JSON.stringify({
    format: 'mandato',
    version: 1,
    kind: 'plan',
    generator: 'Another program',
    plan: {
      header,
      activities: rows.map((order, index) => keyed(row(index + 1), order)),
      mandates: mandates.map((order, index) =>
        keyed(aMandate('AG/RES. 2910 (XLVII-O/17)', ['20'], { id: numberedId(100 + index) }), order),
      ),
      sections: sections.map((order, index) => keyed(aSection({ id: numberedId(200 + index), heading: `Part ${index}` }), order)),
    },
  })

function read(text: string) {
  const file = readPlanFile(text)
  if (!file.ok) throw new Error(file.error.sentence)
  return file.value
}

const shown = ({ activities }: Plan): string[] => activities.map(({ items }) => items[0]?.text ?? '(new)')

describe('keys of order in a file', () => {
  it('that are none are replaced where the rows stand, and the file says which', () => {
    const { plan, setAside, mended } = read(fileOf(['!!', 'a1', 'a0', 'a0', '', 'zz top']))
    // By their keys, then by their ids; the row without a key stands behind the one before it in the file.
    expect(shown(plan)).toEqual(['Row 1', 'Row 3', 'Row 4', 'Row 5', 'Row 2', 'Row 6'])
    expect(setAside).toEqual([])
    expect(mended).toEqual([0, 3, 4, 5].map((index) => ({ list: 'activities', index })))
    expect(plan.activities.filter((_, index) => index === 1 || index === 4).map(({ order }) => order)).toEqual(['a0', 'a1'])
  })

  it('stay as they are where all are keys', () => {
    const { plan, mended } = read(fileOf(['a2', 'a0', 'a1V']))
    expect([plan.activities.map(({ order }) => order), mended]).toEqual([['a0', 'a1V', 'a2'], []])
  })

  it('are the same however often a file is read', () => {
    const text = fileOf(['x', 'x', 'x', 'a0'], ['', ''], [7, null])
    expect(read(text)).toEqual(read(text))
  })

  it('of proposals are replaced too: the record before says where a row goes', () => {
    const proposal = aProposal(row(1), 'Mexico', 'Postpone', { author: anAuthor('Mexico') })
    const asked = { ...proposal, change: { kind: 'insert', record: keyed(row(9), '!!'), after: numberedId(1) } }
    const file = readFile(
      JSON.stringify({
        format: 'mandato',
        version: 1,
        kind: 'proposals',
        generator: 'Another program',
        base: { plan: header.id, title: '', revision: null, hash: '0'.repeat(64) },
        proposals: [asked],
      }),
    )
    if (!file.ok || file.value.kind !== 'proposals') throw new Error('not read')
    expect([file.value.setAside, file.value.mended]).toEqual([[], [{ list: 'proposals', index: 0 }]])
    const { plan } = read(fileOf(['a0', 'a1']))
    const [change] = file.value.proposals.map((each) => enact(plan, each.change))
    if (change?.ok !== true) throw new Error('not enacted')
    const applied = applyChanges(plan, change.value)
    expect(applied.ok && shown(applied.value)).toEqual(['Row 1', 'Row 9', 'Row 2'])
  })
})

const aKey = fc.oneof(
  fc.constantFrom<unknown>('a0', 'a1', 'a0V', 'Zz', 'b00', '', '!!', 'a0 ', 'a00', '0', ' ', 'é', undefined, null, 7, {}),
  fc.constantFrom(
    `a0${'V'.repeat(98)}`,
    `a0${'V'.repeat(98)}1`,
    `a0${'V'.repeat(300)}`,
    `A${'0'.repeat(26)}`,
    `A${'0'.repeat(26)}1`,
    `z${'z'.repeat(26)}`,
  ),
  fc.stringMatching(/^[0-9A-Za-z]{1,6}$/),
  fc.string({ maxLength: 4 }),
)
const keys = fc.array(aKey, { maxLength: 9 })

/** Edits the plan at every place: what is put there must stand there. */
function editEverywhere(plan: Plan): void {
  const makeId = counterIds(0x1000)
  for (let index = 0; index <= plan.activities.length; index++) {
    const { activity, changes } = insertActivity(plan, index, makeId)
    const applied = applyChanges(plan, changes)
    expect(applied.ok && applied.value.activities.findIndex(({ id }) => id === activity.id)).toBe(index)
    const copies = insertCopies(plan, index, plan.activities.slice(0, 3), makeId)
    const copied = applyChanges(plan, copies.changes)
    expect(copied.ok && copied.value.activities.slice(index, index + copies.activities.length)).toEqual(copies.activities)
  }
  for (const [index, activity] of plan.activities.entries()) {
    const others = plan.activities.filter((each) => each !== activity)
    const target = (index * 3 + 1) % plan.activities.length
    const applied = applyChanges(plan, moveActivities(plan, [activity], target))
    expect(applied.ok && applied.value.activities.map(({ id }) => id)).toEqual(others.toSpliced(target, 0, activity).map(({ id }) => id))
  }
  for (const list of [plan.sections, plan.mandates])
    for (let index = 0; index <= list.length; index++) {
      const [order = ''] = orderKeysAt(list, index, 1)
      expect([(list[index - 1]?.order ?? '') < order, order < (list[index]?.order ?? '~')]).toEqual([true, true])
    }
  expect(applyChanges(plan, listMandate(plan, aMandate('AG/RES. 1 (I-O/71)', [], { id: makeId() }))).ok).toBe(true)
}

describe('any plan that is read', { timeout: 60_000 }, () => {
  it('can be edited at any place, and is shown as its keys said', () => {
    fc.assert(
      fc.property(keys, keys, keys, (rows, mandates, sections) => {
        const { plan, setAside } = read(fileOf(rows, mandates, sections))
        expect(setAside).toEqual([])
        expect([plan.activities.length, plan.mandates.length, plan.sections.length]).toEqual([
          rows.length,
          mandates.length,
          sections.length,
        ])
        const said = rows.flatMap((key, index) =>
          typeof key === 'string' && key !== '' ? [{ at: `${key} ${numberedId(index + 1)}`, name: `Row ${index + 1}` }] : [],
        )
        const named = new Set(said.map(({ name }) => name))
        expect(shown(plan).filter((name) => named.has(name))).toEqual(
          said.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ name }) => name),
        )
        editEverywhere(plan)
      }),
      { numRuns: 300 },
    )
  })

  it('can be merged with others, and what comes of it be edited at any place', () => {
    fc.assert(
      fc.property(keys, keys, keys, (base, ours, theirs) => {
        const [from, mine, yours] = [base, ours, theirs].map((rows) => read(fileOf(rows, rows.slice(2), rows.slice(4))).plan)
        if (from === undefined || mine === undefined || yours === undefined) throw new Error('not read')
        const author = anAuthor('Mexico')
        const { plan } = mergePlans(from, mine, yours, { author, at: '2026-09-20T10:00:00Z', revision: null, makeId: counterIds(0x2000) })
        editEverywhere(plan)
      }),
      { numRuns: 150 },
    )
  })
})
