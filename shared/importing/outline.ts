import type { Section } from '../model/section.ts'
import { bareHeading, capitalHeading, type Heading, knownHeading } from './headings.ts'
import { type Paper, titleOf } from './paper.ts'

/** A part of the text under its heading. */
export interface Part {
  readonly kind: Section['kind']
  readonly heading: Heading | null
  readonly lines: readonly string[]
}

/** How deep the headings are that begin parts: those that the document sets highest, below its title. */
const partDepth = (set: Paper['set']): number =>
  Math.min(...[...set].flatMap(([line, as]) => (typeof as === 'number' && line !== titleOf(set) ? [as] : [])))

/**
 * Cuts lines into parts at their headings. Capitals begin a part too, save below the heading of the mandates, where quoted paragraphs have
 * them ("RESOLVES:"), and so do the lines that the document `set`s as its highest headings; lower ones belong to their part. Lines before the first heading are of kind
 * `fallback`.
 */
export function partsOf(lines: readonly string[], fallback: Section['kind'], set: Paper['set'] = new Map()): Part[] {
  const parts: { kind: Section['kind']; heading: Heading | null; lines: string[] }[] = [{ kind: fallback, heading: null, lines: [] }]
  const depth = partDepth(set)
  for (const line of lines) {
    const as = set.get(line.trim())
    const below = typeof as === 'number' && as > depth
    const inMandates = parts.at(-1)?.kind === 'mandates'
    const highest: Heading | null = as === depth ? { kind: 'other', ...bareHeading(line) } : null
    const heading = line.startsWith('\t') || below ? null : (knownHeading(line) ?? highest ?? (inMandates ? null : capitalHeading(line)))
    if (heading === null) parts.at(-1)?.lines.push(line)
    else parts.push({ kind: heading.kind, heading, lines: [] })
  }
  return parts.filter(({ heading, lines: words }) => heading !== null || words.some((line) => line.trim() !== ''))
}
