import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { say } from '#shared/locales/message.ts'
import { restoreTo } from '#shared/operations/restore.ts'
import { aPlan, anActivity, counterIds } from '../../builders/plan.ts'
import { operationOf } from '../../torture/random-edits.ts'
import { anOpenStore, valueOf } from './temporary.ts'

const at = '2021-03-01T12:00:00Z'
const number = fc.nat(1_000_000)
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), action: number, place: number, salt: number }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  ),
  { maxLength: 25 },
)

test('the plan is read as it stood after any step, and going back to it is a step that can be undone', async () => {
  const store = await anOpenStore()
  const makeId = counterIds()
  fc.assert(
    fc.property(steps, number, (chosen, target) => {
      const begin = aPlan({ id: makeId(), activities: [anActivity({ id: makeId(), items: ['One'] })] })
      const planId = begin.header.id
      valueOf(store.addPlan(begin))
      const current = () => valueOf(store.plan(planId))
      const states = [current()]
      for (const step of chosen) {
        if (step.kind === 'edit') {
          const operation = operationOf(current(), step, makeId, at)
          if (operation === null) continue
          valueOf(store.apply(planId, operation))
        } else {
          const turn = valueOf(store.openPlan(planId)).position[step.kind]
          if (turn === null) continue
          valueOf(store[step.kind](planId, { step: turn.id, id: makeId(), at }))
        }
        states.push(current())
      }
      for (const [sequence, state] of states.entries()) expect(valueOf(store.planAt(planId, sequence))).toEqual(state)
      expect(store.planAt(planId, states.length)).toEqual({ ok: false, error: { kind: 'no-such-step' } })

      const goal = states[target % states.length]
      const last = current()
      const changes = goal === undefined ? [] : restoreTo(last, goal)
      if (changes.length === 0) return
      const id = makeId()
      valueOf(store.apply(planId, { id, label: say('step.go-back', { step: 'One' }), changes, at }))
      expect(current()).toEqual(goal)
      valueOf(store.undo(planId, { step: id, id: makeId(), at }))
      expect(current()).toEqual(last)
    }),
    { numRuns: 40 },
  )
})

test('a plan that is not there was never any way', async () => {
  const store = await anOpenStore()
  expect(store.planAt(uuid(), 0)).toEqual({ ok: false, error: { kind: 'no-such-plan' } })
})
