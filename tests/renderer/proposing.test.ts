import { describe, expect, test } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'
import { setWhen } from '#shared/operations/edits.ts'
import { heldChanges, shownOf } from '../../renderer/stores/proposing.ts'
import { anAuthor } from '../builders/negotiation.ts'
import { anActivity, aPlan, aWaiver, on } from '../builders/plan.ts'

const at = '2026-09-20T10:00:00Z'
const mexico = anAuthor('Mexico')
const [row, other] = [anActivity({ when: on('2026-10-13') }), anActivity({ when: on('2026-11-17') })]
const plan = aPlan({ activities: [row, other] })
const first = (shown: Plan) => {
  const [activity] = shown.activities
  if (activity === undefined) throw new Error('The plan has rows.')
  return activity
}
const applied = (held: Plan, changes: readonly Change[] | null): Plan => {
  const outcome = applyChanges(held, changes ?? [])
  if (changes === null || !outcome.ok) throw new Error('The edit does not fit.')
  return outcome.value
}

describe('At a delegation’s desk', () => {
  test('an edit of the text is a proposal: the text that is held stays, the text that is shown has it', () => {
    const held = applied(plan, heldChanges(plan, plan, setWhen(first(plan), on('2026-10-20')), mexico, at))
    expect(held.activities).toEqual(plan.activities)
    expect(held.proposals.map(({ author, at: when }) => [author.delegation, when])).toEqual([['Mexico', at]])
    expect(first(shownOf(held, 'delegation', mexico)).when).toEqual(on('2026-10-20'))
    expect(first(shownOf(held, 'delegation', anAuthor('Canada'))).when).toEqual(on('2026-10-13'))
  })

  test('the next edit starts from what is shown, and the same point is proposed on once', () => {
    const once = applied(plan, heldChanges(plan, plan, setWhen(first(plan), on('2026-10-20')), mexico, at))
    const shown = shownOf(once, 'delegation', mexico)
    const twice = applied(once, heldChanges(once, shown, setWhen(first(shown), on('2026-10-27')), mexico, at))
    expect(twice.proposals).toHaveLength(1)
    expect(first(shownOf(twice, 'delegation', mexico)).when).toEqual(on('2026-10-27'))
  })

  test('what is the Chair’s alone, such as letting a finding stand, is not written', () => {
    expect(heldChanges(plan, plan, [{ kind: 'insert', record: aWaiver('date/order') }], mexico, at)).toBeNull()
  })
})

test('one’s own plan is shown as it is held, whatever is proposed on it', () => {
  const held = applied(plan, heldChanges(plan, plan, setWhen(first(plan), on('2026-10-20')), mexico, at))
  expect(shownOf(held, 'own', mexico)).toBe(held)
})
