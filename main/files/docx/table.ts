import {
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Cell, plainText, type Row, type Table as TableBlock } from '#shared/documents/blocks.ts'
import type { Numbering } from './numbering.ts'
import { ink, tableHeadStyles, twips } from './styles.ts'
import { paragraphsOf, writable } from './text.ts'

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hair: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: ink.hair }
const rule: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: ink.rule }

/** No rules at all, for a table that only sets words beside one another. */
export const noBorders: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

const boxes: ITableBordersOptions = { top: hair, bottom: hair, left: hair, right: hair, insideHorizontal: hair, insideVertical: hair }

const borders: Readonly<Record<TableBlock['look'], ITableBordersOptions>> = {
  ruled: { ...noBorders, top: rule, bottom: hair, insideHorizontal: hair },
  grid: boxes,
  matrix: boxes,
}

/** White inside a cell, in points. */
const padding = {
  ruled: { across: 7, above: 6, below: 5 },
  grid: { across: 5, above: 3, below: 3 },
  matrix: { across: 4, above: 2, below: 2 },
} as const

/** A row whose longest cell is longer than this, in characters or lines, may be split: it could be taller than a page. */
const longestWhole = { characters: 1600, lines: 30 } as const

const staysWhole = ({ cells }: Row): boolean =>
  cells.every(({ blocks }) => {
    const words = plainText(blocks)
    return words.length <= longestWhole.characters && words.split('\n').length <= longestWhole.lines
  })

/** The weeks of a month fill this much of a page together, in points. */
const monthHeight = 300

/** Writes a table `width` points wide: its head stands on every page. */
export function tableOf(table: TableBlock, width: number, numbering: Numbering): Table {
  const { look, columns, rows } = table
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const columnWidths = columns.map((column) => twips((width * column.width) / total))
  const { across, above, below } = padding[look]
  const place = look === 'ruled' ? 'ruled' : 'grid'
  const frame = (column: number, vertical: { readonly top: number; readonly bottom: number }) => ({
    width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
    margins: {
      // A ruled table stands flush with the text around it.
      left: look === 'ruled' && column === 0 ? 0 : twips(across),
      right: look === 'ruled' && column === columns.length - 1 ? 0 : twips(across),
      top: twips(vertical.top),
      bottom: twips(vertical.bottom),
    },
  })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ heading }, column) =>
        new TableCell({
          ...frame(column, { top: 0, bottom: 0 }),
          ...(look === 'ruled' ? { borders: { bottom: rule } } : {}),
          children: [new Paragraph({ style: tableHeadStyles[place], keepNext: true, children: [new TextRun(writable(heading))] })],
        }),
    ),
  })
  const cellOf = ({ blocks, muted }: Cell, column: number, leadsRow: boolean) => {
    const paragraphs = paragraphsOf(blocks, place, numbering, { leadsRow })
    return new TableCell({
      ...frame(column, { top: above, bottom: below }),
      ...(muted === true ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: ink.shade } } : {}),
      children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
    })
  }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths,
    borders: borders[look],
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [
      // A table of boxes may have no heads.
      ...(columns.some(({ heading }) => heading !== '') ? [head] : []),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: staysWhole(row),
            ...(look === 'grid' ? { height: { value: twips(monthHeight / rows.length), rule: HeightRule.ATLEAST } } : {}),
            children: row.cells.map((cell, column) => cellOf(cell, column, row.leads === true)),
          }),
      ),
    ],
  })
}
