import { quoted } from '../cells/mandate-cell.ts'
import { hasSafeScheme } from '../lib/links.ts'
import { plainWords } from './clean.ts'
import { type Looks, plainLooks } from './html.ts'
import { type Marked, marksOf, withoutCodes } from './looks.ts'
import type { Mark } from '../model/section.ts'
import { tidyMarks } from '../operations/marks.ts'
import { type Paper, type PaperPart, type SetAs, venueMark } from './paper.ts'

/** How a paragraph begins: what the page shows before it, and how it is set. */
export interface ParagraphStart {
  readonly prefix?: string
  readonly set?: SetAs | null
}

/** What words are, where their document says so. */
export type Meaning = 'title' | 'venue'

/** What a document says of words. */
interface Said {
  readonly means?: Meaning | null
  readonly looks?: Looks
}

/** How far a cell reaches. `continued`: it goes on with the cell above it. */
export interface CellReach {
  readonly columns: number
  readonly rows: number
  readonly continued: boolean
}

interface Paragraph {
  readonly prefix: string
  readonly set: SetAs | null
  readonly words: { text: string; readonly means: Meaning | null; readonly looks: Looks }[]
}

interface Cell extends CellReach {
  readonly lines: string[]
}

/** A cell that reaches over more rows or columns than these does so by mistake. */
const furthest = 200

/** How far a cell reaches: whole columns and rows, at least its own. */
const reachOf = (said: number): number => Math.min(Math.max(1, Math.trunc(said)), furthest)

/** A longer paragraph is no heading, whatever its style. */
const headingLength = 250

/** No calendar has more cells. Cells that reach over many others would make them without end out of a small file. */
const mostCells = 200_000

/** All cells together hold no more characters. */
const mostWords = 64 * 1024 * 1024

/** A line with more marks has none: that is no emphasis. */
const mostMarks = 1000

/** A paper that would hold more than any plan does. */
export class PaperTooLarge extends Error {}

/** Titles of instruments stand in quotation marks in a text, and nothing but their words in between. */
function wordsOf({ text, means }: Paragraph['words'][number]): string {
  const trimmed = text.trim()
  if (means === null || trimmed === '') return text
  return text.replace(trimmed, () => (means === 'title' ? quoted(trimmed) : venueMark + trimmed))
}

/** The lines of a paragraph, with what is marked in them. */
function linesOf({ prefix, words }: Paragraph): Marked[] {
  let line: { text: string; readonly marks: Mark[] } = { text: prefix, marks: [] }
  const lines = [line]
  for (const word of words) {
    wordsOf(word)
      .split('\n')
      .forEach((text, index) => {
        if (index > 0) lines.push((line = { text: '', marks: [] }))
        const start = line.text.length
        line.text += text
        if (text !== '' && word.means === null) line.marks.push(...marksOf(word.looks, start, line.text.length))
      })
  }
  return lines
}

/** A line's words without the blanks around them, and the marks over them. */
function trimmed({ text, marks }: Marked): Marked {
  const words = text.trim()
  const indent = text.length - text.trimStart().length
  const over = marks.length > mostMarks ? [] : marks.map((mark) => ({ ...mark, start: mark.start - indent, end: mark.end - indent }))
  return { text: words, marks: tidyMarks(over, words.length) }
}

/**
 * Puts a paper together from what its reader meets, in order. Tables inside a cell become lines of that cell, and a cell that reaches over
 * several rows holds for each of them.
 */
export class PaperWriter {
  private readonly parts: PaperPart[] = []
  private readonly notes = new Map<string, string>()
  private readonly settings = new Map<string, (SetAs | null)[]>()
  private readonly looks = new Map<string, (readonly Mark[])[]>()
  private readonly paragraphs: Paragraph[] = []
  /** Where the words to come lead, until it is said. */
  private address = ''
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

  text(words: string, said: Said = {}): void {
    const blanks = /^[ \t]*/.exec(words)?.[0] ?? ''
    if (this.address === '' || blanks === words) {
      this.say(words, said)
      return
    }
    this.say(blanks, said)
    this.sayAddress()
    this.say(words.slice(blanks.length), said)
  }

  private say(words: string, { means = null, looks = plainLooks }: Said): void {
    const paragraph = this.paragraphs.at(-1)
    const last = paragraph?.words.at(-1)
    const text = plainWords(words).replaceAll(venueMark, '')
    // Words of one meaning may come in pieces.
    if (means !== null && last?.means === means) last.text += text
    else paragraph?.words.push({ text, means, looks })
  }

  /** The words of a link follow its address. Blanks that they begin with stand before it, where its code does not swallow them. */
  link(address: string): void {
    if (hasSafeScheme(address)) this.address = address.replace(/["\s]/g, '')
  }

  private sayAddress(): void {
    const { address } = this
    this.address = ''
    if (address !== '') this.say(`HYPERLINK "${address}" `, {})
  }

  closeParagraph(): void {
    this.sayAddress()
    const paragraph = this.paragraphs.pop()
    if (paragraph === undefined) return
    const { set } = paragraph
    const lines = linesOf(paragraph)
    const text = lines.map((line) => line.text).join('\n')
    const short = set === 'quotation' || withoutCodes(text).length <= headingLength
    this.setApart(text.trim(), short ? set : null)
    if (lines.length > 1) for (const line of lines) this.setApart(line.text.trim(), null)
    for (const line of lines) this.line(line)
  }

  /** Keeps how a paragraph is set. Cells are read for what they say: theirs count only where they are set apart. */
  private setApart(text: string, set: SetAs | null): void {
    if (text === '' || this.note !== null || (set === null && this.cell !== null)) return
    const alike = this.settings.get(text)
    if (alike === undefined) this.settings.set(text, [set])
    else alike.push(set)
  }

  private line(line: Marked): void {
    const { text } = line
    if (this.note !== null) this.note.lines.push(text.trim())
    else if (this.cell !== null) this.cell.lines.push(text)
    else if (this.tables === 0) {
      this.parts.push({ kind: 'line', text })
      const { text: words, marks } = trimmed(line)
      const alike = this.looks.get(words)
      if (alike === undefined) this.looks.set(words, [marks])
      else alike.push(marks)
    }
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
    this.cell = { columns: reachOf(columns), rows: reachOf(rows), continued, lines: [] }
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
    const set = new Map([...this.settings].filter(([, all]) => all.some((as) => as !== null)))
    return { parts: this.parts, notes: this.notes, set, looks: this.looks }
  }
}
