import { type Layout, layOut } from '#shared/documents/layouts.ts'
import type { PlanDocumentOptions } from '#shared/documents/plan-parts.ts'
import type { Plan } from '#shared/model/plan.ts'
import { printPdf } from './pdf/print.ts'
import type { Paper } from './pdf/sheet.ts'

export interface WriteOptions extends PlanDocumentOptions {
  /** What a laid-out format shows of the plan; the others pass over it. */
  readonly layout: Layout
  readonly paper: Paper
  /** Told how much of the work is done, from 0 to 1, by the writers that can say; what it throws ends the writing. */
  readonly onProgress?: (share: number) => void
}

export interface Written {
  readonly bytes: Uint8Array
  /** How many pages it has; null where the reader's program makes the pages, or there are none. */
  readonly pages: number | null
  /** Characters that no font could show, each once. */
  readonly missingCharacters: readonly string[]
}

interface Format {
  /** What its files' names end in, without the dot. */
  readonly ending: string
  readonly mediaType: string
  /** Whether it writes the blocks of a layout, or the plan's records themselves. */
  readonly laidOut: boolean
  readonly write: (plan: Plan, options: WriteOptions) => Promise<Written>
}

/** Every kind of file that a plan can be written as. Each loads its writer at the first call. */
export const formats = {
  pdf: {
    ending: 'pdf',
    mediaType: 'application/pdf',
    laidOut: true,
    write: (plan, options) => printPdf(layOut(plan, options.layout, options), options.paper, options.onProgress),
  },
} as const satisfies Readonly<Record<string, Format>>

export type FormatId = keyof typeof formats

/** Writes a plan as a file of that format. The same plan and options give the same bytes. */
export const writeFormat = (format: FormatId, plan: Plan, options: WriteOptions): Promise<Written> => formats[format].write(plan, options)

/** The format that a file's name asks for by its ending; null when there is none. */
export const formatOf = (name: string): FormatId | null =>
  (Object.keys(formats) as FormatId[]).find((id) => name.toLowerCase().endsWith(`.${formats[id].ending}`)) ?? null
