import { z } from '../lib/zod.ts'

/** Something that ships with the program: a library, or a font. */
export const licence = z.object({
  name: z.string(),
  version: z.string(),
  /** By its short name: `MIT`, `OFL-1.1`. */
  kind: z.string(),
  /** Where it comes from; empty when it does not say. */
  address: z.string(),
  text: z.string(),
})
export type Licence = z.infer<typeof licence>
