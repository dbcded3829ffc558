import type { Footnote, Run } from '#shared/documents/blocks.ts'
import type { FontSet } from './fonts.ts'
import type { Sheet } from './sheet.ts'
import { heightOf, ink, type StackLine, type StructureNode, typesetNote } from './typeset.ts'

/** White above the notes, with the short rule in its middle. */
const noteGap = 14

/** Lines that can be asked to stay together: fewer than a page has, so that heading upon heading still ends. */
const mostTied = 40

const isHeading = ({ type }: StructureNode): boolean => /^H\d$/.test(type)

/** Fills pages from the top with lines and from the bottom with the notes that these call for. */
export class Pager {
  /** Where the next thing stands. */
  y: number
  readonly sheet: Sheet
  private readonly fonts: FontSet
  private readonly footnotes: ReadonlyMap<number, readonly Run[]>
  /** Lines of notes that will stand at the foot of this page. */
  private held: StackLine[] = []
  /** Lines of notes that found no room yet, as of a note longer than a page. */
  private waiting: StackLine[] = []
  private readonly set = new Map<number, readonly StackLine[]>()

  constructor(sheet: Sheet, fonts: FontSet, footnotes: readonly Footnote[]) {
    this.sheet = sheet
    this.fonts = fonts
    this.footnotes = new Map(footnotes.map((note) => [note.number, note.runs]))
    this.y = sheet.frame.top
    sheet.addPage()
  }

  get atTop(): boolean {
    return this.y <= this.sheet.frame.top
  }

  /** Room left on this page above its notes. */
  get room(): number {
    return this.sheet.frame.bottom - this.y - this.foot(this.held)
  }

  /** How much the notes of these lines would take from this page. */
  noteHeight(lines: readonly StackLine[]): number {
    const added = this.notesOf(lines)
    return added.length === 0 ? 0 : this.foot([...this.held, ...added]) - this.foot(this.held)
  }

  newPage(): void {
    this.endPage()
    this.sheet.addPage()
    this.y = this.sheet.frame.top
    this.admitNotes(this.sheet.frame.height / 3)
  }

  /** Paints the notes of the last page, on further pages if they must. */
  finish(): void {
    this.endPage()
    while (this.waiting.length > 0) {
      this.sheet.addPage()
      this.y = this.sheet.frame.top
      this.admitNotes(0)
      this.endPage()
    }
  }

  /** Keeps room for the notes of lines that are being painted on this page at or above `bottom`. */
  holdNotes(lines: readonly StackLine[], bottom: number): void {
    this.waiting.push(...this.notesOf(lines))
    this.admitNotes(bottom - this.y)
  }

  /**
   * Places lines below one another over as many pages as they need. Lines that must stay together do; `following` is the height of
   * what the last line must not be parted from.
   */
  flow(lines: readonly StackLine[], x: number, following = 0): void {
    for (let from = 0; from < lines.length; ) {
      let to = from + 1
      while (to < lines.length && to - from < mostTied && lines[to - 1]?.keep) to += 1
      const needs = (chunk: readonly StackLine[]) => this.gapBefore(chunk) + heightOf(chunk) + this.noteHeight(chunk)
      const chunk = lines.slice(from, to)
      const tied = to === lines.length && chunk.at(-1)?.keep ? following : 0
      if (needs(chunk) + tied > this.room && !this.atTop) {
        this.newPage()
        continue
      }
      // Nothing on the page and still too tall: as much as fits, and at least a line, or it would never end.
      while (to > from + 1 && needs(lines.slice(from, to)) > this.room) to -= 1
      this.put(lines.slice(from, to), x)
      from = to
    }
  }

  private put(lines: readonly StackLine[], x: number): void {
    const top = this.y + this.gapBefore(lines)
    this.holdNotes(lines, top + heightOf(lines))
    this.y = top
    for (let from = 0; from < lines.length; ) {
      const calling = lines.findIndex((line, index) => index >= from && line.notes.some(({ node }) => isHeading(node)))
      const to = calling < 0 ? lines.length : calling + 1
      this.y = this.sheet.paint(lines.slice(from, to), x, this.y + (from > 0 ? (lines[from]?.gap ?? 0) : 0))
      // The note of a heading follows it in the structure, before the text below it.
      for (const { number } of lines[calling]?.notes ?? []) this.openNote(number)
      from = to
    }
  }

  private openNote(number: number): void {
    const node = this.set.get(number)?.[0]?.segments.at(-1)?.node
    if (node) this.sheet.open(node, this.y)
  }

  private gapBefore(lines: readonly StackLine[]): number {
    return this.atTop ? 0 : (lines[0]?.gap ?? 0)
  }

  private notesOf(lines: readonly StackLine[]): readonly StackLine[] {
    return lines.flatMap((line) => line.notes.flatMap(({ number, node }) => this.note(number, node)))
  }

  private note(number: number, node: StructureNode): readonly StackLine[] {
    const { left, right } = this.sheet.frame
    const known = this.set.get(number)
    // A heading is read out as a whole, so its notes stand in a paragraph of their own.
    const holder = isHeading(node) ? { type: 'P', parent: node.parent } : node
    const lines = known ?? typesetNote(number, this.footnotes.get(number) ?? [], right - left, holder, this.fonts)
    this.set.set(number, lines)
    return lines
  }

  private foot(notes: readonly StackLine[]): number {
    return notes.length === 0 ? 0 : noteGap + heightOf(notes)
  }

  /** Moves waiting lines to the foot of this page while they leave `taken` points below `y` free. */
  private admitNotes(taken: number): void {
    const { bottom } = this.sheet.frame
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      if (this.y + taken + this.foot([...this.held, next]) > bottom + 0.01) return
      this.held.push(next)
      this.waiting.shift()
    }
  }

  private endPage(): void {
    if (this.held.length === 0) return
    const { left, bottom } = this.sheet.frame
    const top = bottom - heightOf(this.held)
    this.sheet.artifact('Layout', () => this.sheet.rule(left, top - noteGap / 2, left + 120, top - noteGap / 2, 0.5, ink.hair))
    this.sheet.paint(this.held, left, top)
    this.held = []
  }
}
