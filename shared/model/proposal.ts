import { z } from '../lib/zod.ts'
import { activity } from './activity.ts'
import { author, moment } from './author.ts'
import { id, orderKey } from './basics.ts'
import { mandate } from './mandate.ts'
import { section } from './section.ts'

/** The records that a delegation may propose on: everything that the document shows. */
export const proposable = z.discriminatedUnion('type', [section, mandate, activity])
export type Proposable = z.infer<typeof proposable>

const proposableType = z.enum(['section', 'mandate', 'activity'])

/**
 * What is asked for, as data. `set` carries the value it started from, so that it can be held against a base that has moved on. Places are
 * given by the record before (null: at the beginning), since order keys of two delegations would collide; the keys stand beside it, so that
 * what is taken back leaves the text as it was.
 */
export const proposedChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    type: z.enum(['plan', 'section', 'mandate', 'activity']),
    record: id,
    field: z.string().min(1),
    was: z.json(),
    value: z.json(),
  }),
  z.object({ kind: z.literal('insert'), record: proposable, after: id.nullable() }),
  z.object({ kind: z.literal('remove'), record: proposable }),
  z.object({
    kind: z.literal('move'),
    type: proposableType,
    record: id,
    was: id.nullable(),
    after: id.nullable(),
    /** The key by which it stood behind `was`: one that it no longer has says that it was moved since. */
    from: orderKey,
    /** The key by which it would stand behind `after`, where nothing has changed there. */
    to: orderKey,
  }),
])
export type ProposedChange = z.infer<typeof proposedChange>

/** A change that a delegation asks for. It stands beside the plan and never alters it; a decision does. */
export const proposal = z.object({
  type: z.literal('proposal'),
  id,
  author,
  /** When it was last written. Of two versions of one proposal the later counts. */
  at: moment,
  change: proposedChange,
  justification: z.string(),
  /** The proposal that this one answers with another; null for one on the Chair's text. */
  parent: id.nullable(),
  /** The revision that it was made on; null when the plan had none. */
  revision: id.nullable(),
  /** When it was last sent to the Chair in a file as it then was; null while it is the author's alone. */
  sent: moment.nullable(),
  /** When its author took it back; null while it stands. */
  withdrawn: moment.nullable(),
})
export type Proposal = z.infer<typeof proposal>
