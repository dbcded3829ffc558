import { readPlanDate } from '../dates/read.ts'
import { type Column, columnOf, headCalendar } from './columns.ts'
import { capitalHeading, knownHeading } from './headings.ts'
import { type PaperTable, venueMark } from './paper.ts'
import type { Artefact } from './report.ts'

/** How the cells of a table are written. `lines`: a line that starts with a tab begins a cell. `tabs`, `pipes`: a line holds a row. */
type Layout = 'lines' | 'tabs' | 'pipes'

interface Header {
  readonly layout: Layout
  readonly columns: readonly Column[]
  /** Lines of the header, end exclusive; empty where the table has none. */
  readonly start: number
  readonly end: number
}

/** A row of the calendar, its cells as text with their line breaks. */
export interface Row {
  readonly date: string
  readonly mandate: string
  readonly activity: string
  readonly venue: string
  /** Cells of columns that a calendar does not have. */
  readonly notes: readonly string[]
  readonly problem: 'missing-cells' | 'surplus-cell' | null
}

export interface Calendar {
  /** Lines that it takes up, end exclusive. */
  readonly start: number
  readonly end: number
  readonly rows: readonly Row[]
  /** Column headings, repeated ones too, and the marks of a table in plain text. */
  readonly cleaned: readonly Artefact[]
}

const usual: readonly Column[] = ['date', 'mandate', 'activity']

const lineBreak = /<br\s*\/?>/gi

const splitPipes = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.replace(lineBreak, '\n').trim())

const splitTabs = (line: string): string[] => line.trimEnd().split('\t')

/** Whether a cell gives the date of a row: it begins with one, and names no year alone, as "2020 Resolution" does. */
export function looksLikeDate(cell: string): boolean {
  const text = cell.trim()
  if (text.length > 300 || !/\d/.test(text) || /\/(?:RES|DEC|doc)/i.test(text)) return false
  const { value, note } = readPlanDate(text)
  if (value.kind === 'open' || value.kind === 'unreadable') return false
  if (value.kind === 'year' && note !== null) return false
  return note === null || !text.replace(/^[\s([]+/, '').startsWith(note.slice(0, 12))
}

/** A header whose cells stand one to a line, each after a tab. Capitals that follow it are columns of the committee's own. */
function headerInLines(lines: readonly string[], index: number): Header | null {
  const columns: Column[] = []
  let end = index
  for (const [at, line] of lines.slice(index, index + 24).entries()) {
    if (line.trim() === '') continue
    const column = line.startsWith('\t') ? columnOf(line) : null
    const own = column === null && headCalendar(columns) && /^\t\P{Ll}{3,30}$/u.test(line) && !/\d/.test(line)
    if (column === null && !own) break
    columns.push(column ?? 'other')
    end = index + at + 1
  }
  return headCalendar(columns) ? { layout: 'lines', columns, start: index, end } : null
}

function headerInLine(line: string, index: number): Header | null {
  if (line.length > 300) return null
  const layout: Layout | null = line.includes('|') ? 'pipes' : line.trim().includes('\t') ? 'tabs' : null
  if (layout === null) return null
  const columns = (layout === 'pipes' ? splitPipes(line) : splitTabs(line.trim())).map(columnOf)
  return headCalendar(columns) ? { layout, columns: columns.map((column) => column ?? 'other'), start: index, end: index + 1 } : null
}

function findHeader(lines: readonly string[]): Header | null {
  for (const [index, line] of lines.entries()) {
    if (!line.includes('\t') && !line.includes('|')) continue
    const header = headerInLine(line, index) ?? (line.startsWith('\t') && columnOf(line) !== null ? headerInLines(lines, index) : null)
    if (header !== null) return header
  }
  return null
}

/** Where no header stands, two rows or more that begin with a date make a calendar. */
function findHeadless(lines: readonly string[]): Header | null {
  const starts: Record<Layout, number[]> = { lines: [], tabs: [], pipes: [] }
  for (const [index, line] of lines.entries()) {
    const layout: Layout | null = line.startsWith('\t') ? 'lines' : /^\s*\|/.test(line) ? 'pipes' : line.includes('\t') ? 'tabs' : null
    if (layout === null || starts[layout].length > 1) continue
    const cell = layout === 'lines' ? line : layout === 'pipes' ? splitPipes(line)[0] : splitTabs(line)[0]
    if (looksLikeDate(cell ?? '')) starts[layout].push(index)
  }
  const layout = (['lines', 'tabs', 'pipes'] as const).find((each) => starts[each].length > 1)
  const start = layout === undefined ? undefined : starts[layout][0]
  return layout === undefined || start === undefined ? null : { layout, columns: usual, start, end: start }
}

/** Whether a line outside the cells begins another part of the text, and so ends the calendar. */
const endsCalendar = (line: string): boolean =>
  line !== '' &&
  !line.startsWith('\t') &&
  (knownHeading(line) !== null || (/^\s*[IVX]{1,5}\.\s/.test(line) && capitalHeading(line) !== null))

interface Cells {
  readonly cells: string[]
  readonly end: number
}

/** The cells of a table whose cells stand one to a line. A whole row pasted on one line is cut at its tabs. */
function cellsInLines(lines: readonly string[], from: number, width: number): Cells {
  const cells: string[][] = []
  for (const [index, line] of lines.slice(from).entries()) {
    if (endsCalendar(line)) return { cells: cells.map((cell) => cell.join('\n')), end: from + index }
    if (!line.startsWith('\t')) {
      cells.at(-1)?.push(line.replace(/\t/g, ' '))
      continue
    }
    const parts = line.slice(1).split('\t')
    if (parts.length > 1 && parts.length % width === 0) for (const part of parts) cells.push([part])
    else cells.push([parts.join(' ')])
  }
  return { cells: cells.map((cell) => cell.join('\n')), end: lines.length }
}

/** The rows of a table whose rows stand one to a line. A line without a second cell goes on with the last cell. */
function rowsInLine(lines: readonly string[], from: number, layout: 'tabs' | 'pipes'): { rows: string[][]; end: number } {
  const rows: string[][] = []
  for (const [index, line] of lines.slice(from).entries()) {
    if (endsCalendar(line)) return { rows, end: from + index }
    if (line.trim() === '' || /^[\s|:+-]+$/.test(line)) continue
    const cells =
      layout === 'pipes' && line.includes('|') ? splitPipes(line) : layout === 'tabs' && line.includes('\t') ? splitTabs(line) : null
    if (cells !== null) rows.push(cells)
    else if (rows.length > 0) rows.at(-1)?.push(`${rows.at(-1)?.pop() ?? ''}\n${line}`)
  }
  return { rows, end: lines.length }
}

/**
 * Cuts a run of cells into rows of the table's width. Where cells are missing or too many, the next date puts the count right: a row that
 * meets a date early ends before it, and cells that keep the next date from its place go to the row they follow.
 */
function cutIntoRows(cells: readonly string[], columns: readonly Column[]): string[][] {
  const width = columns.length
  const byDate = columns[0] === 'date'
  const dated = cells.map((cell) => byDate && looksLikeDate(cell))
  const nextDate: number[] = []
  let ahead = cells.length
  for (let index = cells.length - 1; index >= 0; index--) {
    if (dated[index] === true) ahead = index
    nextDate[index] = ahead
  }
  const rows: string[][] = []
  cells.forEach((cell, index) => {
    const row = rows.at(-1)
    const early = dated[index] === true && row !== undefined && row.length < width
    const full = row === undefined || row.length >= width
    const surplus = byDate && full && row !== undefined && dated[index] !== true && ((nextDate[index] ?? 0) - index) % width !== 0
    if (surplus) row.push(cell)
    else if (full || early) rows.push([cell])
    else row.push(cell)
  })
  return rows
}

const hasCitation = (cell: string): boolean => /\/(?:RES|DEC|doc)\b|\bresoluci|\bresolution/i.test(cell)

function rowOf(cells: readonly string[], columns: readonly Column[]): Row {
  const held: Record<Column, string[]> = { date: [], time: [], mandate: [], activity: [], venue: [], number: [], other: [] }
  // A row of two cells lacks the one that its second is not.
  const short = cells.length === 2 && columns.length === 3 && columns[1] === 'mandate' && !hasCitation(cells[1] ?? '')
  cells.forEach((cell, index) => held[short && index === 1 ? 'activity' : (columns[index] ?? 'activity')].push(cell))
  const dateLines = [...held.date, ...held.time].map((cell) => cell.trim()).flatMap((cell) => cell.split('\n'))
  for (const line of dateLines) if (line.startsWith(venueMark)) held.venue.push(line.slice(venueMark.length))
  return {
    date: dateLines
      .filter((line) => !line.startsWith(venueMark))
      .join('\n')
      .trim(),
    mandate: held.mandate.join('\n'),
    activity: held.activity.join('\n'),
    venue: held.venue.join(' ').trim(),
    notes: [...held.number, ...held.other].map((cell) => cell.trim()).filter((cell) => cell !== ''),
    problem: cells.length < columns.length ? 'missing-cells' : cells.length > columns.length ? 'surplus-cell' : null,
  }
}

/** The calendar in a text's lines: its place and its rows. Null when there is none. */
export function findCalendar(lines: readonly string[]): Calendar | null {
  const header = findHeader(lines) ?? findHeadless(lines)
  if (header === null) return null
  const { layout, columns } = header
  const table =
    layout === 'lines'
      ? (({ cells, end }: Cells) => ({ rows: cutIntoRows(cells, columns), end }))(cellsInLines(lines, header.end, columns.length))
      : rowsInLine(lines, header.end, layout)
  const rows = table.rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const isHeader = (cells: readonly string[]): boolean => headCalendar(cells.map(columnOf))
  const headings = [...lines.slice(header.start, header.end), ...rows.filter(isHeader).flat()]
  const breaks = layout === 'pipes' ? lines.slice(header.end, table.end).flatMap((line) => line.match(lineBreak) ?? []) : []
  return {
    start: header.start,
    end: table.end,
    rows: rows.filter((cells) => !isHeader(cells)).map((cells) => rowOf(cells, columns)),
    cleaned: [
      ...headings.map((text): Artefact => ({ kind: 'heading', text: text.trim() })),
      ...breaks.map((text): Artefact => ({ kind: 'mark', text })),
    ],
  }
}

/** Column headings stand no further down a table than this. */
const headingRows = 5

/** The calendar in a table whose cells are known. Null when the table is none. */
export function calendarOfTable(table: PaperTable): (Pick<Calendar, 'rows' | 'cleaned'> & { readonly above: PaperTable }) | null {
  const columnsOf = (cells: readonly string[]): (Column | null)[] => cells.map((cell) => columnOf(cell))
  const head = table.slice(0, headingRows).findIndex((cells) => headCalendar(columnsOf(cells)))
  const dated = table.filter(([first = '', ...others]) => others.length > 0 && looksLikeDate(first)).length
  if (head < 0 && dated < 2) return null
  const columns = head < 0 ? usual : columnsOf(table[head] ?? []).map((column) => column ?? 'other')
  const written = table.slice(Math.max(head, 0)).filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const isHeader = (cells: readonly string[]): boolean => headCalendar(columnsOf(cells))
  return {
    above: table.slice(0, Math.max(head, 0)),
    rows: written.filter((cells) => !isHeader(cells)).map((cells) => rowOf(cells, columns)),
    cleaned: written.filter(isHeader).flatMap((cells) => cells.map((text): Artefact => ({ kind: 'heading', text: text.trim() }))),
  }
}
