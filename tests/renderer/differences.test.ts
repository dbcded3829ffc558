import { describe, expect, test } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { differenceOf, withRemoved } from '../../renderer/stores/differences.ts'
import { rowLabel, rowPlaces } from '../../renderer/stores/row-numbers.ts'
import { aRevision } from '../builders/negotiation.ts'
import { anActivity, aPlan, on } from '../builders/plan.ts'

const [opening, benefits, report] = [
  anActivity({ when: on('2026-09-22') }),
  anActivity({ when: on('2026-10-13') }),
  anActivity({ when: on('2026-11-17') }),
]
const held = aPlan({ activities: [opening, benefits, report] })
const [first, second, third] = held.activities
if (first === undefined || second === undefined || third === undefined) throw new Error('The plan has three rows.')
const fresh = anActivity({ order: `${second.order}V` })
const shown = (activities: Plan['activities']): { held: Plan; plan: Plan } => ({ held, plan: { ...held, activities } })

describe('What one proposes, in place', () => {
  test('a row that reads otherwise has the Chair’s beside it, one that is new or gone says so', () => {
    const later = { ...second, when: on('2026-10-20') }
    const state = shown([first, later, fresh])
    expect(differenceOf(state, 'activities', first.id)).toBeUndefined()
    expect(differenceOf(state, 'activities', second.id)).toEqual({ kind: 'changed', was: second, movedFrom: undefined })
    expect(differenceOf(state, 'activities', fresh.id)).toEqual({ kind: 'inserted' })
    expect(differenceOf(state, 'activities', third.id)).toEqual({ kind: 'removed' })
  })

  test('a row that is moved says behind which it stood', () => {
    const up = { ...third, order: `${first.order}V` }
    expect(differenceOf(shown([first, up, second]), 'activities', third.id)).toMatchObject({ kind: 'changed', movedFrom: second.id })
  })

  test('a row that stays as it was proposed is not drawn again: its difference is the very same', () => {
    const later = { ...second, when: on('2026-10-20') }
    const before = differenceOf(shown([first, later, third]), 'activities', second.id)
    expect(differenceOf(shown([first, later, fresh, third]), 'activities', second.id)).toBe(before)
  })

  test('rows that are taken out stay behind those that they followed', () => {
    expect(withRemoved(shown([first, fresh, third]), 'activities')).toEqual([first, second, fresh, third])
    expect(withRemoved(shown([third]), 'activities')).toEqual([first, second, third])
    expect(withRemoved(shown([]), 'activities')).toEqual([first, second, third])
  })

  test('in a plan of one’s own nothing differs', () => {
    const own = { held, plan: held }
    expect(differenceOf(own, 'activities', first.id)).toBeUndefined()
    expect(withRemoved(own, 'activities')).toBe(held.activities)
  })
})

describe('Numbers of rows', () => {
  test('of the Chair’s text hold at a delegation’s desk, whatever is put between them or taken out', () => {
    const state = shown([fresh, third])
    expect([fresh, third].map(({ id }) => rowLabel(state, id))).toEqual(['2bis', '3'])
    expect(rowPlaces(state.plan).get(third.id)).toBe(2)
  })

  test('are counted until a revision is named, and hold from then on', () => {
    const grown = { ...held, activities: [first, fresh, second, third] }
    expect(rowLabel({ held: grown, plan: grown }, second.id)).toBe('3')
    const named = { ...grown, revisions: [aRevision(held, 1)] }
    expect([fresh, second].map(({ id }) => rowLabel({ held: named, plan: named }, id))).toEqual(['1bis', '2'])
  })

  test('of a row that is not there are empty', () => {
    expect(rowLabel({ held: null, plan: null }, first.id)).toBe('')
  })
})
