import { z } from '../lib/zod.ts'

/* Refusals that several areas of the contract share. */

export const planErrors = { NO_SUCH_PLAN: { message: 'This plan is not in the library.' } }

export const writeErrors = {
  /** The disk refused; nothing was written. `detail` names the cause for the status bar: full, read-only, busy, damaged. */
  NOT_SAVED: {
    message: 'The change could not be written.',
    data: z.object({ cause: z.enum(['disk-full', 'read-only', 'busy', 'damaged', 'unknown']) }),
  },
}

/** Why a file cannot be used: the window's text of this kind says it with these values, `sentence` in English. */
export const refused = z.object({
  kind: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  sentence: z.string(),
})
export type Refused = z.infer<typeof refused>

export const sourceErrors = {
  UNUSABLE_FILE: { message: 'The file could not be used.', data: refused },
}

/** The text of a revision is here when it was named here, or came in a file. */
export const revisionErrors = { TEXT_NOT_HELD: { message: 'The text of this revision is not kept here.' } }
