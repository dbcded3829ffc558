import type { ActivityKind } from '../../model/activity.ts'
import type { Language } from '../../model/language.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'

/** The words of the files that other programs read: calendars and tables. */
export interface DataLabels {
  readonly kinds: Readonly<Record<ActivityKind, string>>
  readonly states: Readonly<Record<'planned' | 'held' | 'postponed' | 'cancelled', string>>
  readonly severities: Readonly<Record<'error' | 'warning' | 'info', string>>
  /** Names of the tables; at most 31 characters, as spreadsheets allow. */
  readonly tables: Readonly<Record<'calendar' | 'mandates' | 'coverage' | 'findings' | 'proposals', string>>
  /** Heads of columns. */
  readonly row: string
  readonly date: string
  readonly end: string
  readonly dateInWords: string
  readonly time: string
  readonly tentative: string
  readonly activity: string
  readonly kind: string
  readonly state: string
  readonly venue: string
  readonly mandates: string
  readonly mandate: string
  readonly paragraph: string
  readonly paragraphs: string
  readonly title: string
  readonly served: string
  readonly servedBy: string
  readonly severity: string
  readonly rule: string
  readonly finding: string
  readonly waived: string
  readonly delegation: string
  readonly change: string
  /** What the text says, and what it is to say. */
  readonly was: string
  readonly proposed: string
  readonly justification: string
  readonly decision: string
  readonly reason: string
  readonly yes: string
  readonly no: string
  readonly whole: string
  /** The row that a finding about the plan's text stands in. */
  readonly text: string
  readonly silence: string
  readonly deadline: string
}

export const dataLabels: Readonly<Record<Language, DataLabels>> = { en, es, fr, pt }
