/** A text without its inline footnotes, and each footnote, with where every piece stood. */
export interface Pieces {
  readonly flow: string
  readonly notes: readonly { readonly text: string; readonly start: number }[]
  /** The position in the whole text of a position in the flow. */
  readonly place: (position: number) => number
}

/** Word-processor text keeps a note's mark as "[footnoteRef:2]" and the note itself as "[2: …]". */
const inline = /\s?\[(?:footnoteRef:\d{1,3}|\d{1,3}:\s[^[\]]{0,1500})\]/g

/** Takes the footnotes out, so that a sentence reads on across them; null when there are none. */
export function withoutNotes(text: string): Pieces | null {
  const notes: { text: string; start: number }[] = []
  const cuts: { at: number; shift: number }[] = []
  let flow = ''
  let from = 0
  for (const match of text.matchAll(inline)) {
    flow += text.slice(from, match.index)
    from = match.index + match[0].length
    cuts.push({ at: flow.length, shift: from - flow.length })
    notes.push({ text: match[0], start: match.index })
  }
  if (notes.length === 0) return null
  flow += text.slice(from)
  const place = (position: number): number => {
    let low = 0
    let high = cuts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cuts[middle]?.at ?? 0) <= position) low = middle + 1
      else high = middle
    }
    return position + (cuts[low - 1]?.shift ?? 0)
  }
  return { flow, notes, place }
}
