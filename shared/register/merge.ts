import type { Instrument, Provision } from '../model/instrument.ts'

const union = <Value>(first: readonly Value[], second: readonly Value[]): Value[] => [...new Set([...first, ...second])]

/** Where a provision is described, no term means that its words set none. */
const isKnown = ({ summary, text }: Provision): boolean => Object.keys(summary).length > 0 || Object.keys(text).length > 0

function mergeProvision(held: Provision, learned: Provision): Provision {
  return {
    ...held,
    parent: held.parent ?? learned.parent,
    text: { ...learned.text, ...held.text },
    summary: { ...learned.summary, ...held.summary },
    addressees: held.addressees.length > 0 ? held.addressees : learned.addressees,
    term: isKnown(held) ? held.term : (held.term ?? learned.term),
  }
}

function mergeProvisions(held: readonly Provision[], learned: readonly Provision[]): Provision[] {
  const byLabel = new Map(learned.map((provision) => [provision.label.toLowerCase(), provision]))
  const merged = held.map((provision) => {
    const more = byLabel.get(provision.label.toLowerCase())
    byLabel.delete(provision.label.toLowerCase())
    return more === undefined ? provision : mergeProvision(provision, more)
  })
  return [...merged, ...byLabel.values()]
}

/**
 * Two accounts of one instrument as one. What is held wins where both say something (titles, state, terms); what it lacks is learned,
 * official texts and further provisions above all. A title learned from a plan that quotes the instrument may be the very mistake that
 * the check is to find, so it never becomes another name beside a held one.
 */
export function mergeInstruments(held: Instrument, learned: Instrument): Instrument {
  return {
    ...held,
    symbol: held.symbol ?? learned.symbol,
    titles: { ...learned.titles, ...held.titles },
    aliases: union(held.aliases, learned.aliases),
    body: held.body === '' ? learned.body : held.body,
    adopted: held.adopted ?? learned.adopted,
    year: held.year ?? learned.year,
    successor: held.successor ?? learned.successor,
    languages: union(held.languages, learned.languages),
    complete: held.complete || learned.complete,
    provisions: mergeProvisions(held.provisions, learned.provisions),
  }
}
