import { generateNKeysBetween } from 'fractional-indexing'
import { dayOf, plainMonthOf } from '../../dates/calendar.ts'
import type { MakeId } from '../../lib/ids.ts'
import type { Activity } from '../../model/activity.ts'
import type { Language } from '../../model/language.ts'
import { openDate, type PlanDate } from '../../model/plan-date.ts'
import { emptyPlan, type Plan, type PlanHeader, termLabel } from '../../model/plan.ts'
import type { Block, Section } from '../../model/section.ts'
import { emptyActivity } from '../../operations/edits.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'
import type { RowName, Template } from './template.ts'

const templates: Readonly<Record<Language, Template>> = { en, es, fr, pt }

/** The rows of a usual year. Months are counted from the January in which the term begins: 14 is the February after. */
const year: readonly { readonly name: RowName; readonly month: number; readonly kind: Activity['kind'] }[] = [
  { name: 'installation', month: 9, kind: 'election' },
  { name: 'meeting', month: 10, kind: 'thematic-meeting' },
  { name: 'meeting', month: 11, kind: 'thematic-meeting' },
  { name: 'distribution', month: 14, kind: 'distribution' },
  { name: 'meeting', month: 14, kind: 'thematic-meeting' },
  { name: 'negotiation', month: 15, kind: 'negotiation' },
  { name: 'negotiation', month: 16, kind: 'negotiation' },
  { name: 'approval', month: 17, kind: 'approval' },
  { name: 'dissemination', month: 18, kind: 'dissemination' },
]

function inMonth(start: string | undefined, month: number): PlanDate {
  if (start === undefined) return openDate
  const first = dayOf(start).year
  return {
    ...openDate,
    value: { kind: 'month', month: plainMonthOf(first + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1), part: null },
    tentative: true,
  }
}

/** A plan with the sections and the recurring rows of a committee's usual year, dates tentative by month, in the plan's language. */
export function usualPlan(header: PlanHeader, makeId: MakeId): Plan {
  const template = templates[header.language]
  const fill = (text: string): string =>
    text
      .replace('{committee}', header.committee.name)
      .replace('{parent}', header.committee.parentName)
      .replace('{term}', header.term === null ? '' : termLabel(header.term))
      .replace(/ {2,}/g, ' ')
  const block =
    (kind: Block['kind'], marker: Block['marker']) =>
    (text: string): Block => ({
      id: makeId(),
      kind,
      level: 0,
      marker,
      text: fill(text),
      footnotes: [],
    })
  const sectionKeys = generateNKeysBetween(null, null, template.sections.length)
  const rowKeys = generateNKeysBetween(null, null, year.length)
  return {
    ...emptyPlan(header),
    sections: template.sections.map(
      ({ kind, heading, paragraphs, items }, index): Section => ({
        type: 'section',
        id: makeId(),
        order: sectionKeys[index] ?? '',
        kind,
        heading,
        blocks: [...paragraphs.map(block('paragraph', 'none')), ...items.map(block('item', 'bullet'))],
      }),
    ),
    activities: year.map(({ name, month, kind }, index): Activity => {
      const items = template.rows[name]
      return {
        ...emptyActivity(makeId(), rowKeys[index] ?? ''),
        when: inMonth(header.term?.start, month),
        items: items.map((text) => ({ id: makeId(), level: 0, marker: items.length > 1 ? 'number' : 'none', text: fill(text) })),
        kind,
      }
    }),
  }
}
