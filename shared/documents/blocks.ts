import type { Language } from '../model/language.ts'

/**
 * A document as every writer (PDF, Word, HTML, the preview) takes it: what is said and what it is, not where it stands on paper. Measures
 * are left to the writers, apart from the few that belong to the content: relative column widths and the height of a grid's rows.
 */
export interface DocumentBlocks {
  readonly language: Language
  /** Plain words for the file's properties, the running header and the reader's title bar. */
  readonly title: string
  readonly masthead: Masthead
  /** Stands at the foot of every page, opposite the page number: usually the document's symbol. */
  readonly footer: string
  /** Date of the document as `2026-09-14`, the only date the file itself bears; null leaves it out. */
  readonly date: string | null
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
  /** Notes in the order of their marks. A run refers to one by its number. */
  readonly footnotes: readonly Footnote[]
}

/** The head of the first page: who speaks, on the left, and which paper this is, on the right. */
interface Masthead {
  /** The body the committee reports to, with its acronym. */
  readonly body: string
  readonly committee: string
  /** Series, symbol, date and original language, one line each; absent ones left out. */
  readonly lines: readonly string[]
  /** The symbol with its revision, for the running header; empty when the document has none. */
  readonly symbol: string
}

/** What a page is made of. */
export type Block = TextBlock | Table | PageBreak

/** What a table's cell or a list's item is made of: tables do not nest. */
export type TextBlock = Heading | Paragraph | List

/** How deep headings can stand: the title, a part of the plan, and the ranks that its text may have. */
export const headingLevels = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type HeadingLevel = (typeof headingLevels)[number]

/** Level 1 is the document's title; what stands below it is a level deeper, and none is left out. Headings make the bookmarks. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: HeadingLevel
  readonly runs: readonly Run[]
}

/**
 * `body` is running text; `detail` a smaller line that belongs to what stands above it; `subtitle` the centred line under the title;
 * `quotation` is set in from the margin; `label` is the small heading of a group.
 */
export type ParagraphStyle = 'body' | 'detail' | 'subtitle' | 'quotation' | 'label'

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly style: ParagraphStyle
  readonly runs: readonly Run[]
  /** It leads to what comes after it, which begins on the same page; words that end in a colon do so anyway. */
  readonly leads?: boolean
}

export type Run = TextRun | NoteMark

export interface TextRun {
  readonly kind: 'text'
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** An address with `http:`, `https:` or `mailto:`; writers show the words alone for any other. */
  readonly link?: string
  /** Words that a proposal or a revision puts in or takes out: underlined or struck through. */
  readonly change?: 'inserted' | 'struck'
  /** Lines end at its spaces only: a symbol is not broken at its strokes and dashes. */
  readonly whole?: boolean
  /** The title of an instrument, or the place of a meeting: looks do not tell it, and what reads a written file back must know. */
  readonly means?: 'title' | 'venue'
  /** Of words in another language than the document's, so that they are read out and proofread as what they are. */
  readonly language?: Language
}

/** The raised number of a footnote. */
interface NoteMark {
  readonly kind: 'note'
  readonly number: number
}

export interface Footnote {
  readonly number: number
  readonly runs: readonly Run[]
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
}

export interface ListItem {
  /** What stands before the item, ready to print: `1.`, `a.`, `•`. Empty for a line that is set in without a mark. */
  readonly label: string
  readonly blocks: readonly TextBlock[]
}

export interface Table {
  readonly kind: 'table'
  /**
   * `ruled` has a line under each row; `grid` boxes every cell, sets them small and lets them fill the page, for a month; `matrix` boxes
   * every cell as small and as tall as its words, for many narrow columns.
   */
  readonly look: 'ruled' | 'grid' | 'matrix'
  /** Without a heading in any column the table has no head. */
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

interface Column {
  readonly heading: string
  /** Share of the table's width, in any unit. */
  readonly width: number
}

export interface Row {
  readonly cells: readonly Cell[]
  /** Bookmarked under this name. */
  readonly bookmark?: string
  /** It heads the rows after it: the next one stands on the same page. */
  readonly leads?: boolean
}

export interface Cell {
  readonly blocks: readonly TextBlock[]
  /** A place that does not count, such as a day of another month. */
  readonly muted?: boolean
}

export interface PageBreak {
  readonly kind: 'page-break'
}

/** A run of plain text, bold or italic where asked. */
export const text = (words: string, style: Omit<TextRun, 'kind' | 'text'> = {}): TextRun => ({ kind: 'text', text: words, ...style })

/** A paragraph of the given runs, or of plain words. */
export const paragraph = (content: string | readonly Run[], style: ParagraphStyle = 'body'): Paragraph => ({
  kind: 'paragraph',
  style,
  runs: typeof content === 'string' ? [text(content)] : content,
})

/** A heading of the given runs, or of plain words. */
export const heading = (level: HeadingLevel, content: string | readonly Run[]): Heading => ({
  kind: 'heading',
  level,
  runs: typeof content === 'string' ? [text(content)] : content,
})

/** A heading inside a part of the plan, by its rank there, from 0. */
export const headingOfRank = (rank: number, runs: readonly Run[]): Heading => heading(headingLevels[rank + 2] ?? 8, runs)

export const pageBreak: PageBreak = { kind: 'page-break' }

/** The words of runs, without their looks and without the marks of notes. */
export const plainWords = (runs: readonly Run[]): string => runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')

/** What a heading is called where only words can stand, as among the bookmarks: without what a revision takes out, unless that is all. */
export function headingTitle({ runs }: Heading): string {
  const standing = plainWords(runs.filter((run) => run.kind === 'text' && run.change !== 'struck'))
  return (standing.trim() === '' ? plainWords(runs) : standing).replace(/\s+/g, ' ').trim()
}

/** Blocks whose headings have the levels that their order gives them: each stands right below the last that is above it, and none is skipped. */
export function nestHeadings(blocks: readonly Block[]): Block[] {
  const above: HeadingLevel[] = []
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    while ((above.at(-1) ?? 0) >= block.level) above.pop()
    above.push(block.level)
    return { ...block, level: headingLevels[above.length - 1] ?? block.level }
  })
}

/** The words of blocks in reading order, without their structure: for searching, tests and summaries. */
export const plainText = (blocks: readonly Block[]): string => blocks.map(blockText).filter(Boolean).join('\n')

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainWords(block.runs)
    case 'list':
      return block.items.map((item) => `${item.label} ${plainText(item.blocks)}`.trim()).join('\n')
    case 'table':
      return block.rows.map((row) => row.cells.map((cell) => plainText(cell.blocks)).join('\t')).join('\n')
    case 'page-break':
      return ''
  }
}
