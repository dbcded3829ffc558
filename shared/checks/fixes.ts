import type { Plan } from '../model/plan.ts'
import { applyChanges } from '../operations/apply.ts'
import type { Change } from '../operations/change.ts'
import type { Finding, Fix } from './finding.ts'
import type { Checker } from './run.ts'

export interface AppliedFixes {
  /** The plan with the fixes in it. */
  readonly plan: Plan
  /** All changes, in order, for one step of the history. */
  readonly changes: readonly Change[]
  readonly applied: readonly { readonly finding: Finding; readonly fix: Fix }[]
  /** Findings whose fix would have touched what another fix had just changed, or no longer fits the plan. */
  readonly skipped: readonly Finding[]
}

/** Fields that a change touches: an update its own, an insertion or removal the whole record. */
const touched = (change: Change): string[] =>
  change.kind === 'update' ? Object.keys(change.set).map((field) => `${change.id} ${field}`) : [change.record.id]

const overlaps = (fix: Fix, taken: ReadonlySet<string>): boolean =>
  fix.changes.some((change) => {
    const id = change.kind === 'update' ? change.id : change.record.id
    return taken.has(id) || touched(change).some((field) => taken.has(field))
  })

/** Which of a finding's fixes to apply; undefined leaves it alone. */
export type ChooseFix = (finding: Finding) => Fix | undefined

/**
 * Applies the chosen fix of each finding in the order given. Fixes that touch the same field are not applied together: the later ones are
 * skipped, to be offered again by the next check. Waived findings are left alone.
 */
export function applyFixes(plan: Plan, findings: readonly Finding[], choose: ChooseFix): AppliedFixes {
  const taken = new Set<string>()
  const changes: Change[] = []
  const applied: { finding: Finding; fix: Fix }[] = []
  const skipped: Finding[] = []
  let current = plan
  for (const finding of findings) {
    const fix = finding.waiver === null ? choose(finding) : undefined
    if (fix === undefined) continue
    const outcome = overlaps(fix, taken) ? null : applyChanges(current, fix.changes)
    if (outcome === null || !outcome.ok) {
      skipped.push(finding)
      continue
    }
    current = outcome.value
    changes.push(...fix.changes)
    applied.push({ finding, fix })
    for (const change of fix.changes) for (const field of touched(change)) taken.add(field)
  }
  return { plan: current, changes, applied, skipped }
}

/** Rounds after which fixes that still call for each other are left to a person. */
const mostRounds = 20

/** Applies chosen fixes, checks again, and goes on until none is left: what one round skipped, the next one applies. */
export function applyFixesInRounds(plan: Plan, checker: Checker, choose: ChooseFix): AppliedFixes {
  let result: AppliedFixes = { plan, changes: [], applied: [], skipped: [] }
  for (let round = 0; round < mostRounds; round++) {
    const next = applyFixes(result.plan, checker.check(result.plan), choose)
    result = {
      plan: next.plan,
      changes: [...result.changes, ...next.changes],
      applied: [...result.applied, ...next.applied],
      skipped: next.skipped,
    }
    if (next.applied.length === 0 || next.skipped.length === 0) break
  }
  return result
}

/** Applies the fixes that need no judgement. */
export const applySafeFixes = (plan: Plan, checker: Checker): AppliedFixes =>
  applyFixesInRounds(plan, checker, ({ fixes }) => fixes.find(({ safe }) => safe))
