import { createRouterClient } from '@orpc/server'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { say } from '#shared/locales/message.ts'
import { setWhen } from '#shared/operations/edits.ts'
import { type Api, provideApi } from '../../renderer/api.ts'
import { edit, openPlan, redo, retryNow, undo, usePlan } from '../../renderer/stores/plan.ts'
import { useSaving } from '../../renderer/stores/saving.ts'
import { aPlan, anActivity, on } from '../builders/plan.ts'
import { memoryRouter } from './memory-router.ts'

let memory: ReturnType<typeof memoryRouter>
let planId: string

beforeEach(async () => {
  const plan = aPlan({ activities: [anActivity({ when: on('2021-01-26') }), anActivity({ when: on('2021-02-16') })] })
  planId = plan.header.id
  memory = memoryRouter({ plans: [plan] })
  // The router's client has the contract's own shape; only the transport is missing.
  const client: Api = createRouterClient(memory.router)
  provideApi(client)
  await openPlan(planId)
})

const firstDate = () => {
  const value = usePlan.getState().plan?.activities[0]?.when.value
  return value?.kind === 'date' ? value.date : null
}
const storedDate = () => {
  const value = memory.held.get(planId)?.plan.activities[0]?.when.value
  return value?.kind === 'date' ? value.date : null
}

function setDate(date: string): void {
  const activity = usePlan.getState().plan?.activities[0]
  if (activity === undefined) throw new Error('The plan has no rows.')
  edit(say('step.date', { row: 1 }), setWhen(activity, on(date)))
}

const saved = () => vi.waitFor(() => expect(useSaving.getState().state).toEqual({ kind: 'saved' }))

describe('the plan shown', () => {
  test('an edit is applied at once, named for undo, and then stored', async () => {
    setDate('2021-01-27')
    expect(firstDate()).toBe('2021-01-27')
    expect(usePlan.getState().position?.undo?.label).toEqual(say('step.date', { row: 1 }))
    await saved()
    expect(storedDate()).toBe('2021-01-27')
    expect(usePlan.getState().position?.sequence).toBe(1)
  })

  test('undo and redo act on the step they name, after everything that is still on its way', async () => {
    setDate('2021-01-27')
    setDate('2021-01-28')
    undo()
    await saved()
    expect(firstDate()).toBe('2021-01-27')
    expect(storedDate()).toBe('2021-01-27')
    expect(usePlan.getState().position?.redo?.label).toEqual(say('step.date', { row: 1 }))
    redo()
    await saved()
    expect(firstDate()).toBe('2021-01-28')
    expect(usePlan.getState().position?.redo).toBeNull()
  })

  test('what the disk refuses stays in the plan shown, is said with its reason, and is stored as soon as it can be', async () => {
    memory.switches.refuse = 'disk-full'
    setDate('2021-01-27')
    await vi.waitFor(() => expect(useSaving.getState().state).toEqual({ kind: 'not-saved', reason: 'disk-full', waiting: 1 }))
    expect(firstDate()).toBe('2021-01-27')
    expect(storedDate()).toBe('2021-01-26')
    await openPlan(planId)
    expect(firstDate()).toBe('2021-01-27')
    memory.switches.refuse = null
    retryNow()
    await saved()
    expect(storedDate()).toBe('2021-01-27')
  })

  test('a step that no longer fits is let go, and said; the plan is shown as it is stored', async () => {
    const held = memory.held.get(planId)
    const row = held?.plan.activities[0]
    if (held === undefined || row === undefined) throw new Error('The plan has no rows.')
    held.plan = { ...held.plan, activities: held.plan.activities.with(0, { ...row, when: on('2021-03-01') }) }
    setDate('2021-01-27')
    await saved()
    expect(usePlan.getState().lost).toEqual(say('step.date', { row: 1 }))
    expect(firstDate()).toBe('2021-03-01')
  })
})
