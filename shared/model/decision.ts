import { z } from '../lib/zod.ts'
import { author, moment } from './author.ts'
import { id } from './basics.ts'
import { proposedChange } from './proposal.ts'

/**
 * What the Chair may decide. `ad-referendum` is agreement subject to a delegation's capital: the words enter the text, the point is not closed.
 * `deferred` leaves it open for a later meeting.
 */
export const outcome = z.enum(['accepted', 'accepted-with-changes', 'rejected', 'ad-referendum', 'deferred'])
export type Outcome = z.infer<typeof outcome>

/** A decision on a proposal. Of several on one proposal the latest counts; all of them are the log. */
export const decision = z.object({
  type: z.literal('decision'),
  id,
  proposal: id,
  /** The `at` of the proposal that was decided. A version that its author writes later is open again. */
  version: moment,
  outcome,
  by: author,
  at: moment,
  /** Why; never empty for a rejection. */
  reason: z.string(),
  /** What the decision wrote into the text; null when nothing. It is what taking the decision back takes out again. */
  enacted: proposedChange.nullable(),
})
export type Decision = z.infer<typeof decision>
