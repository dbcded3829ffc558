import type { Language } from '../../model/language.ts'
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
}

export const documentLabels: Readonly<Record<Language, DocumentLabels>> = { en, es, fr, pt }
