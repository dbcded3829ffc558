import { z } from '../lib/zod.ts'
import { id } from './basics.ts'
import { language } from './language.ts'

/** A link to a language version of the cited text ("Español - English"). `url` is null where the plan shows the words alone. */
export const languageLink = z.object({ language, url: z.string().nullable() })

/** Names an instrument as authority, with or without its provisions. */
export const citation = z.object({
  id,
  kind: z.literal('citation'),
  /** Canonical spelling of the symbol that was written (spelling repaired, facts not: a wrong session stays wrong); null when cited by name. */
  symbol: z.string().min(1).nullable(),
  /** The symbol or name exactly as it was written. */
  written: z.string().min(1),
  /** The title that stands beside the symbol, without its quotation marks; for an instrument cited by name, that name. Null where none stands. */
  title: z.string().nullable(),
  /** Canonical labels of the cited provisions in the order written: `19`, `33.A`, `5bis`, `Article 58`, `Section on …`. Empty: cited whole. */
  provisions: z.array(z.string().min(1)),
  links: z.array(languageLink),
})
export type Citation = z.infer<typeof citation>

/** Words in a mandate cell that are no citation: "2020 Resolution", or a paraphrase of the cited paragraph. */
export const remark = z.object({ id, kind: z.literal('remark'), text: z.string().min(1) })
export type Remark = z.infer<typeof remark>

/** One entry of a mandate cell, in the order in which the cell shows them. */
export const mandateEntry = z.discriminatedUnion('kind', [citation, remark])
export type MandateEntry = z.infer<typeof mandateEntry>
