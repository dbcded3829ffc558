import type { Section } from '../model/section.ts'
import { bareHeading, capitalHeading, type Heading, knownHeading } from './headings.ts'

/** A part of the text under its heading. */
export interface Part {
  readonly kind: Section['kind']
  readonly heading: Heading | null
  readonly lines: readonly string[]
}

const setHeading = (line: string, set: ReadonlySet<string>): Heading | null =>
  line.trim() !== '' && set.has(line.trim()) ? { kind: 'other', ...bareHeading(line) } : null

/**
 * Cuts lines into parts at their headings. Capitals begin a part too, save below the heading of the mandates, where quoted paragraphs have
 * them ("RESOLVES:"), and so do the `set` lines that the document itself sets as headings. Lines before the first heading are of kind
 * `fallback`.
 */
export function partsOf(lines: readonly string[], fallback: Section['kind'], set: ReadonlySet<string> = new Set()): Part[] {
  const parts: { kind: Section['kind']; heading: Heading | null; lines: string[] }[] = [{ kind: fallback, heading: null, lines: [] }]
  for (const line of lines) {
    const inMandates = parts.at(-1)?.kind === 'mandates'
    const heading = line.startsWith('\t')
      ? null
      : (knownHeading(line) ?? (inMandates ? null : (capitalHeading(line) ?? setHeading(line, set))))
    if (heading === null) parts.at(-1)?.lines.push(line)
    else parts.push({ kind: heading.kind, heading, lines: [] })
  }
  return parts.filter(({ heading, lines: words }) => heading !== null || words.some((line) => line.trim() !== ''))
}
