import { describe, expect, test } from 'vitest'
import { type Finding, formatFinding, formatFix, runChecks } from '#shared/checks/index.ts'
import type { Rule } from '#shared/checks/rule.ts'
import type { Plan } from '#shared/model/plan.ts'
import { applyChanges } from '#shared/operations/apply.ts'
import { createRegister, type Register } from '#shared/register/register.ts'

/** What a finding must say. Only what is given is compared; `message` and `fixes` are the English words. */
export interface Expected {
  readonly message: string
  readonly row?: number
  readonly severity?: Finding['severity']
  readonly about?: string | null
  readonly written?: string | null
  readonly provision?: string | null
  readonly field?: string | null
  readonly range?: { readonly start: number; readonly end: number } | null
  readonly fixes?: readonly string[]
  /** What the first fix writes. */
  readonly writes?: string | null
}

export interface Case {
  readonly plan: Plan
  readonly register?: Register
}

export interface InvalidCase extends Case {
  readonly findings: readonly Expected[]
}

export interface RuleCases {
  readonly valid: Readonly<Record<string, Case>>
  readonly invalid: Readonly<Record<string, InvalidCase>>
}

const emptyRegister = createRegister([])

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}

const check = (rule: Rule, { plan, register = emptyRegister }: Case): Finding[] => {
  deepFreeze(plan)
  deepFreeze(register.instruments)
  return runChecks(plan, register).filter((finding) => finding.rule === rule.meta.id)
}

/** What stays the same of a finding when the plan is checked again. */
const identity = ({ target, about, provision, written }: Finding): string =>
  JSON.stringify([target.id, target.entry, target.field, about, provision, written])

function told(finding: Finding, expected: Expected): Expected {
  const all: Required<Expected> = {
    message: formatFinding(finding),
    row: finding.row,
    severity: finding.severity,
    about: finding.about,
    written: finding.written,
    provision: finding.provision,
    field: finding.target.field,
    range: finding.target.range,
    fixes: finding.fixes.map((fix) => formatFix(fix)),
    writes: finding.fixes[0]?.writes ?? null,
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected)) as unknown as Expected
}

function checkFixes(rule: Rule, given: Case, finding: Finding): void {
  for (const fix of finding.fixes) {
    const outcome = applyChanges(given.plan, fix.changes)
    if (!outcome.ok) throw new Error(`“${formatFix(fix)}” does not fit the plan: ${JSON.stringify(outcome.error)}`)
    const register = (given.register ?? emptyRegister).withInstruments(fix.learns)
    const left = check(rule, { plan: outcome.value, register }).map(identity)
    expect(left, `“${formatFix(fix)}” leaves the finding standing`).not.toContain(identity(finding))
  }
}

/**
 * Tests a rule on plans that it must pass and plans that it must not. Plans and register are frozen, so a rule that changes its input
 * fails; words with a placeholder left unfilled fail; a fix that does not apply, or leaves its finding standing, fails.
 */
export function testRule(rule: Rule, { valid, invalid }: RuleCases): void {
  describe(rule.meta.id, () => {
    for (const [name, given] of Object.entries(valid)) {
      test(`passes ${name}`, () => {
        expect(check(rule, given).map((finding) => formatFinding(finding))).toEqual([])
      })
    }
    for (const [name, given] of Object.entries(invalid)) {
      test(`reports ${name}`, () => {
        const findings = check(rule, given)
        expect(findings.map((finding, index) => told(finding, given.findings[index] ?? { message: '' }))).toEqual(given.findings)
        for (const finding of findings) {
          expect(formatFinding(finding)).not.toMatch(/[{}]|undefined|null/)
          for (const fix of finding.fixes) expect(formatFix(fix)).not.toMatch(/[{}]|undefined|null/)
          checkFixes(rule, given, finding)
        }
      })
    }
  })
}
