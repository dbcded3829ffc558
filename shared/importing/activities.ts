import { generateNKeysBetween } from 'fractional-indexing'
import { readActivityCell } from '../cells/activity-cell.ts'
import { readMandateCell } from '../cells/mandate-cell.ts'
import { readPlanDate } from '../dates/read.ts'
import { fold } from '../lib/text.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Activity } from '../model/activity.ts'
import { languages } from '../model/language.ts'
import type { Term } from '../model/plan.ts'
import { emptyActivity } from '../operations/edits.ts'
import type { Row } from './calendar.ts'
import { lostMark } from './clean.ts'
import type { MandateContext } from './mandates.ts'
import { type Findings, missingWords } from './report.ts'

/** Reports the words of a cell whose sense the records hold in another form: list numbers, "operative paragraphs", "Español". */
function reportPhrasing(cell: string, kept: readonly string[], kind: 'numbering' | 'phrasing', { cleaned }: Findings): void {
  const missing = missingWords(cell.replaceAll(lostMark, ' '), kept)
  if (missing.length > 0) cleaned.push({ kind, text: missing.join(' ') })
}

/** What a date's line says of the meeting when it says nothing else: "Postponed". */
const states: ReadonlyMap<string, Activity['state']> = new Map(
  languages.flatMap((language) => {
    const { postponed, cancelled } = documentLabels[language]
    return [[fold(postponed), 'postponed'] as const, [fold(cancelled), 'cancelled'] as const]
  }),
)

function readRow(row: Row, index: number, order: string, term: Term | null, context: MandateContext): Activity {
  const { makeId, names, language, notes, findings } = context
  const number = index + 1
  const cells = {
    date: notes.anchor(row.date),
    mandate: notes.anchorInFields(row.mandate),
    activity: notes.anchor(row.activity),
  }
  const state = cells.date.text.split('\n').flatMap((line) => states.get(fold(line.trim())) ?? [])[0]
  const dateLines = cells.date.text.split('\n').filter((line) => state === undefined || states.get(fold(line.trim())) !== state)
  const when = readPlanDate(dateLines.join('\n'), { language, term })
  const mandate = readMandateCell(cells.mandate.text, { names, makeId, language })
  const items = readActivityCell(cells.activity.text, { makeId })
  const footnotes = Object.values(cells).flatMap((cell) => cell.footnotes.map(({ text }) => text))
  const citedWords = mandate.flatMap((entry) =>
    entry.kind === 'remark'
      ? [entry.text]
      : [entry.written, entry.symbol === null ? '' : (entry.title ?? ''), ...entry.provisions, ...entry.links.map(({ url }) => url ?? '')],
  )
  reportPhrasing(cells.mandate.text, citedWords, 'phrasing', findings)
  reportPhrasing(
    cells.activity.text,
    items.map(({ text }) => text),
    'numbering',
    findings,
  )
  if (row.problem !== null) findings.kept.push({ row: number, why: row.problem, text: row.activity.trim() })
  if (when.value.kind === 'unreadable') findings.kept.push({ row: number, why: 'unreadable-date', text: when.written })
  for (const entry of mandate) if (entry.kind === 'remark') findings.kept.push({ row: number, why: 'remark', text: entry.text })
  return {
    ...emptyActivity(makeId(), order),
    when,
    mandate,
    items,
    ...(state === undefined ? {} : { state }),
    venue: row.venue,
    notes: [...row.notes, ...footnotes].join('\n'),
  }
}

/** The calendar's rows as activities. A note to a cell goes to the row's own notes. */
export function readActivities(rows: readonly Row[], term: Term | null, context: MandateContext): Activity[] {
  const orders = generateNKeysBetween(null, null, rows.length)
  return rows.map((row, index) => readRow(row, index, orders[index] ?? '', term, context))
}
