import { useEffect } from 'react'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { type CalendarShape, prefer, usePreferences } from '../../stores/preferences.ts'

/** How a plan's calendar is looked at. */
export const shapeOf = (planId: string | null): CalendarShape => usePreferences.getState().shapes[planId ?? ''] ?? 'table'

/** Remembers how this plan's calendar is looked at. The table is what a plan begins with, so it takes no room. */
export function setShape(planId: string, shape: CalendarShape): void {
  const { [planId]: _, ...others } = usePreferences.getState().shapes
  usePlace.setState({ editing: null })
  prefer({ shapes: shape === 'table' ? others : { ...others, [planId]: shape } })
}

/** How the calendar of the plan shown is looked at. Cells are written in the table: whatever opens one brings the table back. */
export function useShape(): CalendarShape {
  const planId = usePlan((state) => state.planId)
  const shape = usePreferences(({ shapes }) => shapes[planId ?? ''] ?? 'table')
  const editing = usePlace((place) => place.editing !== null)
  useEffect(() => {
    if (!editing || shape === 'table' || planId === null) return
    const { editing: held } = usePlace.getState()
    setShape(planId, 'table')
    usePlace.setState({ editing: held })
  }, [editing, shape, planId])
  return editing ? 'table' : shape
}
