import { z } from '../lib/zod.ts'

/** How much a finding matters: an error makes an activity ungrounded, a warning weak, an info neither. */
export const severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severity>
