import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { isObject, type Json } from './json.ts'

/** A key that is longer leaves too little room to put records beside it. */
const longest = 100

/** Keys begin with how many digits they count by. Those that count by most stand at the very ends, where there is nothing beyond them. */
const notAtAnEnd = /^[S-Za-h][0-9A-Za-z]*$/

/** Whether records can be put before and behind a key, one after the other. */
function isPlace(key: Json | undefined): key is string {
  if (typeof key !== 'string' || key.length > longest || !notAtAnEnd.test(key)) return false
  try {
    return generateKeyBetween(null, key) < key && generateKeyBetween(key, null) > key
  } catch {
    return false
  }
}

/** Keys for records in the order in which they stand: theirs where these are keys and grow, new ones in between. */
function placesOf(keys: readonly string[]): string[] {
  const places: string[] = []
  let waiting = 0
  const fill = (next: string | null): void => {
    places.push(...generateNKeysBetween(places.at(-1) ?? null, next, waiting))
    waiting = 0
  }
  for (const key of keys) {
    if (isPlace(key) && key > (places.at(-1) ?? '')) {
      fill(key)
      places.push(key)
    } else waiting++
  }
  fill(null)
  // Between keys that stand too close there is no room for short ones.
  return places.every(isPlace) ? places : generateNKeysBetween(null, null, keys.length)
}

/** A list's records where they stand, each with a key of order that it keeps its place by. */
export interface MendedList {
  readonly records: readonly Json[]
  /** Which of them, by their places in the file, had none, one that is no key, or that of another. */
  readonly mended: readonly number[]
}

/**
 * Gives records of a list keys by which they, and others between them, can be put in order. Files of other programs, or written by hand, may
 * hold anything there: such records keep the place at which they are shown, and one without any key stands behind the one before it.
 */
export function mendPlaces(records: readonly Json[]): MendedList {
  const keyOf = (record: Json): Json | undefined => (isObject(record) ? record['order'] : undefined)
  const keys = records.map(keyOf)
  if (keys.every(isPlace) && new Set(keys).size === keys.length) return { records, mended: [] }
  let [key, id] = ['', '']
  const shown = records
    .map((record, index) => {
      const own = keyOf(record)
      const named = isObject(record) ? record['id'] : ''
      if (typeof own === 'string' && own !== '') [key, id] = [own, typeof named === 'string' ? named : '']
      return { record, index, key, at: `${key} ${id}` }
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
  const places = placesOf(shown.map((each) => each.key))
  const order = new Map(shown.map(({ index }, place) => [index, places[place] ?? '']))
  const mended = records.flatMap((record, index) => (isObject(record) && record['order'] !== order.get(index) ? [index] : []))
  const anew = new Set(mended)
  return {
    records: records.map((record, index) => (isObject(record) && anew.has(index) ? { ...record, order: order.get(index) ?? '' } : record)),
    mended,
  }
}

/** Any key: where a change of a proposal puts its record, the record before it says. */
const anyPlace = generateKeyBetween(null, null)

/** The keys of order in a proposed change, with one that is none replaced. */
function mendChange(change: Json | undefined): Json | undefined {
  if (!isObject(change)) return change
  const fields = change['kind'] === 'move' ? ['from', 'to'] : []
  const wrong = fields.filter((field) => !isPlace(change[field]))
  const { record } = change
  const inside = isObject(record) && !isPlace(record['order']) ? { record: { ...record, order: anyPlace } } : {}
  return wrong.length === 0 && inside.record === undefined
    ? change
    : { ...change, ...Object.fromEntries(wrong.map((field) => [field, anyPlace])), ...inside }
}

/** Proposals, or decisions, with the keys in what they ask for, or wrote, mended. */
export function mendChanges(records: readonly Json[], field: 'change' | 'enacted'): MendedList {
  const mended: number[] = []
  return {
    records: records.map((record, index) => {
      const change = isObject(record) ? mendChange(record[field]) : undefined
      if (!isObject(record) || change === undefined || change === record[field]) return record
      mended.push(index)
      return { ...record, [field]: change }
    }),
    mended,
  }
}
