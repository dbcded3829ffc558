import type { Coverage, CoverageGroup, CoverageRow, Serving } from '#shared/register/coverage.ts'

/** A line of the matrix: an instrument over its paragraphs, or a provision. An instrument with one provision is one line. */
export interface Line {
  readonly key: string
  readonly group: CoverageGroup
  /** The provision; null for the line of an instrument that has several. */
  readonly row: CoverageRow | null
  /** Whether an instrument shows its paragraphs; null where there are none to show. */
  readonly opened: boolean | null
  readonly level: 1 | 2
}

export interface Shown {
  readonly lines: readonly Line[]
  /** Provisions that the filter leaves out. */
  readonly hidden: number
}

const rowKey = ({ citation }: CoverageGroup, { label }: CoverageRow): string => `${citation.id} ${label ?? ''}`

/** The lines that are in sight: instruments, and the paragraphs of those that are opened. */
export function linesOf({ groups }: Coverage, opened: ReadonlySet<string>, openOnly: boolean): Shown {
  let hidden = 0
  const lines = groups.flatMap((group): Line[] => {
    const rows = openOnly ? group.rows.filter(({ open }) => open) : group.rows
    hidden += group.rows.length - rows.length
    const [only] = group.rows
    if (rows.length === 0) return []
    if (group.rows.length === 1 && only !== undefined) return [{ key: rowKey(group, only), group, row: only, opened: null, level: 1 }]
    const isOpened = opened.has(group.citation.id)
    return [
      { key: group.citation.id, group, row: null, opened: isOpened, level: 1 },
      ...(isOpened ? rows.map((row): Line => ({ key: rowKey(group, row), group, row, opened: null, level: 2 })) : []),
    ]
  })
  return { lines, hidden }
}

/** The activities that serve a line, each once, earliest first. */
export function servingOf({ group, row }: Line): readonly Serving[] {
  if (row !== null) return row.serving
  return [...new Map(group.rows.flatMap(({ serving }) => serving).map((serving) => [serving.activity.id, serving])).values()]
}

/** Those of them that may take place in a month; null asks for those that name no month of the calendar. */
export const servingIn = (line: Line, month: string | null): readonly Serving[] =>
  servingOf(line).filter(({ months }) => (month === null ? months.length === 0 : months.includes(month)))
