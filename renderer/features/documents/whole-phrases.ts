import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js'

type Item = TextItem | TextMarkedContent

const ends = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Hangul}\u3000-\u303f\uff00-\uffef]$/u
const begins = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Hangul}\u3000-\u303f\uff00-\uffef]/u

/** Whether two stretches of a page stand side by side on one line, in type of one size. */
function followsOn(before: TextItem, next: TextItem): boolean {
  const [size, ...shape] = before.transform.slice(0, 4).map(Number)
  const [nextSize, ...nextShape] = next.transform.slice(0, 4).map(Number)
  const gap = Number(next.transform[4]) - Number(before.transform[4]) - before.width
  return (
    !before.hasEOL &&
    size === nextSize &&
    shape.every((value, index) => value === nextShape[index]) &&
    before.transform[5] === next.transform[5] &&
    Math.abs(gap) < before.height * 0.1
  )
}

/**
 * Joins what is one phrase to its reader: fonts of Chinese and Japanese come in slices, so that almost every character of a page is a stretch
 * of its own, and none of its words could be found.
 */
export function wholePhrases(items: readonly Item[]): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const before = joined.at(-1)
    if (before && 'str' in before && 'str' in item && ends.test(before.str) && begins.test(item.str) && followsOn(before, item)) {
      joined[joined.length - 1] = { ...before, str: before.str + item.str, width: before.width + item.width, hasEOL: item.hasEOL }
    } else {
      joined.push(item)
    }
  }
  return joined
}
