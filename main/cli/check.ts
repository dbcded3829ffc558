import { findingToJson, formatFinding, formatFix, runChecks } from '#shared/checks/index.ts'
import type { Finding } from '#shared/checks/index.ts'
import type { Severity } from '#shared/model/severity.ts'
import { print, printJson } from './output.ts'
import { loadPlan } from './plan-source.ts'
import { language, words } from './words.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']

const place = ({ row }: Finding): string => (row === 0 ? words('place.text') : words('place.row', { row }))

function state({ severity, waiver }: Finding): string {
  const name = words(`severity.${severity}`)
  return waiver === null ? name : words('severity.waived', { severity: name })
}

/** The findings, a line each, and what can be written about it below; the columns as wide as the language's words. */
function listing(findings: readonly Finding[]): string[] {
  const placed = Math.max(7, ...findings.map((finding) => place(finding).length))
  const named = Math.max(8, ...severities.map((severity) => words(`severity.${severity}`).length))
  return findings.flatMap((finding) => [
    `${place(finding).padEnd(placed)} ${state(finding).padEnd(named)} ${finding.rule}: ${formatFinding(finding, language)}`,
    ...finding.fixes.map((fix) => {
      const offered = words('line.labelled', { label: words(fix.safe ? 'offer.fix' : 'offer.choice'), text: formatFix(fix, language) })
      return ' '.repeat(placed + named + 2) + offered
    }),
  ])
}

/** How much was found, in one line. */
function counts(findings: readonly Finding[], activities: number): string {
  const open = findings.filter(({ waiver }) => waiver === null)
  const waived = findings.length - open.length
  return [
    ...severities.map((severity) => words(`count.${severity}`, { count: open.filter((finding) => finding.severity === severity).length })),
    ...(waived > 0 ? [words('count.waived', { count: waived })] : []),
    words('count.activities', { count: activities }),
  ].join(', ')
}

/** Prints the findings. 1 when one of them is an error that nobody waived, else 0. */
export async function check(source: string, { json }: { json?: true }): Promise<number> {
  const { plan, register } = await loadPlan(source)
  const findings = runChecks(plan, register)
  if (json === true) {
    printJson({
      plan: plan.header.title,
      activities: plan.activities.length,
      findings: findings.map((finding) => findingToJson(finding, language)),
    })
  } else {
    for (const line of listing(findings)) print(line)
    print(counts(findings, plan.activities.length))
  }
  return findings.some(({ severity, waiver }) => severity === 'error' && waiver === null) ? 1 : 0
}
