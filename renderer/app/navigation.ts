import { openPlan, usePlan } from '../stores/plan.ts'
import { prefer, usePreferences } from '../stores/preferences.ts'
import { goTo, show, usePlace } from '../stores/place.ts'

/** Opens a plan as a tab and shows its calendar, with the first row selected; the focus goes there. */
export const showPlan = (planId: string): void => void bringUp(planId, true)

/** The same, and ends when the plan is there; the focus goes to it or stays. */
export async function bringUp(planId: string, focus: boolean): Promise<void> {
  const { tabs } = usePreferences.getState()
  prefer({ tabs: tabs.includes(planId) ? tabs : [...tabs, planId], lastPlan: planId })
  show('calendar')
  if (usePlan.getState().planId === planId && usePlan.getState().phase === 'ready') return
  usePlace.setState({ row: null, column: 'date', finding: null })
  await openPlan(planId)
  const first = usePlan.getState().plan?.activities[0]
  if (first === undefined || usePlace.getState().row !== null || usePlan.getState().planId !== planId) return
  // What was pressed to get here may be gone with its view; the focus must not be lost with it.
  if (focus && document.activeElement === document.body) goTo(first.id)
  else usePlace.setState({ row: first.id })
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
