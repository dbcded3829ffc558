/** A table as its rows of cells; the paragraphs of a cell stand on lines of their own. */
export type PaperTable = readonly (readonly string[])[]

export type PaperPart = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'table'; readonly rows: PaperTable }

/**
 * A word-processor file or web page as its reader found it: its paragraphs with the numbers and bullets that the page shows, its tables, and
 * the notes apart. A note's place is marked `[footnoteRef:3]` in the text.
 */
export interface Paper {
  readonly parts: readonly PaperPart[]
  /** Notes by the number that their marks name. */
  readonly notes: ReadonlyMap<string, string>
  /** Paragraphs that the document sets as headings. */
  readonly headings: ReadonlySet<string>
}

/** The lines of a table that is no calendar: a cell after the other. */
export const linesOfTable = (rows: PaperTable): string[] => rows.flat().flatMap((cell) => cell.split('\n'))

/** All words of a paper as plain text, notes last. */
export const paperText = ({ parts, notes }: Paper): string =>
  [...parts.flatMap((part) => (part.kind === 'line' ? [part.text] : linesOfTable(part.rows))), ...notes.values()].join('\n')
