import type { Id } from '../model/basics.ts'
import type { Instrument } from '../model/instrument.ts'
import type { Language } from '../model/language.ts'
import { partsOf } from './series.ts'

/** Adopting bodies by the first part of their symbols, where the part has one meaning. */
const bodies: Readonly<Record<string, string>> = {
  AG: 'General Assembly of the Organization of American States',
  CP: 'Permanent Council of the Organization of American States',
  CIDI: 'Inter-American Council for Integral Development',
  CIM: 'Inter-American Commission of Women',
}

interface Known {
  readonly id: Id
  /** Title that stands beside the symbol; null when none does. */
  readonly title: string | null
  /** Language of that title. */
  readonly language: Language
}

/**
 * What a symbol alone says of an instrument, as a first entry in the register: its kind, body and year. Everything else is unknown, so
 * it is marked incomplete.
 */
export function bareInstrument(symbol: string, { id, title, language }: Known): Instrument {
  const parsed = partsOf(symbol)
  const american = parsed?.family === 'oas' ? parsed : null
  const kind =
    american?.class === 'RES.' ? 'resolution' : american?.class === 'DEC.' ? 'declaration' : american === null ? 'other' : 'document'
  return {
    type: 'instrument',
    id,
    symbol,
    kind: /^[A-Z]+\/(?:[A-Z]+\/)?RES\//.test(symbol) ? 'resolution' : kind,
    titles: title === null ? {} : { [language]: title },
    aliases: [],
    body: (kind === 'resolution' || kind === 'declaration') && american !== null ? (bodies[american.organ[0] ?? ''] ?? '') : '',
    adopted: null,
    year: american?.year ?? null,
    state: 'current',
    successor: null,
    languages: [],
    complete: false,
    provisions: [],
  }
}
