import type { Activity } from '../model/activity.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan } from '../model/plan.ts'
import type { Section } from '../model/section.ts'
import type { Severity } from '../model/severity.ts'
import type { Register } from '../register/register.ts'
import { rules as catalogue } from './catalogue.ts'
import { type Context, contextOf } from './context.ts'
import { type ActivityFacts, activityFacts, type MandateFacts, mandateFacts, monthName, type PlanFacts, targetOf } from './facts.ts'
import type { Finding, Target } from './finding.ts'
import type { Report, Rule, Scope, Subjects } from './rule.ts'
import { citedInSection, textsOfActivity, textsOfMandate, textsOfSection } from './text-facts.ts'
import { type Draft, settleWaivers } from './waivers.ts'

export interface CheckOptions {
  /** Severities by rule id that stand above the rules' own and below the plan's. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
}

/** Checks plans one after the other and keeps what did not change in between. */
export interface Checker {
  /** All findings, by row and then by place. The very same objects come back for what did not change. */
  check(plan: Plan): readonly Finding[]
}

type RulesByScope = { readonly [S in Scope]: readonly Extract<Rule, { meta: { scope: S } }>[] }

interface Slot<Record, Facts> {
  readonly record: Record
  readonly context: Context
  readonly facts: Facts
  readonly drafts: readonly Draft[]
}

/** Kept by record, so that a row that moves keeps its findings. */
type Slots<Record extends object, Facts> = WeakMap<Record, Slot<Record, Facts>>

interface MonthSlot {
  readonly activities: readonly ActivityFacts[]
  readonly context: Context
  readonly reports: readonly Draft[]
}

/** Rules that are on, by scope, each with the severity that it reports. */
class Findings {
  private readonly byScope: RulesByScope
  private readonly severities: ReadonlyMap<string, Severity>

  constructor(rules: readonly Rule[], overrides: Readonly<Record<string, Severity | 'off'>>) {
    const on = rules.filter(({ meta }) => overrides[meta.id] !== 'off')
    const scoped = <S extends Scope>(scope: S) =>
      on.filter((rule): rule is Extract<Rule, { meta: { scope: S } }> => rule.meta.scope === scope)
    this.byScope = {
      citation: scoped('citation'),
      text: scoped('text'),
      activity: scoped('activity'),
      mandate: scoped('mandate'),
      section: scoped('section'),
      month: scoped('month'),
      plan: scoped('plan'),
    }
    const given = Object.entries(overrides).filter((entry): entry is [string, Severity] => entry[1] !== 'off')
    this.severities = new Map(given)
  }

  /** Runs the rules of one scope over one subject and adds what they report. */
  add<S extends Scope>(drafts: Draft[], scope: S, subject: Subjects[S], context: Context, place: Place): void {
    for (const rule of this.byScope[scope]) {
      // the rule is of this scope by construction, which the type of a mapped union cannot say
      const check = rule.check as (subject: Subjects[S], context: Context) => readonly Report[]
      for (const report of check(subject, context)) drafts.push(this.draft(rule, report, place))
    }
  }

  private draft({ meta }: Rule, report: Report, place: Place): Draft {
    return {
      rule: meta.id,
      severity: this.severities.get(meta.id) ?? report.severity ?? meta.severity,
      target: report.target ?? place.target,
      message: { id: `${meta.id}#${report.message ?? 'found'}`, data: report.data ?? {} },
      about: report.about === undefined ? place.about : report.about,
      written: report.written === undefined ? null : report.written,
      provision: report.provision ?? null,
      fixes: report.fixes ?? [],
    }
  }
}

interface Place {
  readonly target: Target
  readonly about: string | null
}

function activityDrafts(facts: ActivityFacts, context: Context, findings: Findings): Draft[] {
  const drafts: Draft[] = []
  const { activity } = facts
  findings.add(drafts, 'activity', facts, context, { target: targetOf('activity', activity.id), about: null })
  for (const cited of facts.cited) findings.add(drafts, 'citation', cited, context, { target: cited.target, about: cited.name })
  for (const spot of textsOfActivity(activity)) findings.add(drafts, 'text', spot, context, { target: spot.target, about: null })
  return drafts
}

function mandateDrafts(facts: MandateFacts, context: Context, findings: Findings): Draft[] {
  const drafts: Draft[] = []
  const { mandate, cited } = facts
  findings.add(drafts, 'mandate', facts, context, { target: cited.target, about: cited.name })
  findings.add(drafts, 'citation', cited, context, { target: cited.target, about: cited.name })
  for (const spot of textsOfMandate(mandate)) findings.add(drafts, 'text', spot, context, { target: spot.target, about: cited.name })
  return drafts
}

function sectionDrafts(section: Section, context: Context, findings: Findings): Draft[] {
  const drafts: Draft[] = []
  findings.add(drafts, 'section', section, context, { target: targetOf('section', section.id), about: null })
  for (const cited of citedInSection(section, context))
    findings.add(drafts, 'citation', cited, context, { target: cited.target, about: cited.name })
  for (const spot of textsOfSection(section)) findings.add(drafts, 'text', spot, context, { target: spot.target, about: null })
  return drafts
}

/** One check after another of the plans of one window. Holds what the last check computed. */
class IncrementalChecker implements Checker {
  private readonly register: Register
  private readonly options: CheckOptions
  private former: { key: string; context: Context } | null = null
  private findings: Findings | null = null
  private activities: Slots<Activity, ActivityFacts> = new WeakMap()
  private mandates: Slots<Mandate, MandateFacts> = new WeakMap()
  private sections: Slots<Section, Section> = new WeakMap()
  private rows: Slot<Activity, ActivityFacts>[] = []
  private months = new Map<number, MonthSlot>()
  private placed = new WeakMap<Draft, Finding>()

  constructor(register: Register, options: CheckOptions) {
    this.register = register
    this.options = options
  }

  check(plan: Plan): readonly Finding[] {
    const { context, findings } = this.prepare(plan)
    const rows = this.rowSlots(plan.activities, context, findings)
    const mandates = plan.mandates.map((mandate) =>
      this.slot(this.mandates, mandate, context, () => {
        const facts = mandateFacts(mandate, context)
        return { facts, drafts: mandateDrafts(facts, context, findings) }
      }),
    )
    const sections = plan.sections.map((section) =>
      this.slot(this.sections, section, context, () => ({ facts: section, drafts: sectionDrafts(section, context, findings) })),
    )
    const facts: PlanFacts = { plan, activities: rows.map((slot) => slot.facts), mandates: mandates.map((slot) => slot.facts) }
    const wide: Draft[] = []
    findings.add(wide, 'plan', facts, context, { target: targetOf('plan', plan.header.id), about: null })
    this.addMonths(wide, facts.activities, context, findings)

    const heads = [...sections, ...mandates].flatMap((slot) => slot.drafts)
    return this.arrange(plan, heads, rows, wide)
  }

  private prepare(plan: Plan): { context: Context; findings: Findings } {
    const next = contextOf(plan, this.register, this.former)
    if (this.findings === null || next !== this.former) {
      this.former = next
      this.findings = new Findings(catalogue, { ...this.options.severities, ...plan.header.severities })
      this.months.clear()
    }
    return { context: next.context, findings: this.findings }
  }

  private slot<Record extends object, Facts>(
    slots: Slots<Record, Facts>,
    record: Record,
    context: Context,
    make: () => Pick<Slot<Record, Facts>, 'facts' | 'drafts'>,
  ): Slot<Record, Facts> {
    const held = slots.get(record)
    if (held !== undefined && held.context === context) return held
    const slot = { record, context, ...make() }
    slots.set(record, slot)
    return slot
  }

  /** The rows' slots. Rows that stand where they stood are found without a look-up: a plan has thousands, and a key press changes one. */
  private rowSlots(activities: readonly Activity[], context: Context, findings: Findings): readonly Slot<Activity, ActivityFacts>[] {
    const former = this.rows
    const rows: Slot<Activity, ActivityFacts>[] = []
    for (let index = 0; index < activities.length; index++) {
      const activity = activities[index]
      if (activity === undefined) continue
      const held = former[index]
      if (held !== undefined && held.record === activity && held.context === context) rows.push(held)
      else {
        rows.push(
          this.slot(this.activities, activity, context, () => {
            const facts = activityFacts(activity, context)
            return { facts, drafts: activityDrafts(facts, context, findings) }
          }),
        )
      }
    }
    this.rows = rows
    return rows
  }

  private addMonths(drafts: Draft[], activities: readonly ActivityFacts[], context: Context, findings: Findings): void {
    const byMonth = new Map<number, ActivityFacts[]>()
    for (const facts of activities) {
      if (facts.months === null) continue
      const held = byMonth.get(facts.months.first)
      if (held === undefined) byMonth.set(facts.months.first, [facts])
      else held.push(facts)
    }
    const months = new Map<number, MonthSlot>()
    for (const [month, held] of byMonth) {
      let slot = this.months.get(month)
      if (slot === undefined || slot.context !== context || !sameList(slot.activities, held)) {
        const reports: Draft[] = []
        findings.add(reports, 'month', { month: monthName(month), activities: held }, context, {
          target: targetOf('plan', context.planId),
          about: null,
        })
        slot = { activities: held, context, reports }
      }
      months.set(month, slot)
      drafts.push(...slot.reports)
    }
    this.months = months
  }

  /** Puts findings in the order of rows and marks those that are waived. */
  private arrange(plan: Plan, heads: readonly Draft[], rows: readonly Slot<Activity, ActivityFacts>[], wide: readonly Draft[]): Finding[] {
    const first: Draft[] = [...heads]
    const extra = new Map<string, Draft[]>()
    for (const draft of wide) {
      if (draft.target.part !== 'activity') first.push(draft)
      else {
        const held = extra.get(draft.target.id)
        if (held === undefined) extra.set(draft.target.id, [draft])
        else held.push(draft)
      }
    }
    const waivers = settleWaivers(plan.waivers)
    const found: Finding[] = []
    const place = (draft: Draft, row: number): void => {
      const waiver = waivers.of(draft)
      const held = this.placed.get(draft)
      if (held !== undefined && held.row === row && held.waiver === waiver) found.push(held)
      else {
        const finding: Finding = { ...draft, row, waiver }
        this.placed.set(draft, finding)
        found.push(finding)
      }
    }
    for (const draft of first) place(draft, 0)
    for (let index = 0; index < rows.length; index++) {
      const slot = rows[index]
      if (slot === undefined) continue
      for (const draft of slot.drafts) place(draft, index + 1)
      if (extra.size === 0) continue
      for (const draft of extra.get(slot.record.id) ?? []) place(draft, index + 1)
    }
    for (const draft of waivers.unused(plan)) place(draft, 0)
    return found
  }
}

function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false
  return true
}

/** A checker for a window or any other caller that checks a plan again after each edit. */
export const createChecker = (register: Register, options: CheckOptions = {}): Checker => new IncrementalChecker(register, options)

/** Every finding of a plan, by row and then by place; linear in the plan's size. Pure: the same plan and register give the same findings. */
export const runChecks = (plan: Plan, register: Register, options: CheckOptions = {}): readonly Finding[] =>
  createChecker(register, options).check(plan)
