import { z } from '../lib/zod.ts'
import { type Activity, activity } from './activity.ts'
import { id, plainDate } from './basics.ts'
import { type Deadline, deadline, type Objection, objection } from './deadline.ts'
import { type Decision, decision } from './decision.ts'
import { language } from './language.ts'
import { type Mandate, mandate } from './mandate.ts'
import { type Proposal, proposal } from './proposal.ts'
import { type Revision, revision } from './revision.ts'
import { type Section, section } from './section.ts'
import { severity } from './severity.ts'
import { type Waiver, waiver } from './waiver.ts'

/** The body whose plan it is, and the body it reports to. */
export const committee = z.object({ name: z.string(), acronym: z.string(), parentName: z.string(), parentAcronym: z.string() })
export type Committee = z.infer<typeof committee>

/** The span a plan covers. A term runs from one General Assembly to the next, so its years are not calendar years. */
export const term = z.object({ start: plainDate, end: plainDate })
export type Term = z.infer<typeof term>

/** What a plan says of itself: the record that every other record of the plan belongs to. */
export const planHeader = z.object({
  type: z.literal('plan'),
  id,
  title: z.string(),
  committee,
  term: term.nullable(),
  /** The language the plan is drafted in. */
  language,
  /** Document symbol without its revision: `CIDI/CAM/doc.3/26`; null before one is given. */
  symbol: z.string().nullable(),
  /** `rev. 1`; null for the first issue. */
  revision: z.string().nullable(),
  /** Series header: `OEA/Ser.W`; null when none. */
  series: z.string().nullable(),
  /** Date of the document; null before it is issued. */
  issued: plainDate.nullable(),
  /** The line under the title: "Draft presented by the Chair". */
  note: z.string(),
  /** Days on which the committee does not meet, beside weekends. */
  holidays: z.array(plainDate),
  /** This plan's own severities, by rule id; `off` silences the rule. */
  severities: z.record(z.string(), z.union([severity, z.literal('off')])),
})
export type PlanHeader = z.infer<typeof planHeader>

/** Everything a plan consists of. Operations insert, update and remove these, and nothing else changes a plan. */
export const planRecord = z.discriminatedUnion('type', [
  planHeader,
  section,
  mandate,
  activity,
  waiver,
  proposal,
  decision,
  revision,
  deadline,
  objection,
])
export type PlanRecord = z.infer<typeof planRecord>
export type PlanRecordType = PlanRecord['type']

/** A plan in memory. Lists stand in the order of their records' keys; rows are numbered by position in `activities`, from 1. */
export interface Plan {
  readonly header: PlanHeader
  readonly sections: readonly Section[]
  readonly mandates: readonly Mandate[]
  readonly activities: readonly Activity[]
  readonly waivers: readonly Waiver[]
  readonly proposals: readonly Proposal[]
  readonly decisions: readonly Decision[]
  readonly revisions: readonly Revision[]
  readonly deadlines: readonly Deadline[]
  readonly objections: readonly Objection[]
}

/** The list of a plan in which records of a type stand. */
export const planLists = {
  section: 'sections',
  mandate: 'mandates',
  activity: 'activities',
  waiver: 'waivers',
  proposal: 'proposals',
  decision: 'decisions',
  revision: 'revisions',
  deadline: 'deadlines',
  objection: 'objections',
} as const satisfies Record<Exclude<PlanRecordType, 'plan'>, keyof Plan>

/** A plan of which nothing is said but its header. */
export const emptyPlan = (header: PlanHeader): Plan => ({
  header,
  sections: [],
  mandates: [],
  activities: [],
  waivers: [],
  proposals: [],
  decisions: [],
  revisions: [],
  deadlines: [],
  objections: [],
})

/** `2020-2021` for a term that begins in 2020 and ends in 2021, `2021` for one within a year. */
export const termLabel = ({ start, end }: Term): string =>
  start.slice(0, 4) === end.slice(0, 4) ? start.slice(0, 4) : `${start.slice(0, 4)}-${end.slice(0, 4)}`

/**
 * The term named by its first year. The committee is installed from July; the following General Assembly has met
 * as early as June and as late as November (2018-2021), so the span is generous at both ends.
 */
export const termFrom = (firstYear: number): Term => ({ start: `${firstYear}-07-01`, end: `${firstYear + 1}-11-30` })
