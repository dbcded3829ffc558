import { applySafeFixes, createChecker, findingToJson, formatFix } from '#shared/checks/index.ts'
import { print, printJson, writeOutput } from './output.ts'
import { loadPlan, planFile } from './plan-source.ts'

/** Applies the safe fixes and writes the plan. What needs a person's choice is left, and counted. */
export async function fix(source: string, { output, json }: { output: string; json?: true }): Promise<number> {
  const loaded = await loadPlan(source)
  const checker = createChecker(loaded.register)
  const { plan, applied } = applySafeFixes(loaded.plan, checker)
  const left = checker.check(plan)
  writeOutput(output, planFile({ ...loaded, plan }))
  if (output === '-') return 0
  if (json === true) {
    printJson({
      output,
      applied: applied.map(({ finding, fix: done }) => ({ ...findingToJson(finding), fix: done.writes })),
      left: left.map((finding) => findingToJson(finding)),
    })
    return 0
  }
  for (const { finding, fix: done } of applied)
    print(`${finding.row === 0 ? 'text' : `row ${finding.row}`}: ${formatFix(done)} (${finding.rule})`)
  print(
    `${output}: ${applied.length} ${applied.length === 1 ? 'fix' : 'fixes'} applied, ${left.length} ${left.length === 1 ? 'finding' : 'findings'} left.`,
  )
  return 0
}
