import { useMemo } from 'react'
import { create } from 'zustand'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import { noMark, useFindings } from '../../stores/findings.ts'
import { usePlace } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { type Filter, isFilter, noFilter, rowFits } from './filter-rows.ts'

interface FilterState {
  readonly open: boolean
  readonly filter: Filter
  /**
   * The rows that did not fit when the filter was last set. Only setting it hides rows: one that is edited, or new, stays in view though it
   * fits no longer.
   */
  readonly hidden: ReadonlySet<string>
}

const closed: FilterState = { open: false, filter: noFilter, hidden: new Set() }

/** Which rows of the calendar are in view. */
export const useFilter = create<FilterState>(() => closed)

function hiddenBy(filter: Filter, plan: Plan | null): ReadonlySet<string> {
  if (plan === null || !isFilter(filter)) return closed.hidden
  const { marks } = useFindings.getState()
  const unfit = plan.activities.filter((activity) => {
    const { columns } = marks.get(activity.id) ?? noMark
    const severities = Object.values(columns).flatMap((findings) => findings.map(({ severity }) => severity))
    return !rowFits(activity, severities, filter, plan.header.language)
  })
  return new Set(unfit.map(({ id }) => id))
}

export function setFilter(change: Partial<Filter>): void {
  const filter = { ...useFilter.getState().filter, ...change }
  useFilter.setState({ filter, hidden: hiddenBy(filter, usePlan.getState().plan) })
}

export const openFilter = (): void => useFilter.setState({ open: true })

/** Shows every row again. */
export const clearFilter = (): void => useFilter.setState(closed)

const shownOf = (activities: readonly Activity[], hidden: ReadonlySet<string>): readonly Activity[] =>
  hidden.size === 0 ? activities : activities.filter(({ id }) => !hidden.has(id))

const noRows: readonly Activity[] = []

/** The rows in view, in order. */
export const shownRows = (): readonly Activity[] => shownOf(usePlan.getState().plan?.activities ?? noRows, useFilter.getState().hidden)

/** The rows in view, followed as they change; the same list as long as they do not. */
export function useShownRows(): readonly Activity[] {
  const activities = usePlan(({ plan }) => plan?.activities) ?? noRows
  const hidden = useFilter((state) => state.hidden)
  return useMemo(() => shownOf(activities, hidden), [activities, hidden])
}

// A finding or a step may lead to a row that is hidden: it comes into view.
usePlace.subscribe(({ row }) => {
  const { hidden } = useFilter.getState()
  if (row === null || !hidden.has(row)) return
  useFilter.setState({ hidden: new Set([...hidden].filter((id) => id !== row)) })
})

usePlan.subscribe((now, before) => {
  if (now.planId !== before.planId) clearFilter()
})
