import { useMemo } from 'react'
import { writeCitation } from '#shared/cells/mandate-cell.ts'
import { equal } from '#shared/lib/equal.ts'
import { compareWords } from '#shared/lib/words.ts'
import { openDate } from '#shared/model/plan-date.ts'
import type { Plan, PlanRecord } from '#shared/model/plan.ts'
import { changedLines, isChanged } from '#shared/negotiation/changed-lines.ts'
import { rowLabels } from '#shared/negotiation/numbering.ts'
import { differences } from '#shared/operations/restore.ts'
import { words } from '../../app/words.ts'
import { ChangedWords } from '../proposals/changed-words.tsx'

interface Props {
  readonly former: Plan
  readonly now: Plan
}

/** Parts of the document alone: what was proposed and decided about it is told elsewhere. */
const ofDocument = (record: PlanRecord | null): boolean =>
  record?.type === 'section' || record?.type === 'mandate' || record?.type === 'activity' || record?.type === 'plan'

/** Fields that a reader of the document sees, in its order. */
const shown = ['title', 'note', 'heading', 'blocks', 'citation', 'when', 'mandate', 'items', 'venue', 'state', 'notes']

/** Whether a reader sees the difference: the plan's own lines also differ in its revision, which is named above. */
const isSeen = (was: PlanRecord | null, is: PlanRecord | null): boolean => {
  if (was?.type !== 'plan' || is?.type !== 'plan') return true
  const [before, after] = [fieldsOf(was), fieldsOf(is)]
  return shown.some((field) => !equal(before.get(field), after.get(field)))
}

/** What differs between two states of the plan, with words taken out and put in. */
export function Comparison({ former, now }: Props) {
  const differing = useMemo(
    () => differences(former, now).filter((one) => ofDocument(one.former ?? one.now) && isSeen(one.former, one.now)),
    [former, now],
  )
  const labels = useMemo(() => [rowLabels(former), rowLabels(now)] as const, [former, now])
  if (differing.length === 0) return <p className="sheet nothing-differs">{words('revisions.same')}</p>
  return (
    <div className="sheet compared">
      <p className="compared-count">
        {words('revisions.differs', {
          added: differing.filter((one) => one.former === null).length,
          removed: differing.filter((one) => one.now === null).length,
          changed: differing.filter((one) => one.former !== null && one.now !== null).length,
        })}
      </p>
      <ol>
        {differing.map((one) => (
          <li key={one.id}>
            <h3>{nameOf(one.now ?? one.former, one.now === null ? labels[0] : labels[1])}</h3>
            <div>
              <Fields was={one.former} is={one.now} language={now.header.language} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

function nameOf(record: PlanRecord | null, rows: ReadonlyMap<string, string>): string {
  if (record?.type === 'activity') return words('proposals.row', { row: rows.get(record.id) ?? '' })
  if (record?.type === 'section') return record.heading.trim() === '' ? words(`section.${record.kind}`) : record.heading
  return record?.type === 'mandate' ? words('view.mandates') : words('history.plan')
}

interface FieldsProps {
  readonly was: PlanRecord | null
  readonly is: PlanRecord | null
  readonly language: Plan['header']['language']
}

const fieldsOf = (record: PlanRecord | null): ReadonlyMap<string, unknown> => new Map(record === null ? [] : Object.entries(record))

function Fields({ was, is, language }: FieldsProps) {
  if (was?.type === 'mandate' || is?.type === 'mandate') {
    const text = (record: PlanRecord | null) => (record?.type === 'mandate' ? writeCitation(record.citation, language) : '')
    return (
      <p>
        <ChangedWords stretches={compareWords(text(was), text(is))} />
      </p>
    )
  }
  const [before, after] = [fieldsOf(was), fieldsOf(is)]
  // What is new or gone is read whole; of the rest, what differs.
  const whole = was === null || is === null
  return shown
    .filter((field) => (before.has(field) || after.has(field)) && !equal(before.get(field), after.get(field)))
    .flatMap((field) =>
      changedLines(field, before.get(field) ?? blank(field), after.get(field) ?? blank(field), language)
        .filter((line) => !whole || isChanged(line))
        .map((line, index) => (
          <p key={`${field} ${index}`} className={`of-${field}`}>
            <ChangedWords stretches={line.stretches} />
          </p>
        )),
    )
}

/** What a field is compared with where the record was not there: nothing, in the field's own form. */
const blank = (field: string): unknown => (field === 'when' ? openDate : ['items', 'mandate', 'blocks'].includes(field) ? [] : '')
