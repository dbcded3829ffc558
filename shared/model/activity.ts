import { z } from '../lib/zod.ts'
import { id, orderKey } from './basics.ts'
import { mandateEntry } from './citation.ts'
import { language } from './language.ts'
import { planDate } from './plan-date.ts'

/** What sort of work an activity is. Inferred from its words unless the Chair says otherwise. */
export const activityKind = z.enum([
  'thematic-meeting',
  'election',
  'adoption',
  'distribution',
  'negotiation',
  'approval',
  'dissemination',
  'other',
])
export type ActivityKind = z.infer<typeof activityKind>

export const activityState = z.enum(['planned', 'held', 'postponed', 'cancelled'])

/** One line inside the activity cell. */
export const item = z.object({
  id,
  /** 0 for an item, 1 for a sub-item, 2 for a sub-item's own. */
  level: z.int().min(0).max(2),
  /** What stands before the line in the document. Numbers are counted when shown, never stored. */
  marker: z.enum(['none', 'number', 'bullet']),
  text: z.string(),
})
export type Item = z.infer<typeof item>

/** A row of the plan's calendar. */
export const activity = z.object({
  type: z.literal('activity'),
  id,
  order: orderKey,
  when: planDate,
  mandate: z.array(mandateEntry),
  items: z.array(item),
  /** The kind that the Chair set; null leaves it to be inferred. */
  kind: activityKind.nullable(),
  state: activityState,
  venue: z.string(),
  /** Languages of interpretation; empty when not said. */
  languages: z.array(language),
  notes: z.string(),
})
export type Activity = z.infer<typeof activity>
