import type { Language } from '../../model/language.ts'
import type { Severity } from '../../model/severity.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'

/** The words that a printed document adds to those of its plan. */
export interface DocumentLabels {
  readonly page: (number: number, count: number) => string
  /** Said where a row of a table goes on from the page before. */
  readonly continued: string
  /** Heads of the calendar's three columns. */
  readonly date: string
  readonly mandate: string
  readonly activity: string
  /** Headings of the work plan's parts, where the plan gives them none. */
  readonly introduction: string
  readonly mandates: string
  readonly stakeholders: string
  readonly calendar: string
  /** The language a document was drafted in: "Original: English". */
  readonly original: string
  readonly languages: Readonly<Record<Language, string>>
  /** Under a month: activities of that month without a day. */
  readonly undated: string
  /** The page of activities that no month can show. */
  readonly otherDates: string
  readonly tentative: string
  readonly postponed: string
  readonly cancelled: string
  /** Stands in a calendar without activities. */
  readonly noActivities: string
  /** Heads an activity that takes up a topic. */
  readonly thematicMeeting: string
  /** Under the title of a draft that was written all the same. */
  readonly draftWithErrors: (count: number) => string
  /** Where a finding stands: a row of the calendar, the plan's text, the plan as a whole. */
  readonly row: (number: number) => string
  readonly text: string
  readonly plan: string
  /** Heads of the columns of the findings report. */
  readonly place: string
  readonly finding: string
  readonly findings: string
  readonly waivedFindings: string
  /** Introduces the reason of a finding that was let stand. */
  readonly waived: string
  readonly noFindings: string
  readonly severities: Readonly<Record<Severity, string>>
  /** What findings are called after their number: of one, and of any other. */
  readonly counts: Readonly<Record<Severity | 'waived', readonly [one: string, more: string]>>
  readonly coverage: string
  readonly served: (served: number, all: number) => string
  /** What the signs of the coverage matrix mean. */
  readonly coverageLegend: string
  /** Stands with a provision that no activity serves. */
  readonly unserved: string
  /** Head of the column of activities that name no month. */
  readonly noMonth: string
  readonly noMandates: string
}

export const documentLabels: Readonly<Record<Language, DocumentLabels>> = { en, es, fr, pt }
