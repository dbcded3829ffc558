import { generateKeyBetween } from 'fractional-indexing'

interface Placed {
  readonly id: string
  readonly order: string
}

/** A key between two others. Null where one of them is no key at all, as a file of another program may have it. */
function between(before: string | null, next: string | null): string | null {
  try {
    return generateKeyBetween(before, next)
  } catch {
    return null
  }
}

/**
 * A key that sorts right behind the record named (null: before all), the preferred one where it does so. Null when that record is not in
 * the list. Records whose keys are alike, as two sides may have made them, stay together: the new one stands behind them.
 */
export function keyBehind(records: readonly Placed[], after: string | null, preferred: string): string | null {
  const index = after === null ? -1 : records.findIndex(({ id }) => id === after)
  if (after !== null && index < 0) return null
  const before = records[index]?.order ?? null
  const next = records.slice(index + 1).find(({ order }) => order !== before)?.order ?? null
  const fits = (before === null || preferred > before) && (next === null || preferred < next) && between(preferred, null) !== null
  return fits ? preferred : (between(before, next) ?? preferred)
}

/** A key that sorts right behind the record named or, where that is gone, as near as can be to where the preferred key says. */
export function keyNear(records: readonly Placed[], after: string | null, preferred: string): string {
  const behind = records.findLast(({ order }) => order < preferred)?.id ?? null
  return keyBehind(records, after, preferred) ?? keyBehind(records, behind, preferred) ?? preferred
}

/** The record behind which another stands in a list; null when it is the first. */
export function precedingId(records: readonly Placed[], id: string): string | null {
  const index = records.findIndex((record) => record.id === id)
  return records[index - 1]?.id ?? null
}

/** For each record of a list the one behind which it stands. */
export const preceding = (records: readonly Placed[]): ReadonlyMap<string, string | null> =>
  new Map(records.map(({ id }, index) => [id, records[index - 1]?.id ?? null]))

/** The longest run of numbers that grow, picked out of a sequence: places in it. */
function longestGrowing(numbers: readonly number[]): Set<number> {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  numbers.forEach((number, place) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before.push(ends[low - 1])
    ends[low] = place
  })
  const picked = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = before[place]) picked.add(place)
  return picked
}

/**
 * The records that were moved to make one order into another: as few as can be, and none whose key is still the same. Records that stand in
 * one of the lists only are passed over.
 */
export function movedIds(stood: readonly Placed[], stand: readonly Placed[]): Set<string> {
  const former = new Map(stood.map(({ id, order }, index) => [id, { index, order }]))
  const common = stand.flatMap(({ id, order }) => {
    const was = former.get(id)
    return was === undefined ? [] : [{ id, index: was.index, stays: was.order === order }]
  })
  // A record with another key may only stay where it is in order with all that kept theirs.
  let highest = -1
  const above = common.map(({ index, stays }) => {
    const limit = highest
    if (stays) highest = Math.max(highest, index)
    return limit
  })
  let lowest = stood.length
  const fits = common
    .toReversed()
    .map(({ index, stays }, turn) => {
      const limit = lowest
      if (stays) lowest = Math.min(lowest, index)
      return stays || (index < limit && index > (above[common.length - 1 - turn] ?? -1))
    })
    .toReversed()
  const candidates = common.filter((_, place) => fits[place] === true)
  const growing = longestGrowing(candidates.map(({ index }) => index))
  const staying = new Set(candidates.filter((_, place) => growing.has(place)).map(({ id }) => id))
  return new Set(common.filter(({ id }) => !staying.has(id)).map(({ id }) => id))
}

/**
 * Records in order whose keys differ: of two that have the same key the second gets one of its own behind the first. Those that stood so in
 * one of the lists known are left as they are.
 */
export function separateKeys<Record extends Placed>(records: readonly Record[], known: readonly (readonly Record[])[]): readonly Record[] {
  if (records.every(({ order }, index) => index === 0 || order !== records[index - 1]?.order)) return records
  const held = known.map((list) => new Map(list.map(({ id, order }) => [id, order])))
  const apart: Record[] = []
  records.forEach((record, index) => {
    const [before, twin] = [apart.at(-1), records[index - 1]]
    const stoodSo = held.some((orders) => orders.get(record.id) === record.order && orders.get(twin?.id ?? '') === record.order)
    const next = records.slice(index).find(({ order }) => order > record.order)?.order ?? null
    const meets = before !== undefined && (before.order > record.order || (before.order === record.order && !stoodSo))
    const order = meets ? between(before.order, next) : null
    apart.push(order === null ? record : { ...record, order })
  })
  return apart
}
