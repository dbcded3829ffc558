import { createRouterClient } from '@orpc/server'
import { v7 as uuid } from 'uuid'
import { say } from '#shared/locales/message.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Change } from '#shared/operations/change.ts'
import { anActivity, aPlan } from '../../builders/plan.ts'
import { aRouter } from '../shells/a-window.ts'
import { valueOf } from '../store/temporary.ts'

/** A plan of two rows. */
export const aDraft = (title = 'Work plan 2026-2027'): Plan =>
  aPlan({
    id: uuid(),
    title,
    activities: [anActivity({ id: uuid(), items: ['Opening'] }), anActivity({ id: uuid(), items: ['Closing'] })],
  })

/** A desk of its own: a store, a key, and who works there. Its clock stands an hour later at every look. */
export async function aDesk(delegation: string | null = null) {
  let hour = 0
  const now = () => new Date(Date.UTC(2026, 9, 1, hour++))
  const { store, services, router } = await aRouter('loopback', { now })
  const client = createRouterClient(router)
  if (delegation !== null) {
    const role = delegation === 'Chair' ? 'chair' : 'delegation'
    await client.identity.set({ name: `Desk of ${delegation}`, delegation, role })
  }
  return {
    store,
    services,
    client,
    plan: (planId: string): Plan => valueOf(store.plan(planId)),
    /** Takes a step on a plan, as the window does. */
    step: (planId: string, changes: Change[]) =>
      client.plan.apply({ planId, operation: { id: uuid(), label: say('step.insert-row', { row: 1 }), changes, at: now().toISOString() } }),
  }
}
export type Desk = Awaited<ReturnType<typeof aDesk>>

/** The change that puts a record into a plan. */
export const insert = (record: Extract<Change, { kind: 'insert' }>['record']): Change => ({ kind: 'insert', record })
