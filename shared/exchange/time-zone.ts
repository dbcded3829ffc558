/** One rule of a time zone: from `start` on, on the clock that ran until then, clocks differ from UTC by `to` seconds. */
export interface Observance {
  readonly summer: boolean
  /** Wall-clock time, `2027-03-14T02:00:00`, on the clock that ends here. */
  readonly start: string
  /** Seconds that clocks were ahead of UTC until then, and from then on. */
  readonly from: number
  readonly to: number
  /** `EDT`; `GMT-3` where the zone has no name of its own. */
  readonly name: string
  /** The weekday of the month on which it comes back each year; null for once. `ordinal` -1 is the month's last. */
  readonly yearly: { readonly month: number; readonly weekday: number; readonly ordinal: number; readonly until: number | null } | null
}

const second = 1000
const day = 86_400 * second
/** Shorter than any rule was ever in force, so that none is stepped over. */
const step = 7 * day

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string, timeZoneName: 'longOffset' | 'short'): Intl.DateTimeFormat {
  const key = `${zone} ${timeZoneName}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName })
    formats.set(key, format)
  }
  return format
}

const zoneWords = (zone: string, instant: number, style: 'longOffset' | 'short'): string =>
  formatIn(zone, style)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'

/** Seconds that a zone's clocks are ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: number): number {
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(zoneWords(zone, instant, 'longOffset')) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** Whether there is a zone of that name. */
export function isTimeZone(zone: string): boolean {
  try {
    formatIn(zone, 'short')
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}

/** What a zone's clocks show at an instant, `2027-03-14T14:30:00`. */
export const wallTime = (zone: string, instant: number): string => clock(instant, offsetAt(zone, instant))

const clock = (instant: number, offset: number): string => new Date(instant + offset * second).toISOString().slice(0, 19)

interface Transition {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The instants between two others at which a zone's clocks are put forward or back. */
function transitions(zone: string, first: number, last: number): Transition[] {
  const found: Transition[] = []
  let from = offsetAt(zone, first)
  for (let start = first; start < last; start += step) {
    const to = offsetAt(zone, start + step)
    if (to === from) continue
    let [before, after] = [start, start + step]
    while (after - before > second) {
      const middle = before + Math.floor((after - before) / (2 * second)) * second
      if (offsetAt(zone, middle) === from) before = middle
      else after = middle
    }
    found.push({ at: after, from, to })
    from = to
  }
  return found
}

interface Run {
  readonly transition: Transition
  readonly date: Date
  readonly ordinals: readonly number[]
  last: Transition
  length: number
}

const ordinalsOf = (date: Date): number[] => {
  const nextWeek = new Date(date.getTime() + 7 * day)
  return [Math.ceil(date.getUTCDate() / 7), ...(nextWeek.getUTCMonth() === date.getUTCMonth() ? [] : [-1])]
}

/** The transition takes place one year after those of the run, by the same rule. */
function continues(run: Run, { from, to }: Transition, date: Date): boolean {
  return (
    run.transition.from === from &&
    run.transition.to === to &&
    run.date.getUTCFullYear() + run.length === date.getUTCFullYear() &&
    run.date.getUTCMonth() === date.getUTCMonth() &&
    run.date.getUTCDay() === date.getUTCDay() &&
    run.date.getUTCHours() === date.getUTCHours() &&
    run.date.getUTCMinutes() === date.getUTCMinutes() &&
    ordinalsOf(date).some((ordinal) => run.ordinals.includes(ordinal))
  )
}

/** Transitions that come back by one rule, year after year, taken together. */
function runsOf(all: readonly Transition[]): Run[] {
  const runs: Run[] = []
  for (const transition of all) {
    const date = new Date(transition.at + transition.from * second)
    const index = runs.findIndex((run) => continues(run, transition, date))
    const run = runs[index]
    if (run === undefined) runs.push({ transition, date, ordinals: ordinalsOf(date), last: transition, length: 1 })
    else {
      const ordinals = run.ordinals.filter((ordinal) => ordinalsOf(date).includes(ordinal))
      runs[index] = { ...run, ordinals, last: transition, length: run.length + 1 }
    }
  }
  return runs
}

/**
 * The rules of a zone that were or will be in force in these years, from the zone data that the platform keeps. Lists of ready-made rules
 * know today's alone, which put meetings of earlier years an hour off.
 */
export function observances(zone: string, firstYear: number, lastYear: number): Observance[] {
  const [first, last] = [Date.UTC(firstYear - 1, 0, 1), Date.UTC(lastYear + 1, 0, 1)]
  const all = transitions(zone, first, last)
  const runs = runsOf(all)
  const ruled = runs.map((run): Observance => {
    const { transition, date, ordinals, length } = run
    const { from, to, at } = transition
    const goesOn = new Date(run.last.at).getUTCFullYear() >= lastYear
    const yearly = {
      month: date.getUTCMonth() + 1,
      weekday: date.getUTCDay(),
      ordinal: Math.min(...ordinals),
      until: goesOn ? null : run.last.at,
    }
    return {
      summer: to > from,
      start: clock(at, from),
      from,
      to,
      name: zoneWords(zone, at, 'short'),
      yearly: length > 1 ? yearly : null,
    }
  })
  const before = offsetAt(zone, first)
  const startsInTime = all[0] !== undefined && new Date(all[0].at).getUTCFullYear() < firstYear
  const initial: Observance = {
    summer: false,
    start: clock(first, 0),
    from: before,
    to: before,
    name: zoneWords(zone, first, 'short'),
    yearly: null,
  }
  return startsInTime ? ruled : [initial, ...ruled]
}
