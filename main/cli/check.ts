import { findingToJson, formatFinding, formatFix, runChecks } from '#shared/checks/index.ts'
import type { Finding } from '#shared/checks/index.ts'
import type { Language } from '#shared/model/language.ts'
import type { Severity } from '#shared/model/severity.ts'
import { print, printJson } from './output.ts'
import { loadPlan } from './plan-source.ts'

const place = ({ row }: Finding): string => (row === 0 ? 'text' : `row ${row}`)

const counted = (findings: readonly Finding[], severity: Severity, one: string, many: string): string => {
  const count = findings.filter((finding) => finding.severity === severity && finding.waiver === null).length
  return `${count} ${count === 1 ? one : many}`
}

/** Prints the findings, said in a language. 1 when one of them is an error that nobody waived, else 0. */
export async function check(source: string, { json, lang }: { json?: true; lang: Language }): Promise<number> {
  const { plan, register } = await loadPlan(source)
  const findings = runChecks(plan, register)
  if (json === true) {
    printJson({
      plan: plan.header.title,
      activities: plan.activities.length,
      findings: findings.map((finding) => findingToJson(finding, lang)),
    })
  } else {
    for (const finding of findings) {
      const state = finding.waiver === null ? finding.severity : `waived ${finding.severity}`
      print(`${place(finding).padEnd(7)} ${state.padEnd(8)} ${finding.rule}: ${formatFinding(finding, lang)}`)
      for (const fix of finding.fixes) print(`${' '.repeat(17)}${fix.safe ? 'fix' : 'choice'}: ${formatFix(fix, lang)}`)
    }
    const waived = findings.filter(({ waiver }) => waiver !== null).length
    print(
      [
        counted(findings, 'error', 'error', 'errors'),
        counted(findings, 'warning', 'warning', 'warnings'),
        counted(findings, 'info', 'info', 'infos'),
        ...(waived > 0 ? [`${waived} waived`] : []),
        plan.activities.length === 1 ? '1 activity' : `${plan.activities.length} activities`,
      ].join(', '),
    )
  }
  return findings.some(({ severity, waiver }) => severity === 'error' && waiver === null) ? 1 : 0
}
