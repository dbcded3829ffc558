import type { Severity } from '../model/severity.ts'
import type { Language } from '../model/language.ts'
import { formatFinding } from './format.ts'
import type { Finding } from './finding.ts'

/** A finding as the command line prints it. */
export interface FindingJson {
  readonly rule: string
  readonly severity: Severity
  readonly row: number
  /** Id of the activity; null for findings about anything else. */
  readonly activity: string | null
  readonly about: string | null
  readonly provision: string | null
  readonly written: string | null
  readonly message: string
  /** What the first fix writes; null when it writes nothing or there is none. */
  readonly fix: string | null
}

export const findingToJson = (finding: Finding, language: Language = 'en'): FindingJson => ({
  rule: finding.rule,
  severity: finding.severity,
  row: finding.row,
  activity: finding.target.part === 'activity' ? finding.target.id : null,
  about: finding.about,
  provision: finding.provision,
  written: finding.written,
  message: formatFinding(finding, language),
  fix: finding.fixes[0]?.writes ?? null,
})
