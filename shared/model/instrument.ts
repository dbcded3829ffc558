import { z } from '../lib/zod.ts'
import { id, plainDate, year } from './basics.ts'
import { language } from './language.ts'

/** Words in one or more of the official languages. */
export const localText = z.partialRecord(language, z.string())
export type LocalText = z.infer<typeof localText>

/** Whom a provision speaks to: "To instruct the CAM" the committee, "To urge member states" the states. */
export const addressee = z.enum(['committee', 'chair', 'council', 'assembly', 'secretariat', 'states', 'others'])
export type Addressee = z.infer<typeof addressee>

/** A piece of an instrument that can be cited. */
export const provision = z.object({
  /** Canonical label, unique in its instrument: `19`, `19.A`, `5bis`, `Article 58`, `Section on …`, `PP1`. */
  label: z.string().min(1),
  kind: z.enum(['operative', 'preambular', 'section', 'article', 'point']),
  /** Label of the provision that this one is part of. */
  parent: z.string().min(1).nullable(),
  /** Official words, where an import brought them. */
  text: localText,
  /** What it says, in one line of our own. */
  summary: localText,
  addressees: z.array(addressee),
  /** Years of the term to which its own words limit it ("during the 2014-2015 period"); null when they do not. */
  term: z.object({ from: year, to: year }).nullable(),
})
export type Provision = z.infer<typeof provision>

export const instrumentState = z.enum(['current', 'fulfilled', 'superseded', 'duplicate', 'procedural', 'not-a-mandate'])

/** A text that can give a mandate, as the register holds it. */
export const instrument = z.object({
  type: z.literal('instrument'),
  id,
  /** Canonical symbol; null for one known by name alone. */
  symbol: z.string().min(1).nullable(),
  kind: z.enum(['resolution', 'declaration', 'decision', 'document', 'rules', 'program', 'plan', 'other']),
  titles: localText,
  /** Other names it goes by, in any language, a part's heading printed as title among them. */
  aliases: z.array(z.string().min(1)),
  /** Adopting body, as a name: "General Assembly". */
  body: z.string(),
  adopted: plainDate.nullable(),
  year: year.nullable(),
  state: instrumentState,
  /** Canonical symbol of what replaced it; null when nothing did. */
  successor: z.string().min(1).nullable(),
  /** Languages in which a version is known to exist; empty when unknown. */
  languages: z.array(language),
  /** Whether all its provisions are listed. */
  complete: z.boolean(),
  provisions: z.array(provision),
})
export type Instrument = z.infer<typeof instrument>
