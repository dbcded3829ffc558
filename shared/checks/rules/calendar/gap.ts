import { monthName, perRun } from '../../facts.ts'
import type { Report, RuleOf } from '../../rule.ts'

/** A stretch of empty months longer than this comes from a mistyped year: it is told in one line. */
const longest = 12

const monthsOf = perRun((run) => {
  const taken = new Set<number>()
  for (const { months } of run) {
    if (months !== null) for (let month = months.first; month <= months.last; month++) taken.add(month)
  }
  return taken
})

export const gap: RuleOf<'plan'> = {
  meta: {
    id: 'calendar/gap',
    severity: 'info',
    protects: 'A month left empty was left empty on purpose',
    scope: 'plan',
    messages: { found: 'Nothing is planned in {month}.', stretch: 'Nothing is planned from {month} to {last}.' },
  },
  check: ({ runs }, { term }) => {
    const taken = new Set(runs.flatMap((run) => [...monthsOf(run)]))
    // what lies outside the term is reported as such; the way to it is no gap in the plan
    const within = (month: number): boolean =>
      term === null || (monthName(month) >= term.start.slice(0, 7) && monthName(month) <= term.end.slice(0, 7))
    const reports: Report[] = []
    const held = [...taken].filter(within).sort((a, b) => a - b)
    for (const [index, month] of held.entries()) {
      const next = held[index + 1] ?? month
      if (next - month - 1 > longest) {
        reports.push({ message: 'stretch', data: { month: monthName(month + 1), last: monthName(next - 1) }, about: monthName(month + 1) })
      } else {
        for (let empty = month + 1; empty < next; empty++) reports.push({ data: { month: monthName(empty) }, about: monthName(empty) })
      }
    }
    return reports
  },
}
