import createBidi from 'bidi-js'
import type { Font } from 'fontkit'
import type { Run } from '#shared/documents/blocks.ts'

const bidi = createBidi()

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

/** The parts of one line, by their places in reading order, as they stand from left to right (rule L2 of the Unicode algorithm). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index)
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from
      while (to < order.length && (levels[order[to] ?? 0] ?? 0) >= level) to += 1
      if (to - from > 1) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = Math.max(from, to - 1)
    }
  }
  return order
}

/** Brackets and the like as they look in text that runs from right to left. */
export const mirrored = (words: string): string =>
  words.replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => bidi.getMirroredCharacter(character) ?? character)

/** Whether a paragraph of these runs begins at the right. */
export const startsLeftward = (runs: readonly Run[]): boolean =>
  runsLeft(directionOf(runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')).baseAt(0))

/**
 * A font to draw mirrored words with: what it draws as one bracket reads as the other, so that whoever copies the text gets what was written.
 */
export function readingMirrored(font: Font): Font {
  const codeOf = (code: number) => mirrored(String.fromCodePoint(code)).codePointAt(0) ?? code
  const layout: Font['layout'] = (...how) => {
    const run = font.layout(...how)
    // The font keeps its glyphs for everybody: these are ours.
    run.glyphs = run.glyphs.map((glyph) => Object.create(glyph, { codePoints: { value: glyph.codePoints.map(codeOf) } }))
    return run
  }
  // pdfkit takes fonts of one name for one.
  return Object.create(font, { layout: { value: layout }, postscriptName: { value: `${font.postscriptName}-Mirrored` } })
}
