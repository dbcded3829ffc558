import type { Addressee, Instrument, LocalText, Provision } from '../../model/instrument.ts'

type Facts = Pick<Instrument, 'id' | 'symbol' | 'kind' | 'body'> & Partial<Instrument>

/** An instrument as it ships: current, its provisions not all known, unless the facts say otherwise. */
export const shipped = (facts: Facts): Instrument => ({
  type: 'instrument',
  titles: {},
  aliases: [],
  adopted: null,
  year: null,
  state: 'current',
  successor: null,
  languages: [],
  complete: false,
  provisions: [],
  ...facts,
})

type More = Partial<Pick<Provision, 'kind' | 'parent' | 'term'>>

/** A provision known to exist: whom it addresses and what it says in a line of our own (in English); neither where not known. */
export const provision = (label: string, addressees: Addressee[] = [], summary = '', more: More = {}): Provision => ({
  label,
  kind: 'operative',
  parent: null,
  text: {},
  summary: summary === '' ? {} : ({ en: summary } satisfies LocalText),
  addressees,
  term: null,
  ...more,
})

/** Operative paragraphs known only to exist, with the better known ones put in their place. */
export function paragraphs(first: number, last: number, known: readonly Provision[] = []): Provision[] {
  const byLabel = new Map(known.map((entry) => [entry.label, entry]))
  const listed: Provision[] = []
  for (let number = first; number <= last; number++) {
    const label = String(number)
    const parts = known.filter(({ parent }) => parent === label)
    listed.push(byLabel.get(label) ?? provision(label), ...parts)
  }
  return listed
}

/** Body that adopts the resolutions and declarations whose symbols begin with AG. */
export const generalAssembly = 'General Assembly of the Organization of American States'

export const council = 'Inter-American Council for Integral Development'

/** Languages in which the organization publishes its General Assembly's texts. */
export const allLanguages: Instrument['languages'] = ['en', 'es', 'fr', 'pt']
