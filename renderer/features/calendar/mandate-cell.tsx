import type { Activity } from '#shared/model/activity.ts'
import type { Citation } from '#shared/model/citation.ts'
import { words } from '../../app/words.ts'
import type { ShownFinding } from '../../stores/findings.ts'
import { provisionsLabel } from '../mandates/provisions-label.ts'
import { Marked } from './marked.tsx'

interface Props {
  readonly activity: Activity
  readonly findings: readonly ShownFinding[]
}

/** The mandates of a row, one chip each; words that cite nothing stand between them as words. */
export function MandateCell({ activity: { mandate }, findings }: Props) {
  if (mandate.length === 0)
    return <span className={findings.length > 0 ? 'add-here squiggle' : 'add-here'}>{words('calendar.add-mandate')}</span>
  return (
    <div className="chips">
      {mandate.map((entry) => {
        const about = findings.filter(({ part }) => part === entry.id)
        return entry.kind === 'citation' ? (
          <Chip key={entry.id} citation={entry} findings={about} />
        ) : (
          <span key={entry.id} className={about.length > 0 ? 'remark squiggle' : 'remark'}>
            {entry.text}
          </span>
        )
      })}
    </div>
  )
}

/** One citation: its symbol or name, and the paragraphs. Its border says how bad the worst finding about it is. */
export function Chip({ citation, findings }: { readonly citation: Citation; readonly findings: readonly ShownFinding[] }) {
  const rules = new Set(findings.map(({ rule }) => rule))
  const worst = findings.some(({ severity }) => severity === 'error')
    ? ' bad'
    : findings.some(({ severity }) => severity === 'warning')
      ? ' warn'
      : ''
  const name = citation.symbol ?? citation.title ?? citation.written
  const session = /\([^)]*\)/.exec(name)?.[0]
  const wrongSession = rules.has('symbol/session-year') || rules.has('symbol/register-mismatch')
  return (
    <span className={`chip${worst}`} title={citation.symbol === null ? undefined : (citation.title ?? undefined)}>
      <span>
        <Marked text={name} wrong={rules.has('citation/unknown-instrument') ? name : wrongSession ? (session ?? name) : null} />
      </span>
      {citation.provisions.length > 0 && (
        <em className={rules.has('citation/unknown-provision') ? 'squiggle' : undefined}>{provisionsLabel(citation.provisions)}</em>
      )}
    </span>
  )
}
