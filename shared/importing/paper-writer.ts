import { quoted } from '../cells/mandate-cell.ts'
import { type Paper, type PaperPart, type SetAs, venueMark } from './paper.ts'

/** How a paragraph begins: what the page shows before it, and how it is set. */
export interface ParagraphStart {
  readonly prefix?: string
  readonly set?: SetAs | null
}

/** What words are, where their document says so. */
export type Meaning = 'title' | 'venue'

/** How far a cell reaches. `continued`: it goes on with the cell above it. */
export interface CellReach {
  readonly columns: number
  readonly rows: number
  readonly continued: boolean
}

interface Paragraph {
  readonly prefix: string
  readonly set: SetAs | null
  readonly words: { text: string; readonly means: Meaning | null }[]
}

interface Cell extends CellReach {
  readonly lines: string[]
}

/** A cell that reaches over more rows or columns than these does so by mistake. */
const furthest = 200

/** A longer paragraph is no heading, whatever its style. */
const headingLength = 250

/** No calendar has more cells. Cells that reach over many others would make them without end out of a small file. */
const mostCells = 200_000

/** All cells together hold no more characters. */
const mostWords = 64 * 1024 * 1024

/** A paper that would hold more than any plan does. */
export class PaperTooLarge extends Error {}

/** Titles of instruments stand in quotation marks in a text, and nothing but their words in between. */
function wordsOf({ text, means }: Paragraph['words'][number]): string {
  const trimmed = text.trim()
  if (means === null || trimmed === '') return text
  return text.replace(trimmed, () => (means === 'title' ? quoted(trimmed) : venueMark + trimmed))
}

/**
 * Puts a paper together from what its reader meets, in order. Tables inside a cell become lines of that cell, and a cell that reaches over
 * several rows holds for each of them.
 */
export class PaperWriter {
  private readonly parts: PaperPart[] = []
  private readonly notes = new Map<string, string>()
  private readonly set = new Map<string, SetAs>()
  private readonly paragraphs: Paragraph[] = []
  private tables = 0
  private rows: string[][] = []
  private row: string[] = []
  /** Columns that the row's last cell covers beside its own. */
  private covered = 0
  private cell: Cell | null = null
  /** Cells that reach down into the rows to come, by their column. */
  private hanging = new Map<number, { readonly text: string; readonly left: number }>()
  private size = { cells: 0, words: 0 }
  private note: { readonly number: string; readonly lines: string[] } | null = null

  openParagraph({ prefix = '', set = null }: ParagraphStart = {}): void {
    this.paragraphs.push({ prefix, set, words: [] })
  }

  get inParagraph(): boolean {
    return this.paragraphs.length > 0
  }

  text(words: string, means: Meaning | null = null): void {
    const paragraph = this.paragraphs.at(-1)
    const last = paragraph?.words.at(-1)
    const text = words.replaceAll(venueMark, '')
    // Words of one meaning may come in pieces.
    if (means !== null && last?.means === means) last.text += text
    else paragraph?.words.push({ text, means })
  }

  /** The words of a link follow its address. */
  link(address: string): void {
    if (/^(?:https?|mailto):/i.test(address)) this.text(`HYPERLINK "${address.replace(/["\s]/g, '')}" `)
  }

  closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (paragraph === undefined) return
    const { prefix, set, words } = paragraph
    const text = `${prefix}${words.map(wordsOf).join('')}`
    const short = set === 'quotation' || text.length <= headingLength
    if (set !== null && short && text.trim() !== '' && this.note === null) this.set.set(text.trim(), set)
    for (const line of text.split('\n')) this.line(line)
  }

  private line(text: string): void {
    if (this.note !== null) this.note.lines.push(text.trim())
    else if (this.cell !== null) this.cell.lines.push(text)
    else if (this.tables === 0) this.parts.push({ kind: 'line', text })
  }

  openTable(): void {
    if (this.tables++ === 0) this.rows = []
  }

  closeTable(): void {
    if (--this.tables > 0) return
    this.hanging.clear()
    if (this.rows.length > 0) this.parts.push({ kind: 'table', rows: this.rows })
  }

  openRow(): void {
    if (this.tables !== 1) return
    this.row = []
    this.covered = 0
  }

  closeRow(): void {
    if (this.tables !== 1) return
    this.fillHanging()
    // A last cell over several columns counts once: what is missing is told from what is empty.
    this.rows.push(this.covered > 0 ? this.row.slice(0, -this.covered) : this.row)
  }

  openCell({ columns, rows, continued }: CellReach): void {
    if (this.tables !== 1) return
    this.fillHanging()
    this.cell = { columns: Math.min(columns, furthest), rows: Math.min(rows, furthest), continued, lines: [] }
  }

  closeCell(): void {
    if (this.tables !== 1 || this.cell === null) return
    const { columns, rows, continued, lines } = this.cell
    const own = lines.join('\n')
    const column = this.row.length
    const text = continued && own.trim() === '' ? (this.rows.at(-1)?.[column] ?? '') : own
    if (rows > 1) this.hanging.set(column, { text, left: rows - 1 })
    this.addCell(text)
    for (let next = 1; next < columns; next++) this.addCell('')
    this.covered = columns - 1
    this.cell = null
  }

  private addCell(text: string): void {
    this.size.cells++
    this.size.words += text.length
    if (this.size.cells > mostCells || this.size.words > mostWords) throw new PaperTooLarge()
    this.row.push(text)
  }

  private fillHanging(): void {
    for (let hung = this.hanging.get(this.row.length); hung !== undefined; hung = this.hanging.get(this.row.length)) {
      const column = this.row.length
      this.addCell(hung.text)
      this.covered = 0
      if (hung.left === 1) this.hanging.delete(column)
      else this.hanging.set(column, { ...hung, left: hung.left - 1 })
    }
  }

  /** Marks the place of a note. */
  mark(number: string): void {
    this.text(`[footnoteRef:${number}]`)
  }

  /** What is written until `closeNote` is the text of a note. */
  openNote(number: string): void {
    this.note = { number, lines: [] }
  }

  closeNote(): void {
    const text = this.note?.lines.filter((line) => line !== '').join(' ') ?? ''
    // Word keeps the rules above notes as notes without words.
    if (this.note !== null && text !== '') this.notes.set(this.note.number, text)
    this.note = null
  }

  finish(): Paper {
    return { parts: this.parts, notes: this.notes, set: this.set }
  }
}
