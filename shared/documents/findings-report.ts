import { type Finding, formatFinding, runChecks } from '../checks/index.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Plan } from '../model/plan.ts'
import { createRegister } from '../register/register.ts'
import { type Block, type DocumentBlocks, heading, paragraph, type Row, type Table, type TextBlock, text } from './blocks.ts'
import { titleBlocks } from './calendar.ts'
import { dateLines, type PlanDocumentOptions, planFrame } from './plan-parts.ts'

/** What the check says of the plan: how much, then finding by finding in the order of the rows, and at the end what was let stand and why. */
export function findingsDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language } = options
  const labels = documentLabels[language]
  const findings = runChecks(plan, options.register ?? createRegister([]))
  const [open, waived] = [findings.filter(({ waiver }) => waiver === null), findings.filter(({ waiver }) => waiver !== null)]
  const told: Block[] = findings.length === 0 ? [paragraph(labels.noFindings)] : [paragraph(countsOf(open, waived, options))]
  return {
    ...planFrame(plan, language),
    orientation: 'portrait',
    blocks: [
      ...titleBlocks(plan, options),
      heading(2, labels.findings),
      ...told,
      ...(open.length > 0 ? [findingsTable(open, plan, options)] : []),
      ...(waived.length > 0 ? [heading(2, labels.waivedFindings), findingsTable(waived, plan, options)] : []),
    ],
    footnotes: [],
  }
}

/** `3 errors, 1 warning, 2 waived`: what there is none of is left out. */
function countsOf(open: readonly Finding[], waived: readonly Finding[], { language }: PlanDocumentOptions): string {
  const { counts } = documentLabels[language]
  const numbers = [
    ...(['error', 'warning', 'info'] as const).map(
      (severity) => [severity, open.filter((one) => one.severity === severity).length] as const,
    ),
    ['waived', waived.length] as const,
  ]
  return numbers
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${counts[name][count === 1 ? 0 : 1]}`)
    .join(', ')
}

/** A row for each place, with all that was found there. */
function findingsTable(findings: readonly Finding[], plan: Plan, options: PlanDocumentOptions): Table {
  const labels = documentLabels[options.language]
  const rows = [...Map.groupBy(findings, ({ row, target }) => (row > 0 ? `row ${row}` : target.part)).values()].map((here): Row => {
    const place = here[0] === undefined ? '' : placeOf(here[0], options)
    return {
      cells: [{ blocks: placeBlocks(place, here[0], plan, options) }, { blocks: here.flatMap((finding) => toldFinding(finding, options)) }],
      bookmark: place,
    }
  })
  return {
    kind: 'table',
    look: 'ruled',
    columns: [
      { heading: labels.place, width: 26 },
      { heading: labels.finding, width: 74 },
    ],
    rows,
  }
}

function placeOf({ row, target }: Finding, { language }: PlanDocumentOptions): string {
  const labels = documentLabels[language]
  if (row > 0) return labels.row(row)
  return target.part === 'mandate' ? labels.mandates : target.part === 'section' ? labels.text : labels.plan
}

function placeBlocks(place: string, finding: Finding | undefined, plan: Plan, { language }: PlanDocumentOptions): TextBlock[] {
  const activity = finding && finding.row > 0 ? plan.activities[finding.row - 1] : undefined
  const date = activity === undefined ? '' : dateLines(activity.when, language).main
  return [paragraph([text(place, { bold: true })]), ...(date ? [paragraph(date, 'detail')] : [])]
}

/** How much it matters, what was found, the rule that found it, and why it was let stand. */
function toldFinding(finding: Finding, { language }: PlanDocumentOptions): TextBlock[] {
  const labels = documentLabels[language]
  return [
    paragraph([text(`${labels.severities[finding.severity]}. `, { bold: true }), text(formatFinding(finding, language))]),
    paragraph([text(finding.rule, { whole: true })], 'detail'),
    ...(finding.waiver === null ? [] : [paragraph([text(`${labels.waived}: `, { bold: true }), text(finding.waiver.reason)], 'quotation')]),
  ]
}
