import { createHash } from 'node:crypto'
import { equal } from '#shared/lib/equal.ts'
import type { MakeId } from '#shared/lib/ids.ts'
import type { Instrument } from '#shared/model/instrument.ts'
import { mergeInstruments } from '#shared/register/merge.ts'
import type { Tables } from './tables.ts'

/**
 * Learns instruments from a plan or an import. What is held stays; what it lacks is added. Gives the number of instruments of which
 * something new was learned. To be called inside a transaction.
 */
export function learn({ instruments, passages }: Tables, brought: readonly Instrument[], makeId: MakeId): number {
  let learned = 0
  for (const instrument of brought) {
    const key = instruments.keyOf(instrument)
    const known = instruments.merged(key)
    if (known !== null && equal(known, mergeInstruments(known, instrument))) continue
    const held = instruments.get('learned', key)
    const merged = held === null ? instrument : mergeInstruments(held, instrument)
    instruments.put('learned', key, merged, makeId)
    passages.replace(key, instruments.merged(key))
    learned += 1
  }
  return learned
}

/**
 * Brings the shipped layer to what this version of the program ships, and leaves what was learned alone. Told apart by content, so that
 * an opening that finds nothing new costs one comparison. To be called inside a transaction.
 */
export function seed({ meta, instruments, passages }: Tables, shipped: readonly Instrument[], makeId: MakeId): void {
  const mark = createHash('sha256').update(JSON.stringify(shipped)).digest('hex')
  if (meta.get('shipped') === mark) return
  const gone = new Set(instruments.keys('shipped'))
  for (const key of gone) instruments.remove('shipped', key)
  for (const instrument of shipped) {
    const key = instruments.keyOf(instrument)
    const twice = instruments.get('shipped', key)
    instruments.put('shipped', key, twice === null ? instrument : mergeInstruments(twice, instrument), makeId)
    passages.replace(key, instruments.merged(key))
    gone.delete(key)
  }
  for (const key of gone) passages.replace(key, instruments.merged(key))
  meta.set('shipped', mark)
}
