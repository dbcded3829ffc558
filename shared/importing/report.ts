/** Something of the input that is no word of the plan: what word processors leave behind, and marks that the plan's structure now says. */
export interface Artefact {
  readonly kind:
    | 'bookmark'
    /** The code of a link; its address is in `text`. */
    | 'field'
    /** A lost footnote mark, a replacement character, a parenthesis that stood for a bullet. */
    | 'mark'
    /** The number of a footnote, which is counted anew. */
    | 'note-number'
    /** A list number or letter, which is counted anew. */
    | 'numbering'
    /** A column heading of the calendar, "RESOLVES:", a heading the program writes itself. */
    | 'heading'
    /** Words of a citation whose sense is kept: "operative paragraphs", "Español". */
    | 'phrasing'
  readonly text: string
}

/** Why words stand in the plan as text, or need a look. */
export const keptReasons = [
  'unreadable-date',
  'missing-cells',
  'surplus-cell',
  'remark',
  'unplaced-quotation',
  'note-without-mark',
  'mark-without-note',
  'after-calendar',
] as const

/** Words that were not understood and stand in the plan as text, or that need a look. */
export interface KeptAsText {
  /** Row of the calendar from 1; 0 for the list of mandates and the text. */
  readonly row: number
  readonly why: (typeof keptReasons)[number]
  readonly text: string
}

/** What an import found, for the preview. */
export interface ImportReport {
  readonly activities: number
  readonly mandates: number
  /** Paragraphs, headings and list lines of the text. */
  readonly blocks: number
  readonly footnotes: number
  /** Provisions learned from paragraphs that the plan quotes. */
  readonly provisions: number
  readonly cleaned: readonly Artefact[]
  readonly kept: readonly KeptAsText[]
}

/** Collects the report while the stages run. */
export interface Findings {
  readonly cleaned: Artefact[]
  readonly kept: KeptAsText[]
}

/** Words as the no-loss promise counts them: runs of letters and digits, without case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of a text that are not in the others, each as often as it is missing. */
export function missingWords(text: string, others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const other of others) for (const word of wordsOf(other)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return wordsOf(text).filter((word) => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
}
