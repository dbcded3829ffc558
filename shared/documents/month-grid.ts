import { dayOf } from '../dates/calendar.ts'
import { writeTime } from '../dates/write.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Activity } from '../model/activity.ts'
import type { Language } from '../model/language.ts'
import type { Plan } from '../model/plan.ts'
import {
  type Block,
  type Cell,
  type DocumentBlocks,
  heading,
  paragraph,
  pageBreak,
  type Row,
  type Table,
  type TextBlock,
  text,
} from './blocks.ts'
import { titleBlocks } from './calendar.ts'
import { monthTitle, weekdayTitles } from './month-names.ts'
import { isOn, isShownByDay, monthOf, monthsOf, weeksOf } from './months.ts'
import { dateLines, itemBlocks, type PlanDocumentOptions, planFrame } from './plan-parts.ts'

/** Characters that an activity may take of its day's box; a longer one is told in full under the month. */
const mostInBox = 260

/** The plan as a wall calendar: a page for each month, activities on their days, those without a day under the grid, the rest at the end. */
export function monthDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language } = options
  const labels = documentLabels[language]
  const months = monthsOf(plan.activities)
  const pages = months.map((month) => monthPage(month, plan.activities, language))
  const others = plan.activities.filter((activity) => monthOf(activity.when.value) === null)
  if (others.length > 0) pages.push([heading(2, labels.otherDates), ...others.flatMap((activity) => toldActivity(activity, language))])
  if (pages.length === 0) pages.push([paragraph(labels.noActivities)])
  return {
    ...planFrame(plan, language),
    orientation: 'landscape',
    blocks: [...titleBlocks(plan, options), ...pages.flatMap((page, index) => (index > 0 ? [pageBreak, ...page] : page))],
    footnotes: [],
  }
}

function monthPage(month: string, activities: readonly Activity[], language: Language): Block[] {
  const rows = weeksOf(month).map((week): Row => ({ cells: week.map((date) => dayCell(date, month, activities, language)) }))
  const table: Table = {
    kind: 'table',
    look: 'grid',
    columns: weekdayTitles(language).map((title) => ({ heading: title, width: 1 })),
    rows,
  }
  const undated = activities.filter(
    (activity) => monthOf(activity.when.value) === month && (isLong(activity) || !isShownByDay(activity.when.value)),
  )
  const told = undated.flatMap((activity) => toldActivity(activity, language))
  return [
    heading(2, monthTitle(month, language)),
    table,
    ...(told.length > 0 ? [heading(3, documentLabels[language].undated), ...told] : []),
  ]
}

function dayCell(date: string, month: string, activities: readonly Activity[], language: Language): Cell {
  const number = String(dayOf(date).day)
  if (date.slice(0, 7) !== month) return { blocks: [paragraph(number, 'detail')], muted: true }
  const today = activities.filter(({ when: { value } }) => isShownByDay(value) && isOn(value, date))
  return { blocks: [paragraph(number, 'label'), ...today.flatMap((activity) => dayActivity(activity, language))] }
}

const isLong = ({ items }: Activity): boolean => items.reduce((sum, item) => sum + item.text.length, 0) > mostInBox

/** An activity in its day: the hour, the state, then its items. */
function dayActivity(activity: Activity, language: Language): TextBlock[] {
  const { value, tentative } = activity.when
  const labels = documentLabels[language]
  const notes = [
    value.kind === 'date' && value.time !== null ? writeTime(value.time, language) : '',
    tentative ? labels.tentative : '',
    activity.state === 'postponed' ? labels.postponed : activity.state === 'cancelled' ? labels.cancelled : '',
  ].filter(Boolean)
  return [
    ...(notes.length > 0 ? [paragraph([text(notes.join(', '), { italic: true })], 'detail')] : []),
    ...(isLong(activity) ? [paragraph(shortened(activity))] : itemBlocks(activity.items)),
  ]
}

/** The beginning of a long activity, up to the end of a word. */
function shortened({ items }: Activity): string {
  const beginning = items
    .map((item) => item.text)
    .join(' – ')
    .slice(0, mostInBox / 2)
  return `${beginning.slice(0, Math.max(beginning.lastIndexOf(' '), 1))} …`
}

/** An activity without a day, or too long for its box: when, in bold, then its items. */
function toldActivity(activity: Activity, language: Language): TextBlock[] {
  const { main, detail } = dateLines(activity.when, language)
  return [paragraph([text(main, { bold: true }), ...(detail ? [text(` – ${detail}`)] : []), text(':')]), ...itemBlocks(activity.items)]
}
