import { writeProvisions } from '../citations/provisions.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Plan } from '../model/plan.ts'
import { type CoverageGroup, type CoverageRow, coverageOf } from '../register/coverage.ts'
import { createRegister, type Register } from '../register/register.ts'
import { summaryOf } from '../register/titles.ts'
import { type Block, type DocumentBlocks, heading, paragraph, type Table, type TextBlock, text } from './blocks.ts'
import { titleBlocks } from './calendar.ts'
import { capitalized, citationRuns, citationTitle, dateBlocks, itemBlocks, type PlanDocumentOptions, planFrame } from './plan-parts.ts'
import { quotedProvision, withParts } from './work-plan.ts'

/**
 * The activities that serve each listed mandate: the paragraph's words, then the rows that cite it. For one entry of the list alone where
 * the options name it; an entry that is no longer there lists nothing.
 */
export function mandateDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language } = options
  const labels = documentLabels[language]
  const register = options.register ?? createRegister([])
  const wanted = options.mandate === undefined ? plan : { ...plan, mandates: plan.mandates.filter(({ id }) => id === options.mandate) }
  const places = new Map(plan.mandates.map(({ citation }, index) => [citation.id, index]))
  const groups = coverageOf(wanted, register).groups.toSorted((a, b) => (places.get(a.citation.id) ?? 0) - (places.get(b.citation.id) ?? 0))
  return {
    ...planFrame(plan, language),
    orientation: 'portrait',
    blocks: [
      ...titleBlocks(plan, options),
      ...(groups.length === 0 ? [paragraph(labels.noMandates)] : groups.flatMap((group) => groupBlocks(group, plan, options, register))),
    ],
    footnotes: [],
  }
}

function groupBlocks(group: CoverageGroup, plan: Plan, options: PlanDocumentOptions, register: Register): Block[] {
  const cited = { ...group.citation, provisions: [] }
  const title = citationTitle(cited, plan, options, true)
  return [
    heading(2, citationRuns(cited, plan, options)),
    ...leading(title ? [paragraph([text(title, { italic: true })])] : []),
    ...inPlanOrder(group, plan, register).flatMap((row) => rowBlocks(row, group, options)),
  ]
}

/** Text with its last paragraph tied to what it stands above. */
const leading = (paragraphs: readonly TextBlock[]): TextBlock[] =>
  paragraphs.map((block, index) => (block.kind === 'paragraph' && index === paragraphs.length - 1 ? { ...block, leads: true } : block))

/** Provisions as the plan lists them; the coverage has the open ones first. */
function inPlanOrder({ rows, citation, instrument }: CoverageGroup, plan: Plan, register: Register): CoverageRow[] {
  const listed = plan.mandates
    .filter(
      (mandate) =>
        mandate.citation.id === citation.id || (instrument !== null && register.resolve(mandate.citation)?.instrument === instrument),
    )
    .flatMap((mandate) => mandate.citation.provisions)
  return rows.toSorted((a, b) => listed.indexOf(a.label ?? '') - listed.indexOf(b.label ?? ''))
}

function rowBlocks({ label, provision, serving }: CoverageRow, { instrument }: CoverageGroup, options: PlanDocumentOptions): Block[] {
  const { language } = options
  const labels = documentLabels[language]
  const quoted =
    provision === null ? [] : withParts(provision, instrument?.provisions ?? []).flatMap((part) => quotedProvision(part, language))
  const says = provision === null ? null : summaryOf(provision, language)
  const table: Table = {
    kind: 'table',
    look: 'ruled',
    columns: [
      { heading: labels.date, width: 30 },
      { heading: labels.activity, width: 70 },
    ],
    rows: serving.map(({ activity }) => ({
      cells: [{ blocks: dateBlocks(activity, language) }, { blocks: itemBlocks(activity.items) }],
    })),
  }
  return [
    ...(label === null ? [] : [heading(3, capitalized(writeProvisions([label], language), language))]),
    ...leading(quoted.length > 0 ? quoted : says ? [paragraph(says, 'quotation')] : []),
    serving.length > 0 ? table : paragraph([text(labels.unserved, { italic: true })]),
  ]
}
