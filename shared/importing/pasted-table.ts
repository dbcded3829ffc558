import { readActivityCell } from '../cells/activity-cell.ts'
import type { Item } from '../model/activity.ts'
import { attributeOf, blockTags, type Element, isElement, isHidden, type Node, parseHtml } from './html.ts'

/** A line of a cell: a paragraph, or an item of a list at its level. */
export type PastedLine = Pick<Item, 'level' | 'marker' | 'text'>

/** A table from the clipboard: rows of as many cells each, and nothing of its looks. */
export interface PastedTable {
  readonly rows: readonly (readonly (readonly PastedLine[])[])[]
}

/** What a program puts on the clipboard, in two forms of the same. */
export interface Clipboard {
  readonly html: string
  readonly text: string
}

const deepest = 2
const asLevel = (level: number): number => Math.min(deepest, Math.max(0, level))

const numbered = /^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[ivxlc]{1,5}[.)])$/
const typedMark = /^(?:(?<number>\d{1,3}[.)])|[·•▪●◦‣-])[\s\u00a0]+(?=\S)/u

/** Collects the lines of a cell as its elements are walked through. */
class LineReader {
  readonly lines: PastedLine[] = []
  private text = ''
  private mark: Omit<PastedLine, 'text'> = { level: 0, marker: 'none' }
  /** Word draws the mark of a list item as words before it, inside an element that says so. */
  private drawnMark = ''

  end(): void {
    const text = this.text.replace(/[\s\u00a0]+/g, ' ').trim()
    if (text !== '') this.lines.push(this.lineOf(text))
    this.text = ''
    this.drawnMark = ''
  }

  private lineOf(text: string): PastedLine {
    if (this.drawnMark !== '') return { ...this.mark, marker: numbered.test(this.drawnMark) ? 'number' : 'bullet', text }
    if (this.mark.marker !== 'none') return { ...this.mark, text }
    const typed = typedMark.exec(text)
    if (typed === null) return { ...this.mark, text }
    return {
      level: this.mark.level,
      marker: typed.groups?.['number'] === undefined ? 'bullet' : 'number',
      text: text.slice(typed[0].length),
    }
  }

  private within(mark: Omit<PastedLine, 'text'>, element: Element, depth: number, list: 'bullet' | 'number'): void {
    const outer = this.mark
    this.end()
    this.mark = mark
    this.readAll(element.childNodes, depth, list)
    this.end()
    this.mark = outer
  }

  readAll(nodes: readonly Node[], depth = -1, list: 'bullet' | 'number' = 'bullet'): void {
    for (const node of nodes) this.read(node, depth, list)
  }

  /** `depth` is that of the list around, -1 outside of any. */
  private read(node: Node, depth: number, list: 'bullet' | 'number'): void {
    if (node.nodeName === '#text' && 'value' in node) this.text += node.value
    if (!isElement(node) || isHidden(node)) return
    const { tagName } = node
    const style = attributeOf(node, 'style')
    if (/mso-list:\s*ignore/i.test(style)) this.drawnMark = textOf(node)
    else if (tagName === 'br') this.end()
    else if (tagName === 'ul' || tagName === 'ol') {
      this.end()
      this.readAll(node.childNodes, depth + 1, tagName === 'ol' ? 'number' : 'bullet')
      this.end()
    } else if (tagName === 'li') this.within({ level: asLevel(Math.max(0, depth)), marker: list }, node, depth, list)
    else if (blockTags.has(tagName)) {
      const level = /mso-list:[^;]*\blevel(?<level>\d)/i.exec(style)?.groups?.['level']
      // A paragraph inside a list item is the item; Word says the level of its own list paragraphs in their style.
      const mark = level === undefined ? this.mark : { level: asLevel(Number(level) - 1), marker: 'none' as const }
      this.within(mark, node, depth, list)
    } else this.readAll(node.childNodes, depth, list)
  }
}

const textOf = (node: Node): string =>
  (isElement(node) ? node.childNodes.map(textOf).join('') : 'value' in node ? node.value : '').replace(/[\s\u00a0]+/g, ' ').trim()

/** No line goes more than one level below the one before it. */
function atMost(lines: readonly PastedLine[]): PastedLine[] {
  let above = -1
  return lines.map((line) => {
    const level = Math.min(line.level, above + 1)
    above = level
    return { ...line, level }
  })
}

function linesOf(element: Element): PastedLine[] {
  const reader = new LineReader()
  reader.readAll(element.childNodes)
  reader.end()
  return underPlain(atMost(reader.lines))
}

/** A list that follows a plain line belongs below it, as in the calendar. */
function underPlain(lines: readonly PastedLine[]): PastedLine[] {
  let plain = false
  return lines.map((line) => {
    if (line.marker !== 'bullet') plain = line.marker === 'none'
    return plain && line.marker === 'bullet' ? { ...line, level: asLevel(line.level + 1) } : line
  })
}

function find(nodes: readonly Node[], tagName: string): Element | null {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const found = node.tagName === tagName ? node : isHidden(node) ? null : find(node.childNodes, tagName)
    if (found !== null) return found
  }
  return null
}

const parts = new Set(['thead', 'tbody', 'tfoot'])

const rowsOf = (table: Element): Element[] =>
  table.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : parts.has(child.tagName) ? rowsOf(child) : []))

/** A span read from the clipboard could ask for any number of cells. */
const spanOf = (cell: Element, name: string): number => Math.min(64, Math.max(1, Number.parseInt(attributeOf(cell, name), 10) || 1))

/** Cells as a grid: one that spans several rows says the same in each, one that spans columns leaves the others empty. */
function gridOf(table: Element): PastedLine[][][] {
  const grid: PastedLine[][][] = []
  const rows = rowsOf(table).filter((row) => !isHidden(row))
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row.childNodes.filter(isElement)) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue
      while (grid[y]?.[x] !== undefined) x++
      const lines = linesOf(cell)
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
      for (let below = y; below < Math.min(y + down, rows.length); below++) {
        const to = (grid[below] ??= [])
        for (let beside = 0; beside < across; beside++) to[x + beside] = beside === 0 ? lines : []
      }
      x += across
    }
  })
  return grid
}

/** The same number of cells in every row; rows and columns that hold nothing are left out. */
function squared(grid: readonly (readonly (readonly PastedLine[] | undefined)[] | undefined)[]): PastedTable {
  const width = Math.max(0, ...grid.map((row) => row?.length ?? 0))
  const full = grid
    .map((row) => Array.from({ length: width }, (_, x) => row?.[x] ?? []))
    .filter((row) => row.some((cell) => cell.length > 0))
  const used = Array.from({ length: width }, (_, x) => full.some((row) => (row[x]?.length ?? 0) > 0))
  return { rows: full.map((row) => row.filter((_, x) => used[x])) }
}

/** Lines of plain text; marks and indents at their beginnings are understood. */
const plainLines = (text: string): PastedLine[] =>
  readActivityCell(text, { makeId: () => '' }).map(({ level, marker, text: words }) => ({ level, marker, text: words }))

/** Tab-separated text as spreadsheets write it: a cell with line breaks stands in quotation marks. */
function readTabs(text: string): PastedTable | null {
  if (!text.includes('\t')) return null
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const row = rows.at(-1) ?? []
    const cell = row.at(-1) ?? ''
    const sign = text.charAt(at)
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') row[row.length - 1] = `${cell}${text.charAt(at++)}`
    else if (sign === '"' && (quoted || (cell === '' && /"\s*(?:\t|\r|\n|$)/.test(text.slice(at + 1))))) quoted = !quoted
    else if (!quoted && sign === '\t') row.push('')
    else if (!quoted && sign === '\n') rows.push([''])
    else if (quoted || sign !== '\r') row[row.length - 1] = cell + sign
  }
  return squared(rows.map((row) => row.map(plainLines)))
}

/**
 * Reads the table that was copied in Word, Excel, LibreOffice, a browser or here: rows, cells, and in them paragraphs, bullets and sub-bullets.
 * Only words are taken over; nothing of the clipboard is ever run or shown as it came. Null when there is no table.
 */
export function readPastedTable({ html, text }: Clipboard): PastedTable | null {
  const page = parseHtml(html)
  const table = page.ok ? find(page.value, 'table') : null
  const read = table === null ? readTabs(text) : squared(gridOf(table))
  return read === null || read.rows.length === 0 ? null : read
}

/** Reads what was copied as the lines of one cell. */
export function readPastedLines({ html, text }: Clipboard): PastedLine[] {
  const page = parseHtml(html)
  if (!page.ok) return plainLines(text)
  const reader = new LineReader()
  reader.readAll(page.value)
  reader.end()
  const lines = underPlain(atMost(reader.lines))
  return lines.length === 0 ? plainLines(text) : lines
}
