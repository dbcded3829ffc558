import { equal } from '../lib/equal.ts'
import { failure, type Result, success } from '../lib/result.ts'
import { mergeText } from './merge-text.ts'

/** A value of a record as JSON has it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value }

interface Fields {
  readonly [field: string]: Value
}

/** An entry of a list that has an identity: an item of an activity, a paragraph, a citation. */
type Entry = Fields & { readonly id: string }

type Merged<Of> = Result<Of, 'conflict'>

const isFields = (value: Value | undefined): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)
const isEntry = (value: Value): value is Entry => isFields(value) && typeof value['id'] === 'string'
const areEntries = (list: readonly Value[]): list is readonly Entry[] => list.every(isEntry)

/** A value that only one side changed, or both in the same way; undefined when the two differ. */
function unchallenged<Of extends Value | undefined>(base: Of, ours: Of, theirs: Of): { readonly value: Of } | undefined {
  if (equal(ours, theirs) || equal(base, theirs)) return { value: ours }
  return equal(base, ours) ? { value: theirs } : undefined
}

/**
 * A list's entries in one order: ours, with what they added put behind the entry that it follows in theirs. Where they alone changed the
 * order, theirs.
 */
function mergedOrder(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const within = (list: readonly string[], other: readonly string[]) => list.filter((key) => other.includes(key))
  const [first, second] = equal(within(base, ours), within(ours, base)) ? [theirs, ours] : [ours, theirs]
  const order = [...first]
  second.forEach((key, index) => {
    if (order.includes(key)) return
    const before = second.slice(0, index).findLast((earlier) => order.includes(earlier))
    let place = before === undefined ? 0 : order.indexOf(before) + 1
    // Entries that both sides added at one place keep an order that does not depend on whose list is read first.
    while (place < order.length && !base.includes(order[place] ?? '') && !second.includes(order[place] ?? '') && (order[place] ?? '') < key)
      place += 1
    order.splice(place, 0, key)
  })
  return order
}

function mergeEntries(base: readonly Entry[], ours: readonly Entry[], theirs: readonly Entry[]): Merged<readonly Value[]> {
  const byId = (list: readonly Entry[]) => new Map(list.map((entry) => [entry.id, entry]))
  const [from, left, right] = [byId(base), byId(ours), byId(theirs)]
  const kept: Entry[] = []
  for (const id of mergedOrder([...from.keys()], [...left.keys()], [...right.keys()])) {
    const [was, our, their] = [from.get(id), left.get(id), right.get(id)]
    const clear = unchallenged<Entry | undefined>(was, our, their)
    if (clear !== undefined) {
      if (clear.value !== undefined) kept.push(clear.value)
      continue
    }
    // One side removed what the other changed, or both made an entry of their own under one id.
    if (was === undefined || our === undefined || their === undefined) return failure('conflict')
    const merged = mergeFields(was, our, their)
    if (!merged.ok) return merged
    kept.push({ ...merged.value, id })
  }
  return success(kept)
}

/** Plain values without identity, such as paragraph numbers: what either side took away is gone, what either added is there. */
function mergeSet(base: readonly Value[], ours: readonly Value[], theirs: readonly Value[]): readonly Value[] {
  const has = (list: readonly Value[], value: Value) => list.some((other) => equal(other, value))
  const stay = ours.filter((value) => !has(base, value) || has(theirs, value))
  return [...stay, ...theirs.filter((value) => !has(base, value) && !has(ours, value))]
}

const notesOf = (value: Value | undefined): readonly Entry[] => (isList(value) && areEntries(value) ? value : [])

/** Words and the notes anchored in them belong together: where words move, a note's mark moves with them. */
function mergeAnchored(base: Fields, ours: Fields, theirs: Fields): Merged<Fields> {
  const anchored = (side: Fields) => ({
    text: typeof side['text'] === 'string' ? side['text'] : '',
    anchors: notesOf(side['footnotes']).map(({ id, at }) => ({ key: id, at: Number(at) })),
  })
  const words = mergeText(anchored(base), anchored(ours), anchored(theirs))
  if (!words.ok) return failure('conflict')
  const placeless = (side: Fields) => notesOf(side['footnotes']).map((note): Entry => ({ ...note, at: 0 }))
  const notes = mergeEntries(placeless(base), placeless(ours), placeless(theirs))
  if (!notes.ok) return notes
  const places = new Map(words.value.anchors.map(({ key, at }) => [key, at]))
  const standing = notesOf(notes.value).flatMap((note) => {
    const at = places.get(note.id)
    return at === undefined ? [] : [{ ...note, at }]
  })
  return success({ text: words.value.text, footnotes: standing.toSorted((a, b) => a.at - b.at) })
}

function mergeFields(base: Fields, ours: Fields, theirs: Fields): Merged<Fields> {
  const merged: Record<string, Value> = {}
  const anchored = 'text' in base && 'footnotes' in base
  if (anchored) {
    const words = mergeAnchored(base, ours, theirs)
    if (!words.ok) return words
    Object.assign(merged, words.value)
  }
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (field in merged) continue
    const outcome = mergeValue(base[field] ?? null, ours[field] ?? null, theirs[field] ?? null)
    if (!outcome.ok) return outcome
    merged[field] = outcome.value
  }
  return success(merged)
}

/**
 * Brings together what two sides made of one value. Texts are merged word by word, lists of entries entry by entry, plain lists as sets;
 * anything else, such as a date, has one say. Fails where both changed the same.
 */
export function mergeValue(base: Value, ours: Value, theirs: Value): Merged<Value> {
  const clear = unchallenged(base, ours, theirs)
  if (clear !== undefined) return success(clear.value)
  if (typeof base === 'string' && typeof ours === 'string' && typeof theirs === 'string') {
    const merged = mergeText({ text: base, anchors: [] }, { text: ours, anchors: [] }, { text: theirs, anchors: [] })
    return merged.ok ? success(merged.value.text) : failure('conflict')
  }
  if (isList(base) && isList(ours) && isList(theirs)) {
    const all = [...base, ...ours, ...theirs]
    if (areEntries(base) && areEntries(ours) && areEntries(theirs)) return mergeEntries(base, ours, theirs)
    return all.some((value) => isFields(value) || isList(value)) ? failure('conflict') : success(mergeSet(base, ours, theirs))
  }
  if (isFields(base) && isFields(ours) && isFields(theirs) && isEntry(base)) return mergeFields(base, ours, theirs)
  return failure('conflict')
}
