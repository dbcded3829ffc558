import { words } from '../../app/words.ts'
import type { CoverageGroup, CoverageRow } from '#shared/register/coverage.ts'
import type { MenuGroup } from '../../ui/menu.tsx'
import { draft } from './commands.ts'
import { monthName, provisionName } from './names.ts'

/** The months into which an activity for a provision can be drafted. */
export function draftMenu(group: CoverageGroup, row: CoverageRow, months: readonly string[]): MenuGroup {
  return {
    id: 'draft',
    title: words('coverage.draft-for', { name: provisionName(group, row) }),
    entries: [
      ...months.map((month) => ({ id: month, label: monthName(month), run: () => draft(group, row, month) })),
      { id: 'no-month', label: words('coverage.no-month-yet'), run: () => draft(group, row, null) },
    ],
  }
}
