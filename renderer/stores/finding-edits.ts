import { v7 } from 'uuid'
import { applyFixesInRounds, createChecker, type Finding, formatFinding, formatFix, waiverFor } from '#shared/checks/index.ts'
import { say } from '#shared/locales/message.ts'
import type { Severity } from '#shared/model/severity.ts'
import { removeRecord, updateRecord } from '#shared/operations/edits.ts'
import { windowLanguage } from '../app/words.ts'
import { findingKey, type ShownFinding } from './findings.ts'
import { edit, usePlan } from './plan.ts'
import { learn, useRegister } from './register.ts'

/** Lets a finding stand, with the reason; the plan keeps both. */
export function waive(finding: ShownFinding, reason: string): void {
  edit(say('step.waive', { finding: finding.sentence }), [{ kind: 'insert', record: waiverFor(finding, v7(), reason) }])
}

/** Takes a waiver back: the finding stands open again, and so do others that it covered. */
export function takeBackWaiver({ waiver, sentence }: ShownFinding): void {
  if (waiver !== null) edit(say('step.take-back-waiver', { finding: sentence }), removeRecord(waiver))
}

/** How much the rule matters in this plan; null as the rule itself says. */
export function setSeverity(rule: string, severity: Severity | 'off' | null): void {
  const { plan } = usePlan.getState()
  if (plan === null) return
  const { [rule]: _, ...others } = plan.header.severities
  const change = updateRecord(plan.header, { severities: severity === null ? others : { ...others, [rule]: severity } })
  if (change !== null) edit(say('step.severity', { rule, severity: severity ?? 'default' }), [change])
}

/** Gives every rule its own severity back. */
export function resetSeverities(): void {
  const { plan } = usePlan.getState()
  const change = plan === null ? null : updateRecord(plan.header, { severities: {} })
  if (change !== null) edit(say('step.reset-severities'), [change])
}

/** A place where one rule found something that can be written. Findings that are alike in all but their place within a text share a key. */
export interface FixablePlace {
  readonly key: string
  readonly finding: Finding
  readonly sentence: string
  readonly labels: readonly string[]
}

/** Every open finding of a rule that has a fix, in the order of the rows. */
export const fixablePlaces = (raw: readonly Finding[], rule: string): FixablePlace[] =>
  raw
    .filter((finding) => finding.rule === rule && finding.waiver === null && finding.fixes.length > 0)
    .map((finding) => ({
      key: findingKey(finding),
      finding,
      sentence: formatFinding(finding, windowLanguage),
      labels: finding.fixes.map((fix) => formatFix(fix, windowLanguage)),
    }))

/**
 * Writes the chosen fixes of one rule as one step. Where two touch the same cell, the second is worked out anew after the first. `choices`
 * names a fix by place; places without one are left alone. Answers how many findings that settled.
 */
export function fixAll(rule: string, choices: ReadonlyMap<string, number>): number {
  const { plan } = usePlan.getState()
  const { register } = useRegister.getState()
  if (plan === null || register === null) return 0
  const checker = createChecker(register)
  const wanted = fixablePlaces(checker.check(plan), rule).filter(({ key }) => choices.has(key))
  const { changes, applied, skipped } = applyFixesInRounds(plan, checker, (finding) => {
    const choice = finding.rule === rule ? choices.get(findingKey(finding)) : undefined
    return choice === undefined ? undefined : finding.fixes[choice]
  })
  // one fix may settle several findings, so what is counted is not what was written but what was settled
  const count = wanted.length - skipped.length
  if (changes.length > 0) edit(say('step.fix-all', { count, rule }), changes)
  const learned = applied.flatMap(({ fix }) => fix.learns)
  if (learned.length > 0) void learn(learned)
  return count
}
