import type { Font } from 'fontkit'
import { bidi } from '../direction.ts'

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
