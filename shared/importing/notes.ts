import type { MakeId } from '../lib/ids.ts'
import type { Footnote } from '../model/section.ts'
import { type CleanText, lostMark, withoutFields } from './clean.ts'
import type { Findings } from './report.ts'

interface Anchored {
  readonly text: string
  readonly footnotes: Footnote[]
}

/** The notes of a text, handed out to their marks. */
export interface Notes {
  /** Takes the marks out of a text, and its field codes, and gives the notes with the places where they stood. */
  readonly anchor: (text: string) => Anchored
  /** The same for a text whose field codes are still to be read. */
  readonly anchorInFields: (text: string) => Anchored
  /** Notes to which no mark led. */
  readonly left: () => string[]
}

const anyMark = new RegExp(`[ \\u00a0]{0,4}(?:${lostMark}|\\[footnoteRef:(\\d{1,4})\\])`, 'g')

/** A text without the marks of notes. */
export const withoutMarks = (text: string): string => text.replace(anyMark, '')

/** Lost marks take the notes at the end in their order, numbered ones their own. A mark without a note is reported. */
export function notesOf({ numbered, lost }: CleanText, makeId: MakeId, findings: Findings): Notes {
  let next = 0
  const used = new Set<string>()
  const take = (number: string | undefined): string | undefined => {
    if (number === undefined) return lost[next++]
    used.add(number)
    return numbered.get(number)
  }
  const anchorInFields: Notes['anchor'] = (clean) => {
    const footnotes: Footnote[] = []
    let text = ''
    let [from, reported] = [0, -1]
    for (const mark of clean.matchAll(anyMark)) {
      const [written, number] = mark
      text += clean.slice(from, mark.index)
      from = mark.index + written.length
      if (number !== undefined) findings.cleaned.push({ kind: 'note-number', text: written.trim() })
      const note = take(number)
      if (note === undefined) {
        // Marks that stand together are reported once.
        if (text.length !== reported) findings.kept.push({ row: 0, why: 'mark-without-note', text: text.slice(-60).trim() })
        reported = text.length
      } else footnotes.push({ id: makeId(), at: text.length, text: withoutFields(note, findings).trim() })
    }
    text += clean.slice(from)
    const indent = text.length - text.trimStart().length
    const words = text.trim()
    return { text: words, footnotes: footnotes.map((note) => ({ ...note, at: Math.min(Math.max(note.at - indent, 0), words.length) })) }
  }
  const left = (): string[] => [...lost.slice(next), ...Array.from(numbered).flatMap(([number, note]) => (used.has(number) ? [] : [note]))]
  return { anchor: (raw) => anchorInFields(withoutFields(raw, findings)), anchorInFields, left }
}
