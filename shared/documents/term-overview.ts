import { dayOf } from '../dates/calendar.ts'
import { documentLabels } from '../locales/documents/labels.ts'
import type { Activity } from '../model/activity.ts'
import type { Language } from '../model/language.ts'
import type { Plan } from '../model/plan.ts'
import { type Block, type Cell, type DocumentBlocks, heading, paragraph, type Paragraph, type Run, type Table, text } from './blocks.ts'
import { titleBlocks } from './calendar.ts'
import { monthTitle } from './month-names.ts'
import { monthOf, monthsOf } from './months.ts'
import { dateLines, type PlanDocumentOptions, planFrame } from './plan-parts.ts'

/** Characters that the box of a month holds; the activities of the fullest month share them, and so do all, for an even page. */
const inBox = 420
const fewest = 56
const most = 260

/** The whole term at a glance: a small box for each month with its days, meant for one page on the wall. */
export function termDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const { language } = options
  const labels = documentLabels[language]
  const months = monthsOf(plan.activities)
  const orientation = options.orientation ?? 'landscape'
  const others = plan.activities.filter((activity) => monthOf(activity.when.value) === null)
  const fullest = Math.max(1, ...months.map((month) => plan.activities.filter(({ when }) => monthOf(when.value) === month).length))
  const letters = Math.min(most, Math.max(fewest, Math.floor(inBox / fullest)))
  const blocks: Block[] = [
    ...(months.length > 0 ? [boxes(months, plan, orientation === 'landscape' ? 4 : 3, letters, language)] : []),
    ...(others.length > 0 ? [heading(2, labels.otherDates), ...others.map((activity) => toldOther(activity, letters, language))] : []),
  ]
  return {
    ...planFrame(plan, language),
    orientation,
    blocks: [...titleBlocks(plan, options), ...(blocks.length > 0 ? blocks : [paragraph(labels.noActivities)])],
    footnotes: [],
  }
}

/** Months side by side, so many in a row. */
function boxes(months: readonly string[], plan: Plan, across: number, letters: number, language: Language): Table {
  const cells = months.map((month): Cell => {
    const here = plan.activities.filter(({ when }) => monthOf(when.value) === month)
    return { blocks: [heading(2, monthTitle(month, language)), ...here.map((activity) => dayLine(activity, letters, language))] }
  })
  const empty: Cell = { blocks: [], muted: true }
  return {
    kind: 'table',
    look: 'grid',
    columns: Array.from({ length: across }, () => ({ heading: '', width: 1 })),
    rows: Array.from({ length: Math.ceil(cells.length / across) }, (_, row) => ({
      cells: Array.from({ length: across }, (__, column) => cells[row * across + column] ?? empty),
    })),
  }
}

/** `13 Thematic meeting: social benefits and pensions`. */
function dayLine({ when, state, items }: Activity, letters: number, language: Language): Paragraph {
  const { value } = when
  const labels = documentLabels[language]
  const days =
    value.kind === 'date'
      ? String(dayOf(value.date).day)
      : value.kind === 'range'
        ? `${dayOf(value.start).day}–${value.start.slice(0, 7) === value.end.slice(0, 7) ? dayOf(value.end).day : dateLines({ ...when, value: { kind: 'date', date: value.end, time: null, endTime: null } }, language).main}`
        : ''
  const notes = [
    when.tentative ? labels.tentative : '',
    state === 'postponed' ? labels.postponed : state === 'cancelled' ? labels.cancelled : '',
  ].filter(Boolean)
  const runs: Run[] = [
    ...(days ? [text(`${days} `, { bold: true })] : []),
    text(inShort(items, letters)),
    ...(notes.length > 0 ? [text(` (${notes.join(', ').toLocaleLowerCase(language)})`, { italic: true })] : []),
  ]
  return paragraph(runs)
}

const toldOther = (activity: Activity, letters: number, language: Language): Paragraph =>
  paragraph([text(`${dateLines(activity.when, language).main}: `, { bold: true }), text(inShort(activity.items, letters))], 'detail')

/** What an activity is about on a line or two: its words one after the other, up to the end of a word. */
function inShort(items: Activity['items'], letters: number): string {
  const [first = '', ...rest] = items.map((item) => item.text.trim()).filter(Boolean)
  const lead = rest.length === 0 ? first : `${first.replace(/[:.]$/, '')}${items[0]?.marker === 'none' ? ':' : ';'} ${rest.join('; ')}`
  if (lead.length <= letters) return lead
  const cut = lead.slice(0, letters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), letters / 2)).replace(/[\s,;:]+$/, '')}\u00a0…`
}
