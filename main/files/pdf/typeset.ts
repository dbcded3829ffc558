import {
  type Heading,
  type HeadingLevel,
  headingTitle,
  type List,
  type Paragraph,
  type ParagraphStyle,
  type Run,
  type TextBlock,
} from '#shared/documents/blocks.ts'
import { startsLeftward } from '../direction.ts'
import type { FontSet } from './fonts.ts'
import { breakLines, type Piece, type Setting, widthOf } from './lines.ts'

/** A place in the document's structure. Its element is made when its first content is painted. */
export interface StructureNode {
  readonly type: string
  readonly parent: StructureNode | null
  /** Of a header cell: it heads its column. */
  readonly scope?: 'Column'
  /** Number of the footnote it is. */
  readonly note?: number
  /** What it reads, where its glyphs stand in another order. */
  readonly actual?: string
  /** Bookmarked under this name, at this depth, when its first content is painted. */
  readonly bookmark?: { readonly level: number; readonly title: string }
}

/** A line of type with what the page maker needs to know of it. */
export interface StackLine {
  readonly segments: readonly Segment[]
  /** White space above, dropped at the top of a page or cell. */
  readonly gap: number
  /** From the top of the line to the top of the next. */
  readonly height: number
  /** From the top of the line to the feet of its letters. */
  readonly baseline: number
  /** Footnotes whose marks stand in it, and the paragraph they belong to. */
  readonly notes: readonly { readonly number: number; readonly node: StructureNode }[]
  /** It must not be the last line of a page. */
  readonly keep: boolean
}

/** Pieces of a line that belong to one place in the structure: the label of an item and its text are two. */
interface Segment {
  readonly node: StructureNode
  /** Distance from the left edge of the stack. */
  readonly x: number
  readonly pieces: readonly Piece[]
}

/** Where text stands: on the page, in a ruled table, or in the small boxes of a month. */
export type Place = 'page' | 'ruled' | 'grid'

interface BlockSetting extends Setting {
  readonly leading: number
  readonly above: number
  readonly below: number
  readonly align?: 'center'
  readonly indent?: number
  readonly keep?: boolean
}

export const ink = { text: '#111111', soft: '#333333', faint: '#555555', rule: '#111111', hair: '#999999', shade: '#f3f3f1' } as const

const page: Readonly<Record<ParagraphStyle, BlockSetting>> = {
  body: { size: 10.5, leading: 14.6, color: ink.text, above: 0, below: 7 },
  detail: { size: 9.5, leading: 12.8, color: ink.soft, above: 0, below: 7 },
  subtitle: { size: 9.5, leading: 13, color: ink.soft, above: 0, below: 14, align: 'center' },
  quotation: { size: 9.5, leading: 13.2, color: ink.soft, above: 0, below: 6, indent: 20 },
  label: { size: 10.5, leading: 14.6, color: ink.text, above: 8, below: 3, bold: true, keep: true },
}

const ruled: Readonly<Record<ParagraphStyle, BlockSetting>> = {
  body: { ...page.body, leading: 14, below: 3 },
  detail: { ...page.detail, size: 9.25, leading: 12.4, below: 3 },
  subtitle: { ...page.subtitle, below: 3 },
  quotation: { ...page.quotation, indent: 10, below: 3 },
  label: { ...page.label, leading: 14, above: 4, below: 2 },
}

const grid: Readonly<Record<ParagraphStyle, BlockSetting>> = {
  body: { size: 8, leading: 10.2, color: ink.text, above: 0, below: 2 },
  detail: { size: 7.5, leading: 9.6, color: ink.soft, above: 0, below: 2 },
  subtitle: { size: 8, leading: 10.2, color: ink.soft, above: 0, below: 2 },
  quotation: { size: 7.5, leading: 9.6, color: ink.soft, above: 0, below: 2 },
  label: { size: 8.5, leading: 11, color: ink.text, above: 0, below: 1.5, bold: true, keep: true },
}

const paragraphs: Readonly<Record<Place, Readonly<Record<ParagraphStyle, BlockSetting>>>> = { page, ruled, grid }

/** Headings of the deepest levels look alike. */
const deep: BlockSetting = { size: 9.25, leading: 12.8, color: ink.faint, bold: true, above: 6, below: 2, keep: true }

const headings: Readonly<Record<HeadingLevel, BlockSetting>> = {
  1: { size: 14, leading: 18.5, color: ink.text, bold: true, above: 20, below: 4, align: 'center', tracking: 0.28, keep: true },
  2: { size: 12, leading: 16, color: ink.text, bold: true, above: 18, below: 6, tracking: 0.2, keep: true },
  3: { size: 11.25, leading: 15.2, color: ink.text, bold: true, above: 12, below: 4, keep: true },
  4: { size: 10.5, leading: 14.6, color: ink.text, bold: true, above: 10, below: 3, keep: true },
  5: { size: 9.75, leading: 13.4, color: ink.soft, bold: true, above: 8, below: 2, tracking: 0.2, keep: true },
  6: deep,
  7: deep,
  8: deep,
}

const noteSetting: BlockSetting = { size: 8.5, leading: 11.2, color: ink.text, above: 0, below: 2 }

/** Sets blocks into a column of lines `width` points wide, below one another, as children of `parent`. */
export function typeset(blocks: readonly TextBlock[], width: number, place: Place, parent: StructureNode, fonts: FontSet): StackLine[] {
  const stack = new Stack(fonts, place)
  stack.addBlocks(blocks, 0, width, parent)
  return stack.lines
}

/** Sets a footnote: its number, then its words, with the number's place kept free on every line. */
export function typesetNote(number: number, runs: readonly Run[], width: number, parent: StructureNode, fonts: FontSet): StackLine[] {
  const stack = new Stack(fonts, 'page')
  const node: StructureNode = { type: 'Note', parent, note: number }
  const leftward = startsLeftward(runs)
  const addWords = () => stack.addRuns(runs, noteSetting, leftward ? 0 : 12, width - 12, node)
  stack.addLabelled(`${number}`, noteSetting, 0, 0, leftward ? width : null, node, addWords)
  return stack.lines
}

/** Height of lines below one another, without the white space above the first. */
export const heightOf = (lines: readonly StackLine[]): number =>
  lines.reduce((sum, line, index) => sum + (index > 0 ? line.gap : 0) + line.height, 0)

class Stack {
  readonly lines: StackLine[] = []
  private readonly fonts: FontSet
  private readonly place: Place
  private below = 0
  private label: Segment | null = null

  constructor(fonts: FontSet, place: Place) {
    this.fonts = fonts
    this.place = place
  }

  addBlocks(blocks: readonly TextBlock[], x: number, width: number, parent: StructureNode): void {
    for (const block of blocks) {
      if (block.kind === 'heading') this.addHeading(block, x, width, parent)
      else if (block.kind === 'paragraph') this.addParagraph(block, x, width, { type: 'P', parent })
      else this.addList(block, x, width, parent)
    }
  }

  private addHeading(heading: Heading, x: number, width: number, parent: StructureNode): void {
    const { level, runs } = heading
    // The file's tags know six levels; its bookmarks as many as there are.
    const node: StructureNode = { type: `H${Math.min(level, 6)}`, parent, bookmark: { level, title: headingTitle(heading) } }
    const setting = this.place === 'grid' ? { ...grid.label, below: 3 } : headings[level]
    this.addRuns(runs, setting, x, width, node)
  }

  private addParagraph(paragraph: Paragraph, x: number, width: number, node: StructureNode): void {
    if (paragraph.style === 'detail') this.tieToLast()
    this.addRuns(paragraph.runs, paragraphs[this.place][paragraph.style], x, width, node, paragraph.leads)
  }

  /** What comes next belongs to the last line: it follows without a gap, and on the same page. */
  private tieToLast(): void {
    this.below = 0
    const last = this.lines.pop()
    if (last) this.lines.push({ ...last, keep: true })
  }

  private addList(list: List, x: number, width: number, parent: StructureNode): void {
    const setting = paragraphs[this.place].body
    const labels = list.items.map((item) => (item.label ? widthOf(item.label, labelSetting(item.label, setting), this.fonts) : 0))
    const indent = Math.max(setting.size * 1.25, ...labels.map((label) => label + setting.size * 0.45))
    const node: StructureNode = { type: 'L', parent }
    let before: readonly TextBlock[] = []
    for (const item of list.items) {
      const entry: StructureNode = { type: 'LI', parent: node }
      const body: StructureNode = { type: 'LBody', parent: entry }
      const [first, ...rest] = item.blocks
      // Items stand closer together than paragraphs, but not where one ended with more than its own words.
      if (before.length < 2) this.below = Math.min(this.below, this.place === 'page' ? 4 : 2)
      before = item.blocks
      const leftward = first?.kind === 'paragraph' && startsLeftward(first.runs)
      const left = leftward ? x : x + indent
      this.addLabelled(item.label, setting, x, indent, leftward ? width : null, entry, () => {
        // The item's own words stand in its body directly; whatever follows them is a child of it.
        if (first?.kind === 'paragraph') this.addParagraph(first, left, width - indent, body)
        else if (first) this.addBlocks([first], left, width - indent, body)
        this.addBlocks(rest, left, width - indent, body)
      })
    }
  }

  /**
   * Puts a label before the first line that `addBody` adds; alone on a line when it adds none. Before words that run from right to left
   * means at their right: then `within` is the width of both.
   */
  addLabelled(
    label: string,
    setting: BlockSetting,
    x: number,
    indent: number,
    within: number | null,
    parent: StructureNode,
    addBody: () => void,
  ): void {
    const [line] = label
      ? breakLines([{ kind: 'text', text: label }], labelSetting(label, setting), Number.POSITIVE_INFINITY, this.fonts)
      : []
    if (line) {
      const room = Math.max(0, indent - line.width - setting.size * 0.4)
      this.label = { node: { type: 'Lbl', parent }, x: within === null ? x + room : x + within - room - line.width, pieces: line.pieces }
    }
    addBody()
    if (this.label) this.push([], setting, false)
  }

  addRuns(runs: readonly Run[], setting: BlockSetting, x: number, width: number, node: StructureNode, leads = endsInColon(runs)): void {
    const indent = setting.indent ?? 0
    const lines = breakLines(runs, setting, width - indent, this.fonts)
    this.below = Math.max(this.below, setting.above)
    lines.forEach((line, index) => {
      const shift = setting.align === 'center' ? (width - line.width) / 2 : line.leftward ? width - indent - line.width : indent
      const last = index === lines.length - 1
      // Neither the first line nor the last of a paragraph stands alone on a page.
      const keep = setting.keep === true || (last ? leads : index === 0 || index === lines.length - 2)
      this.push([{ node, x: x + shift, pieces: line.pieces }], setting, keep)
    })
    if (lines.length > 0) this.below = setting.below
  }

  private push(segments: readonly Segment[], setting: BlockSetting, keep: boolean): void {
    const all = this.label ? [this.label, ...segments] : segments
    this.label = null
    this.lines.push({
      segments: all,
      gap: this.below,
      height: setting.leading,
      // The letters stand in the middle of their line: this type rises about three times as far as it descends.
      baseline: setting.leading / 2 + setting.size * 0.34,
      notes: segments.flatMap((segment) =>
        segment.pieces.flatMap((piece) => (piece.note === null ? [] : [{ number: piece.note, node: segment.node }])),
      ),
      keep,
    })
    this.below = 0
  }
}

/** Bullets are small in this type: they are set bold. */
const labelSetting = (label: string, setting: BlockSetting): BlockSetting => (label === '•' ? { ...setting, bold: true } : setting)

/** Words that announce what follows: they must not be parted from it. */
function endsInColon(runs: readonly Run[]): boolean {
  const last = runs.at(-1)
  return last?.kind === 'text' && last.text.trimEnd().endsWith(':')
}
