import { useMemo } from 'react'
import { type Checker, createChecker, type Finding, formatFinding, type Standing, verdictOf } from '#shared/checks/index.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import type { Register } from '#shared/register/register.ts'
import { enact } from '#shared/negotiation/accept.ts'
import { recordOf } from '#shared/negotiation/change-kind.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import { windowLanguage } from '../../app/words.ts'
import { findingKey, useFindings } from '../../stores/findings.ts'
import { useRegister } from '../../stores/register.ts'

/** What would come of accepting a proposal. */
export interface Consequence {
  /** The row as it would read; null when the proposal takes it out or is about no row. */
  readonly activity: Activity | null
  /** How it would stand; null where there is no row. */
  readonly standing: Standing | null
  /** Findings that would go, and that would come, anywhere in the plan. */
  readonly removes: readonly string[]
  readonly adds: readonly string[]
}

/** A checker of its own, so that trying a proposal out does not disturb the check of the plan. */
let trial: { readonly register: Register; readonly checker: Checker } | null = null

function foreseen(plan: Plan, proposal: Proposal, register: Register, before: readonly Finding[]): Consequence | null {
  const changes = enact(plan, proposal.change)
  const applied = changes.ok ? applyChanges(plan, changes.value) : changes
  if (!applied.ok) return null
  if (trial?.register !== register) trial = { register, checker: createChecker(register) }
  const after = trial.checker.check(applied.value)
  const keys = (findings: readonly Finding[]) => new Set(findings.filter(({ waiver }) => waiver === null).map(findingKey))
  const [had, has] = [keys(before), keys(after)]
  const said = (findings: readonly Finding[], but: ReadonlySet<string>) =>
    findings
      .filter((finding) => finding.waiver === null && !but.has(findingKey(finding)))
      .map((finding) => formatFinding(finding, windowLanguage))
  const activity = applied.value.activities.find(({ id }) => id === recordOf(proposal.change)) ?? null
  return {
    activity,
    standing: activity === null ? null : verdictOf(activity, after, register, plan.header.language).standing,
    removes: said(before, has),
    adds: said(after, had),
  }
}

/** What would come of accepting it; null while that is not known, or where it no longer fits the text. */
export function useConsequence(plan: Plan, proposal: Proposal): Consequence | null {
  const register = useRegister((state) => state.register)
  const raw = useFindings((state) => state.raw)
  return useMemo(() => (register === null ? null : foreseen(plan, proposal, register, raw)), [plan, proposal, register, raw])
}
