import { fold } from '../lib/text.ts'
import { readCitations } from '../citations/read.ts'
import { readPlanDate } from '../dates/read.ts'
import type { PlainDate } from '../model/basics.ts'
import type { Language } from '../model/language.ts'
import { bareHeading, calendarHeading, knownHeading, namesCalendar } from './headings.ts'
import { type Paper, titleOf } from './paper.ts'

/** What stands above the text of a document: which paper it is, and of what. */
export interface Masthead {
  readonly title: string | null
  readonly series: string | null
  readonly symbol: string | null
  readonly revision: string | null
  readonly issued: PlainDate | null
  readonly language: Language | null
  readonly note: string
  /** The committee and the body above it, where the document's styles tell them. */
  readonly committee: string | null
  readonly parent: string | null
  /** Lines that say what the document's records say elsewhere: the bodies' names, "Original:". */
  readonly repeated: readonly string[]
  /** How many lines of the text it takes up. */
  readonly end: number
}

const planWords =
  /\b(?:work ?plan|plan of work|work program(?:me)?|plan de trabajo|programa de trabajo|plan de travail|programme de travail|plano de trabalho|programa de trabalho)\b/
const bodies =
  /^(?:organization of american states|organizacion de los estados americanos|organisation des etats americains|organizacao dos estados americanos|inter-american council|consejo interamericano|conseil interamericain|conselho interamericano|committee|comision|commission|comissao|special committee|comision especial)\b/
const languageNames: readonly (readonly [Language, RegExp])[] = [
  ['en', /english|ingles|anglais/],
  ['es', /spanish|espanol|espagnol|espanhol|castellano/],
  ['fr', /french|francais|frances/],
  ['pt', /portuguese|portugues|portugais/],
]

/** How far down a title page may go, in lines with words. */
const most = 20

/**
 * Reads the lines above the first heading as a title page: series, symbol with its revision, date, original language, title, and the line
 * in parentheses that says who presents the paper. Ends at the first line that is none of these.
 */
export function readMasthead(lines: readonly string[], set: Paper['set'] = new Map()): Masthead {
  const found: Found = {
    title: null,
    series: null,
    symbol: null,
    revision: null,
    issued: null,
    language: null,
    note: '',
    committee: null,
    parent: null,
    repeated: [],
    end: 0,
  }
  let read = 0
  for (const [index, written] of lines.entries()) {
    if (read === most) break
    const line = written.trim()
    if (line === '') continue
    if (line.length > 250 || knownHeading(line) !== null) break
    // A plan that is called a schedule has another heading over its table.
    const isTitle = found.title === null && namesCalendar(line) && calendarHeading(lines.slice(index + 1)) !== null
    if (isTitle) found.title = bareHeading(line).text
    else if (!takeSet(line, set, found) && !take(line, found)) break
    read++
    found.end = index + 1
  }
  return found
}

type Found = { -readonly [Key in keyof Masthead]: Masthead[Key] } & { repeated: string[] }

/** Takes a line whose style says what it is. */
function takeSet(line: string, set: Paper['set'], found: Found): boolean {
  const as = set.get(line)?.find((one) => one !== null)
  if (line === titleOf(set)) found.title = bareHeading(line).text
  else if (as === 'subtitle') found.note = `${found.note} ${line}`.trim()
  else if (as === 'committee' || as === 'parent') {
    found[as] = line
    found.repeated.push(line)
  } else return false
  return true
}

function take(line: string, found: Found): boolean {
  const words = fold(line)
  const [citation] = readCitations(line)
  if (citation?.kind === 'series' && citation.text === line) {
    found.series = citation.canonical
    return true
  }
  if (citation?.kind === 'document' && citation.text === line) {
    const suffix = / (?:rev|corr|add)\. \d.*$/.exec(citation.canonical)
    found.symbol = suffix === null ? citation.canonical : citation.canonical.slice(0, suffix.index)
    found.revision = suffix?.[0].trim() ?? null
    return true
  }
  if (/^original\s?:/.test(words)) {
    found.language = languageNames.find(([, name]) => name.test(words))?.[0] ?? null
    found.repeated.push(line)
    return true
  }
  if (planWords.test(words) && !/[.;:]$/.test(line)) {
    found.title = found.title === null ? bareHeading(line).text : `${found.title} ${line}`
    return true
  }
  if (bodies.test(words) && line.length < 120 && !/[.;:]$/.test(line)) {
    found.repeated.push(line)
    return true
  }
  if (line.startsWith('(') && line.endsWith(')')) {
    found.note = `${found.note} ${line.slice(1, -1)}`.trim()
    return true
  }
  const { value, note } = readPlanDate(line)
  if (value.kind !== 'date' || note !== null) return false
  found.issued = value.date
  found.repeated.push(line)
  return true
}
