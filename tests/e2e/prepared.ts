import { v7 } from 'uuid'
import type { Instrument } from '#shared/model/instrument.ts'
import type { Plan } from '#shared/model/plan.ts'
import { shippedInstruments } from '#shared/register/shipped/index.ts'
import { openStore } from '../../main/store/open.ts'

/** Puts a plan into a store before the program first opens it, and instruments into its register. */
export const storeWith =
  (plan: Plan, instruments: readonly Instrument[] = []) =>
  async (home: string): Promise<void> => {
    const opened = await openStore({ folder: home, now: () => new Date('2026-09-25T12:00:00Z'), makeId: v7, shipped: shippedInstruments })
    if (!opened.ok) throw new Error(opened.error.sentence)
    const added = opened.value.addPlan(plan, instruments)
    opened.value.close()
    if (!added.ok) throw new Error('The plan could not be added.')
  }
