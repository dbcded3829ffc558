import type { PlainTime } from '../model/basics.ts'
import { plainTimeOf } from './calendar.ts'
import { isMark, isWord, type Read, type Token } from './tokens.ts'
import { rangeMarks } from './words.ts'

export interface Times {
  readonly time: PlainTime
  readonly endTime: PlainTime | null
}

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly meridiem: 'am' | 'pm' | null
}

const hourWords = new Set(['h', 'hs', 'hr', 'hrs', 'hora', 'horas', 'hour', 'hours', 'heure', 'heures'])
const noonWords = new Set(['noon', 'midday', 'mediodia', 'midi'])
const spanWords = new Set(['to', 'a', 'au', 'as', 'al', 'until', 'till', 'hasta', 'ate', 'y', 'and', 'et'])

function meridiemAt(tokens: readonly Token[], index: number): Read<'am' | 'pm'> | null {
  const token = tokens[index]
  if (token?.kind !== 'word') return null
  if (token.text === 'am' || token.text === 'pm') return { value: token.text, next: isMark(tokens[index + 1], '.') ? index + 2 : index + 1 }
  if (token.text !== 'a' && token.text !== 'p') return null
  const second = isMark(tokens[index + 1], '.') ? index + 2 : index + 1
  if (tokens[second]?.text !== 'm') return null
  return { value: token.text === 'a' ? 'am' : 'pm', next: isMark(tokens[second + 1], '.') ? second + 2 : second + 1 }
}

const afterHourWord = (tokens: readonly Token[], index: number): number =>
  isWord(tokens[index], hourWords) ? (isMark(tokens[index + 1], '.') ? index + 2 : index + 1) : index

const isMinute = (token: Token | undefined): token is Token =>
  token?.kind === 'number' && token.end - token.start === 2 && token.number < 60

/** A time of day at this place: `2:30 p.m.`, `2pm`, `14:30 h`, `14 h 30`, `14h`, `2.30 pm`, `noon`. A number alone is none. */
function clockAt(tokens: readonly Token[], index: number): Read<Clock> | null {
  const hour = tokens[index]
  if (hour === undefined) return null
  if (isWord(hour, noonWords)) return { value: { hour: 12, minute: 0, meridiem: null }, next: index + 1 }
  if (hour.text === 'meio') {
    const day = isMark(tokens[index + 1], '-') ? index + 2 : index + 1
    return tokens[day]?.text === 'dia' ? { value: { hour: 12, minute: 0, meridiem: null }, next: day + 1 } : null
  }
  if (hour.kind !== 'number' || hour.end - hour.start > 2 || hour.number > 23) return null
  const joint = tokens[index + 1]
  const minute = tokens[index + 2]
  const tight = joint !== undefined && joint.start === hour.end && minute?.start === joint.end
  const sure = (isMark(joint, ':') && tight) || (joint?.kind === 'word' && joint.text === 'h')
  const withMinute = isMinute(minute) && (sure || (isMark(joint, '.') && tight))
  const afterDigits = withMinute ? index + 3 : index + 1
  const afterWord = afterHourWord(tokens, afterDigits)
  const meridiem = hour.number <= 12 || withMinute ? meridiemAt(tokens, afterWord) : null
  if (!(withMinute && sure) && afterWord === afterDigits && meridiem === null) return null
  return {
    value: { hour: hour.number, minute: withMinute ? minute.number : 0, meridiem: meridiem?.value ?? null },
    next: afterHourWord(tokens, meridiem?.next ?? afterWord),
  }
}

/** An hour with nothing beside it, allowed only where a full time follows: the `2` of "2 – 5 p.m.". */
function bareHourAt(tokens: readonly Token[], index: number): Read<Clock> | null {
  const hour = tokens[index]
  if (hour?.kind !== 'number' || hour.end - hour.start > 2 || hour.number > 23) return null
  return { value: { hour: hour.number, minute: 0, meridiem: null }, next: index + 1 }
}

const minutes = ({ hour, minute, meridiem }: Clock): number =>
  (meridiem === 'pm' && hour < 12 ? hour + 12 : meridiem === 'am' && hour === 12 ? 0 : hour) * 60 + minute

const written = (count: number): PlainTime => plainTimeOf(Math.floor(count / 60), count % 60)

function spanEndAt(tokens: readonly Token[], index: number): Read<Clock> | null {
  const joint = tokens[index]
  const joins = joint !== undefined && ((joint.kind === 'mark' && rangeMarks.has(joint.text)) || isWord(joint, spanWords))
  if (!joins) return null
  return clockAt(tokens, tokens[index + 1]?.text === 'las' ? index + 2 : index + 1)
}

/** A time or a span of times at this place. "2:30 – 5 p.m." takes the second's half of the day for the first, unless that would end before it starts. */
export function timesAt(tokens: readonly Token[], index: number): Read<Times> | null {
  const start = clockAt(tokens, index)
  const bare = start === null ? bareHourAt(tokens, index) : null
  const first = start ?? bare
  if (first === null) return null
  const end = spanEndAt(tokens, first.next)
  if (end === null || (bare !== null && end.value.meridiem === null)) {
    return start === null ? null : { value: { time: written(minutes(start.value)), endTime: null }, next: start.next }
  }
  const shared = first.value.meridiem ?? (first.value.hour <= 12 ? end.value.meridiem : null)
  const asEnd = minutes({ ...first.value, meridiem: shared })
  const begins =
    asEnd <= minutes(end.value) ? asEnd : minutes({ ...first.value, meridiem: first.value.meridiem ?? (shared === null ? null : 'am') })
  return { value: { time: written(begins), endTime: written(minutes(end.value)) }, next: end.next }
}
