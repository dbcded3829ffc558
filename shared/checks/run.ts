import type { Activity } from '../model/activity.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan } from '../model/plan.ts'
import type { Section } from '../model/section.ts'
import type { Severity } from '../model/severity.ts'
import type { Register } from '../register/register.ts'
import { rules as catalogue } from './catalogue.ts'
import { type Context, contextOf } from './context.ts'
import {
  type ActivityFacts,
  activityFacts,
  type MandateFacts,
  mandateFacts,
  monthName,
  type PlanFacts,
  type Run,
  targetOf,
} from './facts.ts'
import type { Finding, Target } from './finding.ts'
import type { Report, Rule, Scope, Subjects } from './rule.ts'
import { citedInSection, textsOfActivity, textsOfMandate, textsOfSection } from './text-facts.ts'
import { type Draft, settleWaivers, type WaiverBook } from './waivers.ts'

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
  readonly parts: readonly (readonly ActivityFacts[])[]
  readonly context: Context
  /** What was found, by activity. */
  readonly drafts: ReadonlyMap<string, readonly Draft[]>
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

/** Rows to a run: few enough to go through at a key press, enough that a large plan has few runs. */
const runLength = 128
/** A run that was cut shorter than this joins its neighbour. */
const shortest = runLength / 4

/** Rows that stand together, and what was made of them. Kept as long as none of them changes. */
interface RunSlot {
  readonly records: readonly Activity[]
  readonly context: Context
  readonly slots: readonly RowSlot[]
  readonly facts: Run
  readonly months: ReadonlyMap<number, readonly ActivityFacts[]>
  /** The findings as they were last placed, with what their placing depended on: row, waivers, and what was found in the rows' months. */
  placed: (Placed & { readonly months: readonly MonthSlot[] }) | null
}

interface RowSlot extends Slot<Activity, ActivityFacts> {
  placed: Placed | null
}

/** Rows that are to become a run. */
interface Loose {
  readonly records: readonly Activity[]
}

/** Divides rows into former runs that stand in them unbroken and stretches of rows between, none of them much longer than a run. */
function stretchesOf(activities: readonly Activity[], former: readonly RunSlot[], context: Context): (RunSlot | Loose)[] {
  const byFirst = new Map(former.map((run) => [run.records[0], run] as const))
  const stretches: (RunSlot | Loose)[] = []
  let from = 0
  const divide = (to: number) => {
    if (to === from) return
    const before = to - from < shortest ? stretches.pop() : undefined
    from -= before?.records.length ?? 0
    const count = Math.max(1, Math.round((to - from) / runLength))
    const length = Math.ceil((to - from) / count)
    for (let start = from; start < to; start += length) stretches.push({ records: activities.slice(start, Math.min(start + length, to)) })
  }
  let at = 0
  while (at < activities.length) {
    const run = byFirst.get(activities[at])
    const length = run?.records.length ?? 0
    if (run !== undefined && length >= shortest && run.context === context && standsAt(run.records, activities, at)) {
      divide(at)
      stretches.push(run)
      at += length
      from = at
    } else at++
  }
  divide(at)
  return stretches
}

/** Findings, with what turned drafts into them: the row where they stood, and the waivers. */
interface Placed {
  readonly row: number
  readonly waivers: Plan['waivers']
  readonly findings: readonly Finding[]
}

function monthsOf(facts: Run): ReadonlyMap<number, readonly ActivityFacts[]> {
  const months = new Map<number, ActivityFacts[]>()
  for (const activity of facts) {
    if (activity.months === null) continue
    const held = months.get(activity.months.first)
    if (held === undefined) months.set(activity.months.first, [activity])
    else held.push(activity)
  }
  return months
}

/** One check after another of the plans of one window. Holds what the last check computed. */
class IncrementalChecker implements Checker {
  private readonly register: Register
  private readonly options: CheckOptions
  private former: { key: string; context: Context } | null = null
  private findings: Findings | null = null
  private readonly mandates: Slots<Mandate, MandateFacts> = new WeakMap()
  private readonly sections: Slots<Section, Section> = new WeakMap()
  /** Findings that are not kept by row. */
  private readonly placed = new WeakMap<Draft, Finding>()
  private runs: readonly RunSlot[] = []
  private months = new Map<number, MonthSlot>()

  constructor(register: Register, options: CheckOptions) {
    this.register = register
    this.options = options
  }

  check(plan: Plan): readonly Finding[] {
    const { context, findings } = this.prepare(plan)
    this.runs = this.runSlots(plan.activities, context, findings)
    const mandates = plan.mandates.map((mandate) =>
      slotOf(this.mandates, mandate, context, () => {
        const facts = mandateFacts(mandate, context)
        return { facts, drafts: mandateDrafts(facts, context, findings) }
      }),
    )
    const sections = plan.sections.map((section) =>
      slotOf(this.sections, section, context, () => ({ facts: section, drafts: sectionDrafts(section, context, findings) })),
    )
    const facts: PlanFacts = { plan, runs: this.runs.map((run) => run.facts), mandates: mandates.map((slot) => slot.facts) }
    const wide: Draft[] = []
    findings.add(wide, 'plan', facts, context, { target: targetOf('plan', plan.header.id), about: null })
    this.checkMonths(context, findings)
    const heads = [...sections, ...mandates].flatMap((slot) => slot.drafts)
    return this.arrange(plan, heads, wide)
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

  /**
   * The plan's rows in runs. A run whose rows still follow each other comes back as it is, wherever it now stands: a row that is inserted,
   * moved or deleted changes its own run and no other.
   */
  private runSlots(activities: readonly Activity[], context: Context, findings: Findings): RunSlot[] {
    const stretches = stretchesOf(activities, this.runs, context)
    const kept = new Set(stretches)
    const loose = this.runs.filter((run) => !kept.has(run))
    const former = new Map(loose.flatMap(({ slots }) => slots.map((slot) => [slot.record, slot] as const)))
    return stretches.map((stretch) => ('slots' in stretch ? stretch : this.runSlot(stretch.records, former, context, findings)))
  }

  /** A run of rows; those that were checked before in another run keep what was found. */
  private runSlot(records: readonly Activity[], former: ReadonlyMap<Activity, RowSlot>, context: Context, findings: Findings): RunSlot {
    const slots = records.map((activity): RowSlot => {
      const held = former.get(activity)
      if (held !== undefined && held.context === context) return held
      const facts = activityFacts(activity, context)
      return { record: activity, context, facts, drafts: activityDrafts(facts, context, findings), placed: null }
    })
    const facts = slots.map((slot) => slot.facts)
    return { records, context, slots, facts, months: monthsOf(facts), placed: null }
  }

  /** Checks the months of which an activity changed. A month is made of what each run has of it; those parts stay the same lists. */
  private checkMonths(context: Context, findings: Findings): void {
    const partsOf = new Map<number, (readonly ActivityFacts[])[]>()
    for (const run of this.runs) {
      for (const [month, part] of run.months) {
        const parts = partsOf.get(month)
        if (parts === undefined) partsOf.set(month, [part])
        else parts.push(part)
      }
    }
    const months = new Map<number, MonthSlot>()
    for (const [month, parts] of partsOf) {
      let slot = this.months.get(month)
      if (slot === undefined || slot.context !== context || !sameList(slot.parts, parts)) {
        const found: Draft[] = []
        const place = { target: targetOf('plan', context.planId), about: null }
        findings.add(found, 'month', { month: monthName(month), activities: parts.flat() }, context, place)
        slot = { parts, context, drafts: Map.groupBy(found, (draft) => draft.target.id) }
      }
      months.set(month, slot)
    }
    this.months = months
  }

  /** Puts findings in the order of rows and marks those that are waived. */
  private arrange(plan: Plan, heads: readonly Draft[], wide: readonly Draft[]): Finding[] {
    const ofRows = Map.groupBy(wide, ({ target }) => (target.part === 'activity' ? target.id : ''))
    const waivers = settleWaivers(plan.waivers)
    // joined at the end in one go: a list that grows by thousands at each key press is what the collector would be busy with
    const found: (readonly Finding[])[] = []
    found.push([...heads, ...(ofRows.get('') ?? [])].map((draft) => this.place(draft, 0, waivers)))
    ofRows.delete('')
    let row = 1
    for (const run of this.runs) {
      const months = [...run.months.keys()].map((month) => this.months.get(month)).filter((slot) => slot !== undefined)
      const extra = ofRows.size > 0 && run.records.some(({ id }) => ofRows.has(id))
      const held = run.placed
      const stays = held !== null && !extra && held.row === row && held.waivers === plan.waivers && sameList(held.months, months)
      if (stays) {
        if (plan.waivers.length > 0) for (const finding of held.findings) waivers.of(finding)
        found.push(held.findings)
      } else {
        const findings = this.runFindings(run, row, plan.waivers, [...months.map(({ drafts }) => drafts), ofRows], waivers)
        run.placed = extra ? null : { row, waivers: plan.waivers, months, findings }
        found.push(findings)
      }
      row += run.records.length
    }
    found.push(waivers.unused(plan).map((draft) => this.place(draft, 0, waivers)))
    return ([] as Finding[]).concat(...found)
  }

  /** The findings of a run's rows, the first of which is `row`, with what was found in its months and in the whole plan. */
  private runFindings(
    { slots }: RunSlot,
    row: number,
    waived: Plan['waivers'],
    further: readonly ReadonlyMap<string, readonly Draft[]>[],
    waivers: WaiverBook,
  ): Finding[] {
    const findings: Finding[] = []
    slots.forEach((slot, index) => {
      findings.push(...this.rowFindings(slot, row + index, waived, waivers))
      for (const drafts of further) {
        for (const draft of drafts.get(slot.record.id) ?? []) findings.push(this.place(draft, row + index, waivers))
      }
    })
    return findings
  }

  private rowFindings(slot: RowSlot, row: number, waived: Plan['waivers'], waivers: WaiverBook): readonly Finding[] {
    const held = slot.placed
    if (held !== null && held.row === row && held.waivers === waived) {
      if (waived.length > 0) for (const finding of held.findings) waivers.of(finding)
      return held.findings
    }
    const findings = slot.drafts.map((draft) => ({ ...draft, row, waiver: waivers.of(draft) }))
    slot.placed = { row, waivers: waived, findings }
    return findings
  }

  /** A finding out of a draft that is not kept by row; the same one as last time where nothing differs. */
  private place(draft: Draft, row: number, waivers: WaiverBook): Finding {
    const waiver = waivers.of(draft)
    const held = this.placed.get(draft)
    if (held !== undefined && held.row === row && held.waiver === waiver) return held
    const finding = { ...draft, row, waiver }
    this.placed.set(draft, finding)
    return finding
  }
}

const sameList = (left: readonly unknown[], right: readonly unknown[]): boolean => left.length === right.length && standsAt(left, right, 0)

/** Whether a list's members stand in another from `start` on. */
function standsAt(part: readonly unknown[], whole: readonly unknown[], start: number): boolean {
  for (let index = 0; index < part.length; index++) if (part[index] !== whole[start + index]) return false
  return true
}

function slotOf<Record extends object, Facts>(
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

/** A checker for a window or any other caller that checks a plan again after each edit. */
export const createChecker = (register: Register, options: CheckOptions = {}): Checker => new IncrementalChecker(register, options)

/** Every finding of a plan, by row and then by place; linear in the plan's size. Pure: the same plan and register give the same findings. */
export const runChecks = (plan: Plan, register: Register, options: CheckOptions = {}): readonly Finding[] =>
  createChecker(register, options).check(plan)
