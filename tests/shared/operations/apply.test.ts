import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges, invertChanges, planOf, recordsOf } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { insertActivity, removeRecord, updateRecord } from '#shared/operations/edits.ts'
import { duplicateActivities, moveActivities } from '#shared/operations/rows.ts'
import { anActivity, aPlan, counterIds } from '../../builders/plan.ts'

const applied = (plan: Plan, changes: readonly Change[]): Plan => {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

const words = (plan: Plan): string[] => plan.activities.map(({ notes }) => notes)

const threeRows = (): Plan => aPlan({ activities: ['a', 'b', 'c'].map((notes) => anActivity({ notes })) })

const row = (plan: Plan, number: number) => {
  const activity = plan.activities[number - 1]
  if (activity === undefined) throw new Error(`No row ${number}.`)
  return activity
}

describe('editing rows', () => {
  it('a new row stands where it was put', () => {
    const plan = threeRows()
    const { activity, changes } = insertActivity(plan, 1, counterIds(900))
    expect(applied(plan, changes).activities.map(({ id }) => id)).toEqual([row(plan, 1).id, activity.id, row(plan, 2).id, row(plan, 3).id])
  })

  it.each([
    [1, 2, ['b', 'c', 'a']],
    [1, 1, ['b', 'a', 'c']],
    [3, 0, ['c', 'a', 'b']],
    [2, 0, ['b', 'a', 'c']],
    [2, 2, ['a', 'c', 'b']],
  ])('row %i moved to position %i', (number, target, expected) => {
    const plan = threeRows()
    expect(words(applied(plan, moveActivities(plan, [row(plan, number)], target)))).toEqual(expected)
  })

  it('a row moved to where it stands makes no step', () => {
    const plan = threeRows()
    expect(moveActivities(plan, [row(plan, 2)], 1)).toEqual([])
  })

  it('a copied row stands below its original, with ids of its own and the same words', () => {
    const plan = aPlan({ activities: [anActivity({ notes: 'a', items: ['Election'] }), anActivity({ notes: 'b' })] })
    const { activities, changes } = duplicateActivities(plan, [row(plan, 1)], counterIds(900))
    const [activity] = activities
    expect(words(applied(plan, changes))).toEqual(['a', 'a', 'b'])
    expect(activity?.id).not.toBe(row(plan, 1).id)
    expect(activity?.items.map(({ text }) => text)).toEqual(['Election'])
    expect(activity?.items[0]?.id).not.toBe(row(plan, 1).items[0]?.id)
  })

  it('a visit to a cell that changes nothing makes no step', () => {
    const activity = row(threeRows(), 1)
    expect(updateRecord(activity, { notes: 'a', venue: activity.venue })).toBeNull()
  })

  it('records that an edit does not touch stay the very same objects', () => {
    const plan = threeRows()
    const change = updateRecord(row(plan, 2), { notes: 'changed' })
    if (change === null) throw new Error('expected a change')
    const after = applied(plan, [change])
    expect(after.activities[0]).toBe(plan.activities[0])
    expect(after.activities[2]).toBe(plan.activities[2])
    expect(after.mandates).toBe(plan.mandates)
  })
})

describe('a step of many changes', () => {
  it('gives what its changes give one by one, whatever they are and in whatever order their records stand', () => {
    const kinds = fc.array(fc.record({ action: fc.nat(2), place: fc.nat(99), salt: fc.nat(9) }), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(kinds, (steps) => {
        const makeId = counterIds(0x9000)
        const start = threeRows()
        let plan = start
        const changes = steps.flatMap(({ action, place, salt }): Change[] => {
          const { activities } = plan
          const activity = activities[place % Math.max(1, activities.length)]
          const made =
            action === 0 || activity === undefined
              ? insertActivity(plan, place % (activities.length + 1), makeId).changes
              : action === 1
                ? [updateRecord(activity, { notes: `n${salt}` }) ?? []].flat()
                : salt < 5
                  ? removeRecord(activity)
                  : moveActivities(plan, [activity], salt % activities.length)
          plan = applied(plan, made)
          return [...made]
        })
        expect(applied(start, changes)).toEqual(plan)
        expect(applied(plan, invertChanges(changes))).toEqual(start)
      }),
    )
  })
})

describe('an edit that does not fit is refused whole', () => {
  it('a change to a row that is gone', () => {
    const plan = threeRows()
    const change = updateRecord(row(plan, 1), { notes: 'x' })
    if (change === null) throw new Error('expected a change')
    const without = applied(plan, removeRecord(row(plan, 1)))
    expect(applyChanges(without, [change])).toEqual({ ok: false, error: { kind: 'missing', id: row(plan, 1).id } })
  })

  it('a change made against a value that is no longer there', () => {
    const plan = threeRows()
    const { id } = row(plan, 1)
    const stale: Change = { kind: 'update', type: 'activity', id, set: { notes: 'mine' }, was: { notes: 'what it never was' } }
    expect(applyChanges(plan, [stale])).toEqual({ ok: false, error: { kind: 'moved-on', id, field: 'notes' } })
  })

  it('a change that would make the record invalid', () => {
    const plan = threeRows()
    const { id } = row(plan, 1)
    const wrong: Change = { kind: 'update', type: 'activity', id, set: { state: 'forgotten' }, was: { state: 'planned' } }
    expect(applyChanges(plan, [wrong])).toEqual({ ok: false, error: { kind: 'invalid', id, detail: 'state' } })
  })

  it('a change to a record’s identity', () => {
    const plan = threeRows()
    const { id } = row(plan, 1)
    const wrong: Change = { kind: 'update', type: 'activity', id, set: { id: row(plan, 2).id }, was: { id } }
    expect(applyChanges(plan, [wrong])).toEqual({ ok: false, error: { kind: 'invalid', id, detail: 'identity cannot be edited' } })
  })

  it('a row inserted twice', () => {
    const plan = threeRows()
    expect(applyChanges(plan, [{ kind: 'insert', record: row(plan, 1) }])).toEqual({
      ok: false,
      error: { kind: 'exists', id: row(plan, 1).id },
    })
  })

  it('leaves nothing of the steps before it', () => {
    const plan = threeRows()
    const outcome = applyChanges(plan, [...removeRecord(row(plan, 1)), ...removeRecord(row(plan, 1))])
    expect(outcome.ok).toBe(false)
    expect(words(plan)).toEqual(['a', 'b', 'c'])
  })
})

/** A random edit of a plan as it stands, chosen by three numbers. */
function randomChanges(plan: Plan, kind: number, where: number, text: string, makeId: () => string): Change[] {
  const activity = plan.activities[where % Math.max(1, plan.activities.length)]
  if (activity === undefined || kind === 0) return insertActivity(plan, where % (plan.activities.length + 1), makeId).changes
  if (kind === 1) return removeRecord(activity)
  if (kind === 2) return moveActivities(plan, [activity], (where * 7) % plan.activities.length)
  if (kind === 3) return duplicateActivities(plan, [activity], makeId).changes
  if (kind === 4) return [updateRecord(plan.header, { title: text })].filter((change) => change !== null)
  return [updateRecord(activity, { notes: text, items: [{ id: makeId(), level: 0, marker: 'none', text }] })].filter(
    (change) => change !== null,
  )
}

const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(1000), fc.string({ maxLength: 12 })), { maxLength: 40 })

describe('for any sequence of edits', () => {
  it('undoing all of it gives back the same bytes, and redoing it the same again', () => {
    fc.assert(
      fc.property(edits, (choices) => {
        const makeId = counterIds(5000)
        const before = threeRows()
        const steps: Change[][] = []
        let plan = before
        for (const [kind, where, text] of choices) {
          const changes = randomChanges(plan, kind, where, text, makeId)
          plan = applied(plan, changes)
          steps.push(changes)
        }
        const undone = steps.toReversed().reduce((current, changes) => applied(current, invertChanges(changes)), plan)
        expect(canonicalize(undone)).toBe(canonicalize(before))
        const redone = steps.reduce((current, changes) => applied(current, invertChanges(invertChanges(changes))), undone)
        expect(canonicalize(redone)).toBe(canonicalize(plan))
      }),
    )
  })

  it('rows stand in the order of their keys, and the plan is what its records say in whatever order they come', () => {
    fc.assert(
      fc.property(edits, fc.nat(), (choices, turn) => {
        const makeId = counterIds(5000)
        const plan = choices.reduce(
          (current, [kind, where, text]) => applied(current, randomChanges(current, kind, where, text, makeId)),
          threeRows(),
        )
        const orders = plan.activities.map(({ order }) => order)
        expect(orders).toEqual(orders.toSorted((a, b) => (a < b ? -1 : 1)))
        const records = recordsOf(plan)
        const at = turn % records.length
        expect(planOf([...records.slice(at), ...records.slice(0, at)])).toEqual(plan)
      }),
    )
  })
})
