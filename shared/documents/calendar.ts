import { documentLabels } from '../locales/documents/labels.ts'
import type { Language } from '../model/language.ts'
import type { Plan } from '../model/plan.ts'
import { type Block, type DocumentBlocks, heading, paragraph, type Row, type Table } from './blocks.ts'
import { monthTitle } from './month-names.ts'
import { monthOf } from './months.ts'
import { dateBlocks, itemBlocks, mandateBlocks, type PlanDocumentOptions, planFrame, planTitle } from './plan-parts.ts'

/** A full date of the language on one line, in hundredths of the page: Spanish and Portuguese ones are long. */
const dateShares: Readonly<Record<Language, number>> = { en: 24, es: 29, fr: 25, pt: 29 }

/** The plan's calendar alone: title, note and the table. */
export function calendarDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language } = options
  return {
    ...planFrame(plan, language),
    orientation: 'portrait',
    blocks: [...titleBlocks(plan, options), ...calendarBlocks(plan, options, true)],
    footnotes: [],
  }
}

/** The title, and under it the note that says whose draft this is, and what the check still finds wrong with a draft. */
export function titleBlocks({ header }: Plan, { language, openErrors = 0 }: PlanDocumentOptions): Block[] {
  const note = header.note.trim()
  const isDraft = header.issued === null
  return [
    heading(1, planTitle(header, language)),
    ...(note ? [paragraph(note, 'subtitle')] : []),
    ...(isDraft && openErrors > 0 ? [paragraph(documentLabels[language].draftWithErrors(openErrors), 'subtitle')] : []),
  ]
}

/**
 * The calendar in three columns, a row for each activity. `knownTitles` shows the register's title under symbols that the plan cites
 * without one: needed where no list of mandates stands before the table.
 */
export function calendarBlocks(plan: Plan, options: PlanDocumentOptions, knownTitles: boolean): Block[] {
  const labels = documentLabels[options.language]
  if (plan.activities.length === 0) return [paragraph(labels.noActivities)]
  let shown = ''
  const rows = plan.activities.map((activity): Row => {
    const month = monthOf(activity.when.value)
    const isNew = month !== null && month !== shown
    if (isNew) shown = month
    return {
      cells: [
        { blocks: dateBlocks(activity, options.language) },
        { blocks: mandateBlocks(activity.mandate, plan, options, knownTitles) },
        { blocks: itemBlocks(activity.items) },
      ],
      ...(isNew ? { bookmark: monthTitle(month, options.language) } : {}),
    }
  })
  const table: Table = {
    kind: 'table',
    look: 'ruled',
    columns: [
      { heading: labels.date, width: dateShares[options.language] },
      { heading: labels.mandate, width: 34 },
      { heading: labels.activity, width: 42 },
    ],
    rows,
  }
  return [table]
}
