import type { Message } from '../locales/message.ts'
import type { Severity } from '../model/severity.ts'
import type { ActivityFacts, Cited, MandateFacts, MonthFacts, PlanFacts, TextSpot } from './facts.ts'
import type { Context } from './context.ts'
import type { Fix, Target } from './finding.ts'
import type { Section } from '../model/section.ts'

/**
 * What a rule looks at. `citation`: every citation wherever it stands. `text`: every piece of the plan's own words. `month`: the activities
 * that begin in one month. The narrower the scope, the less is checked again after an edit: a finding is kept as long as its subject and
 * the context stay the same.
 */
export interface Subjects {
  readonly citation: Cited
  readonly text: TextSpot
  readonly activity: ActivityFacts
  readonly mandate: MandateFacts
  readonly section: Section
  readonly month: MonthFacts
  readonly plan: PlanFacts
}

export type Scope = keyof Subjects

/** What the rule is, as data. */
export interface RuleMeta<S extends Scope = Scope> {
  /** `group/name`, the same as its file, its page and its test. */
  readonly id: string
  readonly severity: Severity
  /** What would go wrong without it, in a few words. */
  readonly protects: string
  readonly scope: S
  /** English words by message name, in ICU message format. The name `found` is the finding's unless the report says otherwise. */
  readonly messages: Readonly<Record<string, string>>
}

/** What a rule reports; whatever is left out is filled in from the subject. */
export interface Report {
  /** Name in the rule's messages; `found` when left out. */
  readonly message?: string
  readonly data?: Message['data']
  readonly about?: string | null
  readonly written?: string | null
  readonly provision?: string | null
  readonly target?: Target
  readonly fixes?: readonly Fix[]
  /** Where it differs from the rule's own. The plan's override replaces both. */
  readonly severity?: Severity
}

export interface RuleOf<S extends Scope> {
  readonly meta: RuleMeta<S>
  readonly check: (subject: Subjects[S], context: Context) => readonly Report[]
}

export type Rule = { [S in Scope]: RuleOf<S> }[Scope]

/** Nothing found. One array for all, since nearly every call ends so. */
export const nothing: readonly Report[] = []
