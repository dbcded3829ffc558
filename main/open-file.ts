import { equal } from '#shared/lib/equal.ts'
import { createRegister } from '#shared/register/register.ts'
import type { Services } from './api/services.ts'
import { readPlanSource } from './files/read-plan.ts'

/**
 * Adds a plan file that was opened by double click or named at the start to the library, where the window finds it. A file that the
 * library already holds, unchanged, adds nothing. Gives the sentence that says why not, or null when all is well.
 */
export async function openFile({ store, makeId }: Pick<Services, 'store' | 'makeId'>, path: string): Promise<string | null> {
  const read = await readPlanSource(path, { makeId, register: createRegister(store.instruments()) })
  if (!read.ok) return read.error.sentence
  const { plan, instruments } = read.value
  const held = store.plan(plan.header.id)
  if (held.ok && equal(held.value, plan)) return null
  const added = store.addPlan(plan, instruments)
  return added.ok ? null : `The plan could not be written (${added.error.cause}). Nothing was changed.`
}
