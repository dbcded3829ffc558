import { eventIterator, oc } from '@orpc/contract'
import { formatNames } from '../documents/format-names.ts'
import { layouts } from '../documents/layout-names.ts'
import { tableNames } from '../documents/table-names.ts'
import { z } from '../lib/zod.ts'
import { id } from '../model/basics.ts'
import { language } from '../model/language.ts'
import { planErrors, revisionErrors } from './errors.ts'

export const paper = z.enum(['letter', 'a4'])
export type Paper = z.infer<typeof paper>

export const orientation = z.enum(['portrait', 'landscape'])

/** What a document shows, and how. What a format has no use for is passed over. */
export const documentOptions = z.object({
  layout: z.enum(layouts),
  paper,
  /** As the layout has it when left out. */
  orientation: orientation.exactOptional(),
  language,
  /** The entry of the list of mandates whose activities are listed; all of them when left out. */
  mandate: id.exactOptional(),
  /** The revision that a comparison sets the plan against. */
  since: id.exactOptional(),
  table: z.enum(tableNames).exactOptional(),
  /** Errors of the check that stand open: a draft says so under its title. */
  openErrors: z.int().min(0).exactOptional(),
})
export type DocumentOptions = z.infer<typeof documentOptions>

/** How far a document is, from 0 to 1, and at last the document. Files do not travel in streams, so its bytes come as text. */
export const documentNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), share: z.number().min(0).max(1) }),
  z.object({
    kind: z.literal('written'),
    name: z.string(),
    mediaType: z.string(),
    base64: z.base64(),
    /** Null where the reader's program makes the pages. */
    pages: z.int().nullable(),
    missingCharacters: z.array(z.string()),
    /** Rows of the calendar that the format cannot show, by their numbers: `5bis`. */
    leftOut: z.array(z.string()),
  }),
])
export type DocumentNews = z.infer<typeof documentNews>

export const documentsContract = {
  /**
   * Writes the plan as it is stored, beside everything else, and tells how far that is. Stops when the caller goes. NOT_WRITTEN: the writer
   * broke down; the plan is untouched.
   */
  write: oc
    .input(z.object({ planId: id, format: z.enum(formatNames), options: documentOptions }))
    .output(eventIterator(documentNews))
    .errors({ ...planErrors, ...revisionErrors, NOT_WRITTEN: { message: 'The document could not be written.' } }),
}
