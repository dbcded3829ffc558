import { unzipSync, zipSync } from 'fflate'
import writeExcelFile, { type CellObject, type Feature, type Sheet } from 'write-excel-file/node'
import { type DataCell, type DataTable, withoutFormula } from '#shared/documents/tables.ts'

type FileContent = Parameters<typeof writeExcelFile>[0] extends Sheet<infer Content>[] ? Content : never

/** Days before this one are text: Excel counts from it, and takes 1900 for a leap year. */
const firstDay = '1900-03-01'

const header = { fontWeight: 'bold', backgroundColor: '#E7ECF3', wrap: true, alignVertical: 'top', type: String } as const

const plain = { wrap: true, alignVertical: 'top' } as const

function cellOf(cell: DataCell | null): CellObject | null {
  if (cell === null) return null
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

/** What the library has no option for: filters on the heads, the head repeated on each printed page, the table as wide as the paper. */
const printing = (tables: readonly DataTable[]): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const table = tables[sheetIndex]
          if (table === undefined) return xml
          return xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('</sheetData>', `</sheetData><autoFilter ref="${areaOf(table)}"/>`)
            .replace(/<pageSetup[^>]*\/>/, '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
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
  const written = await writeExcelFile(sheets, { features: [printing(tables)] }).toBuffer()
  // The library stamps each part with the time of writing; in a zip that time is the reader's local one.
  return zipSync(unzipSync(written), { mtime: new Date(1980, 0, 1) })
}
