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

export const sourceErrors = {
  /** The file could not be used; `sentence` says why, in words for the reader. */
  UNUSABLE_FILE: { message: 'The file could not be used.', data: z.object({ kind: z.string(), sentence: z.string() }) },
}

/** The text of a revision is here when it was named here, or came in a file. */
export const revisionErrors = { TEXT_NOT_HELD: { message: 'The text of this revision is not kept here.' } }
