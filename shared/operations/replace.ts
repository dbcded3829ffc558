import { type NameIndex, readCitations } from '../citations/read.ts'
import { readPlanDate } from '../dates/read.ts'
import { formatPlanDate } from '../dates/write.ts'
import type { Activity } from '../model/activity.ts'
import type { Id } from '../model/basics.ts'
import type { Citation, MandateEntry } from '../model/citation.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan, PlanHeader, PlanRecord, PlanRecordType } from '../model/plan.ts'
import type { Block, Section } from '../model/section.ts'
import { recordsOf } from './apply.ts'
import type { Change } from './change.ts'
import { updateRecord } from './edits.ts'
import { withMovedText } from './marks.ts'
import { finderOf, type Query, type Range } from './matches.ts'

/** Which words of a record a text is. */
export type TextField =
  | 'title'
  | 'note'
  | 'heading'
  | 'block'
  | 'footnote'
  | 'line'
  | 'written'
  | 'cited-title'
  | 'remark'
  | 'date'
  | 'item'
  | 'venue'
  | 'notes'

/** A text of the plan with its address: record, field, and the entry of a list where the field is one. */
export interface PlanText {
  readonly type: PlanRecordType
  readonly record: Id
  readonly field: TextField
  readonly entry: Id | null
  readonly text: string
}

/** Words found, with some of what stands around them. */
export interface Place extends Omit<PlanText, 'text'> {
  readonly range: Range
  readonly before: string
  readonly found: string
  readonly after: string
}

/** Tells places apart, and is the same for the same place of the next search. */
export const placeKey = ({ record, field, entry, range }: Place): string => `${record} ${field} ${entry ?? ''} ${range.start}`

type Own = readonly [field: TextField, entry: Id | null, text: string]

const sectionTexts = ({ heading, blocks }: Section): Own[] => [
  ['heading', null, heading],
  ...blocks.flatMap(({ id, text, footnotes }): Own[] => [
    ['block', id, text],
    ...footnotes.toSorted((a, b) => a.at - b.at).map((note): Own => ['footnote', note.id, note.text]),
  ]),
]

/** An instrument cited by name bears the name as its title: the same words, which stand there once. */
const isNamed = ({ symbol, title, written }: Citation): boolean => symbol === null && title !== null && written.includes(title)

const citationTexts = (citation: Citation): Own[] => [
  ['written', citation.id, citation.written],
  ...(citation.title === null || isNamed(citation) ? [] : [['cited-title', citation.id, citation.title] as const]),
]

const activityTexts = ({ when, mandate, items, venue, notes }: Activity, { language }: PlanHeader): Own[] => [
  ['date', null, formatPlanDate(when, language)],
  ...mandate.flatMap((entry): Own[] => (entry.kind === 'citation' ? citationTexts(entry) : [['remark', entry.id, entry.text]])),
  ...items.map(({ id, text }): Own => ['item', id, text]),
  ['venue', null, venue],
  ['notes', null, notes],
]

function ownTexts(record: PlanRecord, header: PlanHeader): Own[] {
  switch (record.type) {
    case 'plan':
      return [
        ['title', null, record.title],
        ['note', null, record.note],
      ]
    case 'section':
      return sectionTexts(record)
    case 'mandate':
      return [...citationTexts(record.citation), ['line', null, record.written]]
    case 'activity':
      return activityTexts(record, header)
    // What was proposed and decided is somebody's word: nobody else changes it.
    case 'waiver':
    case 'proposal':
    case 'decision':
    case 'revision':
    case 'deadline':
    case 'objection':
      return []
  }
}

const held = new WeakMap<PlanRecord, { readonly language: string; readonly texts: readonly PlanText[] }>()

function textsOfRecord(record: PlanRecord, header: PlanHeader): readonly PlanText[] {
  const before = held.get(record)
  if (before?.language === header.language) return before.texts
  const { type, id } = record
  const texts = ownTexts(record, header)
    .filter(([, , text]) => text !== '')
    .map(([field, entry, text]): PlanText => ({ type, record: id, field, entry, text }))
  held.set(record, { language: header.language, texts })
  return texts
}

/** Every text of a plan that find and replace look through, in the order of the plan. A date is what its cell would be edited as. */
export const textsOf = (plan: Plan): PlanText[] => recordsOf(plan).flatMap((record) => textsOfRecord(record, plan.header))

/** How much of the words around a place is shown with it, on each side. */
const around = 48

function placeAt({ text, ...address }: PlanText, range: Range): Place {
  const from = Math.max(0, range.start - around)
  const to = Math.min(text.length, range.end + around)
  return {
    ...address,
    range,
    before: `${from > 0 ? '…' : ''}${text.slice(from, range.start)}`,
    found: text.slice(range.start, range.end),
    after: `${text.slice(range.end, to)}${to < text.length ? '…' : ''}`,
  }
}

/** Where the query stands in the whole plan, in the order of the plan. */
export function findInPlan(plan: Plan, query: Query): Place[] {
  if (query.text === '') return []
  const find = finderOf(query)
  return textsOf(plan).flatMap((text) => find(text.text).map((range) => placeAt(text, range)))
}

/** A stretch to be replaced, with the words that it must hold. */
type Stretch = Range & { readonly found: string }

const inOrder = (stretches: readonly Stretch[], text: string): Stretch[] => {
  let position = 0
  return stretches
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end, found }) => {
      // A place of an earlier search, whose words have changed since, is left alone.
      const stands = start >= position && end > start && text.slice(start, end) === found
      if (stands) position = end
      return stands
    })
}

function rewrite(text: string, stretches: readonly Stretch[], replacement: string): string {
  let [result, from] = ['', 0]
  for (const { start, end } of inOrder(stretches, text)) {
    result += text.slice(from, start) + replacement
    from = end
  }
  return result + text.slice(from)
}

/** Where an offset of the text comes to stand: one inside replaced words goes to the end of what replaces them. */
function moved(at: number, text: string, stretches: readonly Stretch[], replacement: string): number {
  let shift = 0
  for (const { start, end } of inOrder(stretches, text)) {
    if (at <= start) break
    if (at < end) return start + shift + replacement.length
    shift += replacement.length - (end - start)
  }
  return at + shift
}

/** The stretches of one text of a record. */
type StretchesOf = (field: TextField, entry: Id | null) => readonly Stretch[]

interface Work {
  readonly stretches: StretchesOf
  readonly replacement: string
  readonly header: PlanHeader
  readonly names: NameIndex | null
}

function rewriteBlock(block: Block, { stretches, replacement }: Work): Block {
  const own = stretches('block', block.id)
  const rewritten = withMovedText(block, rewrite(block.text, own, replacement), (at) => moved(at, block.text, own, replacement))
  return {
    ...rewritten,
    footnotes: rewritten.footnotes.map((note) => ({ ...note, text: rewrite(note.text, stretches('footnote', note.id), replacement) })),
  }
}

/**
 * A citation with other words, read anew: its symbol is the one now written, or none. It keeps its id, paragraphs and links. A citation
 * that would be left without words keeps those it has.
 */
function rewriteCitation(citation: Citation, { stretches, replacement, names }: Work): Citation {
  const title = citation.title === null ? null : rewrite(citation.title, stretches('cited-title', citation.id), replacement)
  const written = rewrite(citation.written, stretches('written', citation.id), replacement)
  const ownTitle = title === '' && citation.title !== '' ? null : title
  if (written === citation.written || written.trim() === '') return { ...citation, title: ownTitle }
  const [read] = readCitations(written, names === null ? {} : { names })
  const symbol = read === undefined || read.kind === 'named' ? null : read.canonical
  if (!isNamed(citation)) return { ...citation, written, symbol, title: ownTitle }
  return { ...citation, written, symbol, title: symbol !== null ? null : read === undefined ? written : read.text }
}

const rewriteEntry = (entry: MandateEntry, work: Work): MandateEntry[] => {
  if (entry.kind === 'citation') return [rewriteCitation(entry, work)]
  const text = rewrite(entry.text, work.stretches('remark', entry.id), work.replacement)
  // A remark is its words: without any it is gone.
  return text.trim() === '' ? [] : [{ ...entry, text }]
}

function rewriteActivity(activity: Activity, work: Work): Change | null {
  const { stretches, replacement, header } = work
  const { language, term } = header
  const date = formatPlanDate(activity.when, language)
  const newDate = rewrite(date, stretches('date', null), replacement)
  return updateRecord(activity, {
    when: newDate === date ? activity.when : readPlanDate(newDate, { language, term }),
    mandate: activity.mandate.flatMap((entry) => rewriteEntry(entry, work)),
    items: activity.items.map((item) => ({ ...item, text: rewrite(item.text, stretches('item', item.id), replacement) })),
    venue: rewrite(activity.venue, stretches('venue', null), replacement),
    notes: rewrite(activity.notes, stretches('notes', null), replacement),
  })
}

const rewriteMandate = (mandate: Mandate, work: Work): Change | null =>
  updateRecord(mandate, {
    citation: rewriteCitation(mandate.citation, work),
    written: rewrite(mandate.written, work.stretches('line', null), work.replacement),
  })

function rewriteRecord(record: PlanRecord, work: Work): Change | null {
  const { stretches, replacement } = work
  switch (record.type) {
    case 'plan':
      return updateRecord(record, {
        title: rewrite(record.title, stretches('title', null), replacement),
        note: rewrite(record.note, stretches('note', null), replacement),
      })
    case 'section':
      return updateRecord(record, {
        heading: rewrite(record.heading, stretches('heading', null), replacement),
        blocks: record.blocks.map((block) => rewriteBlock(block, work)),
      })
    case 'mandate':
      return rewriteMandate(record, work)
    case 'activity':
      return rewriteActivity(record, work)
    case 'waiver':
    case 'proposal':
    case 'decision':
    case 'revision':
    case 'deadline':
    case 'objection':
      return null
  }
}

/**
 * The changes that write the replacement at these places and nowhere else, for one step. Footnotes stay where they are anchored, dates and
 * citations whose words change are read anew, every id stays.
 */
export function replaceIn(plan: Plan, places: readonly Place[], replacement: string, names: NameIndex | null = null): Change[] {
  const byRecord = Map.groupBy(places, ({ record }) => record)
  return recordsOf(plan).flatMap((record) => {
    const own = byRecord.get(record.id)
    if (own === undefined) return []
    const stretches: StretchesOf = (field, entry) =>
      own.filter((place) => place.field === field && place.entry === entry).map(({ range, found }) => ({ ...range, found }))
    const change = rewriteRecord(record, { stretches, replacement, header: plan.header, names })
    return change === null ? [] : [change]
  })
}
