import { readMandateCell, type MandateCellContext } from '../cells/mandate-cell.ts'
import { readPlanDate } from '../dates/read.ts'
import type { Activity } from '../model/activity.ts'
import { openDate } from '../model/plan-date.ts'
import type { Language } from '../model/language.ts'
import type { Term } from '../model/plan.ts'
import { emptyActivity } from '../operations/edits.ts'
import { type Column, columnOf, headCalendar } from './columns.ts'
import type { PastedLine, PastedTable } from './pasted-table.ts'

/** What the columns of a pasted table hold. */
export interface PastedColumns {
  readonly columns: readonly Column[]
  /** Whether the first row names the columns and is no row of the calendar. */
  readonly headed: boolean
  /** Whether the table says so itself; otherwise it is a guess to be confirmed. */
  readonly sure: boolean
}

const official: readonly Column[] = ['date', 'mandate', 'activity']

/** The likeliest columns of a table of another width, from its left. */
const guesses: Readonly<Record<number, readonly Column[]>> = {
  1: ['activity'],
  2: ['date', 'activity'],
  4: ['number', ...official],
}

const wordsOf = (cell: readonly PastedLine[] = [], between = ' '): string => cell.map(({ text }) => text).join(between)

/** Which column is which: as the first row names them, else date, mandate and activity where there are three, else a guess. */
export function columnsOfPasted({ rows }: PastedTable): PastedColumns {
  const [first = []] = rows
  const named = first.map((cell) => columnOf(wordsOf(cell)))
  if (headCalendar(named)) return { columns: named.map((column) => column ?? 'other'), headed: true, sure: true }
  if (first.length === official.length) return { columns: official, headed: false, sure: true }
  const guess = guesses[first.length] ?? guesses[4] ?? []
  return { columns: first.map((_, index) => guess[index] ?? 'other'), headed: false, sure: false }
}

interface PastedContext extends Pick<MandateCellContext, 'names' | 'makeId'> {
  readonly language: Language
  readonly term: Term | null
}

/** The rows of a pasted table as rows of the calendar, in order; their places in the plan are still to be given. */
export function readPastedRows({ rows }: PastedTable, { columns, headed }: PastedColumns, context: PastedContext): Activity[] {
  const { makeId, names, language, term } = context
  return rows.slice(headed ? 1 : 0).map((cells): Activity => {
    const inColumn = (wanted: Column) => cells.filter((_, index) => columns[index] === wanted).flat()
    const date = [wordsOf(inColumn('date')), wordsOf(inColumn('time'))].filter((words) => words !== '').join(', ')
    return {
      ...emptyActivity(makeId(), 'a0'),
      when: date === '' ? openDate : readPlanDate(date, { language, term }),
      mandate: readMandateCell(wordsOf(inColumn('mandate'), '\n'), { names, makeId, language }),
      items: inColumn('activity').map((line) => ({ id: makeId(), ...line })),
      venue: wordsOf(inColumn('venue')),
      notes: wordsOf(inColumn('other'), '\n'),
    }
  })
}
