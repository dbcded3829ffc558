import { formatPlanDate, writePlanDate, writeWeekday } from '#shared/dates/write.ts'
import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { dataLabels } from '#shared/locales/data/labels.ts'
import { documentLabels } from '#shared/locales/documents/labels.ts'
import type { Activity } from '#shared/model/activity.ts'
import type { Citation } from '#shared/model/citation.ts'
import type { PlanDate, PlanDateValue } from '#shared/model/plan-date.ts'
import { type Plan, termLabel } from '#shared/model/plan.ts'
import type { Register } from '#shared/register/register.ts'
import { print, printJson, textTable } from './output.ts'
import { loadPlan } from './plan-source.ts'
import { language } from './words.ts'

type Json = Readonly<Record<string, unknown>>

/** A record without the fields that have nothing to say. */
const stated = (record: Json): Json => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== false))

const valueJson = (value: PlanDateValue): Json => {
  if (value.kind === 'date') return stated(value)
  if (value.kind === 'month') return stated(value)
  return value
}

const whenJson = ({ value, weekday, tentative, alternative, note, written }: PlanDate): Json =>
  stated({
    ...valueJson(value),
    weekdayWritten: weekday === null ? null : writeWeekday(weekday, 'en'),
    tentative,
    alternative: alternative === null ? null : valueJson(alternative),
    note,
    written: value.kind === 'unreadable' ? written : null,
  })

/** A citation under the symbol that the register knows it by, with what was written where that differs. */
function citationJson(citation: Citation, register: Register): Json {
  const known = register.resolve(citation)?.instrument ?? null
  const symbol = known?.symbol ?? citation.symbol
  return stated({
    symbol,
    title: citation.title ?? (symbol === null ? citation.written : null),
    written: symbol !== null && citation.symbol !== null && citation.written !== symbol ? citation.written : null,
    provisions: citation.provisions,
  })
}

const rowJson = ({ when, mandate, items }: Activity, index: number, register: Register): Json => {
  const empty = items.filter(({ text }) => text.trim() === '').length
  return {
    row: index + 1,
    when: whenJson(when),
    citations: mandate.filter((entry) => entry.kind === 'citation').map((entry) => citationJson(entry, register)),
    remarks: mandate.filter((entry) => entry.kind === 'remark').map(({ text }) => text),
    items: items.filter(({ text }) => text.trim() !== '').map(({ level, text }) => (level === 0 ? text : { sub: text })),
    ...(empty > 0 ? { emptyItems: empty } : {}),
  }
}

const planJson = ({ header, mandates, activities }: Plan, register: Register): Json => ({
  title: header.title,
  term: header.term === null ? null : termLabel(header.term),
  mandates: mandates.map(({ citation }) => citationJson(citation, register)),
  rows: activities.map((activity, index) => rowJson(activity, index, register)),
})

/** Prints the calendar, in the plan's words or as JSON. */
export async function rows(source: string, { json }: { json?: true }): Promise<number> {
  const { plan, register } = await loadPlan(source)
  if (json === true) {
    printJson(planJson(plan, register))
    return 0
  }
  const { language: written } = plan.header
  const cells = plan.activities.map(({ when, mandate, items }, index) => {
    const { main, detail } = writePlanDate(when, written)
    return [
      String(index + 1),
      [main || formatPlanDate(when, written), detail ?? ''].join('\n').trim(),
      writeMandateCell(mandate, written),
      writeActivityCell(items),
    ]
  })
  const { date, mandate, activity } = documentLabels[language]
  const heads = [dataLabels[language].row.toLocaleUpperCase(language), date, mandate, activity]
  print(plan.header.title)
  print(textTable([5, 22, 40, 52], heads, cells))
  return 0
}
