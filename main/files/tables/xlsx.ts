import { unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type CellObject, type Feature, type Sheet } from 'write-excel-file/node'
import { type DataCell, type DataTable, withoutFormula } from '#shared/documents/tables.ts'

type FileContent = Parameters<typeof writeExcelFile>[0] extends Sheet<infer Content>[] ? Content : never

/** Days before this one are text: Excel counts from it, and takes 1900 for a leap year. */
const firstDay = '1900-03-01'

/** Days and numbers stand left as words do: a column is read down its left edge. */
const plain = { wrap: true, align: 'left', alignVertical: 'top', bottomBorderStyle: 'thin', bottomBorderColor: '#D3D8E0' } as const

const header = { ...plain, fontWeight: 'bold', backgroundColor: '#E7ECF3', type: String } as const

const font = { fontFamily: 'Calibri', fontSize: 11 } as const

/** Height of a line in that type, and the greatest that a row may have, in points. */
const leading = 15
const tallestRow = 409

function cellOf(cell: DataCell | null): CellObject {
  if (cell === null) return plain
  if (cell.kind === 'number') return { ...plain, type: Number, value: cell.value }
  if (cell.kind === 'day' && cell.date >= firstDay)
    return { ...plain, type: Date, format: 'yyyy-mm-dd', value: new Date(`${cell.date}T00:00:00Z`) }
  return { ...plain, type: String, value: cell.kind === 'day' ? cell.date : withoutFormula(shortened(cell.text)) }
}

/** A cell holds no more: a longer one would make the program "repair" the file. */
const longestCell = 32_765

const shortened = (words: string): string => (words.length > longestCell ? `${words.slice(0, longestCell)}…` : words)

/** `A1:K20` for a table with its head. */
const areaOf = ({ columns, rows }: DataTable, mark = ''): string => {
  const last = String.fromCharCode(64 + columns.length)
  return `${mark}A${mark}1:${mark}${last}${mark}${rows.length + 1}`
}

/** Lines that words take in a column so many characters wide. */
const linesIn = (words: string, width: number): number =>
  words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)

const wordsOf = (cell: DataCell | null | undefined): string => (cell?.kind === 'text' ? cell.text : '')

/** The height of each row, the head first. Without it some programs give every row one line, and words run into one another. */
const heightsOf = ({ columns, rows }: DataTable): number[] =>
  [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(wordsOf))].map((row) =>
    Math.min(tallestRow, leading * Math.max(...row.map((words, index) => linesIn(words, columns[index]?.width ?? 1)))),
  )

/**
 * What the library has no option for: filters on the heads, the head repeated on each printed page, the table as wide as the paper, and
 * heights that are a first guess (those it writes are fixed, and a row would not grow with its words).
 */
const printing = (tables: readonly DataTable[]): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const table = tables[sheetIndex]
          if (table === undefined) return xml
          const heights = heightsOf(table)
          return xml
            .replace(/<row r="(\d+)"/g, (row, place: string) => `${row} ht="${heights[Number(place) - 1] ?? leading}"`)
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('</sheetData>', `</sheetData><autoFilter ref="${areaOf(table)}"/>`)
            .replace(
              /<pageSetup[^>]*\/>/,
              '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
            )
        },
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const names = tables.map((table, index) => {
            const sheet = `'${table.title.replaceAll("'", "''")}'`
            return (
              `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${areaOf(table, '$')}</definedName>` +
              `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$1:$1</definedName>`
            )
          })
          return xml.replace('<definedNames/>', `<definedNames>${names.join('')}</definedNames>`)
        },
      },
    },
  },
})

/** Tables as an Excel workbook, a sheet for each. The same tables give the same bytes. */
export async function writeXlsx(tables: readonly DataTable[]): Promise<Uint8Array> {
  const sheets = tables.map((table) => ({
    sheet: table.title,
    data: [table.columns.map(({ heading }) => ({ ...header, value: heading })), ...table.rows.map((row) => row.map(cellOf))],
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }))
  const written = await writeExcelFile(sheets, { ...font, features: [printing(tables)] }).toBuffer()
  // The library stamps each part with the time of writing; in a zip that time is the reader's local one.
  return zipSync(unzipSync(written), { mtime: new Date(1980, 0, 1) })
}
