import { writeProvisions } from '../citations/provisions.ts'
import { dayOf } from '../dates/calendar.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Language } from '../model/language.ts'
import type { Plan } from '../model/plan.ts'
import { coverageOf, type CoverageGroup, type CoverageRow, type Serving } from '../register/coverage.ts'
import { createRegister } from '../register/register.ts'
import { summaryOf } from '../register/titles.ts'
import { type Block, type Cell, type DocumentBlocks, heading, paragraph, type Row, type TextBlock, text } from './blocks.ts'
import { titleBlocks } from './calendar.ts'
import { shortMonthTitle } from './month-names.ts'
import { capitalized, citationRuns, citationTitle, type PlanDocumentOptions, planFrame } from './plan-parts.ts'

/** Listed provisions against the months of the calendar, those that no activity serves first. */
export function coverageDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language } = options
  const labels = documentLabels[language]
  const { months, groups, open, all } = coverageOf(plan, options.register ?? createRegister([]))
  const someUndated = groups.some(({ rows }) => rows.some(({ serving }) => serving.some((one) => one.months.length === 0)))
  const matrix: Block[] = [
    paragraph(labels.served(all - open, all)),
    {
      kind: 'table',
      look: 'matrix',
      columns: [
        { heading: labels.mandate, width: 10 },
        ...months.map((month) => ({ heading: shortMonthTitle(month, language), width: 1.5 })),
        ...(someUndated ? [{ heading: labels.noMonth, width: 2 }] : []),
      ],
      rows: groups.flatMap((group) => groupRows(group, months, someUndated, plan, options)),
    },
    paragraph(labels.coverageLegend, 'detail'),
  ]
  return {
    ...planFrame(plan, language),
    orientation: 'landscape',
    blocks: [...titleBlocks(plan, options), heading(2, labels.coverage), ...(all === 0 ? [paragraph(labels.noMandates)] : matrix)],
    footnotes: [],
  }
}

/** The instrument, bookmarked, and below it a row for each of its listed provisions; a text listed as a whole has the one row. */
function groupRows(group: CoverageGroup, months: readonly string[], someUndated: boolean, plan: Plan, options: PlanDocumentOptions): Row[] {
  const cited = { ...group.citation, provisions: [] }
  const title = citationTitle(cited, plan, options, true)
  const name: TextBlock[] = [
    paragraph(citationRuns(cited, plan, options).map((run) => (run.kind === 'text' ? { ...run, bold: true } : run))),
    ...(title ? [paragraph([text(title, { italic: true })], 'detail')] : []),
  ]
  const rowOf = (row: CoverageRow, blocks: readonly TextBlock[]): Row => ({
    cells: cellsOf(row, blocks, months, someUndated, options.language),
  })
  const bookmark = group.citation.symbol ?? group.citation.title ?? group.citation.written
  const [whole] = group.rows
  if (whole?.label === null) return [{ ...rowOf(whole, name), bookmark }]
  const width = months.length + (someUndated ? 1 : 0)
  return [
    { cells: [{ blocks: name }, ...Array.from({ length: width }, (): Cell => ({ blocks: [] }))], bookmark, leads: true },
    ...group.rows.map((row) => rowOf(row, provisionBlocks(row, options.language))),
  ]
}

function provisionBlocks({ label, provision }: CoverageRow, language: Language): TextBlock[] {
  const says = provision === null ? null : summaryOf(provision, language)
  return [paragraph(capitalized(writeProvisions([label ?? ''], language), language)), ...(says ? [paragraph(says, 'detail')] : [])]
}

function cellsOf(
  row: CoverageRow,
  name: readonly TextBlock[],
  months: readonly string[],
  someUndated: boolean,
  language: Language,
): Cell[] {
  const head: Cell = {
    blocks: row.open ? withState(name, documentLabels[language].unserved) : name,
    muted: row.open,
  }
  const cell = (serving: readonly Serving[], month: string | null): Cell => ({
    blocks: serving.map((one) => paragraph(signOf(one, month))),
    muted: row.open,
  })
  return [
    head,
    ...months.map((month) =>
      cell(
        row.serving.filter((one) => one.months.includes(month)),
        month,
      ),
    ),
    ...(someUndated
      ? [
          cell(
            row.serving.filter((one) => one.months.length === 0),
            null,
          ),
        ]
      : []),
  ]
}

/** The name of a provision with what became of it, on its first line. */
const withState = (name: readonly TextBlock[], state: string): TextBlock[] =>
  name.map((block, index) =>
    index === 0 && block.kind === 'paragraph' ? { ...block, runs: [...block.runs, text(' – '), text(state, { italic: true })] } : block,
  )

/** The day of an activity in that month, or a tick; in brackets where it cites the text as a whole. */
function signOf({ activity, how }: Serving, month: string | null): string {
  const { value } = activity.when
  const date = value.kind === 'date' ? value.date : value.kind === 'range' ? value.start : null
  const sign = date !== null && date.slice(0, 7) === month ? String(dayOf(date).day) : '✓'
  return how === 'whole' ? `(${sign})` : sign
}
