import { equal } from '../lib/equal.ts'
import { type Result, success } from '../lib/result.ts'
import { z } from '../lib/zod.ts'
import { mark, type Mark } from '../model/section.ts'
import { tidyMarks } from '../operations/marks.ts'
import { type DressedText, mergeText, plain, type Rule } from './merge-text.ts'

/** A value of a record as JSON has it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value }

export interface Fields {
  readonly [field: string]: Value
}

/** An entry of a list that has an identity: an item of an activity, a paragraph, a citation. */
export type Entry = Fields & { readonly id: string }

type Merged<Of> = Result<Of, 'conflict'>

const conflict: Result<never, 'conflict'> = { ok: false, error: 'conflict' }

/** Fields that hold sentences. In any other, such as a symbol or a day, half of one side's and half of the other's would be nobody's. */
const prose = new Set(['text', 'heading', 'title', 'note', 'notes', 'venue', 'justification', 'reason'])

/** Whether the words of a field are brought together one by one. */
export const isProse = (field: string): boolean => prose.has(field)

export const isFields = (value: Value | undefined): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)
export const isEntry = (value: Value): value is Entry => isFields(value) && typeof value['id'] === 'string'
export const areEntries = (list: readonly Value[]): list is readonly Entry[] => list.every(isEntry)

/** A field of a value; undefined where it has none of that name. */
export const fieldOf = (value: Fields, field: string): Value | undefined => (Object.hasOwn(value, field) ? value[field] : undefined)

/** A value that only one side changed, or both in the same way; undefined when the two differ. */
export function unchallenged<Of>(base: Of, ours: Of, theirs: Of): { readonly value: Of } | undefined {
  if (equal(ours, theirs) || equal(base, theirs)) return { value: ours }
  return equal(base, ours) ? { value: theirs } : undefined
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id)
const within = (ids: readonly string[], others: ReadonlySet<string>): string[] => ids.filter((id) => others.has(id))

/** The ids of entries that two lists share, in the order of the one and of the other; null where that is the same order. */
export function reordered(base: readonly Entry[], side: readonly Entry[]): string[] | null {
  const order = within(idsOf(side), new Set(idsOf(base)))
  return equal(within(idsOf(base), new Set(idsOf(side))), order) ? null : order
}

/**
 * A list's entries in one order: that of the side which changed it, with what the other added put behind the entry that it follows there.
 * Fails where each put the same entries in an order of its own.
 */
function mergedOrder(base: readonly Entry[], ours: readonly Entry[], theirs: readonly Entry[], rule: Rule): Merged<string[]> {
  const [left, right] = [reordered(base, ours), reordered(base, theirs)]
  if (rule === 'strict' && left !== null && right !== null && !equal(within(left, new Set(right)), within(right, new Set(left))))
    return conflict
  const [first, second] = left === null && right !== null ? [idsOf(theirs), idsOf(ours)] : [idsOf(ours), idsOf(theirs)]
  const [stood, others] = [new Set(idsOf(base)), new Set(second)]
  const order = [...first]
  let place = 0
  for (const id of second) {
    const there = order.indexOf(id)
    if (there >= 0) {
      place = there + 1
      continue
    }
    // Entries that both sides added at one place keep an order that does not depend on whose list is read first.
    for (let next = order[place]; next !== undefined && !stood.has(next) && !others.has(next) && next < id; next = order[place]) place += 1
    order.splice(place, 0, id)
    place += 1
  }
  return success(order)
}

function mergeEntries(base: readonly Entry[], ours: readonly Entry[], theirs: readonly Entry[], rule: Rule): Merged<Entry[]> {
  const byId = (list: readonly Entry[]) => new Map(list.map((entry) => [entry.id, entry]))
  const [from, left, right] = [byId(base), byId(ours), byId(theirs)]
  const order = mergedOrder(base, ours, theirs, rule)
  if (!order.ok) return order
  const kept: Entry[] = []
  for (const id of new Set([...order.value, ...from.keys()])) {
    const [was, our, their] = [from.get(id), left.get(id), right.get(id)]
    const clear = unchallenged(was, our, their)
    if (clear !== undefined) {
      if (clear.value !== undefined) kept.push(clear.value)
      continue
    }
    // One side removed what the other changed, or both made an entry of their own under one id.
    if (was === undefined || our === undefined || their === undefined) {
      if (rule === 'strict') return conflict
      if (our !== undefined) kept.push(our)
      continue
    }
    const merged = mergeFields(was, our, their, rule)
    if (!merged.ok) return merged
    kept.push({ ...merged.value, id })
  }
  return success(kept)
}

const keyOf = (value: Value): string => JSON.stringify(value)

/** Plain values without identity, such as paragraph numbers: what either side took away is gone, what either added is there. */
function mergeSet(base: readonly Value[], ours: readonly Value[], theirs: readonly Value[]): readonly Value[] {
  const [from, left, right] = [base, ours, theirs].map((list) => new Set(list.map(keyOf))) as [Set<string>, Set<string>, Set<string>]
  const added = (list: readonly Value[]) => list.filter((value) => !from.has(keyOf(value)))
  const first = added(ours)
  const second = added(theirs).filter((value) => !left.has(keyOf(value)))
  // What both added goes in an order that does not depend on whose list is read first.
  const news =
    second.length === 0 ? first : first.length === 0 ? second : [...first, ...second].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return [...base.filter((value) => left.has(keyOf(value)) && right.has(keyOf(value))), ...news]
}

/** Whether a value holds words with notes anchored in them. */
export const isDressed = (value: Fields): boolean => 'text' in value && 'footnotes' in value

export const notesOf = (value: Fields): readonly Entry[] => {
  const notes = fieldOf(value, 'footnotes')
  return isList(notes) && areEntries(notes) ? notes : []
}

/** Notes apart from where they stand, which the words say. */
export const placeless = (value: Fields): Entry[] => notesOf(value).map((note) => ({ ...note, at: 0 }))

const marks = z.array(mark)

const marksOf = (value: Fields): Mark[] => {
  const read = marks.safeParse(fieldOf(value, 'marks') ?? [])
  return read.success ? read.data : []
}

/** The words of a paragraph with everything that moves with them. What a file anchors outside the text stands at its edge. */
export function dressedOf(value: Fields): DressedText {
  const words = fieldOf(value, 'text')
  const text = typeof words === 'string' ? words : ''
  const within = (at: number): number => Math.min(Math.max(0, Math.trunc(at) || 0), text.length)
  return {
    text,
    anchors: notesOf(value).map(({ id, at }) => ({ key: id, at: within(Number(at)) })),
    looks: marksOf(value).map(({ start, end, ...look }) => ({ key: JSON.stringify(look), start: within(start), end: within(end) })),
  }
}

/** Words, the notes anchored in them and their looks belong together: where words move, the others move with them. */
function mergeDressed(base: Fields, ours: Fields, theirs: Fields, rule: Rule): Merged<Fields> {
  const words = mergeText(dressedOf(base), dressedOf(ours), dressedOf(theirs), rule)
  if (!words.ok) return conflict
  const notes = mergeEntries(placeless(base), placeless(ours), placeless(theirs), rule)
  if (!notes.ok) return notes
  const { text, anchors, looks } = words.value
  const places = new Map(anchors.map(({ key, at }) => [key, at]))
  const footnotes = notes.value.flatMap((note) => {
    const at = places.get(note.id)
    return at === undefined ? [] : [{ ...note, at }]
  })
  const read = marks.safeParse(looks.map(({ key, start, end }): unknown => ({ ...JSON.parse(key), start, end })))
  const tidy = read.success ? tidyMarks(read.data, text.length) : []
  return success({ text, footnotes: footnotes.toSorted((a, b) => a.at - b.at), ...(tidy.length === 0 ? {} : { marks: tidy }) })
}

function mergeFields(base: Fields, ours: Fields, theirs: Fields, rule: Rule): Merged<Fields> {
  const merged = new Map<string, Value>()
  const together = new Set<string>()
  if ([base, ours, theirs].every(isDressed)) {
    const words = mergeDressed(base, ours, theirs, rule)
    if (!words.ok) return words
    for (const [field, value] of Object.entries(words.value)) merged.set(field, value)
    for (const field of ['text', 'footnotes', 'marks']) together.add(field)
  }
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (together.has(field)) continue
    const outcome = mergeField(fieldOf(base, field), fieldOf(ours, field), fieldOf(theirs, field), field, rule)
    if (!outcome.ok) return outcome
    if (outcome.value !== undefined) merged.set(field, outcome.value)
  }
  return success(Object.fromEntries(merged))
}

/** Brings together what two sides made of a field that a record may lack. */
function mergeField(
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  field: string,
  rule: Rule,
): Merged<Value | undefined> {
  const clear = unchallenged(base, ours, theirs)
  if (clear !== undefined) return success(clear.value)
  if (base !== undefined && ours !== undefined && theirs !== undefined) return mergeValue(base, ours, theirs, field, rule)
  return rule === 'strict' ? conflict : success(ours)
}

/**
 * Brings together what two sides made of one value of a field. Sentences are merged word by word, lists of entries entry by entry, plain
 * lists as sets; anything else, such as a date, has one say. Where both changed the same, the rule decides: to fail, or to keep ours there.
 */
export function mergeValue(base: Value, ours: Value, theirs: Value, field: string, rule: Rule = 'strict'): Merged<Value> {
  const clear = unchallenged(base, ours, theirs)
  if (clear !== undefined) return success(clear.value)
  if (typeof base === 'string' && typeof ours === 'string' && typeof theirs === 'string' && isProse(field)) {
    const merged = mergeText(plain(base), plain(ours), plain(theirs), rule)
    return merged.ok ? success(merged.value.text) : conflict
  }
  if (isList(base) && isList(ours) && isList(theirs)) {
    if (areEntries(base) && areEntries(ours) && areEntries(theirs)) return mergeEntries(base, ours, theirs, rule)
    if (![...base, ...ours, ...theirs].some((value) => isFields(value) || isList(value))) return success(mergeSet(base, ours, theirs))
  } else if (isFields(base) && isFields(ours) && isFields(theirs) && isEntry(base)) return mergeFields(base, ours, theirs, rule)
  return rule === 'strict' ? conflict : success(ours)
}
