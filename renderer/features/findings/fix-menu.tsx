import { useMemo } from 'react'
import { words } from '../../app/words.ts'
import { MenuAt, type MenuGroup } from '../../ui/menu.tsx'
import { findingsHere } from './current.ts'
import { findingEntries, fixEntries } from './entries.ts'
import { closeFixMenu, useFindingsDialog } from './open-dialog.ts'

function menuGroups(): MenuGroup[] {
  const here = findingsHere()
  if (here.length === 0) return [{ id: 'none', entries: [{ id: 'none', label: words('findings.no-fix'), disabled: true, run: () => {} }] }]
  return here.map((finding) => ({
    id: finding.key,
    title: finding.sentence,
    entries: [...fixEntries(finding), ...findingEntries(finding)],
  }))
}

/** Ctrl+.: what can be done about the findings of the selected row, the one last gone to first. */
export function FixMenu() {
  const menuAt = useFindingsDialog((state) => state.menuAt)
  const anchor = useMemo(() => ({ current: menuAt }), [menuAt])
  if (menuAt === null) return null
  return <MenuAt label={words('findings.fixes')} groups={menuGroups()} anchor={anchor} open onClose={closeFixMenu} />
}
