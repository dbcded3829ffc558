import { writeCitation } from '../cells/mandate-cell.ts'
import { formatPlanDate } from '../dates/write.ts'
import { pairById } from '../lib/pair-by-id.ts'
import { compareWords, type Stretch } from '../lib/words.ts'
import { z } from '../lib/zod.ts'
import { item } from '../model/activity.ts'
import { citation, type MandateEntry, mandateEntry } from '../model/citation.ts'
import type { Language } from '../model/language.ts'
import { planDate } from '../model/plan-date.ts'
import { block } from '../model/section.ts'

/** A line of a field as two states of it have it: words that stay, that are struck, and that are inserted. */
export interface ChangedLine {
  /** The line of the former state that it is, or that it follows where it is new; null at the beginning. A footnote follows its paragraph. */
  readonly at: string | null
  readonly stretches: readonly Stretch[]
}

/** A line of a field that has an identity, so that it is known again when its words differ. */
interface Line {
  readonly id: string
  readonly text: string
  /** The line that it belongs to: a footnote to its paragraph. */
  readonly of?: string
}

/** A line's words in both states; empty in the one that has it not. */
type Worded = readonly [at: string | null, was: string, now: string]

/** The lines of both states in one order, each under the former line that it is, follows or belongs to. */
function pairLines(was: readonly Line[], now: readonly Line[]): Worded[] {
  const former = new Set(was.map(({ id }) => id))
  let at: string | null = null
  return pairById(was, now).map(([before, after]): Worded => {
    if (after === null) return [before.of ?? before.id, before.text, '']
    if (before !== null && before.of === undefined) at = before.id
    return [after.of !== undefined && former.has(after.of) ? after.of : at, before?.text ?? '', after.text]
  })
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
      .data?.flatMap(({ id, text, footnotes }) => [{ id, text }, ...footnotes.map((note) => ({ id: note.id, text: note.text, of: id }))]) ??
    null,
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

const asWhole = (was: string, now: string): Stretch[] =>
  was === now
    ? [{ kind: 'same', text: now }]
    : [
        ...(was === '' ? [] : [{ kind: 'struck' as const, text: was }]),
        ...(was === '' || now === '' ? [] : [{ kind: 'same' as const, text: ' ' }]),
        ...(now === '' ? [] : [{ kind: 'inserted' as const, text: now }]),
      ]

function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(plainText).join(', ') : JSON.stringify(value)
}

/** A field in two states, line by line, with what differs marked. Lines without a difference are there too. */
export function changedLines(field: string, was: unknown, now: unknown, language: Language): ChangedLine[] {
  const read = readers[field]
  const [former, current] = [read?.(was, language) ?? null, read?.(now, language) ?? null]
  const pairs: Worded[] = former !== null && current !== null ? pairLines(former, current) : [[null, plainText(was), plainText(now)]]
  return pairs
    .filter(([, a, b]) => a !== '' || b !== '')
    .map(([at, a, b]) => ({ at, stretches: wholes.has(field) ? asWhole(a, b) : compareWords(a, b) }))
}

/** Whether a line says anything new. */
export const isChanged = ({ stretches }: ChangedLine): boolean => stretches.some(({ kind }) => kind !== 'same')
