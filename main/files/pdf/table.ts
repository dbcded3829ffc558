import { headingLevels, type Row, type Table } from '#shared/documents/blocks.ts'
import type { FontSet } from './fonts.ts'
import { breakLines, type Line, type Setting } from './lines.ts'
import type { Pager } from './pager.ts'
import { heightOf, ink, type StackLine, type StructureNode, typeset } from './typeset.ts'

interface Look {
  readonly head: Setting
  readonly headLeading: number
  /** White between a cell's edge and its text. */
  readonly across: number
  readonly above: number
  readonly below: number
  /** White between the table and the text before and after it. */
  readonly apart: number
}

const looks: Readonly<Record<Table['look'], Look>> = {
  ruled: { head: { size: 8.5, color: ink.text, bold: true, tracking: 0.7 }, headLeading: 11.5, across: 7, above: 7, below: 8, apart: 10 },
  grid: { head: { size: 8, color: ink.soft, bold: true, tracking: 0.3 }, headLeading: 11, across: 5, above: 4, below: 4, apart: 8 },
  matrix: { head: { size: 7, color: ink.soft, bold: true, tracking: 0.1 }, headLeading: 8.6, across: 3.5, above: 3, below: 3, apart: 8 },
}

const headPadding = 5

/** Height of a day's box that holds little or nothing. */
const leastBox = 40

interface SetRow {
  readonly row: Row
  readonly node: StructureNode
  readonly cells: readonly (readonly StackLine[])[]
  readonly nodes: readonly StructureNode[]
  /** With the white above and below. */
  readonly height: number
}

/** Lays out and paints one table: rows stay whole, the head stands on every page and once in the structure. */
export class TableMaker {
  private readonly table: Table
  private readonly pager: Pager
  private readonly fonts: FontSet
  private readonly look: Look
  private readonly edges: readonly number[]
  private readonly node: StructureNode
  private readonly body: StructureNode
  private readonly heads: readonly (readonly Line[])[]
  private readonly continued: string
  private readonly onRow: () => void
  private headTagged = false
  private ahead: SetRow | null = null
  private leastHeight = 0

  /** `continued` is what the reader is told where a row goes on after a page; `onRow` is called after each row. */
  constructor(table: Table, pager: Pager, fonts: FontSet, continued: string, onRow: () => void) {
    this.table = table
    this.pager = pager
    this.fonts = fonts
    this.continued = continued
    this.onRow = onRow
    this.look = looks[table.look]
    const { left, right } = pager.sheet.frame
    const total = table.columns.reduce((sum, column) => sum + column.width, 0)
    let share = 0
    this.edges = [left, ...table.columns.map((column) => left + ((right - left) * (share += column.width)) / total)]
    this.node = { type: 'Table', parent: pager.sheet.root }
    this.body = { type: 'TBody', parent: this.node }
    this.heads = table.columns.map((column, index) =>
      breakLines([{ kind: 'text', text: column.heading }], this.look.head, this.textWidth(index), fonts),
    )
  }

  /** What must stand below a heading of this table: its head and its first row, as far as a row can be asked to stay whole. */
  get lead(): number {
    return this.look.apart + this.headHeight + Math.min(this.setAt(0)?.height ?? 0, this.pageRoom / 3)
  }

  /** Paints the table. `after` is the height of the text that should stand below it on the same page, if a page can be shared. */
  draw(after: number): void {
    const { pager } = this
    if (pager.room < this.lead && !pager.atTop) pager.newPage()
    if (!pager.atTop) pager.y += this.look.apart
    if (this.table.look === 'grid') this.stretchRows(after)
    this.drawHead()
    this.table.rows.forEach((row, index) => {
      const set = this.setAt(index) ?? this.setRow(row)
      const needs = set.height + pager.noteHeight(set.cells.flat())
      const led = row.leads === true ? (this.setAt(index + 1)?.height ?? 0) : 0
      if (led > 0 && needs + led > pager.room && needs + led <= this.pageRoom) this.nextPage()
      else if (needs > pager.room && (set.height <= this.pageRoom || pager.room < this.pageRoom / 4)) this.nextPage()
      if (needs <= pager.room) this.drawWhole(set)
      else this.drawInParts(set)
      this.onRow()
    })
    pager.y += this.look.apart
  }

  private get pageRoom(): number {
    const { top, bottom } = this.pager.sheet.frame
    return bottom - top - this.headHeight
  }

  private get headHeight(): number {
    const lines = Math.max(...this.heads.map((head) => head.length))
    return lines === 0 ? 0 : lines * this.look.headLeading + 2 * headPadding
  }

  /** A ruled table stands flush with the text around it; boxes keep their white inside. */
  private textStart(column: number): number {
    return (this.edges[column] ?? 0) + (column === 0 && this.table.look === 'ruled' ? 0 : this.look.across)
  }

  private textWidth(column: number): number {
    const end = this.edges[column + 1] ?? 0
    return end - this.textStart(column) - (column === this.table.columns.length - 1 && this.table.look === 'ruled' ? 0 : this.look.across)
  }

  /** A row ready to paint: those looked at before their turn are set once. */
  private setAt(index: number): SetRow | null {
    const row = this.table.rows[index]
    if (row && this.ahead?.row !== row) this.ahead = this.setRow(row)
    return row ? this.ahead : null
  }

  private setRow(row: Row): SetRow {
    const node: StructureNode = {
      type: 'TR',
      parent: this.body,
      ...(row.bookmark ? { bookmark: { level: headingLevels.length + 1, title: row.bookmark } } : {}),
    }
    const nodes = this.table.columns.map((): StructureNode => ({ type: 'TD', parent: node }))
    const place = this.table.look === 'ruled' ? 'ruled' : 'grid'
    const cells = nodes.map((cell, index) => typeset(row.cells[index]?.blocks ?? [], this.textWidth(index), place, cell, this.fonts))
    const tallest = Math.max(0, ...cells.map(heightOf))
    return { row, node, nodes, cells, height: Math.max(this.leastHeight, tallest + this.look.above + this.look.below) }
  }

  /** The weeks of a month fill the greater part of the page: the shortest grow until they are all as tall as the room allows. */
  private stretchRows(after: number): void {
    const { room, sheet } = this.pager
    const heights = this.table.rows.map((row) => Math.max(leastBox, this.setRow(row).height)).sort((a, b) => b - a)
    const natural = heights.reduce((sum, height) => sum + height, 0)
    // A point less, since sums of fractions may come out a trifle larger than they are.
    const free = room - this.headHeight - this.look.apart - 1
    // Text that finds no room below even the shortest boxes goes to the next page: then nothing is kept free for it.
    let rest = Math.min(natural + after <= free ? free - after : free, sheet.frame.height * 0.66)
    heights.forEach((height, index) => {
      const share = rest / (heights.length - index)
      if (height <= share) this.leastHeight = Math.max(this.leastHeight, share)
      rest -= Math.max(height, this.leastHeight)
    })
    this.leastHeight = Math.max(this.leastHeight, leastBox)
    this.ahead = null
  }

  private nextPage(): void {
    this.pager.newPage()
    this.drawHead()
  }

  private drawHead(): void {
    const { pager, heads } = this
    const { sheet } = pager
    if (this.headHeight === 0) return
    const top = pager.y
    const bottom = top + this.headHeight
    sheet.artifact('Layout', () => {
      if (this.table.look === 'ruled') this.drawRules([top, bottom], 0.8, ink.rule)
      else this.drawBoxes(top, bottom)
    })
    const node: StructureNode = { type: 'TR', parent: { type: 'THead', parent: this.node } }
    const drawCell = (lines: readonly Line[], column: number) =>
      lines.forEach((line, index) => {
        const foot = top + headPadding + index * this.look.headLeading + this.look.headLeading / 2 + this.look.head.size * 0.34
        sheet.drawPieces(line.pieces, this.textStart(column), foot)
      })
    if (this.headTagged) {
      sheet.artifact('Pagination', () => heads.forEach(drawCell))
    } else {
      heads.forEach((lines, column) => {
        sheet.open({ type: 'TH', parent: node, scope: 'Column' }, top).add(() => drawCell(lines, column))
      })
      this.headTagged = true
    }
    pager.y = bottom
  }

  private drawWhole(set: SetRow): void {
    const { pager, look } = this
    const top = pager.y
    const bottom = top + set.height
    this.drawFrame(set, top, bottom)
    pager.holdNotes(set.cells.flat(), bottom)
    set.cells.forEach((lines, column) => {
      pager.sheet.paint(lines, this.textStart(column), top + look.above)
    })
    pager.y = bottom
  }

  /** A row taller than a page: each cell goes on where it stopped, and the first tells which row it is when it has no more to say. */
  private drawInParts(set: SetRow): void {
    const { pager, look } = this
    const starts = set.cells.map(() => 0)
    for (;;) {
      const top = pager.y
      const ends = set.cells.map((lines, column) => this.partEnd(lines, starts[column] ?? 0, pager.room - look.above - look.below))
      const parts = set.cells.map((lines, column) => lines.slice(starts[column], ends[column]))
      const bottom = top + Math.max(...parts.map(heightOf)) + look.above + look.below
      const again = starts.some((start) => start > 0)
      this.drawFrame(set, top, bottom)
      pager.holdNotes(parts.flat(), bottom)
      if (again && parts[0]?.length === 0) this.drawReminder(set, top)
      parts.forEach((lines, column) => {
        pager.sheet.paint(lines, this.textStart(column), top + look.above)
        starts[column] = ends[column] ?? 0
      })
      pager.y = bottom
      if (set.cells.every((lines, column) => (starts[column] ?? 0) >= lines.length)) return
      this.nextPage()
    }
  }

  /** How many lines from `start` fit into `room` with their notes: one at least, and none that must stay with the next. */
  private partEnd(lines: readonly StackLine[], start: number, room: number): number {
    let end = start
    let height = 0
    for (let line = lines[end]; line; line = lines[end]) {
      height += (end > start ? line.gap : 0) + line.height
      if (height > room || (line.notes.length > 0 && height + this.pager.noteHeight(lines.slice(start, end + 1)) > room)) break
      end += 1
    }
    if (end === lines.length) return end
    let whole = end
    while (whole > start + 1 && lines[whole - 1]?.keep) whole -= 1
    return whole > start + 1 ? whole : Math.max(end, Math.min(start + 1, lines.length))
  }

  private drawReminder(set: SetRow, top: number): void {
    const [line] = set.cells[0] ?? []
    if (!line) return
    const { sheet } = this.pager
    const place: StructureNode = { type: 'Artifact', parent: null }
    const words = typeset(
      [{ kind: 'paragraph', style: 'detail', runs: [{ kind: 'text', text: this.continued }] }],
      this.textWidth(0),
      'ruled',
      place,
      this.fonts,
    )
    sheet.artifact('Pagination', () => {
      for (const segment of line.segments)
        sheet.drawPieces(segment.pieces, this.textStart(0) + segment.x, top + this.look.above + line.baseline)
      let y = top + this.look.above + line.height
      for (const next of words) {
        for (const segment of next.segments) sheet.drawPieces(segment.pieces, this.textStart(0) + segment.x, y + next.baseline)
        y += next.height
      }
    })
  }

  /** The row's lines, and its places in the structure: empty cells have one too. */
  private drawFrame(set: SetRow, top: number, bottom: number): void {
    const { sheet } = this.pager
    sheet.artifact('Layout', () => {
      if (this.table.look === 'ruled') {
        this.drawRules([bottom], 0.4, ink.hair)
        return
      }
      set.row.cells.forEach((cell, column) => {
        const left = this.edges[column] ?? 0
        if (cell.muted) sheet.fill(left, top, (this.edges[column + 1] ?? left) - left, bottom - top, ink.shade)
      })
      this.drawBoxes(top, bottom)
    })
    for (const node of set.nodes) sheet.open(node, top)
  }

  private drawRules(heights: readonly number[], weight: number, color: string): void {
    const { left, right } = this.pager.sheet.frame
    for (const y of heights) this.pager.sheet.rule(left, y, right, y, weight, color)
  }

  private drawBoxes(top: number, bottom: number): void {
    this.drawRules([top, bottom], 0.4, ink.hair)
    for (const x of this.edges) this.pager.sheet.rule(x, top, x, bottom, 0.4, ink.hair)
  }
}
