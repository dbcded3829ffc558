import createBidi from 'bidi-js'
import type { Run } from '#shared/documents/blocks.ts'

/** The Unicode rules for text that runs both ways. */
export const bidi = createBidi()

/** A part of a text whose characters run one way: an even level is left to right, an odd one right to left. */
export interface DirectedRun {
  readonly start: number
  readonly end: number
  readonly level: number
}

/** Which way the characters of a text run, by the Unicode rules. */
export interface Direction {
  /** The parts of a stretch that run one way each, in reading order. */
  runs(start: number, end: number): DirectedRun[]
  /** The level of the character at an offset, and of the paragraph that it stands in; beyond the text, that of the paragraph alone. */
  levelAt(offset: number): number
  baseAt(offset: number): number
}

/** Letters and marks that run from right to left, and controls that make others do so. */
const rightToLeft = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const leftToRight: Direction = {
  runs: (start, end) => [{ start, end, level: 0 }],
  levelAt: () => 0,
  baseAt: () => 0,
}

/** The directions in a text of one or more paragraphs, each of which runs as its first letter does. */
export function directionOf(text: string): Direction {
  if (!rightToLeft.test(text)) return leftToRight
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto')
  const baseAt = (offset: number) => paragraphs.find((paragraph) => offset <= paragraph.end)?.level ?? paragraphs.at(-1)?.level ?? 0
  const levelAt = (offset: number) => levels[offset] ?? baseAt(offset)
  return {
    runs(start, end) {
      const runs: DirectedRun[] = []
      for (let from = start, to = start + 1; from < end; to += 1) {
        if (to < end && levelAt(to) === levelAt(from)) continue
        runs.push({ start: from, end: to, level: levelAt(from) })
        from = to
      }
      return runs
    },
    levelAt,
    baseAt,
  }
}

export const runsLeft = (level: number): boolean => level % 2 === 1

/** Whether a paragraph of these runs begins at the right. */
export const startsLeftward = (runs: readonly Run[]): boolean =>
  runsLeft(directionOf(runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')).baseAt(0))
