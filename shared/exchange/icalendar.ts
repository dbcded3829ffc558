import type { CalendarEvent, CalendarFile, EventTime } from './calendar-events.ts'
import { type Observance, observances } from './time-zone.ts'

/** A property as one line: its name with parameters, and its value ready to stand in the file. */
type Property = readonly [name: string, value: string]

/** The calendar as an iCalendar file (RFC 5545). The same calendar gives the same text. */
export function writeCalendar(calendar: CalendarFile): string {
  const properties: Property[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Mandato//Mandato//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['NAME', escaped(calendar.name)],
    ['X-WR-CALNAME', escaped(calendar.name)],
    ['X-WR-TIMEZONE', calendar.timeZone],
    ...zones(calendar).flatMap(({ zone, first, last }) => timeZone(zone, observances(zone, first, last))),
    ...calendar.events.flatMap((event) => eventProperties(event, calendar)),
    ['END', 'VCALENDAR'],
  ]
  return properties.map(([name, value]) => `${folded(`${name}:${value}`)}\r\n`).join('')
}

interface Zone {
  readonly zone: string
  readonly first: number
  readonly last: number
}

/** The zones that the entries name, with their first and last year; that of the calendar where none names one. */
function zones({ events, timeZone: own, stamp }: CalendarFile): Zone[] {
  const times = events.flatMap(({ start, end }) => [start, end]).filter((time) => time?.kind === 'local')
  const byZone = Map.groupBy(times, (time) => time.timeZone)
  if (byZone.size === 0) return [{ zone: own, first: Number(stamp.slice(0, 4)), last: Number(stamp.slice(0, 4)) }]
  return [...byZone].map(([zone, inZone]) => {
    const years = inZone.map(({ time }) => Number(time.slice(0, 4)))
    return { zone, first: Math.min(...years), last: Math.max(...years) }
  })
}

const timeZone = (zone: string, rules: readonly Observance[]): Property[] => [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', zone],
  ...rules.flatMap((rule): Property[] => {
    const component = rule.summer ? 'DAYLIGHT' : 'STANDARD'
    return [
      ['BEGIN', component],
      ['DTSTART', compact(rule.start)],
      ['TZOFFSETFROM', offset(rule.from)],
      ['TZOFFSETTO', offset(rule.to)],
      ['TZNAME', escaped(rule.name)],
      ...(rule.yearly === null ? [] : [['RRULE', recurrence(rule.yearly)] as const]),
      ['END', component],
    ]
  }),
  ['END', 'VTIMEZONE'],
]

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

function recurrence({ month, weekday, ordinal, until }: NonNullable<Observance['yearly']>): string {
  const end = until === null ? '' : `;UNTIL=${compact(new Date(until).toISOString().slice(0, 19))}Z`
  return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${ordinal}${weekdays[weekday] ?? ''}${end}`
}

/** `-0500`; with seconds for the clocks of the times before zones. */
function offset(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, '0')
  const all = Math.abs(seconds)
  const rest = all % 60
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(all / 3600))}${two(Math.floor((all % 3600) / 60))}${rest === 0 ? '' : two(rest)}`
}

/** `20270314T023000` of `2027-03-14T02:30:00`. */
const compact = (time: string): string => time.replace(/[-:]/g, '')

const timeProperty = (name: string, time: EventTime): Property =>
  time.kind === 'day' ? [`${name};VALUE=DATE`, compact(time.date)] : [`${name};TZID=${time.timeZone}`, compact(time.time)]

const eventProperties = (event: CalendarEvent, { stamp, sequence }: CalendarFile): Property[] => [
  ['BEGIN', 'VEVENT'],
  ['UID', escaped(event.uid)],
  ['DTSTAMP', compact(stamp)],
  ['LAST-MODIFIED', compact(stamp)],
  ['SEQUENCE', String(sequence)],
  timeProperty('DTSTART', event.start),
  ...(event.end === null ? [] : [timeProperty('DTEND', event.end)]),
  ['SUMMARY', escaped(event.summary)],
  ...optional('DESCRIPTION', escaped(event.description)),
  ...optional('LOCATION', escaped(event.location)),
  ...optional('CATEGORIES', event.categories.map(escaped).join(',')),
  ['STATUS', event.status],
  ['TRANSP', event.transparent ? 'TRANSPARENT' : 'OPAQUE'],
  ...event.alarms.flatMap(({ minutes, text }): Property[] => [
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['DESCRIPTION', escaped(text)],
    ['TRIGGER', `-PT${minutes}M`],
    ['END', 'VALARM'],
  ]),
  ['END', 'VEVENT'],
]

const optional = (name: string, value: string): Property[] => (value === '' ? [] : [[name, value]])

/** What may stand in no text value: controls other than the tab and the line's end. */
// oxlint-disable-next-line no-control-regex -- these are the characters meant
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g

const escaped = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .toWellFormed()
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n')

/** Octets that a character takes in UTF-8. */
function octets(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_0000 ? 3 : 4
}

/** Breaks a line after at most 75 octets, between characters; a continued line begins with a space. */
function folded(line: string): string {
  let [text, width] = ['', 0]
  for (const character of line) {
    const size = octets(character)
    if (width + size > 75) {
      text += '\r\n '
      width = 1
    }
    text += character
    width += size
  }
  return text
}
