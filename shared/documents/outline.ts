import { numberToRoman } from '../lib/roman.ts'
import type { List, ListItem, Run, TextBlock } from './blocks.ts'
import { paragraph } from './blocks.ts'

/** A line of a list before it is nested: an activity's item, or a line of the plan's text. */
export interface OutlineEntry {
  /** Depth, from 0. */
  readonly level: number
  readonly marker: 'none' | 'number' | 'bullet' | 'letter'
  readonly runs: readonly Run[]
}

const bullets = ['•', '–', '·'] as const

/** `1.`, `a.`, `i.` by depth, so that a reference to "2.a" says where it leads. */
function numberLabel(count: number, level: number): string {
  if (level === 0) return `${count}.`
  return level === 1 ? `${letters(count)}.` : `${roman(count)}.`
}

/** `a` to `z`, then `aa`. */
export const letters = (count: number): string =>
  count <= 26 ? String.fromCharCode(96 + count) : letters(Math.floor((count - 1) / 26)) + letters(((count - 1) % 26) + 1)

/** Small Roman numerals. */
export const roman = (count: number): string => numberToRoman(count).toLowerCase()

/**
 * What stands before each line: its bullet, or its number. Bullets and numbers go by how many marked lines a line stands under, so that
 * bullets below a bare "Thematic meeting" are those of a first rank. Numbers begin again under a new line above, and after a line
 * without a mark at their own depth.
 */
export function outlineLabels(entries: readonly Pick<OutlineEntry, 'level' | 'marker'>[]): string[] {
  const counts: number[] = []
  const above: { readonly level: number; readonly marked: boolean }[] = []
  return entries.map(({ level, marker }) => {
    while ((above.at(-1)?.level ?? -1) >= level) above.pop()
    const rank = above.filter((line) => line.marked).length
    above.push({ level, marked: marker !== 'none' })
    counts.length = Math.min(counts.length, level + 1)
    if (marker === 'none') {
      counts[level] = 0
      return ''
    }
    if (marker === 'bullet') return bullets[Math.min(rank, bullets.length - 1)] ?? '•'
    const count = (counts[level] ?? 0) + 1
    counts[level] = count
    return marker === 'letter' ? `${letters(count)}.` : numberLabel(count, rank)
  })
}

/**
 * Nests lines into paragraphs and lists. A line at the margin without a mark is a paragraph; one that stands over marked lines is their
 * label ("Thematic meeting").
 */
export function nestOutline(entries: readonly OutlineEntry[]): TextBlock[] {
  const labels = outlineLabels(entries)
  const blocks: TextBlock[] = []
  for (let index = 0; index < entries.length; ) {
    const entry = entries[index]
    if (!entry) break
    if (entry.level === 0 && entry.marker === 'none') {
      const next = entries[index + 1]
      blocks.push(paragraph(entry.runs, next !== undefined && next.marker !== 'none' ? 'label' : 'body'))
      index += 1
      continue
    }
    let end = index + 1
    while (isMarked(entries[end])) end += 1
    blocks.push(listOf(entries, labels, index, end))
    index = end
  }
  return blocks
}

const isMarked = (entry: OutlineEntry | undefined): boolean => entry !== undefined && (entry.level > 0 || entry.marker !== 'none')

/** Lines from `start` to `end` as one list: each line that is as deep as the first, or less, is an item, with the deeper lines after it inside. */
function listOf(entries: readonly OutlineEntry[], labels: readonly string[], start: number, end: number): List {
  const items: ListItem[] = []
  const depth = entries[start]?.level ?? 0
  for (let index = start; index < end; ) {
    let next = index + 1
    while (next < end && (entries[next]?.level ?? 0) > depth) next += 1
    const own = paragraph(entries[index]?.runs ?? [])
    items.push({ label: labels[index] ?? '', blocks: next > index + 1 ? [own, listOf(entries, labels, index + 1, next)] : [own] })
    index = next
  }
  return { kind: 'list', items }
}
