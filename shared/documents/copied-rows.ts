import { writeActivityCell } from '../cells/activity-cell.ts'
import { writeMandateCell } from '../cells/mandate-cell.ts'
import { formatPlanDate } from '../dates/write.ts'
import type { Activity, Item } from '../model/activity.ts'
import type { Language } from '../model/language.ts'

/** What goes onto the clipboard: the same words for programs that keep tables and lists, and for those that keep neither. */
export interface Copied {
  readonly html: string
  readonly text: string
}

/** The cell of a row that is copied. */
export type CopiedColumn = 'date' | 'mandate' | 'activity'

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')

/** Lines as paragraphs and nested lists, which word processors keep. A list below a plain line begins at that line's margin. */
function listed(items: readonly Item[]): string {
  let html = ''
  const open: string[] = []
  let plain = false
  const close = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`
  }
  for (const { level, marker, text } of items) {
    if (level === 0) plain = marker === 'none'
    if (marker === 'none') {
      close(0)
      html += `<p>${escaped(text)}</p>`
      continue
    }
    const tag = marker === 'number' ? 'ol' : 'ul'
    const depth = Math.max(0, plain ? level - 1 : level)
    close(depth + 1)
    if (open.length === depth + 1 && open[depth] !== tag) close(depth)
    if (open.length === depth + 1) html += '</li>'
    while (open.length < depth + 1) {
      html += `<${tag}>${open.length < depth ? '<li>' : ''}`
      open.push(tag)
    }
    html += `<li>${escaped(text)}`
  }
  close(0)
  return html
}

const cellText = ({ when, mandate, items }: Activity, column: CopiedColumn, language: Language): string =>
  column === 'date' ? formatPlanDate(when, language) : column === 'mandate' ? writeMandateCell(mandate, language) : writeActivityCell(items)

/** One cell of a row. */
export const copyCell = (activity: Activity, column: CopiedColumn, language: Language): Copied => {
  const text = cellText(activity, column, language)
  return { html: column === 'activity' ? listed(activity.items) : text === '' ? '' : paragraphs(text), text }
}

const columns: readonly CopiedColumn[] = ['date', 'mandate', 'activity']

/** A cell of tab-separated text: one with line breaks stands in quotation marks, as in spreadsheets. */
const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as a table of date, mandate and activity. */
export function copyRows(rows: readonly Activity[], language: Language): Copied {
  const cells = rows.map((row) => columns.map((column) => copyCell(row, column, language)))
  const lines = cells.map(
    (row) => `<tr>${row.map(({ html }) => `<td style="border:1px solid;padding:4pt;vertical-align:top">${html}</td>`).join('')}</tr>`,
  )
  return {
    html: `<table style="border-collapse:collapse"><tbody>${lines.join('')}</tbody></table>`,
    text: cells.map((row) => row.map(({ text }) => quoted(text)).join('\t')).join('\n'),
  }
}
