import type { Artefact, Findings } from './report.ts'

/** Stands for a footnote mark of which only the place is left. A private-use character: texts that hold it lose it first. */
export const lostMark = '\ue000'

/** A text freed of what word processors leave behind, with the notes taken out. */
export interface CleanText {
  readonly lines: readonly string[]
  /** Notes that carry their number, by it: `[footnoteRef:2]` and `[2: .…]`. */
  readonly numbered: ReadonlyMap<string, string>
  /** Notes at the end of the text whose marks were lost, in order. */
  readonly lost: readonly string[]
}

/** A note written inline is no longer than this; a bracket left open must not swallow the text. */
const longestNote = 8000

/** After so many brackets that never close, the rest are taken for words: each costs the length of a note to find out. */
const mostOpenBrackets = 200

/** One object for all of them: a text may consist of nothing else. */
const slash: Artefact = { kind: 'mark', text: '/' }
const replacement: Artefact = { kind: 'mark', text: '\ufffd' }

/** Marks are joined to lines no longer than this: a text of slashes must not be copied again for each. */
const longestLine = 20_000

const controls = /(?![\t\n])[\p{Cc}\u00ad\ue000\ufeff]/gu

/** Whole characters, one sign for the end of a line, and nothing that cannot be seen. */
export const plainWords = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '')

function withoutBookmarks(text: string, { cleaned }: Findings): string {
  return text.replace(/\[bookmark:[^\]\n]{0,200}\]/g, (bookmark) => {
    cleaned.push({ kind: 'bookmark', text: bookmark })
    return ''
  })
}

/** Where the bracket that opens at `open` closes, brackets inside it counted; -1 when it does not within a note's length. */
function closingBracket(text: string, open: number): number {
  let depth = 0
  const limit = Math.min(text.length, open + longestNote)
  for (let index = open; index < limit; index++) {
    const mark = text.charAt(index)
    if (mark === '[') depth++
    if (mark === ']' && --depth === 0) return index
  }
  return -1
}

function withoutBlanksAtEnd(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\t') end--
  return text.slice(0, end)
}

/** Takes out the notes that stand inline, `[2: .\tSee …]`, where a mark refers to them. */
function takeNumberedNotes(text: string, { cleaned }: Findings): { text: string; numbered: Map<string, string> } {
  const marks = new Set(Array.from(text.matchAll(/\[footnoteRef:(\d{1,4})\]/g), (mark) => mark[1] ?? ''))
  const numbered = new Map<string, string>()
  const kept: string[] = []
  let [from, open] = [0, 0]
  for (const note of text.matchAll(/\[(\d{1,4}):[ \t]?\.?\s*/g)) {
    const [opening, number = ''] = note
    if (note.index < from || !marks.has(number) || numbered.has(number)) continue
    const close = closingBracket(text, note.index)
    if (close < 0) {
      if (++open > mostOpenBrackets) break
      continue
    }
    cleaned.push({ kind: 'note-number', text: opening.trim() })
    numbered.set(
      number,
      text
        .slice(note.index + opening.length, close)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    kept.push(withoutBlanksAtEnd(text.slice(from, note.index)))
    from = close + 1
  }
  kept.push(text.slice(from))
  return { text: kept.join(''), numbered }
}

/** Takes out the notes at the end of the text, whose marks became `�`: `�.\tSee …`. A note runs on to the next blank line. */
function takeLostNotes(lines: readonly string[], { cleaned }: Findings): { lines: string[]; lost: string[] } {
  const lost: string[] = []
  const kept: string[] = []
  let inNote = false
  for (const line of lines) {
    const start = /^\s*\ufffd+\s?\.\s+(\S.*)$/.exec(line)
    if (start !== null) {
      cleaned.push(replacement)
      lost.push((start[1] ?? '').trim())
      inNote = true
    } else if (inNote && line.trim() !== '' && !line.startsWith('\t')) {
      lost[lost.length - 1] = `${lost.at(-1)} ${line.trim()}`
    } else {
      inNote = false
      kept.push(line)
    }
  }
  return { lines: kept, lost }
}

/**
 * A slash at the beginning of a line, alone or before the rest of a sentence, is what is left of a footnote mark: it goes to the end of the
 * line before, and the sentence is put together again.
 */
function joinLostMarks(lines: readonly string[], { cleaned }: Findings): string[] {
  const joined: string[] = []
  let [last, marked] = [-1, -1]
  for (const line of lines) {
    const mark = /^[ \u00a0]*\/(?:[ \u00a0]+|$)/.exec(line)
    const before = joined[last]
    if (mark === null || before === undefined || before.length > longestLine) {
      joined.push(line)
    } else {
      cleaned.push(slash)
      const rest = line.slice(mark[0].length).trim()
      const continues = /^[\p{Ll}\d,;.]/u.test(rest)
      // What was joined before ends in no blank, and to look at its end would copy it.
      joined[last] = `${marked === last ? before : before.trimEnd()}${lostMark}${continues ? ` ${rest}` : ''}`
      marked = last
      joined.push(continues ? '' : rest)
    }
    if (joined.at(-1)?.trim() !== '') last = joined.length - 1
  }
  return joined
}

/** Takes the signs of headings off lines of plain text that is set as Markdown. */
function withoutHeadingSigns(line: string, { cleaned }: Findings): string {
  const signs = /^#{1,6}[ \t]+/.exec(line)?.[0]
  if (signs === undefined) return line
  cleaned.push({ kind: 'mark', text: signs.trim() })
  return line.slice(signs.length)
}

/** The first stage: line ends made one, control characters, bookmarks and notes taken out, lost marks put back where they stood. */
export function cleanText(text: string, findings: Findings): CleanText {
  const inline = takeNumberedNotes(withoutBookmarks(plainWords(text), findings), findings)
  const { lines, lost } = takeLostNotes(inline.text.split('\n'), findings)
  return { lines: joinLostMarks(lines, findings).map((line) => withoutHeadingSigns(line, findings)), numbered: inline.numbered, lost }
}

/** A line's words without field codes and stray replacement characters; those inside a word stay, as a letter is missing there. */
export function withoutFields(text: string, { cleaned }: Findings): string {
  return text
    .replace(/[ \t]?\ufffd{0,8}[ \t]{0,2}HYPERLINK[ \t]{1,8}("[^"\n]{0,2000}")[ \t]{0,8}\ufffd{0,8}/g, (field, address: string) => {
      cleaned.push({ kind: 'field', text: `HYPERLINK ${address}` })
      return /^[ \t]/.test(field) ? ' ' : ''
    })
    .replace(/(?<![\p{L}\p{N}])\ufffd+|\ufffd+(?![\p{L}\p{N}])/gu, () => {
      cleaned.push(replacement)
      return ''
    })
}
