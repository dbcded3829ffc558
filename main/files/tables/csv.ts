import { stringify } from 'csv-stringify/sync'
import { type DataCell, type DataTable, withoutFormula } from '#shared/documents/tables.ts'

const valueOf = (cell: DataCell | null): string | number => {
  if (cell === null) return ''
  if (cell.kind === 'text') return withoutFormula(cell.text)
  return cell.kind === 'day' ? cell.date : cell.value
}

/** A table as RFC 4180 has it, in UTF-8. The mark at the beginning tells Excel so; without it accents come out as two letters each. */
export function writeCsv({ columns, rows }: DataTable): Uint8Array {
  const records = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(valueOf))]
  return new TextEncoder().encode(stringify(records, { bom: true, record_delimiter: 'windows' }))
}
