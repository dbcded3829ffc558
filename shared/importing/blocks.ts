import type { MakeId } from '../lib/ids.ts'
import type { Block, Mark } from '../model/section.ts'
import { withMarks } from '../operations/marks.ts'
import { joined, type Marked, marksOver } from './looks.ts'
import type { Notes } from './notes.ts'
import type { SetLine } from './paper.ts'
import type { Findings } from './report.ts'

type Listed = Pick<Block, 'kind' | 'level' | 'marker'> & { readonly mark: string; readonly text: string }

const markers: readonly (readonly [Pick<Block, 'kind' | 'marker'>, RegExp])[] = [
  [{ kind: 'item', marker: 'number' }, /^\d{1,3}[.)](?:\s+|$)(?:\d{1,3}[.)](?:\s+|$))?/],
  [{ kind: 'item', marker: 'letter' }, /^(?:\([a-z]\)|[a-z][.)])(?:\s+|$)/],
  [{ kind: 'item', marker: 'bullet' }, /^(?:[·•▪●◦]\s*|[-–*]\s+|\((?:\s{1,8}(?=[^)]*$)|$))/],
]

/** A line without the number, letter or bullet before it. */
export function takeMarker(line: string): Listed {
  const text = line.trim()
  const level = Math.min(5, Math.floor((/^ */.exec(line)?.[0].length ?? 0) / 2))
  for (const [as, pattern] of markers) {
    const mark = pattern.exec(text)?.[0]
    if (mark !== undefined) return { ...as, level, mark: mark.trim(), text: text.slice(mark.length).trim() }
  }
  return { kind: 'paragraph', level: 0, marker: 'none', mark: '', text }
}

/** No paragraph is put together to more than this: a text of endless broken lines must not be copied again for each. */
const longestParagraph = 20_000

/** Whether a line goes on with the sentence of the line right above it, which was broken in two. */
const goesOn = (before: string, line: string): boolean =>
  before.length < longestParagraph && /[^.!?:;”"»\s]\s*$/u.test(before.slice(-8)) && /^\p{Ll}/u.test(line)

interface BlockContext {
  readonly notes: Notes
  readonly makeId: MakeId
  readonly findings: Findings
}

interface Draft extends Pick<Block, 'kind' | 'level' | 'marker'> {
  readonly words: Marked
}

/** The end of a text. */
function endOf({ text, marks }: Marked, length: number): Marked {
  const from = text.length - length
  return { text: text.slice(from), marks: marks.map((mark) => ({ ...mark, start: Math.max(0, mark.start - from), end: mark.end - from })) }
}

/** The lowest rank that a heading may have. */
const deepestRank = 5

/** What a heading's look says beside its words. Bold is the look itself. */
const marksOfKind = (kind: Block['kind'], marks: readonly Mark[]): readonly Mark[] =>
  kind === 'heading' ? marks.filter((mark) => mark.kind !== 'bold') : marks

/** The rank of a heading among those before it in its part, whose depths are `above`: below the last that its document sets higher. */
function rankOf(depth: number, above: number[]): number {
  while ((above.at(-1) ?? 0) >= depth) above.pop()
  above.push(depth)
  return Math.min(above.length - 1, deepestRank)
}

/** Paragraphs, headings and list lines of a text. A marker alone on its line belongs to the next, and a sentence broken over lines is put together. */
export function blocksOf(lines: readonly SetLine[], { notes, makeId, findings: { cleaned } }: BlockContext): Block[] {
  const drafts: Draft[] = []
  const above: number[] = []
  let waiting = false
  let blank = true
  for (const { text: line, as, marks } of lines) {
    const text = line.trim()
    if (text === '') {
      blank = true
      continue
    }
    const written: Marked = { text, marks }
    const kind = as === 'quotation' ? 'quotation' : typeof as === 'number' ? 'heading' : null
    if (kind !== null) {
      drafts.push({ kind, level: typeof as === 'number' ? rankOf(as, above) : 0, marker: 'none', words: written })
      waiting = false
      blank = true
      continue
    }
    const { mark, text: rest, ...style } = takeMarker(line)
    const words = endOf(written, rest.length)
    const last = drafts.at(-1)
    if (mark !== '') cleaned.push({ kind: style.marker === 'bullet' ? 'mark' : 'numbering', text: mark })
    if (last !== undefined && waiting && mark === '') drafts[drafts.length - 1] = { ...last, words }
    else if (last !== undefined && !blank && mark === '' && goesOn(last.words.text, rest)) {
      drafts[drafts.length - 1] = { ...last, words: joined({ ...last.words, text: last.words.text.trimEnd() }, words) }
    } else drafts.push({ ...style, words })
    waiting = drafts.at(-1)?.words.text === ''
    blank = false
  }
  return drafts
    .map(({ words, ...style }): Block => {
      const block: Block = { id: makeId(), ...style, ...notes.anchor(words.text) }
      return withMarks(block, marksOfKind(style.kind, marksOver(words, block.text)))
    })
    .filter(({ text, footnotes }) => text !== '' || footnotes.length > 0)
}
