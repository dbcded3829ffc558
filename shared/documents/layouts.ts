import type { Plan } from '../model/plan.ts'
import type { DocumentBlocks } from './blocks.ts'
import { calendarDocument } from './calendar.ts'
import { monthDocument } from './month-grid.ts'
import type { PlanDocumentOptions } from './plan-parts.ts'
import { workPlanDocument } from './work-plan.ts'

/** Ways to print a plan: the whole document, its calendar alone, or a page for each month. */
export const layouts = ['document', 'calendar', 'month'] as const

export type Layout = (typeof layouts)[number]

const makers: Readonly<Record<Layout, (plan: Plan, options: PlanDocumentOptions) => DocumentBlocks>> = {
  document: workPlanDocument,
  calendar: calendarDocument,
  month: monthDocument,
}

/** A plan as a document in the layout asked for, ready for any writer. */
export const layOut = (plan: Plan, layout: Layout, options: PlanDocumentOptions): DocumentBlocks => makers[layout](plan, options)
