import type { Activity } from '../model/activity.ts'
import type { Id } from '../model/basics.ts'
import type { Citation } from '../model/citation.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Block, Section } from '../model/section.ts'
import type { Change } from '../operations/change.ts'
import { setItems, setMandate, updateRecord } from '../operations/edits.ts'
import { withMovedText } from '../operations/marks.ts'

/** What a fix may write into a citation. */
export type CitationPatch = Partial<Pick<Citation, 'symbol' | 'written' | 'title' | 'provisions'>>

const changesOf = (change: Change | null): Change[] => (change === null ? [] : [change])

/** Rewrites a citation of a mandate cell. Fixes are made for thousands of rows at a time and always change something, so nothing is compared. */
export function rewriteInActivity(activity: Activity, citation: Citation, patch: CitationPatch): Change[] {
  const mandate = activity.mandate.map((entry) => (entry.id === citation.id && entry.kind === 'citation' ? { ...entry, ...patch } : entry))
  return [{ kind: 'update', type: 'activity', id: activity.id, set: { mandate }, was: { mandate: activity.mandate } }]
}

/** Rewrites an entry of the list of mandates; its line as written follows, so that the two do not drift apart. */
export function rewriteInMandate(mandate: Mandate, patch: CitationPatch): Change[] {
  let line = mandate.written
  const { written, title } = mandate.citation
  if (patch.written !== undefined) line = line.replace(written, () => patch.written ?? '')
  if (patch.title !== undefined && title !== null) line = line.replace(title, () => patch.title ?? '')
  return changesOf(updateRecord(mandate, { citation: { ...mandate.citation, ...patch }, written: line }))
}

const splice = (text: string, start: number, end: number, words: string): string => text.slice(0, start) + words + text.slice(end)

/** A block with other words from `start` to `end`; its footnotes keep their places in the text. */
function withBlockText(block: Block, start: number, end: number, words: string): Block {
  const shift = words.length - (end - start)
  return withMovedText(block, splice(block.text, start, end, words), (at) =>
    at <= start ? at : at >= end ? at + shift : start + words.length,
  )
}

/** Replaces words of a block or of one of its footnotes. */
export function replaceInSection(
  section: Section,
  blockId: Id,
  footnoteId: Id | null,
  start: number,
  end: number,
  words: string,
): Change[] {
  const blocks = section.blocks.map((block) => {
    if (block.id !== blockId) return block
    if (footnoteId === null) return withBlockText(block, start, end, words)
    const footnotes = block.footnotes.map((note) =>
      note.id === footnoteId ? { ...note, text: splice(note.text, start, end, words) } : note,
    )
    return { ...block, footnotes }
  })
  return changesOf(updateRecord(section, { blocks }))
}

export const replaceHeading = (section: Section, start: number, end: number, words: string): Change[] =>
  changesOf(updateRecord(section, { heading: splice(section.heading, start, end, words) }))

export const replaceInItem = (activity: Activity, itemId: Id, start: number, end: number, words: string): Change[] =>
  setItems(
    activity,
    activity.items.map((item) => (item.id === itemId ? { ...item, text: splice(item.text, start, end, words) } : item)),
  )

export const replaceInRemark = (activity: Activity, remarkId: Id, start: number, end: number, words: string): Change[] =>
  setMandate(
    activity,
    activity.mandate.flatMap((entry) => {
      if (entry.id !== remarkId || entry.kind !== 'remark') return [entry]
      const text = splice(entry.text, start, end, words).trim()
      return text === '' ? [] : [{ ...entry, text }]
    }),
  )

export const replaceInActivityNotes = (activity: Activity, start: number, end: number, words: string): Change[] =>
  changesOf(updateRecord(activity, { notes: splice(activity.notes, start, end, words) }))

/** Replaces words of a mandate's line as written, and of its title where they stand there too. */
export function replaceInMandate(mandate: Mandate, start: number, end: number, words: string): Change[] {
  const old = mandate.written.slice(start, end)
  const { title } = mandate.citation
  const citation =
    title !== null && title.includes(old) ? { ...mandate.citation, title: title.replace(old, () => words) } : mandate.citation
  return changesOf(updateRecord(mandate, { written: splice(mandate.written, start, end, words), citation }))
}
