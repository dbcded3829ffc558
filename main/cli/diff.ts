import { labelsWith, rowLabels } from '#shared/negotiation/numbering.ts'
import { describe, markedLine, planLines } from '#shared/negotiation/describe.ts'
import { proposedChanges } from '#shared/negotiation/propose.ts'
import { print, printJson, warn } from './output.ts'
import { loadPlan } from './plan-source.ts'
import { Unusable } from './unusable.ts'
import { language, words } from './words.ts'

/** Prints what differs between two plans, word by word; with one plan, or as git's textconv asks for, the plan as lines of text. Always 0. */
export async function diff(old: string, now: string | undefined, { json }: { json?: true }): Promise<number> {
  if (old === '-' && now === '-') throw new Unusable(words('diff.two-inputs'))
  const { plan: former } = await loadPlan(old)
  if (now === undefined) {
    const lines = planLines(former, language)
    if (json === true) printJson(lines)
    else print(lines.join('\n'))
    return 0
  }
  const { plan } = await loadPlan(now)
  if (former.header.id !== plan.header.id) warn(words('diff.two-plans'))
  const rows = new Map([...labelsWith(former, plan.activities), ...rowLabels(former)])
  const described = proposedChanges(former, plan).map((change) => ({ ...describe(former, change, rows, language), change }))
  if (json === true) {
    printJson(described.map(({ where, what, lines }) => ({ where, what, lines: lines.map(markedLine) })))
    return 0
  }
  for (const { where, what, lines } of described) {
    print(lines.length === 0 ? `${where}, ${what}` : words('change.heading', { where, what }))
    for (const line of lines) print(`  ${markedLine(line)}`)
  }
  print(described.length === 0 ? words('diff.same') : words('diff.count', { count: described.length }))
  return 0
}
