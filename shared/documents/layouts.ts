import type { Plan } from '../model/plan.ts'
import type { DocumentBlocks } from './blocks.ts'
import { calendarDocument } from './calendar.ts'
import { comparisonDocument } from './comparison.ts'
import { compilationDocument } from './compilation.ts'
import { coverageDocument } from './coverage-matrix.ts'
import { decisionLogDocument } from './decision-log.ts'
import { findingsDocument } from './findings-report.ts'
import type { Layout } from './layout-names.ts'
import { mandateDocument } from './mandate-activities.ts'
import { monthDocument } from './month-grid.ts'
import type { PlanDocumentOptions } from './plan-parts.ts'
import { termDocument } from './term-overview.ts'
import { workPlanDocument } from './work-plan.ts'

export { type Layout, layouts } from './layout-names.ts'

const makers: Readonly<Record<Layout, (plan: Plan, options: PlanDocumentOptions) => DocumentBlocks>> = {
  document: workPlanDocument,
  calendar: calendarDocument,
  month: monthDocument,
  term: termDocument,
  mandate: mandateDocument,
  coverage: coverageDocument,
  findings: findingsDocument,
  compilation: compilationDocument,
  decisions: decisionLogDocument,
  comparison: comparisonDocument,
}

/** A plan as a document in the layout asked for, ready for any writer. */
export function layOut(plan: Plan, layout: Layout, options: PlanDocumentOptions): DocumentBlocks {
  const made = makers[layout](plan, options)
  return options.orientation === undefined ? made : { ...made, orientation: options.orientation }
}
