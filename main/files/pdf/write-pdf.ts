import type { Block, DocumentBlocks, Table, TextBlock } from '#shared/documents/blocks.ts'
import { documentLabels } from '#shared/locales/documents/labels.ts'
import { FontSet, type FontSource } from './fonts.ts'
import { breakLines, type Setting, widthOf } from './lines.ts'
import { Pager } from './pager.ts'
import { type Paper, Sheet } from './sheet.ts'
import { TableMaker } from './table.ts'
import { heightOf, ink, type StructureNode, typeset } from './typeset.ts'

export interface PdfOptions {
  readonly paper: Paper
  readonly fonts: FontSource
  /** Told how much of the work is done, from 0 to 1; what it throws ends the writing. */
  readonly onProgress?: (share: number) => void
}

export interface Pdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that no font has, each once, in the order met. They are printed as a box that still copies as the character. */
  readonly missingCharacters: readonly string[]
}

const settings = {
  body: { size: 11.5, color: ink.text, bold: true, tracking: 0.1 },
  small: { size: 9.5, color: ink.soft },
  lines: { size: 9.5, color: ink.text },
  running: { size: 8.5, color: ink.faint },
} as const satisfies Record<string, Setting>

/** How much of the work is done when the last page is set; the rest is putting the file together. */
const setShare = 0.7

/**
 * Writes a document as a tagged PDF. The same document gives the same bytes, whenever and wherever it is written.
 * Throws only when the fonts are not installed.
 */
export async function writePdf(document: DocumentBlocks, options: PdfOptions): Promise<Pdf> {
  const fonts = new FontSet(options.fonts)
  const sheet = new Sheet(document, options.paper, fonts)
  const pager = new Pager(sheet, fonts, document.footnotes)
  const labels = documentLabels[document.language]
  drawMasthead(document, pager, fonts)
  const flow = parts(document.blocks).map((part) => ({
    ...part,
    lines: typeset(part.text, sheet.frame.right - sheet.frame.left, 'page', sheet.root, fonts),
  }))
  const steps = flow.reduce((sum, { table }) => sum + 1 + (table?.rows.length ?? 0), 0)
  let step = 0
  const advance = () => options.onProgress?.((setShare * ++step) / steps)
  flow.forEach((part, index) => {
    const { lines } = part
    const table = part.table ? new TableMaker(part.table, pager, fonts, labels.continued, advance) : null
    pager.flow(lines, sheet.frame.left, table ? table.lead : 0)
    const next = flow[index + 1]?.lines ?? []
    table?.draw((next[0]?.gap ?? 0) + heightOf(next))
    if (part.endsPage) pager.newPage()
    advance()
  })
  pager.finish()
  for (let index = 0; index < sheet.pages; index += 1) drawRunning(document, sheet, fonts, index, labels.page(index + 1, sheet.pages))
  const bytes = await sheet.finish()
  return { bytes, pages: sheet.pages, missingCharacters: [...fonts.missing] }
}

interface Part {
  readonly text: readonly TextBlock[]
  readonly table: Table | null
  readonly endsPage: boolean
}

/** Cuts the blocks where a table or a page break stands: text, then what ends it. */
function parts(blocks: readonly Block[]): Part[] {
  const found: Part[] = []
  let text: TextBlock[] = []
  const finish = (table: Table | null, endsPage: boolean) => {
    found.push({ text, table, endsPage })
    text = []
  }
  for (const block of blocks) {
    if (block.kind === 'table') finish(block, false)
    else if (block.kind === 'page-break') finish(null, true)
    else text.push(block)
  }
  if (text.length > 0) finish(null, false)
  return found
}

/** Who speaks, on the left, which paper it is, on the right, and a rule below. */
function drawMasthead(document: DocumentBlocks, pager: Pager, fonts: FontSet): void {
  const { sheet } = pager
  const { left, right, top } = sheet.frame
  const { masthead } = document
  if (!masthead.body && !masthead.committee && masthead.lines.length === 0) return
  const widest = Math.max(0, ...masthead.lines.map((words) => widthOf(words, settings.lines, fonts)))
  const aside = Math.min(widest, (right - left) * 0.4)
  const column = right - left - (aside > 0 ? aside + 24 : 0)
  const entries: readonly (readonly [words: string, setting: Setting, leading: number])[] = [
    [masthead.body, settings.body, 15.5],
    [masthead.committee, settings.small, 13],
  ]
  let y = top
  for (const [words, setting, leading] of entries) {
    const node: StructureNode = { type: 'P', parent: sheet.root }
    for (const line of breakLines([{ kind: 'text', text: words }], setting, column, fonts)) {
      sheet.open(node, y).add(() => sheet.drawPieces(line.pieces, left, y + leading / 2 + setting.size * 0.34))
      y += leading
    }
  }
  let opposite = top
  for (const words of masthead.lines) {
    const node: StructureNode = { type: 'P', parent: sheet.root }
    for (const line of breakLines([{ kind: 'text', text: words }], settings.lines, aside + 0.1, fonts)) {
      sheet.open(node, opposite).add(() => sheet.drawPieces(line.pieces, right - line.width, opposite + 6.4 + settings.lines.size * 0.34))
      opposite += 12.8
    }
  }
  const bottom = Math.max(y, opposite) + 6
  sheet.artifact('Layout', () => sheet.rule(left, bottom, right, bottom, 1.1, ink.rule))
  pager.y = bottom
}

/** Head (from the second page) and foot of a page. */
function drawRunning(document: DocumentBlocks, sheet: Sheet, fonts: FontSet, index: number, pageLabel: string): void {
  const { left, right, bottom, top } = sheet.frame
  const oneLine = (words: string, width: number) => {
    const [line, more] = breakLines([{ kind: 'text', text: words }], settings.running, width, fonts)
    if (!line || !more) return line
    return breakLines(
      [
        {
          kind: 'text',
          text: `${line.pieces
            .map((piece) => piece.words)
            .join('')
            .trimEnd()} …`,
        },
      ],
      settings.running,
      right - left,
      fonts,
    )[0]
  }
  const put = (words: string, side: 'left' | 'right', width: number, y: number) => {
    const line = oneLine(words, width)
    if (line) sheet.drawPieces(line.pieces, side === 'left' ? left : right - line.width, y)
  }
  sheet.goToPage(index)
  sheet.artifact('Pagination', () => {
    put(document.footer, 'left', (right - left) * 0.7, bottom + 28)
    put(pageLabel, 'right', (right - left) * 0.3, bottom + 28)
    if (index === 0) return
    put(document.title, 'left', (right - left) * 0.6, top - 26)
    put(document.masthead.symbol, 'right', (right - left) * 0.38, top - 26)
    sheet.rule(left, top - 18, right, top - 18, 0.4, ink.hair)
  })
}
