import { openPlan, usePlan } from '../stores/plan.ts'
import { prefer, usePreferences } from '../stores/preferences.ts'
import { show, usePlace } from '../stores/place.ts'

/** Opens a plan as a tab and shows its calendar, with the first row selected. */
export const showPlan = (planId: string): void => void bringUp(planId)

/** The same, and ends when the plan is there. */
export async function bringUp(planId: string): Promise<void> {
  const { tabs } = usePreferences.getState()
  prefer({ tabs: tabs.includes(planId) ? tabs : [...tabs, planId], lastPlan: planId })
  show('calendar')
  if (usePlan.getState().planId === planId && usePlan.getState().phase === 'ready') return
  usePlace.setState({ row: null, column: 'date', finding: null })
  await openPlan(planId)
  const first = usePlan.getState().plan?.activities[0]
  if (first === undefined || usePlace.getState().row !== null || usePlan.getState().planId !== planId) return
  usePlace.setState({ row: first.id })
}

/** Takes a tab away; the plan stays in the library. */
export function closeTab(planId: string): void {
  const { tabs } = usePreferences.getState()
  const rest = tabs.filter((tab) => tab !== planId)
  const next = rest[Math.max(0, tabs.indexOf(planId) - 1)] ?? null
  prefer({ tabs: rest, lastPlan: next })
  if (usePlan.getState().planId !== planId) return
  if (next === null) show('plans')
  else showPlan(next)
}
