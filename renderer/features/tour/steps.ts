import { create } from 'zustand'
import { show, usePlace, type View } from '../../stores/place.ts'
import { usePlan } from '../../stores/plan.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'

interface TourStep {
  readonly id: 'calendar' | 'mandate' | 'findings' | 'coverage' | 'palette' | 'plans'
  /** What the step points at. */
  readonly target: string
  /** Where the card stands of it, as long as there is room. */
  readonly side: 'below' | 'above' | 'beside'
}

const railEntry = (view: View): string => `.rail [data-view=${view}]`

/** What is shown to whoever opens the program for the first time, in this order. */
export const tourSteps: readonly TourStep[] = [
  { id: 'calendar', target: '.row[data-row] [data-column=date]', side: 'below' },
  { id: 'mandate', target: '.row[data-row] [data-column=mandate]:has(.chip)', side: 'below' },
  { id: 'findings', target: '.findings > header', side: 'above' },
  { id: 'coverage', target: railEntry('coverage'), side: 'beside' },
  { id: 'palette', target: '.search-box', side: 'below' },
  { id: 'plans', target: railEntry('plans'), side: 'beside' },
]

/** Which step of the tour is shown; null when there is none. */
export const useTour = create<{ readonly step: number | null }>(() => ({ step: null }))

export const leaveTour = (): void => useTour.setState({ step: null })

/** Shows the tour from its beginning, over the calendar it speaks of. */
export function beginTour(): void {
  if (usePlan.getState().plan !== null && usePlace.getState().view !== 'calendar') show('calendar')
  useTour.setState({ step: 0 })
}

/** Shows the tour to whoever has not seen it. */
export function offerTour(): void {
  if (usePreferences.getState().tourSeen) return
  prefer({ tourSeen: true })
  beginTour()
}

/** Goes a step on or back; beyond the last the tour is over. */
export function stepTour(by: 1 | -1): void {
  const next = (useTour.getState().step ?? 0) + by
  useTour.setState({ step: next < tourSteps.length ? Math.max(next, 0) : null })
}
