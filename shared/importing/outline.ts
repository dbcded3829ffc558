import type { Section } from '../model/section.ts'
import { bareHeading, capitalHeading, type Heading, knownHeading } from './headings.ts'
import type { SetLine } from './paper.ts'

/** A part of the text under its heading. */
export interface Part {
  readonly kind: Section['kind']
  readonly heading: Heading | null
  readonly lines: readonly SetLine[]
}

/**
 * Cuts lines into parts at their headings. Capitals begin a part too, save below the heading of the mandates, where quoted paragraphs have
 * them ("RESOLVES:"), and so do the lines that the document sets as its highest headings, which are `depth` deep; lower ones belong to their part.
 * Lines before the first heading are of kind `fallback`.
 */
export function partsOf(lines: readonly SetLine[], fallback: Section['kind'], depth: number): Part[] {
  const parts: { kind: Section['kind']; heading: Heading | null; lines: SetLine[] }[] = [{ kind: fallback, heading: null, lines: [] }]
  for (const line of lines) {
    const { text, as } = line
    const below = typeof as === 'number' && as > depth
    const inMandates = parts.at(-1)?.kind === 'mandates'
    const highest: Heading | null = as === depth ? { kind: 'other', ...bareHeading(text) } : null
    const heading = text.startsWith('\t') || below ? null : (knownHeading(text) ?? highest ?? (inMandates ? null : capitalHeading(text)))
    if (heading === null) parts.at(-1)?.lines.push(line)
    else parts.push({ kind: heading.kind, heading, lines: [] })
  }
  return parts.filter(({ heading, lines: words }) => heading !== null || words.some(({ text }) => text.trim() !== ''))
}
