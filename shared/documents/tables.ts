import { inferActivityKind } from '../cells/activity-kind.ts'
import { formatFinding, runChecks } from '../checks/index.ts'
import { writePlanDate } from '../dates/write.ts'
import { dataLabels } from '../locales/data/labels.ts'
import type { Activity } from '../model/activity.ts'
import type { PlainDate } from '../model/basics.ts'
import type { Citation } from '../model/citation.ts'
import { delegationName } from '../model/delegations.ts'
import type { Plan } from '../model/plan.ts'
import { coverageOf } from '../register/coverage.ts'
import { createRegister } from '../register/register.ts'
import { summaryOf } from '../register/titles.ts'
import { writeProvisions } from '../citations/provisions.ts'
import { negotiationLabels } from '../locales/documents/negotiation.ts'
import type { Language } from '../model/language.ts'
import type { ProposedChange } from '../model/proposal.ts'
import { kindOf, recordOf } from '../negotiation/change-kind.ts'
import { changedLines, isChanged } from '../negotiation/changed-lines.ts'
import { recordLines } from '../negotiation/describe.ts'
import { labelsWith } from '../negotiation/numbering.ts'
import { asProposed } from '../negotiation/propose.ts'
import { latestDecision, stateOf } from '../negotiation/states.ts'
import { paragraph, plainText } from './blocks.ts'
import { capitalized, citationRuns, citationTitle, dateLines, itemBlocks, type PlanDocumentOptions } from './plan-parts.ts'
import type { TableName } from './table-names.ts'

/** What a cell of a table holds. A day is a day to those who can reckon with it. */
export type DataCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly date: PlainDate }
  | { readonly kind: 'number'; readonly value: number }

/** A table of plain data: spreadsheets and CSV files are writers of it. */
export interface DataTable {
  /** At most 31 characters, as spreadsheets allow. */
  readonly title: string
  readonly columns: readonly {
    readonly heading: string
    /** In characters. */
    readonly width: number
  }[]
  /** As many cells as there are columns; null for an empty one. */
  readonly rows: readonly (readonly (DataCell | null)[])[]
}

const makers: Readonly<Record<TableName, (plan: Plan, options: PlanDocumentOptions) => DataTable>> = {
  calendar: calendarTable,
  mandates: mandatesTable,
  coverage: coverageTable,
  findings: findingsTable,
  proposals: proposalsTable,
}

/** One of a plan's tables, in the language asked for; the plan's own words stay as they are. */
export const dataTable = (name: TableName, plan: Plan, options: PlanDocumentOptions): DataTable => makers[name](plan, options)

const text = (words: string): DataCell | null => (words === '' ? null : { kind: 'text', text: words })

const number = (value: number): DataCell => ({ kind: 'number', value })

const column = (heading: string, width: number) => ({ heading, width })

function calendarTable(plan: Plan, options: PlanDocumentOptions): DataTable {
  const labels = dataLabels[options.language]
  return {
    title: labels.tables.calendar,
    columns: [
      column(labels.row, 7),
      column(labels.date, 11),
      column(labels.end, 11),
      column(labels.time, 12),
      column(labels.dateInWords, 24),
      column(labels.tentative, 12),
      column(labels.activity, 46),
      column(labels.kind, 16),
      column(labels.state, 12),
      column(labels.venue, 16),
      column(labels.mandates, 36),
    ],
    rows: plan.activities.map((activity, index) => {
      const { when, kind, items, state, venue, mandate } = activity
      const { main, detail } = dateLines(when, options.language)
      return [
        number(index + 1),
        ...days(activity),
        text(hours(activity)),
        text([main, detail].filter(Boolean).join('\n')),
        when.tentative ? text(labels.yes) : null,
        text(plainText(itemBlocks(items))),
        text(labels.kinds[kind ?? inferActivityKind(items)]),
        text(labels.states[state]),
        text(venue),
        text(mandate.map((entry) => (entry.kind === 'remark' ? entry.text : cited(entry, plan, options))).join('\n')),
      ]
    }),
  }
}

/** First and last day of a date that names days; periods are told in words. */
function days({ when: { value } }: Activity): [DataCell | null, DataCell | null] {
  if (value.kind === 'date') return [{ kind: 'day', date: value.date }, null]
  if (value.kind !== 'range') return [null, null]
  return [
    { kind: 'day', date: value.start },
    { kind: 'day', date: value.end },
  ]
}

/** On 24 hours, so that a column of them sorts. */
const hours = ({ when: { value } }: Activity): string =>
  value.kind === 'date' ? [value.time, value.endTime].filter((time) => time !== null).join('–') : ''

const cited = (citation: Citation, plan: Plan, options: PlanDocumentOptions): string =>
  plainText([paragraph(citationRuns(citation, plan, options))])

function mandatesTable(plan: Plan, options: PlanDocumentOptions): DataTable {
  const labels = dataLabels[options.language]
  return {
    title: labels.tables.mandates,
    columns: [column(labels.row, 6), column(labels.mandate, 32), column(labels.paragraphs, 40), column(labels.title, 70)],
    rows: plan.mandates.map(({ citation }, index) => [
      number(index + 1),
      text(cited({ ...citation, provisions: [] }, plan, options)),
      text(citation.provisions.length === 0 ? labels.whole : writeProvisions(citation.provisions, options.language)),
      text(citationTitle(citation, plan, options, true) ?? ''),
    ]),
  }
}

function coverageTable(plan: Plan, options: PlanDocumentOptions): DataTable {
  const labels = dataLabels[options.language]
  const rowOf = new Map(plan.activities.map(({ id }, index) => [id, index + 1]))
  const { groups } = coverageOf(plan, options.register ?? createRegister([]))
  return {
    title: labels.tables.coverage,
    columns: [
      column(labels.mandate, 32),
      column(labels.paragraph, 18),
      column(labels.title, 60),
      column(labels.served, 11),
      column(labels.servedBy, 16),
      column(labels.date, 40),
    ],
    rows: groups.flatMap(({ citation, rows }) =>
      rows.map(({ label, provision, open, serving }) => {
        const says = provision === null ? null : (summaryOf(provision, options.language) ?? provision.text[options.language] ?? null)
        return [
          text(cited({ ...citation, provisions: [] }, plan, options)),
          text(label ?? labels.whole),
          text(label === null ? (citationTitle(citation, plan, options, true) ?? '') : (says ?? '')),
          text(open ? labels.no : labels.yes),
          text(serving.map(({ activity }) => rowOf.get(activity.id) ?? 0).join(', ')),
          text(serving.map(({ activity }) => writePlanDate(activity.when, options.language).main).join('\n')),
        ]
      }),
    ),
  }
}

function findingsTable(plan: Plan, options: PlanDocumentOptions): DataTable {
  const labels = dataLabels[options.language]
  return {
    title: labels.tables.findings,
    columns: [
      column(labels.row, 8),
      column(labels.severity, 14),
      column(labels.rule, 28),
      column(labels.finding, 80),
      column(labels.waived, 40),
    ],
    rows: runChecks(plan, options.register ?? createRegister([])).map((finding) => [
      finding.row === 0 ? text(labels.text) : number(finding.row),
      text(labels.severities[finding.severity]),
      text(finding.rule),
      text(formatFinding(finding, options.language)),
      text(finding.waiver?.reason ?? ''),
    ]),
  }
}

/** What delegations ask for, in the order of their asking, with what was decided. */
function proposalsTable(plan: Plan, { language }: PlanDocumentOptions): DataTable {
  const labels = dataLabels[language]
  const words = negotiationLabels[language]
  const added = plan.proposals.filter(({ change }) => change.kind === 'insert')
  const rows = labelsWith(plan, asProposed(plan, added).activities)
  return {
    title: labels.tables.proposals,
    columns: [
      column(labels.date, 12),
      column(labels.delegation, 20),
      column(labels.row, 8),
      column(labels.change, 12),
      column(labels.was, 40),
      column(labels.proposed, 40),
      column(labels.justification, 40),
      column(labels.decision, 20),
      column(labels.reason, 40),
    ],
    rows: plan.proposals
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
      .map((proposal) => {
        const { author, at, change, justification, id } = proposal
        const { was, now } = saidBy(change, language)
        return [
          { kind: 'day', date: at.slice(0, 10) },
          text(delegationName(author.delegation, language)),
          text(rows.get(recordOf(change)) ?? words.text),
          text(words.kinds[kindOf(change)]),
          text(was),
          text(now),
          text(justification),
          text(capitalized(words.states[stateOf(plan, proposal)], language)),
          text(latestDecision(plan, id)?.reason ?? ''),
        ]
      }),
  }
}

/** The words that a change is about, before and after. A row that only moves says nothing else. */
function saidBy(change: ProposedChange, language: Language): { readonly was: string; readonly now: string } {
  if (change.kind === 'insert') return { was: '', now: recordLines(change.record, language).join('\n') }
  if (change.kind === 'remove') return { was: recordLines(change.record, language).join('\n'), now: '' }
  if (change.kind === 'move') return { was: '', now: '' }
  const lines = changedLines(change.field, change.was, change.value, language).filter(isChanged)
  const without = (kind: 'inserted' | 'struck') =>
    lines
      .map(({ stretches }) =>
        stretches
          .filter((stretch) => stretch.kind !== kind)
          .map((stretch) => stretch.text)
          .join(''),
      )
      .filter((line) => line !== '')
      .join('\n')
  return { was: without('inserted'), now: without('struck') }
}

/** Beginnings that make spreadsheet programs take words for a formula; the wide forms count where such letters are typed. */
const formulaStart = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * Words as a spreadsheet may hold them. Those that it could take for a formula get an apostrophe before them, its own mark for "this is
 * text": nothing is computed, and the words can still be read.
 */
export const withoutFormula = (words: string): string => (formulaStart.test(words) ? `'${words}` : words)
