import type { Stretch } from '#shared/lib/words.ts'
import type { ProposedChange } from '#shared/model/proposal.ts'
import { type ChangedLine, changedLines, isChanged } from '#shared/negotiation/changed-lines.ts'
import { writeCitation, writeMandateCell } from '#shared/cells/mandate-cell.ts'
import { formatPlanDate } from '#shared/dates/write.ts'
import type { Language } from '#shared/model/language.ts'
import type { Proposable } from '#shared/model/proposal.ts'
import { words } from '../../app/words.ts'

/** Words as two states have them: what is put in and what is taken out differ in line and colour, and are named to a screen reader. */
export const ChangedWords = ({ stretches }: { readonly stretches: readonly Stretch[] }) =>
  stretches.map(({ kind, text }, index) =>
    kind === 'inserted' ? (
      <ins key={index}>{text}</ins>
    ) : kind === 'struck' ? (
      <del key={index}>{text}</del>
    ) : (
      <span key={index}>{text}</span>
    ),
  )

const whole = (kind: Stretch['kind'], texts: readonly string[]): ChangedLine[] =>
  texts.filter((text) => text !== '').map((text) => ({ at: null, stretches: [{ kind, text }] }))

function textsOf(record: Proposable, language: Language): string[] {
  switch (record.type) {
    case 'activity':
      return [formatPlanDate(record.when, language), writeMandateCell(record.mandate, language), ...record.items.map(({ text }) => text)]
    case 'mandate':
      return [writeCitation(record.citation, language)]
    case 'section':
      return [record.heading, ...record.blocks.map(({ text }) => text)]
  }
}

/** The lines that a change puts in, takes out or alters. A move has none. */
export function linesOfChange(change: ProposedChange, language: Language): ChangedLine[] {
  switch (change.kind) {
    case 'set':
      return changedLines(change.field, change.was, change.value, language).filter(isChanged)
    case 'insert':
      return whole('inserted', textsOf(change.record, language))
    case 'remove':
      return whole('struck', textsOf(change.record, language))
    case 'move':
      return []
  }
}

interface Props {
  readonly change: ProposedChange
  readonly language: Language
  /** The number of the row that a moved one is to follow; null for the beginning. */
  readonly after: string | null
}

/** What a proposal asks for, in the words of the plan. */
export function ChangeShown({ change, language, after }: Props) {
  if (change.kind === 'move')
    return (
      <p className="doc">
        <em>{after === null ? words('proposals.move-first') : words('proposals.move-after', { row: after })}</em>
      </p>
    )
  const lines = linesOfChange(change, language)
  if (lines.length === 0) return <p className="doc">{words('proposals.no-words')}</p>
  return lines.map(({ stretches }, index) => (
    <p key={index} className="doc">
      <ChangedWords stretches={stretches} />
    </p>
  ))
}
