import { type NameIndex, nameIndex } from '../citations/names.ts'
import type { Citation } from '../model/citation.ts'
import type { Instrument, Provision } from '../model/instrument.ts'
import { mergeInstruments } from './merge.ts'
import { isContinuous, nearNumbers, placeWithoutSession, type SeriesPlace, seriesPlace, withoutSuffixes } from './series.ts'
import { nameKey } from './words.ts'

/**
 * What a citation names. `symbol`: exactly what was written. `number`: the same body, class and number under another session or year.
 * `name`: a title or another name.
 */
export interface Resolution {
  readonly instrument: Instrument
  readonly how: 'symbol' | 'number' | 'name'
}

/** The closest known members of a series below and above a number; null at either end. */
export interface Neighbours {
  readonly below: { readonly symbol: string; readonly place: SeriesPlace } | null
  readonly above: { readonly symbol: string; readonly place: SeriesPlace } | null
}

/** The instruments that the check knows. Immutable; lookups take the same time however many there are. */
export interface Register {
  readonly instruments: readonly Instrument[]
  /** Names by which instruments are cited without a symbol, for the citation reader. */
  readonly names: NameIndex
  resolve(citation: Pick<Citation, 'symbol' | 'title' | 'written'>): Resolution | null
  /** The provision with that label (case does not count); null when the register does not hold it. */
  provision(instrument: Instrument, label: string): Provision | null
  /** Operative paragraphs that are not parts of others: those that a citation can choose from. The same list at every call. */
  operative(instrument: Instrument): readonly Provision[]
  /** Provisions of any kind that stand for themselves: no recitals, no parts of paragraphs, no sections whose paragraphs are known. */
  citable(instrument: Instrument): readonly Provision[]
  neighbours(symbol: string): Neighbours
  /** The known symbol most likely meant by an unknown one: a digit mistyped, or another revision of the same document. */
  nearest(symbol: string): string | null
  /** This register with further instruments; those it holds already are merged, see `mergeInstruments`. */
  withInstruments(more: readonly Instrument[]): Register
}

const numberKey = ({ series, number }: SeriesPlace): string => `${series} ${number}`

const symbolKey = (symbol: string): string => symbol.toUpperCase()

/** Adds to a map of lists. */
function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** Cited by name: anything but a resolution by its title, and whatever goes by another name. A resolution's title stands beside its symbol. */
const namesOf = ({ kind, titles, aliases }: Instrument): string[] =>
  kind === 'resolution' ? aliases : [...Object.values(titles), ...aliases]

function indexNames(instruments: readonly Instrument[]): ReadonlyMap<string, readonly Instrument[]> {
  const index = new Map<string, Instrument[]>()
  for (const instrument of instruments) {
    for (const key of new Set([...Object.values(instrument.titles), ...instrument.aliases].map(nameKey))) {
      if (key !== '') push(index, key, instrument)
    }
  }
  return index
}

/** One meaning of a name that several bear: the one known by that name alone, else the only one there is. */
function onlyOne(candidates: readonly Instrument[]): Instrument | null {
  const named = candidates.filter(({ symbol }) => symbol === null)
  const meant = named.length > 0 ? named : candidates
  return meant.length === 1 ? (meant[0] ?? null) : null
}

interface Member {
  readonly symbol: string
  readonly place: SeriesPlace
}

function indexSeries(instruments: readonly Instrument[]): { series: Map<string, Member[]>; numbers: Map<string, Instrument[]> } {
  const series = new Map<string, Member[]>()
  const numbers = new Map<string, Instrument[]>()
  for (const instrument of instruments) {
    const place = instrument.symbol === null ? null : seriesPlace(instrument.symbol)
    if (instrument.symbol === null || place === null || !isContinuous(place)) continue
    push(series, place.series, { symbol: instrument.symbol, place })
    push(numbers, numberKey(place), instrument)
  }
  for (const members of series.values()) members.sort((a, b) => a.place.number - b.place.number)
  return { series, numbers }
}

function neighboursIn(members: readonly Member[], number: number): Neighbours {
  let [low, high] = [0, members.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((members[middle]?.place.number ?? Number.POSITIVE_INFINITY) < number) low = middle + 1
    else high = middle
  }
  const above = members[low]?.place.number === number ? low + 1 : low
  return { below: members[low - 1] ?? null, above: members[above] ?? null }
}

interface Choices {
  readonly operative: readonly Provision[]
  readonly citable: readonly Provision[]
}

function choose({ provisions }: Instrument): Choices {
  const sections = new Set(provisions.filter(({ kind }) => kind === 'section').map(({ label }) => label))
  const parents = new Set(provisions.map(({ parent }) => parent))
  const whole = provisions.filter(({ kind, parent }) => kind !== 'preambular' && (parent === null || sections.has(parent)))
  return {
    operative: whole.filter(({ kind }) => kind === 'operative'),
    citable: whole.filter(({ kind, label }) => kind !== 'section' || !parents.has(label)),
  }
}

/** Computes at the first call only. Building a register must stay cheap: the window builds one whenever an import ends. */
function once<Value>(compute: () => Value): () => Value {
  let held: { value: Value } | null = null
  return () => {
    held ??= { value: compute() }
    return held.value
  }
}

/**
 * A register of these instruments. When a symbol comes twice the accounts are merged, earlier ones winning. Instruments without a symbol
 * are told apart by id and by name.
 */
export function createRegister(instruments: readonly Instrument[]): Register {
  const bySymbol = new Map<string, Instrument>()
  const byId = new Map<string, Instrument>()
  const merged = new Map<string, Instrument>()
  for (const instrument of instruments) {
    const key = instrument.symbol === null ? `${instrument.id}` : symbolKey(instrument.symbol)
    const held = merged.get(key)
    merged.set(key, held === undefined ? instrument : mergeInstruments(held, instrument))
  }
  for (const instrument of merged.values()) {
    byId.set(instrument.id, instrument)
    if (instrument.symbol !== null) bySymbol.set(symbolKey(instrument.symbol), instrument)
  }
  const all = [...merged.values()]
  const names = once(() => indexNames(all))
  const series = once(() => indexSeries(all))
  const citable = once(() =>
    nameIndex(
      all.flatMap((instrument) => {
        const [title, ...aliases] = namesOf(instrument)
        return title === undefined ? [] : [{ title, aliases }]
      }),
    ),
  )
  const documents = once(() => {
    const index = new Map<string, Instrument[]>()
    for (const instrument of all) if (instrument.symbol !== null) push(index, symbolKey(withoutSuffixes(instrument.symbol)), instrument)
    return index
  })
  const labels = new WeakMap<Instrument, ReadonlyMap<string, Provision>>()
  const choices = new WeakMap<Instrument, Choices>()
  const choicesOf = (instrument: Instrument): Choices => {
    let held = choices.get(instrument)
    if (held === undefined) {
      held = choose(instrument)
      choices.set(instrument, held)
    }
    return held
  }

  const byName = (name: string): Instrument | null => {
    const candidates = names().get(nameKey(name)) ?? names().get(nameKey(name.replace(/^[^:]{0,40}:/, '')))
    return candidates === undefined ? null : onlyOne(candidates)
  }

  const resolveSymbol = (symbol: string): Resolution | null => {
    const exact = bySymbol.get(symbolKey(symbol))
    if (exact !== undefined) return { instrument: exact, how: 'symbol' }
    const place = seriesPlace(symbol) ?? placeWithoutSession(symbol)
    if (place === null || !isContinuous(place)) return null
    const numbered = series().numbers.get(numberKey(place))
    return numbered?.length === 1 && numbered[0] !== undefined ? { instrument: numbered[0], how: 'number' } : null
  }

  const findNearest = (symbol: string): string | null => {
    const sibling = documents()
      .get(symbolKey(withoutSuffixes(symbol)))
      ?.at(-1)?.symbol
    if (sibling !== undefined && sibling !== null) return sibling
    const place = seriesPlace(symbol)
    if (place === null || !isContinuous(place)) return null
    for (const number of nearNumbers(place.number)) {
      const meant = series()
        .numbers.get(numberKey({ ...place, number }))
        ?.find((other) => other.symbol !== null && seriesPlace(other.symbol)?.year === place.year)
      if (meant !== undefined) return meant.symbol
    }
    return null
  }

  const nearestOf = new Map<string, string | null>()

  return {
    instruments: all,
    get names() {
      return citable()
    },
    resolve: ({ symbol, title, written }) => {
      if (symbol !== null) return resolveSymbol(symbol)
      const instrument = (title === null ? null : byName(title)) ?? byName(written)
      return instrument === null ? null : { instrument, how: 'name' }
    },
    provision: (instrument, label) => {
      let index = labels.get(instrument)
      if (index === undefined) {
        index = new Map(instrument.provisions.map((provision) => [provision.label.toLowerCase(), provision]))
        labels.set(instrument, index)
      }
      return index.get(label.toLowerCase()) ?? null
    },
    operative: (instrument) => choicesOf(instrument).operative,
    citable: (instrument) => choicesOf(instrument).citable,
    neighbours: (symbol) => {
      const place = seriesPlace(symbol)
      if (place === null || !isContinuous(place)) return { below: null, above: null }
      return neighboursIn(series().series.get(place.series) ?? [], place.number)
    },
    nearest: (symbol) => {
      const held = nearestOf.get(symbol)
      if (held !== undefined) return held
      const found = findNearest(symbol)
      nearestOf.set(symbol, found)
      return found
    },
    withInstruments: (more) => {
      const own = more.map((instrument) => {
        if (instrument.symbol !== null || byId.has(instrument.id)) return instrument
        const name = Object.values(instrument.titles)[0] ?? instrument.aliases[0]
        const held = name === undefined ? null : byName(name)
        return held === null ? instrument : { ...instrument, id: held.id, symbol: held.symbol }
      })
      return createRegister([...all, ...own])
    },
  }
}
