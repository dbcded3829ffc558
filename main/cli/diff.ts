import { labelsWith, rowLabels } from '#shared/negotiation/numbering.ts'
import { describe, markedLine, planLines } from '#shared/negotiation/describe.ts'
import { proposedChanges } from '#shared/negotiation/propose.ts'
import { print, printJson } from './output.ts'
import { loadPlan } from './plan-source.ts'
import { Unusable } from './unusable.ts'

/** Prints what differs between two plans, word by word; with one plan, or as git's textconv asks for, the plan as lines of text. Always 0. */
export async function diff(old: string, now: string | undefined, { json }: { json?: true }): Promise<number> {
  if (old === '-' && now === '-') throw new Unusable('Only one of the two plans can come from standard input.')
  const { plan: former } = await loadPlan(old)
  if (now === undefined) {
    const lines = planLines(former)
    if (json === true) printJson(lines)
    else print(lines.join('\n'))
    return 0
  }
  const { plan } = await loadPlan(now)
  if (former.header.id !== plan.header.id)
    process.stderr.write('mandato: These are two plans, not two states of one: no row is known again.\n')
  const rows = new Map([...labelsWith(former, plan.activities), ...rowLabels(former)])
  const described = proposedChanges(former, plan).map((change) => ({ ...describe(former, change, rows), change }))
  if (json === true) {
    printJson(described.map(({ where, what, lines }) => ({ where, what, lines: lines.map(markedLine) })))
    return 0
  }
  for (const { where, what, lines } of described) {
    print(`${where}, ${what}${lines.length === 0 ? '' : ':'}`)
    for (const line of lines) print(`  ${markedLine(line)}`)
  }
  print(
    described.length === 0 ? 'The two plans say the same.' : described.length === 1 ? '1 difference' : `${described.length} differences`,
  )
  return 0
}
