import type { MakeId } from '#shared/lib/ids.ts'
import type { Instrument, Provision } from '#shared/model/instrument.ts'
import { mergeInstruments } from '#shared/register/merge.ts'
import { foldTitle, titleMatches, titleOf } from '#shared/register/titles.ts'
import type { Database } from './database.ts'

/** `shipped` is replaced by each version of the program; `learned` is what plans and imports brought, and only ever grows. */
export type Layer = 'shipped' | 'learned'

interface InstrumentRow {
  readonly layer: Layer
  readonly key: string
  readonly body: string
}

type Heading = Omit<Instrument, 'provisions'>

/** What the two layers call the same instrument: its symbol, or for one known by name that name. */
const nameKey = (instrument: Instrument): string => `name ${foldTitle(titleOf(instrument) ?? instrument.aliases[0] ?? instrument.id)}`

const mergeLayers = (shipped: Instrument | null, learned: Instrument | null): Instrument | null =>
  shipped === null || learned === null ? (shipped ?? learned) : mergeInstruments(shipped, learned)

/** Instruments in their two layers. What is written here was validated when it came in, and is not validated again when read. */
export function instrumentTable(database: Database) {
  const headings = database.prepare<[], InstrumentRow>('SELECT layer, key, body FROM instruments ORDER BY layer, key')
  const keysAfter = database
    .prepare<[after: string, count: number], string>('SELECT DISTINCT key FROM instruments WHERE key > ? ORDER BY key LIMIT ?')
    .pluck()
  const heading = database.prepare<[Layer, string], string>('SELECT body FROM instruments WHERE layer = ? AND key = ?').pluck()
  const keys = database.prepare<[Layer], string>('SELECT key FROM instruments WHERE layer = ?').pluck()
  const holder = database.prepare<[id: string, key: string]>('SELECT 1 FROM instruments WHERE id = ? AND key <> ?').pluck()
  const put = database.prepare<[Layer, string, string, string]>(
    'INSERT INTO instruments VALUES (?, ?, ?, ?) ON CONFLICT (layer, key) DO UPDATE SET id = excluded.id, body = excluded.body',
  )
  const remove = database.prepare<[Layer, string]>('DELETE FROM instruments WHERE layer = ? AND key = ?')
  const provisions = database
    .prepare<[Layer, string], string>('SELECT body FROM provisions WHERE layer = ? AND key = ? ORDER BY place')
    .pluck()
  const clearProvisions = database.prepare<[Layer, string]>('DELETE FROM provisions WHERE layer = ? AND key = ?')
  const addProvision = database.prepare<[Layer, string, number, string]>('INSERT INTO provisions VALUES (?, ?, ?, ?)')

  /**
   * Provisions are read when they are first looked at: of a register with tens of thousands most instruments are only known by their names,
   * and all their words together would fill the memory.
   */
  function withProvisions(body: string, layer: Layer, key: string): Instrument {
    const head: Heading = JSON.parse(body)
    let held: Provision[] | null = null
    return {
      ...head,
      get provisions() {
        held ??= provisions.all(layer, key).map((text): Provision => JSON.parse(text))
        return held
      },
    }
  }

  function get(layer: Layer, key: string): Instrument | null {
    const body = heading.get(layer, key)
    return body === undefined ? null : withProvisions(body, layer, key)
  }

  const merged = (key: string): Instrument | null => mergeLayers(get('shipped', key), get('learned', key))

  return {
    get,
    keys: (layer: Layer): string[] => keys.all(layer),

    /** Under which key this instrument stands or would stand. One without symbol may be known under any of its names. */
    keyOf(instrument: Instrument): string {
      if (instrument.symbol !== null) return `symbol ${instrument.symbol}`
      const names = [...Object.values(instrument.titles), ...instrument.aliases]
      const known = headings.all().find(({ body }) => {
        const held: Heading = JSON.parse(body)
        return names.some((name) => titleMatches({ ...held, provisions: [] }, name))
      })
      return known?.key ?? nameKey(instrument)
    },

    put(layer: Layer, key: string, instrument: Instrument, makeId: MakeId): void {
      const id = holder.get(instrument.id, key) === undefined ? instrument.id : makeId()
      const { provisions: parts, ...head } = { ...instrument, id }
      put.run(layer, key, id, JSON.stringify(head))
      clearProvisions.run(layer, key)
      for (const [place, provision] of parts.entries()) addProvision.run(layer, key, place, JSON.stringify(provision))
    },

    remove: (layer: Layer, key: string): void => void remove.run(layer, key),

    /** Both layers of one instrument as one; what the program ships wins where both speak, and its id stays. */
    merged,

    /** Up to `count` instruments, merged, that come after a key in the order of keys, and the last one's key; null when there are no more. */
    page(after: string | null, count: number): { readonly instruments: Instrument[]; readonly next: string | null } {
      const found = keysAfter.all(after ?? '', count)
      return { instruments: found.flatMap((key) => merged(key) ?? []), next: found.length < count ? null : (found.at(-1) ?? null) }
    },

    /** The whole register, merged. */
    all(): Instrument[] {
      const layers = Map.groupBy(headings.all(), ({ key }) => key)
      return [...layers.values()].flatMap((rows) => {
        const read = (layer: Layer): Instrument | null => {
          const row = rows.find((one) => one.layer === layer)
          return row === undefined ? null : withProvisions(row.body, layer, row.key)
        }
        return mergeLayers(read('shipped'), read('learned')) ?? []
      })
    },
  }
}
