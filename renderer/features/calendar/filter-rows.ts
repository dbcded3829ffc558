import { formatPlanDate } from '#shared/dates/write.ts'
import { fold } from '#shared/lib/text.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { MandateEntry } from '#shared/model/citation.ts'
import type { Language } from '#shared/model/language.ts'
import type { Severity } from '#shared/model/severity.ts'

/** What rows are sought by; an empty string asks for nothing. */
export interface Filter {
  readonly text: string
  readonly mandate: string
  readonly severity: Severity | 'none' | ''
  readonly state: Activity['state'] | ''
}

export const noFilter: Filter = { text: '', mandate: '', severity: '', state: '' }

export const isFilter = (filter: Filter): boolean => Object.values(filter).some((asked: string) => asked.trim() !== '')

/** What a mandate is called in the list to choose from; null for words that cite nothing. */
const mandateName = (entry: MandateEntry): string | null =>
  entry.kind === 'citation' ? (entry.symbol ?? entry.title ?? entry.written) : null

/** The mandates that rows cite, each once, in order of their names. */
export const mandateNames = (rows: readonly Activity[]): string[] =>
  [...new Set(rows.flatMap(({ mandate }) => mandate.flatMap((entry) => mandateName(entry) ?? [])))].toSorted((a, b) =>
    a.localeCompare(b, undefined, { numeric: true }),
  )

const wordsOf = ({ when, mandate, items, venue, notes }: Activity, language: Language): string =>
  fold(
    [
      formatPlanDate(when, language),
      ...mandate.map((entry) =>
        entry.kind === 'remark' ? entry.text : `${entry.written} ${entry.symbol ?? ''} ${entry.title ?? ''} ${entry.provisions.join(' ')}`,
      ),
      ...items.map(({ text }) => text),
      venue,
      notes,
    ].join('\n'),
  )

/** Whether a row is one of those sought: every word of the text stands in it, whatever its accents and case. */
export function rowFits(activity: Activity, severities: readonly Severity[], filter: Filter, language: Language): boolean {
  const { text, mandate, severity, state } = filter
  if (state !== '' && activity.state !== state) return false
  if (mandate !== '' && !activity.mandate.some((entry) => mandateName(entry) === mandate)) return false
  if (severity === 'none' ? severities.length > 0 : severity !== '' && !severities.includes(severity)) return false
  const sought = fold(text).split(/\s+/)
  const held = text.trim() === '' ? '' : wordsOf(activity, language)
  return sought.every((word) => held.includes(word))
}
