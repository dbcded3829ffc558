import { writeActivityCell } from '#shared/cells/activity-cell.ts'
import { writeCitation, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import { equal } from '#shared/lib/equal.ts'
import { delegationName } from '#shared/model/delegations.ts'
import type { Language } from '#shared/model/language.ts'
import { type Plan, type PlanRecord, termLabel } from '#shared/model/plan.ts'
import { revisionName } from '#shared/model/revision.ts'
import type { Difference } from '#shared/operations/restore.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { rowLabel } from '../../stores/row-numbers.ts'

/** What a record says, part by part, in the words of the window and of the plan. */
type Lines = readonly (readonly [part: string, text: string])[]

function linesOf(record: PlanRecord, language: Language): Lines {
  switch (record.type) {
    case 'plan':
      return [
        [words('find.field-title'), record.title],
        [words('find.field-note'), record.note],
        [words('history.symbol'), [record.symbol, record.revision].filter((part) => part !== null).join(' ')],
        [words('history.term'), record.term === null ? '' : termLabel(record.term)],
        [words('history.issued'), record.issued ?? ''],
        [words('history.language'), words(`language.${record.language}`)],
      ]
    case 'section':
      return [
        [words('find.field-heading'), record.heading],
        [words('find.field-block'), record.blocks.map(({ text }) => text).join('\n')],
        [words('text.footnotes'), record.blocks.flatMap(({ footnotes }) => footnotes.map(({ text }) => text)).join('\n')],
      ]
    case 'mandate':
      return [[words('calendar.mandate'), writeCitation(record.citation, language)]]
    case 'activity':
      return [
        [words('calendar.date'), formatPlanDate(record.when, language)],
        [words('calendar.mandate'), writeMandateCell(record.mandate, language)],
        [words('calendar.activity'), writeActivityCell(record.items)],
        [words('details.state'), words(`state.${record.state}`)],
        [words('details.kind'), record.kind === null ? '' : words(`kind.${record.kind}`)],
        [words('details.venue'), record.venue],
        [words('details.notes'), record.notes],
      ]
    case 'waiver':
    case 'decision':
    case 'objection':
      return [[words('history.reason'), record.reason]]
    case 'proposal':
      return [[words('history.reason'), record.justification]]
    case 'revision':
      return [[words('details.notes'), record.note]]
    case 'deadline':
      return [
        [words('find.field-title'), record.title],
        [words('history.expires'), record.expires],
      ]
  }
}

/** What a record is called in its plan. */
function nameOf(record: PlanRecord, plan: Plan): string {
  switch (record.type) {
    case 'plan':
      return words('history.plan')
    case 'section':
      return record.heading === '' ? words(`section.${record.kind}`) : record.heading
    case 'mandate':
      return record.citation.symbol ?? record.citation.title ?? record.citation.written
    case 'activity':
      return words('findings.row', { row: rowLabel({ held: plan, plan }, record.id) })
    case 'waiver':
      return words('history.waiver', { rule: record.rule })
    case 'proposal':
      return words('history.proposal', { who: delegationName(record.author.delegation, windowLanguage) })
    case 'decision':
      return words('history.decision')
    case 'revision':
      return record.kind === 'first' ? words('revisions.kind-first') : words('history.revision', { name: revisionName(record) })
    case 'deadline':
      return words('history.deadline')
    case 'objection':
      return words('history.objection', { who: delegationName(record.author.delegation, windowLanguage) })
  }
}

/** A difference in words: what it is about, and each part as it was and as it is. */
export interface ShownDifference {
  readonly id: string
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly parts: readonly { readonly part: string; readonly former: string; readonly now: string }[]
}

/** Says a difference between the plan as it was and the plan as it is. */
export function describe({ id, former, now }: Difference, before: Plan, after: Plan): ShownDifference {
  const record = former ?? now
  const name = former !== null ? nameOf(former, before) : now !== null ? nameOf(now, after) : ''
  const kind = former === null ? 'added' : now === null ? 'removed' : 'changed'
  if (record === null) return { id, name, kind, parts: [] }
  const was = former === null ? [] : linesOf(former, before.header.language)
  const is = now === null ? [] : linesOf(now, after.header.language)
  const parts = linesOf(record, before.header.language)
    .map(([part], index) => ({ part, former: was[index]?.[1] ?? '', now: is[index]?.[1] ?? '' }))
    .filter((part) => !equal(part.former, part.now))
  return { id, name, kind, parts }
}
