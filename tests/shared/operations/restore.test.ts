import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges, invertChanges, recordsOf } from '#shared/operations/apply.ts'
import { differences, restoreTo } from '#shared/operations/restore.ts'
import { anActivity, aPlan, aSection, aWaiver, numberedId } from '../../builders/plan.ts'

const planId = numberedId(1)

const row = (number: number, notes: string) => anActivity({ id: numberedId(10 + number), notes })

/** States of one plan: any of eight rows in any order, with one of a few words each. */
const states = fc
  .record({
    title: fc.constantFrom('Plan', 'Work plan'),
    rows: fc.uniqueArray(fc.tuple(fc.nat(7), fc.constantFrom('a', 'b', 'c')), { selector: ([number]) => number }),
    heading: fc.option(fc.constantFrom('Introduction', 'Purpose'), { nil: null }),
    waived: fc.boolean(),
  })
  .map(({ title, rows, heading, waived }) =>
    aPlan({
      id: planId,
      title,
      activities: rows.map(([number, notes]) => row(number, notes)),
      sections: heading === null ? [] : [aSection({ id: numberedId(2), heading })],
      waivers: waived ? [aWaiver('date/weekday', { id: numberedId(3) })] : [],
    }),
  )

const applied = (plan: Plan, changes: Parameters<typeof applyChanges>[1]): Plan => {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

describe('going back', () => {
  it('gives the plan as it was, and can itself be taken back', () => {
    fc.assert(
      fc.property(states, states, (now, then) => {
        const changes = restoreTo(now, then)
        expect(recordsOf(applied(now, changes))).toEqual(recordsOf(then))
        expect(recordsOf(applied(applied(now, changes), invertChanges(changes)))).toEqual(recordsOf(now))
      }),
    )
  })

  it('to where the plan stands is no step', () => {
    fc.assert(
      fc.property(states, (plan) => {
        expect(restoreTo(plan, structuredClone(plan))).toEqual([])
      }),
    )
  })

  it('changes only the fields that differ', () => {
    const now = aPlan({ id: planId, activities: [row(1, 'new')] })
    const then = aPlan({ id: planId, activities: [row(1, 'old')] })
    expect(restoreTo(now, then)).toEqual([
      { kind: 'update', type: 'activity', id: numberedId(11), set: { notes: 'old' }, was: { notes: 'new' } },
    ])
  })
})

describe('what differs between two states', () => {
  it('names what changed, what is gone and what came, but no mere move', () => {
    const then = aPlan({ id: planId, activities: [row(1, 'a'), row(2, 'b'), row(3, 'c')] })
    const now = aPlan({ id: planId, activities: [row(3, 'c'), row(1, 'x'), row(4, 'd')] })
    expect(differences(then, now).map(({ id, former, now: after }) => [id, former !== null, after !== null])).toEqual([
      [numberedId(11), true, true],
      [numberedId(12), true, false],
      [numberedId(14), false, true],
    ])
  })
})
