import type { Plan } from '../model/plan.ts'
import { canonicalText, hashOf, wellFormed } from './canonical.ts'

/**
 * The fingerprint of a plan's document: header, sections, list of mandates and calendar. What says which issue of the document it is
 * (revision, date) or concerns the program alone (the plan's id, severities of its rules) does not count, so naming a revision does
 * not change what it names, and a copy of a plan is known as one.
 */
export function contentHash({ header, sections, mandates, activities }: Plan): string {
  const { id: _id, revision: _revision, issued: _issued, severities: _severities, ...document } = header
  return hashOf(canonicalText(wellFormed({ header: document, sections, mandates, activities })))
}
