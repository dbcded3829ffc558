import { writeCitation } from '../cells/mandate-cell.ts'
import { formatPlanDate } from '../dates/write.ts'
import { compareWords, type Stretch } from '../lib/words.ts'
import { z } from '../lib/zod.ts'
import { item } from '../model/activity.ts'
import { citation, type MandateEntry, mandateEntry } from '../model/citation.ts'
import type { Language } from '../model/language.ts'
import { planDate } from '../model/plan-date.ts'
import { block } from '../model/section.ts'

/** A line of a field as two states of it have it: words that stay, that are struck, and that are inserted. */
export type ChangedLine = readonly Stretch[]

/** A line of a field that has an identity, so that it is known again when its words differ. */
interface Line {
  readonly id: string
  readonly text: string
}

/** The lines of both states in one order: a line that was taken out stands behind the one that it followed. */
function pairLines(was: readonly Line[], now: readonly Line[]): [was: string, now: string][] {
  const stays = new Set(now.map(({ id }) => id))
  const former = new Map(was.map(({ id, text }) => [id, text]))
  const behind = new Map<string | null, string[]>()
  let anchor: string | null = null
  for (const { id, text } of was) {
    if (stays.has(id)) anchor = id
    else behind.set(anchor, [...(behind.get(anchor) ?? []), text])
  }
  const gone = (id: string | null) => (behind.get(id) ?? []).map((text): [string, string] => [text, ''])
  return [...gone(null), ...now.flatMap(({ id, text }): [string, string][] => [[former.get(id) ?? '', text], ...gone(id)])]
}

const entryText = (entry: MandateEntry, language: Language): string =>
  entry.kind === 'remark' ? entry.text : writeCitation(entry, language)

/** How each field is read into lines. A field that holds what it should not, as a file from elsewhere may, has none. */
const readers: Readonly<Record<string, (value: unknown, language: Language) => Line[] | null>> = {
  items: (value) => z.array(item).safeParse(value).data ?? null,
  blocks: (value) =>
    z
      .array(block)
      .safeParse(value)
      .data?.flatMap(({ id, text, footnotes }) => [{ id, text }, ...footnotes.map((note) => ({ id: note.id, text: note.text }))]) ?? null,
  mandate: (value, language) =>
    z
      .array(mandateEntry)
      .safeParse(value)
      .data?.map((entry) => ({ id: entry.id, text: entryText(entry, language) })) ?? null,
  citation: (value, language) => {
    const { data } = citation.safeParse(value)
    return data === undefined ? null : [{ id: data.id, text: writeCitation(data, language) }]
  },
  when: (value, language) => {
    const { data } = planDate.safeParse(value)
    return data === undefined ? null : [{ id: '', text: formatPlanDate(data, language) }]
  },
}

/** Fields whose lines are one fact each: a date or a citation is replaced whole, since half of one says nothing. */
const wholes = new Set(['when', 'mandate', 'citation'])

const asWhole = (was: string, now: string): ChangedLine =>
  was === now
    ? [{ kind: 'same', text: now }]
    : [
        ...(was === '' ? [] : [{ kind: 'struck' as const, text: was }]),
        ...(was === '' || now === '' ? [] : [{ kind: 'same' as const, text: ' ' }]),
        ...(now === '' ? [] : [{ kind: 'inserted' as const, text: now }]),
      ]

const plainText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map(plainText).join(', ')
        : JSON.stringify(value)

/** A field in two states, line by line, with what differs marked. Lines without a difference are there too. */
export function changedLines(field: string, was: unknown, now: unknown, language: Language): ChangedLine[] {
  const read = readers[field]
  const [former, current] = [read?.(was, language) ?? null, read?.(now, language) ?? null]
  const pairs = former !== null && current !== null ? pairLines(former, current) : [[plainText(was), plainText(now)] as const]
  return pairs.filter(([a, b]) => a !== '' || b !== '').map(([a, b]) => (wholes.has(field) ? asWhole(a, b) : compareWords(a, b)))
}

/** Whether a line says anything new. */
export const isChanged = (line: ChangedLine): boolean => line.some(({ kind }) => kind !== 'same')
