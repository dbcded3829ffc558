import { generateNKeysBetween } from 'fractional-indexing'
import type { NameIndex } from '../citations/read.ts'
import { dayOf, termOfLabel } from '../dates/calendar.ts'
import { readPlanDate } from '../dates/read.ts'
import { span } from '../dates/span.ts'
import type { MakeId } from '../lib/ids.ts'
import { failure, type Result, success } from '../lib/result.ts'
import { type Refusal, refusal } from '../locales/refusal.ts'
import type { Instrument } from '../model/instrument.ts'
import { emptyPlan, type Plan, type PlanHeader, type Term, termFrom } from '../model/plan.ts'
import type { Block, Footnote, Section } from '../model/section.ts'
import { readActivities } from './activities.ts'
import { blocksOf } from './blocks.ts'
import { type Calendar, calendarOfTable, findCalendar, type Row } from './calendar.ts'
import { type CleanText, cleanText } from './clean.ts'
import { committeeOf, committeeSet } from './committee.ts'
import { detectLanguage } from './detect-language.ts'
import { calendarHeading } from './headings.ts'
import { type MandateContext, readMandates } from './mandates.ts'
import { readMasthead } from './masthead.ts'
import { notesOf } from './notes.ts'
import { type Part, partsOf } from './outline.ts'
import { linesOfTable, type Paper, partDepth, settingOf } from './paper.ts'
import type { Findings, ImportReport } from './report.ts'

export interface ImportContext {
  readonly makeId: MakeId
  /** The register that names are looked up in. */
  readonly register: { readonly names: NameIndex }
  /** Names the plan where the text does not. */
  readonly fileName?: string
}

export interface Imported {
  readonly plan: Plan
  /** Instruments whose paragraphs the plan quotes, for the register. */
  readonly instruments: readonly Instrument[]
  readonly report: ImportReport
}

/** Why a text cannot be read as a plan. */
export type ImportError = Refusal<'empty' | 'too-large' | 'no-calendar'>

/** Longest text that is read, in characters. */
export const longestText = 64 * 1024 * 1024

const refuse = (kind: ImportError['kind']): Result<never, ImportError> =>
  failure(refusal(kind, kind === 'too-large' ? { megabytes: 0 } : {}))

/** The term that the dates fall in where nothing names it: they begin in the term's autumn, or in the following spring. */
function termOfRows(rows: readonly Row[]): Term | null {
  const starts = rows.flatMap(({ date }) => span(readPlanDate(date).value)?.start ?? []).toSorted()
  const [first] = starts
  if (first === undefined) return null
  const { year, month } = dayOf(first)
  return termFrom(month >= 7 ? year : year - 1)
}

const termNamed = (title: string): Term | null => (/\d{4}\s*[-–—/]\s*\d{2}/.test(title) ? termOfLabel(title) : null)

interface Draft {
  readonly kind: Section['kind']
  readonly heading: string
  readonly blocks: Block[]
}

/** The notes of a part's heading, which has none of its own, stand at the end of the first paragraph below it. */
const withNotes = ([first, ...rest]: readonly Block[], notes: readonly Footnote[]): Block[] =>
  first === undefined
    ? []
    : [{ ...first, footnotes: [...notes.map((note) => ({ ...note, at: first.text.length })), ...first.footnotes] }, ...rest]

/** Turns the parts of the text into sections, in order, so that lost notes meet their marks; the list of mandates on the way. */
function readParts(parts: readonly Part[], context: MandateContext) {
  const { findings, notes } = context
  const drafts: Draft[] = []
  const lists: ReturnType<typeof readMandates>[] = []
  const unmarked: string[] = []
  for (const { kind, heading, lines } of parts) {
    if (heading !== null && heading.numbering !== '') findings.cleaned.push({ kind: 'numbering', text: heading.numbering })
    const title = notes.anchor(heading?.text ?? '')
    const list =
      kind === 'mandates'
        ? readMandates(
            lines.map(({ text }) => text),
            context,
          )
        : null
    if (list !== null) lists.push(list)
    const blocks = blocksOf(lines.slice(0, list?.introduction), context)
    if (blocks.length === 0) unmarked.push(...title.footnotes.map(({ text }) => text))
    drafts.push({ kind, heading: title.text, blocks: withNotes(blocks, title.footnotes) })
  }
  return { drafts, lists, unmarked }
}

const remnant = (text: string, makeId: MakeId): Block => ({
  id: makeId(),
  kind: 'paragraph',
  level: 0,
  marker: 'none',
  text,
  footnotes: [],
})

/** The stages after cleaning, on lines in which a calendar was found. */
function recognise(
  clean: CleanText,
  calendar: Calendar,
  { makeId, register, fileName }: ImportContext,
  findings: Findings,
  paper: Pick<Paper, 'set' | 'looks'> = { set: new Map(), looks: new Map() },
): Imported {
  const before = clean.lines.slice(0, calendar.start)
  const whole = clean.lines.join('\n')
  const masthead = readMasthead(before, paper.set)
  const calendarTitle = calendarHeading(before.slice(masthead.end))
  const language = masthead.language ?? detectLanguage(whole)
  const context: MandateContext = { names: register.names, makeId, language, notes: notesOf(clean, makeId, findings), findings }
  for (const artefact of calendar.cleaned) findings.cleaned.push(artefact)
  for (const text of masthead.repeated) findings.cleaned.push({ kind: 'heading', text })

  const { text: title, footnotes: titleNotes } = context.notes.anchor(
    masthead.title ?? calendarTitle?.text ?? fileName?.replace(/\.[^.]+$/, '') ?? '',
  )
  if (calendarTitle !== null) {
    if (calendarTitle.numbering !== '') findings.cleaned.push({ kind: 'numbering', text: calendarTitle.numbering })
    if (masthead.title !== null) findings.cleaned.push({ kind: 'heading', text: calendarTitle.text })
  }
  const setting = settingOf(paper)
  const text = before.map(setting).slice(masthead.end, calendarTitle === null ? undefined : masthead.end + calendarTitle.index)
  const after = clean.lines.slice(calendar.end).map(setting)
  const term = termNamed(title) ?? termNamed(calendarTitle?.text ?? '') ?? termOfRows(calendar.rows)

  const depth = partDepth(paper.set)
  const above = readParts(partsOf(text, 'introduction', depth), context)
  const activities = readActivities(calendar.rows, term, context)
  const below = readParts(partsOf(after, 'remnants', depth), context)
  const lists = [...above.lists, ...below.lists]
  const unplaced = lists.flatMap((list) => list.unplaced)
  const unmarked = [
    ...titleNotes.map((note) => note.text),
    ...above.unmarked,
    ...below.unmarked,
    ...lists.flatMap(({ footnotes }) => footnotes),
    ...context.notes.left(),
  ]
  for (const line of unplaced) findings.kept.push({ row: 0, why: 'unplaced-quotation', text: line })
  for (const note of unmarked) findings.kept.push({ row: 0, why: 'note-without-mark', text: note })
  const remnants = [...unplaced, ...unmarked]
  const drafts: Draft[] = [
    ...above.drafts,
    ...below.drafts,
    ...(remnants.length === 0 ? [] : [{ kind: 'remnants' as const, heading: '', blocks: remnants.map((words) => remnant(words, makeId)) }]),
  ]
  const orders = generateNKeysBetween(null, null, drafts.length)
  const sections = drafts.map((draft, index): Section => ({ type: 'section', id: makeId(), order: orders[index] ?? '', ...draft }))
  // Entries of several lists, should a text have them, stand one after the other.
  const listed = lists.flatMap(({ mandates }) => mandates)
  const keys = generateNKeysBetween(null, null, listed.length)
  const mandates = listed.map((mandate, index) => ({ ...mandate, order: keys[index] ?? mandate.order }))
  const instruments = lists.flatMap((list) => list.instruments)
  const header: PlanHeader = {
    type: 'plan',
    id: makeId(),
    title,
    committee: { ...committeeOf(whole, title), ...committeeSet(masthead) },
    term,
    language,
    symbol: masthead.symbol,
    revision: masthead.revision,
    series: masthead.series,
    issued: masthead.issued,
    note: masthead.note,
    holidays: [],
    severities: {},
  }
  const blocks = sections.flatMap((section) => section.blocks)
  return {
    plan: { ...emptyPlan(header), sections, mandates, activities },
    instruments,
    report: {
      activities: activities.length,
      mandates: mandates.length,
      blocks: blocks.length,
      footnotes: blocks.reduce((count, { footnotes }) => count + footnotes.length, 0),
      provisions: instruments.reduce((count, { provisions }) => count + provisions.length, 0),
      ...findings,
    },
  }
}

/**
 * Reads a work plan out of the text of a word-processor file: title, committee, term, text with its footnotes, the list of mandates with the
 * paragraphs it quotes, and the calendar. Nothing written is lost: each word is in the plan, in the instruments learned, or in the report.
 * Takes time in proportion to the text's length.
 */
export function importText(text: string, context: ImportContext): Result<Imported, ImportError> {
  if (text.length > longestText) return refuse('too-large')
  if (text.trim() === '') return refuse('empty')
  const findings: Findings = { cleaned: [], kept: [] }
  const clean = cleanText(text, findings)
  const calendar = findCalendar(clean.lines)
  if (calendar === null || calendar.rows.length === 0) return refuse('no-calendar')
  return success(recognise(clean, calendar, context, findings))
}

/** A paper's lines above its calendar and below it, and the calendar's rows. Calendars that go on in further tables are one. */
function takeCalendar({ parts }: Paper) {
  const [above, below]: [string[], string[]] = [[], []]
  const rows: Row[] = []
  const headings: Calendar['cleaned'][number][] = []
  let found = false
  for (const part of parts) {
    const table = part.kind === 'table' ? calendarOfTable(part.rows) : null
    const lines = part.kind === 'line' ? [part.text] : linesOfTable(table?.above ?? part.rows)
    for (const line of lines) (found ? below : above).push(line)
    if (table === null) continue
    found = true
    for (const row of table.rows) rows.push(row)
    for (const heading of table.cleaned) headings.push(heading)
  }
  return { above, below, rows, headings }
}

/** Cleans a calendar's cells one by one: what is wrong in one must not reach into the next. */
const cleanRow = (row: Row, findings: Findings): Row => {
  const clean = (cell: string): string => cleanText(cell, findings).lines.join('\n')
  return {
    ...row,
    date: clean(row.date),
    mandate: clean(row.mandate),
    activity: clean(row.activity),
    venue: clean(row.venue),
    notes: row.notes.map(clean),
  }
}

/**
 * Reads a work plan out of a word-processor file or web page. Where the calendar is a table its rows are taken as they stand; where it is
 * text, as in a text that was saved as such a file, it is read as text is.
 */
export function importPaper(paper: Paper, context: ImportContext): Result<Imported, ImportError> {
  const findings: Findings = { cleaned: [], kept: [] }
  const { above, below, rows, headings } = takeCalendar(paper)
  if (above.length + below.length + rows.length === 0) return refuse('empty')
  const [before, after] = [above, below].map((lines) => cleanText(lines.join('\n'), findings))
  if (before === undefined || after === undefined) return refuse('empty')
  const numbered = new Map([...before.numbered, ...after.numbered, ...paper.notes])
  if (rows.length === 0) {
    const clean = { ...before, numbered }
    const calendar = findCalendar(clean.lines)
    if (calendar === null || calendar.rows.length === 0) return refuse('no-calendar')
    return success(recognise(clean, calendar, context, findings, paper))
  }
  const cleaned = rows.map((row) => cleanRow(row, findings))
  const cells = cleaned.flatMap(({ date, mandate, activity }) => [date, mandate, activity]).flatMap((cell) => cell.split('\n'))
  const clean: CleanText = { lines: [...before.lines, ...cells, ...after.lines], numbered, lost: [...before.lost, ...after.lost] }
  const start = before.lines.length
  const calendar: Calendar = { start, end: start + cells.length, rows: cleaned, cleaned: headings }
  return success(recognise(clean, calendar, context, findings, paper))
}
