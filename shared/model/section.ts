import { z } from '../lib/zod.ts'
import { id, orderKey } from './basics.ts'

/** A note anchored in a block's text. */
export const footnote = z.object({
  id,
  /** Offset in UTF-16 code units of the block's text after which the mark stands. */
  at: z.int().min(0),
  text: z.string(),
})
export type Footnote = z.infer<typeof footnote>

/** Words of a block that are set apart: offsets in UTF-16 code units, end exclusive. */
export const mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['bold', 'italic']), start: z.int().min(0), end: z.int().min(1) }),
  z.object({ kind: z.literal('link'), start: z.int().min(0), end: z.int().min(1), href: z.string() }),
])
export type Mark = z.infer<typeof mark>

/** A paragraph, heading or list line of the plan's text. */
export const block = z.object({
  id,
  kind: z.enum(['paragraph', 'heading', 'item', 'quotation']),
  /** Nesting depth of an item, or rank of a heading, from 0. */
  level: z.int().min(0).max(5),
  marker: z.enum(['none', 'number', 'bullet', 'letter']),
  text: z.string(),
  footnotes: z.array(footnote),
  /** Links, bold and italic, in order; left out where there are none. */
  marks: z.array(mark).min(1).exactOptional(),
})
export type Block = z.infer<typeof block>

/** A part of the plan's text. `mandates` holds the words that introduce the list of mandates, `remnants` what an import could not place. */
export const section = z.object({
  type: z.literal('section'),
  id,
  order: orderKey,
  kind: z.enum(['introduction', 'mandates', 'stakeholders', 'other', 'remnants']),
  heading: z.string(),
  blocks: z.array(block),
})
export type Section = z.infer<typeof section>
