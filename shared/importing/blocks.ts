import type { MakeId } from '../lib/ids.ts'
import type { Block } from '../model/section.ts'
import type { Notes } from './notes.ts'
import type { Paper } from './paper.ts'
import type { Findings } from './report.ts'

type Marked = Pick<Block, 'kind' | 'level' | 'marker'> & { readonly mark: string; readonly text: string }

const markers: readonly (readonly [Pick<Block, 'kind' | 'marker'>, RegExp])[] = [
  [{ kind: 'item', marker: 'number' }, /^\d{1,3}[.)](?:\s+|$)(?:\d{1,3}[.)](?:\s+|$))?/],
  [{ kind: 'item', marker: 'letter' }, /^(?:\([a-z]\)|[a-z][.)])(?:\s+|$)/],
  [{ kind: 'item', marker: 'bullet' }, /^(?:[·•▪●◦]\s*|[-–*]\s+|\((?:\s{1,8}(?=[^)]*$)|$))/],
]

/** A line without the number, letter or bullet before it. */
export function takeMarker(line: string): Marked {
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

/** Paragraphs and list lines of a text. A marker alone on its line belongs to the next, and a sentence broken over lines is put together. */
export function blocksOf(
  lines: readonly string[],
  notes: Notes,
  makeId: MakeId,
  { cleaned }: Findings,
  set: Paper['set'] = new Map(),
): Block[] {
  const drafts: Marked[] = []
  let waiting = false
  let blank = true
  for (const line of lines) {
    if (line.trim() === '') {
      blank = true
      continue
    }
    const as = set.get(line.trim())
    const kind = as === 'quotation' ? 'quotation' : typeof as === 'number' ? 'heading' : null
    if (kind !== null) {
      drafts.push({ kind, level: 0, marker: 'none', mark: '', text: line.trim() })
      waiting = false
      blank = true
      continue
    }
    const marked = takeMarker(line)
    const last = drafts.at(-1)
    if (marked.mark !== '') cleaned.push({ kind: marked.marker === 'bullet' ? 'mark' : 'numbering', text: marked.mark })
    if (last !== undefined && waiting && marked.mark === '') drafts[drafts.length - 1] = { ...last, text: marked.text }
    else if (last !== undefined && !blank && marked.mark === '' && goesOn(last.text, marked.text)) {
      drafts[drafts.length - 1] = { ...last, text: `${last.text.trimEnd()} ${marked.text}` }
    } else drafts.push(marked)
    waiting = drafts.at(-1)?.text === ''
    blank = false
  }
  return drafts
    .map(({ kind, level, marker, text }): Block => ({ id: makeId(), kind, level, marker, ...notes.anchor(text) }))
    .filter(({ text, footnotes }) => text !== '' || footnotes.length > 0)
}
