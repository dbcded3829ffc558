import { applySafeFixes, createChecker, findingToJson, formatFix } from '#shared/checks/index.ts'
import { print, printJson, writeOutput } from './output.ts'
import { loadPlan, planFile } from './plan-source.ts'
import { language, words } from './words.ts'

export interface FixOptions {
  readonly output: string
  readonly json?: true
}

/** Applies the safe fixes and writes the plan. What needs a person's choice is left, and counted. */
export async function fix(source: string, { output, json }: FixOptions): Promise<number> {
  const loaded = await loadPlan(source)
  const checker = createChecker(loaded.register)
  const { plan, applied } = applySafeFixes(loaded.plan, checker)
  const left = checker.check(plan)
  writeOutput(output, planFile({ ...loaded, plan }))
  if (output === '-') return 0
  if (json === true) {
    printJson({
      output,
      applied: applied.map(({ finding, fix: done }) => ({ ...findingToJson(finding, language), fix: done.writes })),
      left: left.map((finding) => findingToJson(finding, language)),
    })
    return 0
  }
  for (const { finding, fix: done } of applied) {
    const place = finding.row === 0 ? words('place.text') : words('place.row', { row: finding.row })
    print(words('line.labelled', { label: place, text: `${formatFix(done, language)} (${finding.rule})` }))
  }
  print(words('fix.done', { output, applied: applied.length, left: left.length }))
  return 0
}
