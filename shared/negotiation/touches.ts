import { diffIndices } from 'node-diff3'
import { equal } from '../lib/equal.ts'
import { type DressedText, isLong, piecesOf, plain } from './merge-text.ts'
import {
  areEntries,
  dressedOf,
  type Entry,
  fieldOf,
  type Fields,
  isDressed,
  isEntry,
  isFields,
  isList,
  isProse,
  placeless,
  reordered,
  type Value,
} from './merge-value.ts'

/**
 * What a change of a value lays hands on: a whole part of it, or a run of words (places of pieces in the former text, end exclusive).
 * Two changes go together unless they make different things of one part, or of words that touch.
 */
export interface Touch {
  /** Which part: ids and fields from the outside in. */
  readonly part: string
  readonly words: { readonly start: number; readonly end: number } | null
  /** What becomes of it. */
  readonly becomes: string
}

const whole = (part: string, becomes: string): Touch => ({ part, words: null, becomes })

function touchedWords(part: string, base: DressedText, value: DressedText): Touch[] {
  if (isLong(base.text) || isLong(value.text)) return [whole(part, JSON.stringify(value))]
  return diffIndices(piecesOf(base), piecesOf(value)).map(({ buffer1: [start, length], buffer2Content }) => ({
    part,
    words: { start, end: start + length },
    becomes: buffer2Content.join(''),
  }))
}

function touchedEntries(part: string, base: readonly Entry[], value: readonly Entry[]): Touch[] {
  const [before, after] = [new Map(base.map((entry) => [entry.id, entry])), new Map(value.map((entry) => [entry.id, entry]))]
  const order = reordered(base, value)
  return [
    ...(order === null ? [] : [whole(`${part} order`, order.join(' '))]),
    ...base.flatMap((entry): Touch[] => {
      const now = after.get(entry.id)
      const inside = `${part} ${entry.id}`
      if (now === undefined) return [whole(inside, 'taken out')]
      return equal(entry, now) ? [] : [whole(inside, 'changed'), ...touchedFields(inside, entry, now)]
    }),
    ...value.filter(({ id }) => !before.has(id)).map((entry) => whole(`${part} ${entry.id}`, JSON.stringify(entry))),
  ]
}

function touchedFields(part: string, base: Fields, value: Fields): Touch[] {
  const dressed = isDressed(base) && isDressed(value)
  const words = dressed
    ? [
        ...touchedWords(`${part} text`, dressedOf(base), dressedOf(value)),
        ...touchedEntries(`${part} notes`, placeless(base), placeless(value)),
      ]
    : []
  const others = [...new Set([...Object.keys(base), ...Object.keys(value)])].filter(
    (field) => !(dressed && ['text', 'footnotes', 'marks'].includes(field)),
  )
  return [...words, ...others.flatMap((field) => touched(fieldOf(base, field), fieldOf(value, field), field, `${part} ${field}`))]
}

/** What a change of a field lays hands on: what `mergeValue` would not bring together with another change of the same. */
export function touched(base: Value | undefined, value: Value | undefined, field: string, part: string): Touch[] {
  if (equal(base, value)) return []
  if (typeof base === 'string' && typeof value === 'string' && isProse(field)) return touchedWords(part, plain(base), plain(value))
  if (isList(base) && isList(value)) {
    if (areEntries(base) && areEntries(value)) return touchedEntries(part, base, value)
    if (![...base, ...value].some((each) => isFields(each) || isList(each))) return []
  }
  if (isFields(base) && isFields(value) && isEntry(base)) return touchedFields(part, base, value)
  return [whole(part, JSON.stringify(value ?? null))]
}

/** Whether two touches of one part exclude each other. */
export function exclude(a: Touch, b: Touch): boolean {
  if (a.words === null || b.words === null) return a.becomes !== b.becomes
  const meet = a.words.start <= b.words.end && b.words.start <= a.words.end
  return meet && !(a.words.start === b.words.start && a.words.end === b.words.end && a.becomes === b.becomes)
}
