import { writeActivityCell } from '../cells/activity-cell.ts'
import { writeCitation, writeMandateCell } from '../cells/mandate-cell.ts'
import { formatPlanDate, writeDay } from '../dates/write.ts'
import type { Stretch } from '../lib/words.ts'
import type { CommandText } from '../locales/commands/en.ts'
import { commandWords, isCommandText } from '../locales/commands/words.ts'
import { dataLabels } from '../locales/data/labels.ts'
import type { Values } from '../locales/format.ts'
import type { Language } from '../model/language.ts'
import type { Plan, PlanRecord } from '../model/plan.ts'
import type { Proposable, ProposedChange } from '../model/proposal.ts'
import type { Block, Mark } from '../model/section.ts'
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

/** Fields that people call otherwise. */
const calledOtherwise: Readonly<Record<string, string>> = { when: 'date', items: 'activity', blocks: 'text', citation: 'mandate' }

/** What a field is called. One that a later version added keeps the name that it has in files. */
function fieldName(field: string, spoken: Language): string {
  const name = calledOtherwise[field] ?? field
  const id = `field.${name}`
  return isCommandText(id) ? commandWords(spoken, id) : name
}

const markName = (mark: Mark, spoken: Language): string =>
  mark.kind === 'link' ? commandWords(spoken, 'text.link', { address: mark.href }) : commandWords(spoken, `text.${mark.kind}`)

const blockLines = (block: Block, spoken: Language): string[] => [
  block.text,
  ...block.footnotes.map((note, index) => `[${commandWords(spoken, 'text.note', { number: index + 1, at: note.at })}] ${note.text}`),
  ...(block.marks ?? []).map((mark) => `[${markName(mark, spoken)}] ${block.text.slice(mark.start, mark.end)}`),
]

/** The words of a record, line by line, in the plan's language; what is said of them in the reader's. */
export function recordLines(record: Proposable, language: Language, spoken: Language = language): string[] {
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
        : [record.heading, ...record.blocks.flatMap((block) => blockLines(block, spoken))]
  return lines.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '')
}

function placeName(record: PlanRecord | undefined, rows: ReadonlyMap<string, string>, spoken: Language): string {
  // A proposal may be on a record that is no longer there.
  if (record === undefined) return commandWords(spoken, 'place.gone')
  const row = rows.get(record.id)
  if (record.type === 'activity' && row !== undefined) return commandWords(spoken, 'place.row', { row })
  if (record.type === 'mandate') return commandWords(spoken, 'place.mandate', { name: record.citation.symbol ?? record.citation.written })
  if (record.type === 'section') return record.heading.trim() === '' ? commandWords(spoken, `section.${record.kind}`) : record.heading
  return commandWords(spoken, `record.${record.type}`)
}

/**
 * A change in the words of a language: where, what, and the lines that differ. `rows` are the numbers of the rows, those that the change
 * inserts among them.
 */
export function describe(plan: Plan, change: ProposedChange, rows: ReadonlyMap<string, string>, spoken: Language): Described {
  const { language } = plan.header
  const record = change.kind === 'insert' || change.kind === 'remove' ? change.record : recordIn(plan, recordOf(change))
  const where = placeName(record, rows, spoken)
  switch (change.kind) {
    case 'set': {
      const lines = changedLines(change.field, change.was, change.value, language).filter(isChanged)
      return { where, what: fieldName(change.field, spoken), lines: lines.map(({ stretches }) => stretches) }
    }
    case 'insert':
      return { where, what: commandWords(spoken, 'change.new'), lines: linesAs('inserted', change.record) }
    case 'remove':
      return { where, what: commandWords(spoken, 'change.deleted'), lines: linesAs('struck', change.record) }
    case 'move': {
      const behind = change.after === null ? undefined : recordIn(plan, change.after)
      const what =
        change.after === null
          ? commandWords(spoken, 'change.moved-first')
          : commandWords(spoken, 'change.moved-after', { place: placeName(behind, rows, spoken) })
      return { where, what, lines: [] }
    }
  }

  function linesAs(kind: Stretch['kind'], written: Proposable): Described['lines'] {
    return recordLines(written, language, spoken).map((text) => [{ kind, text }])
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
 * two of them. What is said beside the plan's own words is in the reader's language.
 */
export function planLines({ header, sections, mandates, activities, proposals, decisions }: Plan, spoken: Language): string[] {
  const { language, term, committee } = header
  const say = (id: CommandText, values: Values): string => commandWords(spoken, id, values).trimEnd()
  const { tables } = dataLabels[spoken]
  const facts = [
    say('plan.committee', { name: committee.name, acronym: committee.acronym }),
    ...(term === null ? [] : [say('plan.term', { start: writeDay(term.start, spoken), end: writeDay(term.end, spoken) })]),
    say('plan.symbol', { symbol: [header.symbol, header.revision].filter(Boolean).join(' ') }),
    say('plan.issued', { date: header.issued === null ? '' : writeDay(header.issued, spoken) }),
    say('plan.note', { note: header.note }),
  ]
  const listed = (records: readonly Proposable[]) => records.flatMap((record) => ['', ...recordLines(record, language, spoken)])
  return [
    header.title,
    ...facts,
    ...listed(sections),
    '',
    tables.mandates.toLocaleUpperCase(spoken),
    ...mandates.flatMap((mandate) => recordLines(mandate, language, spoken)),
    '',
    tables.calendar.toLocaleUpperCase(spoken),
    ...listed(activities),
    ...(proposals.length === 0 ? [] : ['', say('count.records', { proposals: proposals.length, decisions: decisions.length })]),
  ]
}
