import { inferActivityKind } from '../cells/activity-kind.ts'
import { addDays } from '../dates/calendar.ts'
import { sortKey, span } from '../dates/span.ts'
import { writePlanDate } from '../dates/write.ts'
import { plainText } from '../documents/blocks.ts'
import { citationRuns, citationTitle, dateLines, itemBlocks, type PlanDocumentOptions, planTitle } from '../documents/plan-parts.ts'
import { paragraph } from '../documents/blocks.ts'
import { dataLabels } from '../locales/data/labels.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Activity } from '../model/activity.ts'
import type { PlainDate } from '../model/basics.ts'
import type { MandateEntry } from '../model/citation.ts'
import type { Deadline } from '../model/deadline.ts'
import type { PlanDate } from '../model/plan-date.ts'
import type { Plan, PlanHeader } from '../model/plan.ts'
import { rowLabels } from '../negotiation/numbering.ts'
import { isTimeZone, wallTime } from './time-zone.ts'

/** When an event begins or ends: a day, or a wall-clock time `2027-03-14T14:30:00` of a zone. */
export type EventTime =
  | { readonly kind: 'day'; readonly date: PlainDate }
  | { readonly kind: 'local'; readonly time: string; readonly timeZone: string }

/** An entry of a calendar as any calendar program understands it. */
export interface CalendarEvent {
  /** Stays the same for as long as the record lives, so that a calendar that is read again replaces its entry. */
  readonly uid: string
  readonly start: EventTime
  /** The first moment, or the first day, after the event; null for one that takes no time. */
  readonly end: EventTime | null
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly categories: readonly string[]
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Whether whoever takes it into a calendar is still free at that time. */
  readonly transparent: boolean
  /** Reminders, so many minutes before the start. */
  readonly alarms: readonly { readonly minutes: number; readonly text: string }[]
}

/** An activity that no calendar can show. */
export interface LeftOut {
  /** Its number as it is shown: `5bis`. */
  readonly row: string
  /** What its date cell says. */
  readonly written: string
  readonly reason: 'open' | 'unreadable'
}

export interface CalendarFile {
  readonly name: string
  /** Moment that every entry bears as its last change, in UTC: the document's own date, never the clock's. */
  readonly stamp: string
  /** Rises with the plan's revisions; of two entries with one identity the higher counts. */
  readonly sequence: number
  readonly timeZone: string
  readonly events: readonly CalendarEvent[]
  readonly leftOut: readonly LeftOut[]
}

export interface CalendarOptions extends PlanDocumentOptions {
  /** IANA name of the zone whose clocks the plan's hours are read on; that of the committee's seat unless given. */
  readonly timeZone?: string
}

/** The committee sits in Washington. */
export const seatTimeZone = 'America/New_York'

/** A meeting with no end given is taken to last as long as the committee's usually do: half a day. */
export const usualMinutes = 180

/** How long before a time limit a calendar reminds of it: a day, and an hour. */
const reminders = [24 * 60, 60] as const

/** The plan as calendar entries: its dated activities and its time limits, in order of time. */
export function calendarEvents(plan: Plan, options: CalendarOptions): CalendarFile {
  const { header } = plan
  const timeZone = options.timeZone ?? seatTimeZone
  const labels = rowLabels(plan)
  const dated = plan.activities
    .filter(({ when }) => span(when.value) !== null)
    .toSorted((a, b) => (sortKey(a.when.value) < sortKey(b.when.value) ? -1 : sortKey(a.when.value) > sortKey(b.when.value) ? 1 : 0))
  return {
    name: planTitle(header, options.language),
    stamp: `${header.issued ?? header.term?.start ?? '1970-01-01'}T00:00:00Z`,
    sequence: revisionNumber(header),
    timeZone,
    events: [
      ...dated.flatMap((activity) => activityEvent(activity, plan, options, timeZone)),
      ...plan.deadlines
        .toSorted((a, b) => Date.parse(a.expires) - Date.parse(b.expires))
        .map((deadline) => deadlineEvent(deadline, plan, options)),
    ],
    leftOut: plan.activities.flatMap(({ id, when }): LeftOut[] => {
      const { kind } = when.value
      return kind === 'open' || kind === 'unreadable'
        ? [{ row: labels.get(id) ?? '', written: writePlanDate(when, options.language).main, reason: kind }]
        : []
    }),
  }
}

/** The number of `rev. 2`; a corrigendum keeps its revision's, since its later date tells the two apart. */
export function revisionNumber({ revision }: Pick<PlanHeader, 'revision'>): number {
  const number = /\brev\.?\s*(\d{1,9})/i.exec(revision ?? '')?.[1]
  return number === undefined ? 0 : Number(number)
}

function activityEvent(activity: Activity, plan: Plan, options: CalendarOptions, timeZone: string): CalendarEvent[] {
  const { when, state, items } = activity
  const times = timesOf(when, timeZone)
  if (times === null) return []
  const { language } = options
  const labels = documentLabels[language]
  const kinds = dataLabels[language].kinds
  const kind = activity.kind ?? inferActivityKind(items)
  const said = state === 'cancelled' ? labels.cancelled : state === 'postponed' ? labels.postponed : null
  const summary = summaryOf(activity) || (kind === 'other' ? labels.calendar : kinds[kind])
  const isUnsure = when.tentative || state === 'postponed' || times.isPeriod
  return [
    {
      uid: `${activity.id}@${plan.header.id}`,
      start: times.start,
      end: times.end,
      summary: said === null ? summary : `${said}: ${summary}`,
      description: [
        [...(said === null ? [] : [said]), ...dateRemarks(when, times.isPeriod, options)].join('\n'),
        plainText(itemBlocks(items)),
        activity.mandate.map((entry) => mandateLine(entry, plan, options)).join('\n'),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
      location: activity.venue,
      categories: [kinds[kind]],
      status: state === 'cancelled' ? 'CANCELLED' : isUnsure ? 'TENTATIVE' : 'CONFIRMED',
      transparent: times.isPeriod || state === 'cancelled',
      alarms: [],
    },
  ]
}

/** The end of a time limit, with its reminders. It takes nobody's time. */
function deadlineEvent(deadline: Deadline, { header }: Plan, { language, timeZone = seatTimeZone }: CalendarOptions): CalendarEvent {
  const zone = isTimeZone(deadline.timeZone) ? deadline.timeZone : timeZone
  const summary = `${dataLabels[language][deadline.kind]}: ${deadline.title}`
  return {
    uid: `${deadline.id}@${header.id}`,
    start: { kind: 'local', time: wallTime(zone, Date.parse(deadline.expires)), timeZone: zone },
    end: null,
    summary,
    description: deadline.note,
    location: '',
    categories: [dataLabels[language].deadline],
    status: 'CONFIRMED',
    transparent: true,
    alarms: reminders.map((minutes) => ({ minutes, text: summary })),
  }
}

interface Times {
  readonly start: EventTime
  readonly end: EventTime
  /** The activity takes place at some time within, not all the time. */
  readonly isPeriod: boolean
}

function timesOf({ value }: PlanDate, timeZone: string): Times | null {
  if (value.kind === 'date' && value.time !== null) {
    const { date, time, endTime } = value
    const local = (minutes: number): EventTime => ({ kind: 'local', time: wallClock(date, minutes), timeZone })
    const start = minutesOf(time)
    const ends = endTime === null ? start + usualMinutes : minutesOf(endTime)
    return { start: local(start), end: local(ends > start ? ends : ends + 24 * 60), isPeriod: false }
  }
  const days = span(value)
  if (days === null) return null
  return {
    start: { kind: 'day', date: days.start },
    end: { kind: 'day', date: addDays(days.end < days.start ? days.start : days.end, 1) },
    isPeriod: value.kind !== 'date' && value.kind !== 'range',
  }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** So many minutes after a day's midnight, as clocks on the wall count. */
function wallClock(date: PlainDate, minutes: number): string {
  const days = Math.floor(minutes / (24 * 60))
  const rest = minutes - days * 24 * 60
  const two = (count: number) => String(count).padStart(2, '0')
  return `${addDays(date, days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00`
}

/** The first item; where it only heads the next ("Thematic meeting"), both. */
function summaryOf({ items }: Activity): string {
  const [first, second] = items.filter(({ text }) => text.trim() !== '')
  if (first === undefined) return ''
  const heads = first.marker === 'none' && second !== undefined && (second.marker !== 'none' || second.level > first.level)
  return oneLine(heads ? `${first.text.trim().replace(/\s*:$/, '')}: ${second.text}` : first.text)
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** What the day and the hour of the entry do not say: the period in words, that it is tentative, the alternative, the note. */
function dateRemarks(when: PlanDate, isPeriod: boolean, { language }: PlanDocumentOptions): string[] {
  const { detail } = dateLines({ ...when, value: { kind: 'open' } }, language)
  return [...(isPeriod ? [dateLines(when, language).main] : []), ...(detail === null ? [] : [detail])]
}

/** A mandate entry on one line: `AG/RES. 2816 (XLIV-O/14), operative paragraphs 19 and 20: Migration in the Americas`. */
function mandateLine(entry: MandateEntry, plan: Plan, options: PlanDocumentOptions): string {
  if (entry.kind === 'remark') return entry.text
  const title = citationTitle(entry, plan, options, true)
  return plainText([paragraph(citationRuns(entry, plan, options))]) + (title === null ? '' : `: ${title}`)
}
