import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { writeCitation, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import type { Language } from '#shared/model/language.ts'
import type { Plan, PlanRecord } from '#shared/model/plan.ts'
import { applyChanges, recordsOf } from '#shared/operations/apply.ts'
import type { Change } from '#shared/operations/change.ts'

/** Words that would change, with what stands around them. */
export interface Difference {
  readonly lead: string
  readonly was: string
  readonly now: string
  readonly tail: string
}

/** The words of a record, part by part, in a fixed order. */
function partsOf(record: PlanRecord | undefined, language: Language): string[] {
  switch (record?.type) {
    case 'activity':
      return [
        formatPlanDate(record.when, language),
        writeMandateCell(record.mandate, language),
        writeActivityCell(record.items),
        record.venue,
        record.notes,
      ]
    case 'mandate':
      return [record.written === '' ? writeCitation(record.citation, language) : record.written]
    case 'section':
      return [
        record.heading,
        record.blocks.map(({ text, footnotes }) => [text, ...footnotes.map((note) => note.text)].join('\n')).join('\n'),
      ]
    case 'waiver':
      return [record.reason]
    case 'plan':
      return [record.title]
    // No fix touches these.
    case 'proposal':
    case 'decision':
    case 'revision':
    case 'deadline':
    case 'objection':
    case undefined:
      return []
  }
}

function recordOf(plan: Plan, id: string): PlanRecord | undefined {
  return recordsOf(plan).find((record) => record.id === id)
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** Characters of unchanged text shown on either side. */
const around = 40

/** Two wordings narrowed down to the whole words in which they differ. */
export function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  while (start > 0 && isWord(before[start - 1])) start--
  while (end > 0 && isWord(before.at(-end))) end--
  const lead = before.slice(0, start)
  const tail = end === 0 ? '' : before.slice(-end)
  return {
    lead: lead.length > around ? `…${lead.slice(-around)}` : lead,
    was: before.slice(start, before.length - end),
    now: after.slice(start, after.length - end),
    tail: tail.length > around ? `${tail.slice(0, around)}…` : tail,
  }
}

/** What changes would write into the plan, place by place; a row that only moves shows its number before and after. */
export function previewOf(plan: Plan, changes: readonly Change[], language: Language): Difference[] {
  const outcome = applyChanges(plan, changes)
  if (!outcome.ok) return []
  const touched = new Set(changes.map((change) => (change.kind === 'update' ? change.id : change.record.id)))
  return [...touched].flatMap((id) => {
    const [old, fresh] = [partsOf(recordOf(plan, id), language), partsOf(recordOf(outcome.value, id), language)]
    const differences = Array.from(
      { length: Math.max(old.length, fresh.length) },
      (_, part) => [old[part] ?? '', fresh[part] ?? ''] as const,
    )
      .filter(([was, now]) => was !== now)
      .map(([was, now]) => differenceOf(was, now))
    if (differences.length > 0) return differences
    const rows = [plan, outcome.value].map(({ activities }) => activities.findIndex((activity) => activity.id === id) + 1)
    const [from = 0, to = 0] = rows
    return from === to ? [] : [{ lead: '', was: String(from), now: String(to), tail: '' }]
  })
}
