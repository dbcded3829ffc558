import type { PastedLine } from '#shared/importing/pasted-table.ts'
import type { Item } from '#shared/model/activity.ts'

/** Where the caret goes after an edit of the lines. */
export interface Caret {
  readonly line: number
  readonly at: number
}

export interface LinesEdit {
  readonly lines: readonly Item[]
  readonly caret: Caret
}

const deepest = 2

const asLevel = (level: number): number => Math.min(deepest, Math.max(0, level))

/** Enter: what stands after the caret becomes a line of its own, of the same sort. On an empty line inside a list, Enter leads out of the list. */
export function splitLine(lines: readonly Item[], { line, at }: Caret, makeId: () => string): LinesEdit {
  const current = lines[line]
  if (current === undefined) return { lines, caret: { line, at } }
  if (current.text === '' && (current.level > 0 || current.marker !== 'none')) return outdent(lines, { line, at })
  const rest: Item = { ...current, id: makeId(), text: current.text.slice(at) }
  return { lines: lines.toSpliced(line, 1, { ...current, text: current.text.slice(0, at) }, rest), caret: { line: line + 1, at: 0 } }
}

/** Backspace at the start of a line: first out of its list, then onto the end of the line above. */
export function joinLine(lines: readonly Item[], line: number): LinesEdit {
  const [current, above] = [lines[line], lines[line - 1]]
  if (current === undefined) return { lines, caret: { line, at: 0 } }
  if (current.marker !== 'none' || current.level > 0) return outdent(lines, { line, at: 0 })
  if (above === undefined) return { lines, caret: { line, at: 0 } }
  return {
    lines: lines.toSpliced(line - 1, 2, { ...above, text: above.text + current.text }),
    caret: { line: line - 1, at: above.text.length },
  }
}

/** Tab: one level in, but never more than one below the line above. A plain line that goes in becomes a bullet. */
export function indent(lines: readonly Item[], caret: Caret): LinesEdit {
  const [current, above] = [lines[caret.line], lines[caret.line - 1]]
  if (current === undefined || above === undefined || current.level > above.level) return { lines, caret }
  const marker = current.marker === 'none' ? 'bullet' : current.marker
  return { lines: lines.with(caret.line, { ...current, level: asLevel(current.level + 1), marker }), caret }
}

/** Shift+Tab: one level out; at the margin the mark goes. */
export function outdent(lines: readonly Item[], caret: Caret): LinesEdit {
  const current = lines[caret.line]
  if (current === undefined) return { lines, caret }
  const out: Item = current.level > 0 ? { ...current, level: asLevel(current.level - 1) } : { ...current, marker: 'none' }
  return { lines: lines.with(caret.line, out), caret }
}

/** Puts a mark before the line, or takes it away where it stands already. */
export function toggleMarker(lines: readonly Item[], caret: Caret, marker: 'number' | 'bullet'): LinesEdit {
  const current = lines[caret.line]
  if (current === undefined) return { lines, caret }
  return { lines: lines.with(caret.line, { ...current, marker: current.marker === marker ? 'none' : marker }), caret }
}

const opening = /^(?:(?<number>\d{1,2}[.)])|[-*•·])\s/

/** Typing `- ` or `1. ` at the start of a plain line makes it a list line, as in a word processor. */
export function typeLine(lines: readonly Item[], { line, at }: Caret, text: string): LinesEdit {
  const current = lines[line]
  if (current === undefined) return { lines, caret: { line, at } }
  const match = current.marker === 'none' ? opening.exec(text) : null
  if (match === null) return { lines: lines.with(line, { ...current, text }), caret: { line, at } }
  const marker = match.groups?.['number'] === undefined ? 'bullet' : 'number'
  return {
    lines: lines.with(line, { ...current, marker, text: text.slice(match[0].length) }),
    caret: { line, at: Math.max(0, at - match[0].length) },
  }
}

/** Pasted lines: the first goes on where the caret stands, the others follow as they are, and what stood after the caret comes last. */
export function pasteLines(lines: readonly Item[], { line, at }: Caret, pasted: readonly PastedLine[], makeId: () => string): LinesEdit {
  const current = lines[line]
  const [first, ...rest] = pasted
  if (current === undefined || first === undefined) return { lines, caret: { line, at } }
  const [before, after] = [current.text.slice(0, at), current.text.slice(at)]
  const opening: Item = before === '' ? { ...first, id: current.id } : { ...current, text: before + first.text }
  const fresh = [opening, ...rest.map((own): Item => ({ ...own, id: makeId() }))]
  const last = fresh.at(-1) ?? opening
  const caret = { line: line + rest.length, at: last.text.length }
  return { lines: lines.toSpliced(line, 1, ...fresh.with(-1, { ...last, text: last.text + after })), caret }
}

/** The lines worth keeping: blank ones at the end were only waiting to be written. */
export function tidy(lines: readonly Item[]): Item[] {
  const last = lines.findLastIndex(({ text }) => text.trim() !== '')
  return lines.slice(0, last + 1).map((line) => ({ ...line, text: line.text.trim() }))
}
