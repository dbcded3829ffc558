import { z } from '../lib/zod.ts'
import { moment } from './author.ts'
import { id, plainDate } from './basics.ts'
import { language } from './language.ts'

/** A numbered state of the plan that was given to the delegations: `rev. 1`. A corrigendum may concern one language; an addendum adds. */
export const revision = z.object({
  type: z.literal('revision'),
  id,
  kind: z.enum(['first', 'rev', 'corr', 'add']),
  /** Counts from 1 within its kind; 0 for the first issue. */
  number: z.int().min(0),
  /** The language version that a corrigendum concerns; null for all. */
  language: language.nullable(),
  date: plainDate,
  /** When it was named. */
  at: moment,
  /** What changed, for the reader. */
  note: z.string(),
  /** SHA-256 of the canonical text of the document as it then stood, in hexadecimal: see `contentHash`. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The rows as they then stood, in order: their numbers hold until the next revision, and a row inserted after 5 is 5bis. */
  rows: z.array(id),
})
export type Revision = z.infer<typeof revision>

/** A revision as it stands behind the document's symbol: `rev. 1`, `corr. 2`, `add. 1`; empty for the first issue. */
export const revisionName = ({ kind, number }: Pick<Revision, 'kind' | 'number'>): string => (kind === 'first' ? '' : `${kind}. ${number}`)
