import { create } from 'zustand'

/** The time as the window tells it, to the minute: deadlines pass while nothing else happens. */
const useClock = create<{ readonly now: string }>(() => ({ now: new Date().toISOString() }))

setInterval(() => useClock.setState({ now: new Date().toISOString() }), 60_000)

/** The present moment to the millisecond, RFC 3339, for what is being written. */
export const presentMoment = (): string => new Date().toISOString()

/** The present moment, RFC 3339; what shows it is drawn again each minute. */
export const useNow = (): string => useClock(({ now }) => now)

/** The local day of a moment, `2026-09-01`. */
export function localDay(moment: Date): string {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
