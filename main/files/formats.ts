import { type Layout, layOut } from '#shared/documents/layouts.ts'
import type { PlanDocumentOptions } from '#shared/documents/plan-parts.ts'
import { type TableName, tableNames } from '#shared/documents/table-names.ts'
import { dataTable } from '#shared/documents/tables.ts'
import { calendarEvents, type LeftOut } from '#shared/exchange/calendar-events.ts'
import { writeCalendar } from '#shared/exchange/icalendar.ts'
import type { Plan } from '#shared/model/plan.ts'
import { printPdf } from './pdf/print.ts'
import type { Paper } from './pdf/sheet.ts'

export interface WriteOptions extends PlanDocumentOptions {
  /** What a laid-out format shows of the plan; the others pass over it. */
  readonly layout: Layout
  readonly paper: Paper
  /** The table that a format with room for one writes; the calendar unless given. */
  readonly table?: TableName
  /** IANA name of the zone on whose clocks the plan's hours are read; that of the committee's seat unless given. */
  readonly timeZone?: string
  /** Told how much of the work is done, from 0 to 1, by the writers that can say; what it throws ends the writing. */
  readonly onProgress?: (share: number) => void
}

export interface Written {
  readonly bytes: Uint8Array
  /** How many pages it has; null where the reader's program makes the pages, or there are none. */
  readonly pages: number | null
  /** Characters that no font could show, each once. */
  readonly missingCharacters: readonly string[]
  /** Activities that the format cannot show, by row; absent where it shows all. */
  readonly leftOut?: readonly LeftOut[]
}

interface Format {
  /** What its files' names end in, without the dot. */
  readonly ending: string
  readonly mediaType: string
  /** Whether it writes the blocks of a layout, or the plan's records themselves. */
  readonly laidOut: boolean
  readonly write: (plan: Plan, options: WriteOptions) => Promise<Written>
}

/** A file whose reader makes the pages, or has none, and brings its own fonts. */
const unpaged = (bytes: Uint8Array): Written => ({ bytes, pages: null, missingCharacters: [] })

/** Every kind of file that a plan can be written as. Each loads its writer at the first call. */
export const formats = {
  pdf: {
    ending: 'pdf',
    mediaType: 'application/pdf',
    laidOut: true,
    write: (plan, options) => printPdf(layOut(plan, options.layout, options), options.paper, options.onProgress),
  },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    laidOut: true,
    write: async (plan, options) => {
      const { writeDocx } = await import('./docx/write-docx.ts')
      return unpaged(await writeDocx(layOut(plan, options.layout, options), options.paper))
    },
  },
  html: {
    ending: 'html',
    mediaType: 'text/html',
    laidOut: true,
    write: async (plan, options) => {
      const { writeHtml } = await import('./html/write-html.ts')
      return unpaged(new TextEncoder().encode(writeHtml(layOut(plan, options.layout, options))))
    },
  },
  ics: {
    ending: 'ics',
    mediaType: 'text/calendar',
    laidOut: false,
    write: async (plan, options) => {
      const calendar = calendarEvents(plan, options)
      return { ...unpaged(new TextEncoder().encode(writeCalendar(calendar))), leftOut: calendar.leftOut }
    },
  },
  xlsx: {
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    laidOut: false,
    write: async (plan, options) => {
      const { writeXlsx } = await import('./tables/xlsx.ts')
      return unpaged(await writeXlsx(tableNames.map((name) => dataTable(name, plan, options))))
    },
  },
  csv: {
    ending: 'csv',
    mediaType: 'text/csv',
    laidOut: false,
    write: async (plan, options) => {
      const { writeCsv } = await import('./tables/csv.ts')
      return unpaged(writeCsv(dataTable(options.table ?? 'calendar', plan, options)))
    },
  },
  akn: {
    ending: 'xml',
    mediaType: 'application/akn+xml',
    laidOut: false,
    write: async (plan, options) => {
      const { writeAkomaNtoso } = await import('./akoma-ntoso/write-akoma-ntoso.ts')
      return unpaged(new TextEncoder().encode(writeAkomaNtoso(layOut(plan, 'document', options), plan.header)))
    },
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatId = keyof typeof formats

/** Writes a plan as a file of that format. The same plan and options give the same bytes. */
export const writeFormat = (format: FormatId, plan: Plan, options: WriteOptions): Promise<Written> => formats[format].write(plan, options)

/** The format that a file's name asks for by its ending; null when there is none. */
export const formatOf = (name: string): FormatId | null =>
  (Object.keys(formats) as FormatId[]).find((id) => name.toLowerCase().endsWith(`.${formats[id].ending}`)) ?? null
