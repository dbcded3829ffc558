import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges, invertChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { duplicateActivities, moveActivities, repeatActivity, shiftActivities } from '#shared/operations/rows.ts'
import { aDate, anActivity, aPlan, counterIds, on } from '../../builders/plan.ts'

const applied = (plan: Plan, changes: readonly Change[]): Plan => {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

const names = (plan: Plan): string => plan.activities.map(({ notes }) => notes).join('')
const letters = ['a', 'b', 'c', 'd', 'e', 'f']
const plan = aPlan({ activities: letters.map((notes) => anActivity({ notes })) })
const rows = (chosen: string) => plan.activities.filter(({ notes }) => chosen.includes(notes))
const starts = (of: Plan) => of.activities.map(({ when: { value } }) => (value.kind === 'date' ? value.date : value.kind))

describe('several rows', () => {
  it.each([
    ['bc', 0, 'bcadef'],
    ['bc', 2, 'adbcef'],
    ['af', 2, 'bcafde'],
    ['ef', 4, 'abcdef'],
    ['abcdef', 0, 'abcdef'],
  ])('%s moved behind %i of the others', (letters, target, expected) => {
    expect(names(applied(plan, moveActivities(plan, rows(letters), target)))).toBe(expected)
  })

  it('a move can be taken back', () => {
    fc.assert(
      fc.property(fc.subarray(letters), fc.nat(6), (chosen, target) => {
        const changes = moveActivities(plan, rows(chosen.join('')), target)
        expect(applied(applied(plan, changes), invertChanges(changes))).toEqual(plan)
      }),
    )
  })

  it('are copied together, in order, below the last', () => {
    expect(names(applied(plan, duplicateActivities(plan, rows('bd'), counterIds(900)).changes))).toBe('abcdbdef')
  })

  it('are re-dated together; those without a day stay', () => {
    const dated = aPlan({ activities: [anActivity({ when: on('2021-01-26') }), anActivity(), anActivity({ when: on('2021-02-16') })] })
    const changes = shiftActivities(dated.activities, { unit: 'week', count: 1 })
    expect(changes).toHaveLength(2)
    expect(starts(applied(dated, changes))).toEqual(['2021-02-02', 'open', '2021-02-23'])
  })
})

describe('a row repeated', () => {
  const meeting = anActivity({ when: on('2021-01-26', '14:30'), items: ['Meeting'], state: 'held' })
  const calendar = aPlan({ activities: [meeting, anActivity({ when: on('2021-03-01') }), anActivity({ when: on('2021-06-01') })] })

  it('every month stands among the rows by its date, planned anew', () => {
    const [first] = calendar.activities
    if (first === undefined) throw new Error('No row')
    const after = applied(calendar, repeatActivity(calendar, first, { unit: 'month', count: 1 }, '2021-04-30', counterIds(900)))
    expect(starts(after)).toEqual(['2021-01-26', '2021-02-23', '2021-03-01', '2021-03-23', '2021-04-27', '2021-06-01'])
    expect(after.activities.map(({ state }) => state)).toEqual(['held', ...Array<string>(5).fill('planned')])
    expect(new Set(after.activities.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])).size).toBe(10)
  })

  it('a date that says no day is not repeated', () => {
    const open = anActivity({ when: aDate({ kind: 'open' }) })
    expect(repeatActivity(aPlan({ activities: [open] }), open, { unit: 'month', count: 1 }, '2021-12-31', counterIds())).toEqual([])
    const quarter = anActivity({ when: aDate({ kind: 'quarter', year: 2021, quarter: 1 }) })
    expect(repeatActivity(aPlan({ activities: [quarter] }), quarter, { unit: 'month', count: 1 }, '2021-12-31', counterIds())).toEqual([])
  })
})
