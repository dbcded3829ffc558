import { create } from 'zustand'

/** The time as the window tells it, to the minute: deadlines pass while nothing else happens. */
const useClock = create<{ readonly now: string }>(() => ({ now: new Date().toISOString() }))

setInterval(() => useClock.setState({ now: new Date().toISOString() }), 60_000)

/** The present moment to the millisecond, RFC 3339, for what is being written. */
export const presentMoment = (): string => new Date().toISOString()

/** The present moment, RFC 3339; what shows it is drawn again each minute. */
export const useNow = (): string => useClock(({ now }) => now)
