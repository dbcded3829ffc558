import { addDays, daysBetween, dayOf, isDay, plainDateOf, plainMonthOf } from '../dates/calendar.ts'
import type { MakeId } from '../lib/ids.ts'
import type { Activity } from '../model/activity.ts'
import type { PlainDate } from '../model/basics.ts'
import type { PlanDate, PlanDateValue } from '../model/plan-date.ts'
import { emptyPlan, type Plan, type Term } from '../model/plan.ts'
import type { Section } from '../model/section.ts'

export interface NextTermOptions {
  readonly makeId: MakeId
  /** Whether texts that name the term ("2026-2027") name the next one instead. */
  readonly renameTerm: boolean
}

/** The same calendar day a year later; February 29 becomes 28. */
function nextYear(date: PlainDate): PlainDate {
  const { year, month, day } = dayOf(date)
  const next = { year: year + 1, month, day }
  return plainDateOf(isDay(next) ? next : { ...next, day: day - 1 })
}

/** The same weekday a year later: 52 weeks, or 53 where a date would fall into the month before. */
export function sameWeekdayNextYear(date: PlainDate): PlainDate {
  const moved = addDays(date, 52 * 7)
  return dayOf(moved).month === dayOf(date).month ? moved : addDays(date, 53 * 7)
}

function moveValue(value: PlanDateValue): PlanDateValue {
  switch (value.kind) {
    case 'date':
      return { ...value, date: sameWeekdayNextYear(value.date) }
    case 'range': {
      const start = sameWeekdayNextYear(value.start)
      return { ...value, start, end: addDays(start, daysBetween(value.start, value.end)) }
    }
    case 'month': {
      const { year, month } = dayOf(value.month)
      return { ...value, month: plainMonthOf(year + 1, month) }
    }
    case 'quarter':
    case 'half':
    case 'year':
      return { ...value, year: value.year + 1 }
    case 'open':
    case 'unreadable':
      return value
  }
}

/** A plan date a year later. What was typed is forgotten where it said a date; words that say none stay. */
export function moveDate(when: PlanDate): PlanDate {
  const { value, alternative, written } = when
  const dated = value.kind !== 'open' && value.kind !== 'unreadable'
  return {
    ...when,
    written: dated ? '' : written,
    value: moveValue(value),
    alternative: alternative === null ? null : moveValue(alternative),
  }
}

/** A single year stands in texts for other things than the term; in the title it is the term. */
const spansYears = (term: Term | null): boolean => term !== null && term.start.slice(0, 4) !== term.end.slice(0, 4)

/** Puts the next term's years where a text names this term's: "2026-2027", "2026 – 2027", "2026/27". */
function renamer(term: Term | null): (text: string) => string {
  if (term === null) return (text) => text
  const [first, last] = [dayOf(term.start).year, dayOf(term.end).year]
  if (first === last) return (text) => text.replace(new RegExp(`(?<!\\d)${first}(?!\\d)`, 'g'), String(first + 1))
  const pair = new RegExp(`(?<!\\d)${first}(\\s*[-–—/]\\s*)(?:${last}|(${String(last).slice(2)}))(?!\\d)`, 'g')
  return (text) =>
    text.replace(pair, (_, dash: string, short: string | undefined) => {
      const next = String(last + 1)
      return `${first + 1}${dash}${short === undefined ? next : next.slice(2)}`
    })
}

/** How many texts of a plan name its term, and so would name the next one. */
export function placesThatNameTerm({ header, sections, activities }: Plan): number {
  const rename = renamer(header.term)
  const texts = [
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap(({ text, footnotes }) => [text, ...footnotes.map((note) => note.text)]),
    ]),
    ...activities.flatMap(({ items }) => items.map(({ text }) => text)),
  ]
  return [header.title, ...(spansYears(header.term) ? texts : [])].filter((text) => rename(text) !== text).length
}

/**
 * The plan for the next term, drafted from this one: dates move to the same weekday a year later, months and longer spans by a year, every
 * activity is planned again and loses the notes on how it went. Mandates stay, lapsed and superseded ones too, for the check to name;
 * waivers, proposals, decisions and revisions belong to this term and are not carried over. A paper's symbol, revision and date are its own. All ids are new, the order is
 * kept.
 */
export function nextTerm({ header, sections, mandates, activities }: Plan, { makeId, renameTerm }: NextTermOptions): Plan {
  const rename = renameTerm ? renamer(header.term) : (text: string) => text
  const inTexts = spansYears(header.term) ? rename : (text: string) => text
  const renewed = <Part extends { id: string }>(part: Part): Part => ({ ...part, id: makeId() })
  const text = <Part extends { id: string; text: string }>(part: Part): Part => ({ ...renewed(part), text: inTexts(part.text) })
  return {
    ...emptyPlan({
      ...header,
      id: makeId(),
      title: rename(header.title),
      term: header.term === null ? null : { start: nextYear(header.term.start), end: nextYear(header.term.end) },
      symbol: null,
      revision: null,
      issued: null,
      note: '',
      holidays: header.holidays.map(nextYear),
    }),
    sections: sections.map(
      (section): Section => ({
        ...renewed(section),
        heading: inTexts(section.heading),
        blocks: section.blocks.map((block) => ({ ...text(block), footnotes: block.footnotes.map(text) })),
      }),
    ),
    mandates: mandates.map((mandate) => ({ ...renewed(mandate), citation: renewed(mandate.citation) })),
    activities: activities.map(
      (activity): Activity => ({
        ...renewed(activity),
        when: moveDate(activity.when),
        mandate: activity.mandate.map(renewed),
        items: activity.items.map(text),
        state: 'planned',
        notes: activity.state === 'planned' ? activity.notes : '',
      }),
    ),
  }
}
