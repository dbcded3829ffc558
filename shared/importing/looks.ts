import { tidyMarks } from '../operations/marks.ts'
import type { Mark } from '../model/section.ts'
import type { Looks } from './html.ts'

/** A text with the marks over it. */
export interface Marked {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** The marks that looks are, over the words from `start` to `end`. */
export const marksOf = ({ bold, italic, href }: Looks, start: number, end: number): Mark[] => [
  ...(href === null ? [] : [{ kind: 'link' as const, start, end, href }]),
  ...(bold ? [{ kind: 'bold' as const, start, end }] : []),
  ...(italic ? [{ kind: 'italic' as const, start, end }] : []),
]

/** Two texts with a space between them. */
export const joined = (first: Marked, second: Marked): Marked => ({
  text: `${first.text} ${second.text}`,
  marks: [
    ...first.marks,
    ...second.marks.map((mark) => ({ ...mark, start: mark.start + first.text.length + 1, end: mark.end + first.text.length + 1 })),
  ],
})

/** What a paper's words hold beside the plan's: the code of a link, and the mark of a note. */
const codes = /HYPERLINK[ \t]{1,8}"[^"\n]{0,2000}"|\[footnoteRef:\d{1,4}\]/g

/** A paper's words as a reader sees them. */
export const withoutCodes = (text: string): string => text.replace(codes, '')

/** Whether marks over a text say more than it: over blanks they show nothing, and an address written out is a link without one. */
const says =
  (text: string) =>
  (mark: Mark): boolean => {
    const words = text.slice(mark.start, mark.end).trim()
    return words !== '' && (mark.kind !== 'link' || words.replace(/\/$/, '') !== mark.href.replace(/\/$/, ''))
  }

/** The marks over a text from which codes, signs and blanks have since been taken out: `left` is what is left of it. None where more was done. */
export function marksOver({ text, marks }: Marked, left: string): Mark[] {
  if (marks.length === 0) return []
  const inCode = new Set(Array.from(text.matchAll(codes), (code) => Array.from(code[0], (_, at) => code.index + at)).flat())
  let to = 0
  const places = Array.from({ length: text.length + 1 }, (_, at) => {
    const place = to
    if (!inCode.has(at) && text.charAt(at) === left.charAt(to) && at < text.length) to++
    return place
  })
  if (to !== left.length) return []
  const moved = marks.map((mark) => ({ ...mark, start: places[mark.start] ?? to, end: places[mark.end] ?? to }))
  return tidyMarks(moved, left.length).filter(says(left))
}

/** Hands out what is held under a text one after the other, as the text comes again and again. */
export function inTurn<Value>(held: ReadonlyMap<string, readonly Value[]>): (text: string) => Value | undefined {
  const turns = new Map<string, number>()
  return (text) => {
    const turn = turns.get(text) ?? 0
    turns.set(text, turn + 1)
    return held.get(text)?.[turn]
  }
}
