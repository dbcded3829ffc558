import { equal } from '#shared/lib/equal.ts'
import type { Block } from '#shared/model/section.ts'

export type BlockStep =
  | 'step.text'
  | 'step.note'
  | 'step.add-note'
  | 'step.remove-note'
  | 'step.format'
  | 'step.style'
  | 'step.paste-text'
  | 'step.add-paragraph'
  | 'step.remove-paragraph'
  | 'step.split-paragraph'
  | 'step.join-paragraphs'
  | 'step.list-level'
  | 'step.move-paragraph'

const idsOf = (blocks: readonly Block[]): string[] => blocks.map(({ id }) => id)
const notesOf = (blocks: readonly Block[]): number => blocks.reduce((count, { footnotes }) => count + footnotes.length, 0)
const wordsOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('')

/** What a person would call the step from one state of a section to the next. */
export function stepBetween(before: readonly Block[], after: readonly Block[]): BlockStep {
  const sameWords = wordsOf(before) === wordsOf(after)
  if (after.length > before.length) {
    if (sameWords) return after.length === before.length + 1 && before.length > 0 ? 'step.split-paragraph' : 'step.add-paragraph'
    return 'step.paste-text'
  }
  if (after.length < before.length) return sameWords ? 'step.join-paragraphs' : 'step.remove-paragraph'
  if (!equal(idsOf(before), idsOf(after)))
    return equal(idsOf(before).toSorted(), idsOf(after).toSorted()) ? 'step.move-paragraph' : 'step.paste-text'
  const [former, latter] = [notesOf(before), notesOf(after)]
  if (former !== latter && sameWords) return former < latter ? 'step.add-note' : 'step.remove-note'
  const changed = after.flatMap((block, index) => {
    const held = before[index]
    return held === undefined || equal(held, block) ? [] : [[held, block] as const]
  })
  if (changed.some(([held, block]) => held.kind !== block.kind || held.level !== block.level || held.marker !== block.marker))
    return changed.some(([held, block]) => held.kind === 'item' || block.kind === 'item') ? 'step.list-level' : 'step.style'
  if (sameWords && changed.some(([held, block]) => !equal(held.marks, block.marks))) return 'step.format'
  return 'step.text'
}

/**
 * What was written here, on top of what has meanwhile changed elsewhere: the blocks that differ from `base` are taken from `mine`, all others from
 * `theirs`. Nothing written is lost: a block that was removed elsewhere while it was being written comes back where it stood.
 */
export function mergeBlocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Block[] {
  if (equal(base, theirs)) return [...mine]
  const [known, held] = [new Map(base.map((block) => [block.id, block])), new Map(theirs.map((block) => [block.id, block]))]
  const written = new Map(mine.filter((block) => !equal(known.get(block.id), block)).map((block) => [block.id, block]))
  const kept = new Set(idsOf(mine))
  const merged = theirs.filter(({ id }) => kept.has(id) || !known.has(id)).map((block) => written.get(block.id) ?? block)
  for (const [index, block] of mine.entries()) {
    if (!written.has(block.id) || held.has(block.id)) continue
    const above = mine.slice(0, index).findLast(({ id }) => merged.some((other) => other.id === id))
    merged.splice(merged.findIndex(({ id }) => id === above?.id) + 1, 0, block)
  }
  return merged
}
