import { writeActivityCell } from '../cells/activity-cell.ts'
import { writeCitation, writeMandateCell } from '../cells/mandate-cell.ts'
import { formatPlanDate } from '../dates/write.ts'
import type { Stretch } from '../lib/words.ts'
import type { Language } from '../model/language.ts'
import type { Plan, PlanRecord } from '../model/plan.ts'
import type { Proposable, ProposedChange } from '../model/proposal.ts'
import type { Block } from '../model/section.ts'
import { recordIn } from './accept.ts'
import { changedLines, isChanged } from './changed-lines.ts'
import { recordOf } from './change-kind.ts'

/** A change as a line-based tool shows it. */
export interface Described {
  /** What it is about: `row 5bis`, `plan`, `mandate AG/RES. 2910 (XLVII-O/17)`, or a section's heading. */
  readonly where: string
  /** What is done: the field that is set, or `new`, `deleted`, `moved after row 4`. */
  readonly what: string
  /** The lines that differ. */
  readonly lines: readonly (readonly Stretch[])[]
}

/** What a field is called in English, the language of the command line. */
const fieldNames: Readonly<Record<string, string>> = { when: 'date', items: 'activity', blocks: 'text', citation: 'mandate' }

const blockLines = (block: Block): string[] => [
  block.text,
  ...block.footnotes.map((note, index) => `[note ${index + 1} at character ${note.at}] ${note.text}`),
  ...(block.marks ?? []).map(
    (mark) => `[${mark.kind === 'link' ? `link ${mark.href}` : mark.kind}] ${block.text.slice(mark.start, mark.end)}`,
  ),
]

/** The words of a record, line by line. */
export function recordLines(record: Proposable, language: Language): string[] {
  const lines =
    record.type === 'activity'
      ? [
          formatPlanDate(record.when, language),
          writeMandateCell(record.mandate, language),
          writeActivityCell(record.items),
          record.venue,
          record.notes,
        ]
      : record.type === 'mandate'
        ? [writeCitation(record.citation, language), record.written]
        : [record.heading, ...record.blocks.flatMap(blockLines)]
  return lines.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '')
}

function placeName(record: PlanRecord | undefined, rows: ReadonlyMap<string, string>): string {
  if (record?.type === 'activity') return `row ${rows.get(record.id) ?? ''}`.trim()
  if (record?.type === 'mandate') return `mandate ${record.citation.symbol ?? record.citation.written}`
  if (record?.type === 'section') return record.heading.trim() === '' ? record.kind : record.heading
  // A proposal may be on a record that is no longer there.
  return record?.type ?? 'gone'
}

/**
 * A change in words: where, what, and the lines that differ. `rows` are the numbers of the rows, those that the change inserts among them.
 */
export function describe(plan: Plan, change: ProposedChange, rows: ReadonlyMap<string, string>): Described {
  const { language } = plan.header
  const record = change.kind === 'insert' || change.kind === 'remove' ? change.record : recordIn(plan, recordOf(change))
  const where = placeName(record, rows)
  switch (change.kind) {
    case 'set': {
      const lines = changedLines(change.field, change.was, change.value, language).filter(isChanged)
      return { where, what: fieldNames[change.field] ?? change.field, lines: lines.map(({ stretches }) => stretches) }
    }
    case 'insert':
      return { where, what: 'new', lines: recordLines(change.record, language).map((text) => [{ kind: 'inserted', text }]) }
    case 'remove':
      return { where, what: 'deleted', lines: recordLines(change.record, language).map((text) => [{ kind: 'struck', text }]) }
    case 'move': {
      const behind = change.after === null ? undefined : recordIn(plan, change.after)
      const what = change.after === null ? 'moved to the beginning' : `moved after ${placeName(behind, rows)}`
      return { where, what, lines: [] }
    }
  }
}

/** A line with its struck and inserted words marked as `git diff --word-diff` marks them, the space before them outside. */
export const markedLine = (stretches: readonly Stretch[]): string =>
  stretches
    .map(({ kind, text }, index) => {
      if (kind === 'same' || text === '') return text
      const words = text.trimStart()
      const before = stretches[index - 1]
      const isSaid = before?.kind === 'struck' && /^\s/.test(before.text)
      const space = isSaid ? '' : text.slice(0, text.length - words.length)
      return kind === 'struck' ? `${space}[-${words}-]` : `${space}{+${words}+}`
    })
    .join('')

/**
 * A plan as text in which each fact has a line of its own and nothing is counted, so that a line-based tool shows exactly what differs between
 * two of them.
 */
export function planLines({ header, sections, mandates, activities, proposals, decisions }: Plan): string[] {
  const { language, term, committee } = header
  const facts = [
    `committee: ${committee.name} (${committee.acronym})`,
    `term: ${term === null ? '' : `${term.start} to ${term.end}`}`,
    `symbol: ${[header.symbol, header.revision].filter(Boolean).join(' ')}`,
    `issued: ${header.issued ?? ''}`,
    `note: ${header.note}`,
  ]
  const listed = (records: readonly Proposable[]) => records.flatMap((record) => ['', ...recordLines(record, language)])
  return [
    header.title,
    ...facts,
    ...listed(sections),
    '',
    'MANDATES',
    ...mandates.flatMap((mandate) => recordLines(mandate, language)),
    '',
    'CALENDAR',
    ...listed(activities),
    ...(proposals.length === 0 ? [] : ['', `PROPOSALS: ${proposals.length}, DECISIONS: ${decisions.length}`]),
  ]
}
