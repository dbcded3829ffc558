import { fold } from '#shared/lib/text.ts'
import type { Severity } from '#shared/model/severity.ts'
import type { ShownFinding } from '../../stores/findings.ts'

export const severities: readonly Severity[] = ['error', 'warning', 'info']

export type Grouping = 'row' | 'rule'

/** What of the findings is shown, and how they are put together. */
export interface Arrangement {
  readonly grouping: Grouping
  readonly severities: ReadonlySet<Severity>
  /** Words that must all stand in the sentence, the rule's name or the waiver's reason. */
  readonly text: string
  /** Whether the waived ones stand among the others. */
  readonly waived: boolean
}

export const everything: Arrangement = { grouping: 'row', severities: new Set(severities), text: '', waived: false }

/** A line of the list: a finding, or the heading over those of one rule. */
export type Line =
  | { readonly kind: 'finding'; readonly finding: ShownFinding }
  | { readonly kind: 'rule'; readonly rule: string; readonly severity: Severity; readonly count: number; readonly fixable: number }

export interface Arranged {
  readonly lines: readonly Line[]
  /** How many findings the lines show. */
  readonly shown: number
  /** How many that stand open, or were asked for, the filter keeps out. */
  readonly hidden: number
}

function matcher({ severities: wanted, text }: Arrangement): (finding: ShownFinding) => boolean {
  const words = fold(text).split(/\s+/).filter(Boolean)
  return ({ severity, sentence, rule, waiver }) => {
    if (!wanted.has(severity)) return false
    if (words.length === 0) return true
    const where = fold(`${sentence} ${rule} ${waiver?.reason ?? ''}`)
    return words.every((word) => where.includes(word))
  }
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** The lines of one rule after the other, the gravest rule first, then the most frequent. */
function byRule(findings: readonly ShownFinding[]): Line[] {
  const groups = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, members]) => ({
    rule,
    members,
    severity: severities.find((severity) => members.some((member) => member.severity === severity)) ?? 'info',
  }))
  groups.sort((a, b) => weight[a.severity] - weight[b.severity] || b.members.length - a.members.length || (a.rule < b.rule ? -1 : 1))
  return groups.flatMap(({ rule, members, severity }) => [
    {
      kind: 'rule' as const,
      rule,
      severity,
      count: members.length,
      fixable: members.filter(({ fixes, waiver }) => fixes.length > 0 && waiver === null).length,
    },
    ...members.map((finding) => ({ kind: 'finding' as const, finding })),
  ])
}

/** The findings as lines; `open` and `waived` come in the order of the rows, `rowOf` puts them together. What is left out is counted. */
export function arrange(
  open: readonly ShownFinding[],
  waived: readonly ShownFinding[],
  arrangement: Arrangement,
  rowOf: (finding: ShownFinding) => number,
): Arranged {
  const all = arrangement.waived && waived.length > 0 ? [...open, ...waived].sort((a, b) => rowOf(a) - rowOf(b)) : open
  const shown = all.filter(matcher(arrangement))
  const lines = arrangement.grouping === 'rule' ? byRule(shown) : shown.map((finding) => ({ kind: 'finding' as const, finding }))
  return { lines, shown: shown.length, hidden: all.length - shown.length }
}
