import { z } from '../lib/zod.ts'
import { author, moment } from './author.ts'
import { id } from './basics.ts'

/** A time limit given to the delegations. A silence procedure adopts the text when nobody has objected at its expiry. */
export const deadline = z.object({
  type: z.literal('deadline'),
  id,
  kind: z.enum(['silence', 'deadline']),
  title: z.string().min(1),
  /** When it was opened. */
  opened: moment,
  expires: moment,
  /** IANA name of the zone in which the expiry was announced: `America/New_York`. */
  timeZone: z.string().min(1),
  note: z.string(),
})
export type Deadline = z.infer<typeof deadline>

/** A delegation's objection. One made before the expiry breaks the silence. */
export const objection = z.object({
  type: z.literal('objection'),
  id,
  deadline: id,
  author,
  at: moment,
  reason: z.string(),
  /** When it was sent to the Chair in a file; null while it is the author's alone. Earlier versions did not write it down. */
  sent: moment.nullable().default(null),
})
export type Objection = z.infer<typeof objection>
