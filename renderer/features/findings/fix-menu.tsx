import { useMemo, useRef } from 'react'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { MenuAt, type MenuGroup } from '../../ui/menu.tsx'
import { cellId } from '../calendar/row.tsx'
import { findingsHere } from './current.ts'
import { findingEntries, fixEntries } from './entries.ts'
import { closeFixMenu, useFindingsDialog } from './open-dialog.ts'

const nothing: MenuGroup[] = [{ id: 'none', entries: [{ id: 'none', label: '', disabled: true, run: () => {} }] }]

/** Ctrl+.: what can be done about the findings of the selected row, the one last gone to first. */
export function FixMenu() {
  const open = useFindingsDialog(({ menu }) => menu)
  const anchor = useRef<Element | null>(null)
  const groups = useMemo(() => {
    if (!open) return nothing
    const { row, column } = usePlace.getState()
    anchor.current = document.querySelector('[data-revealed]') ?? (row === null ? null : document.getElementById(cellId(row, column)))
    const here = findingsHere()
    if (here.length === 0)
      return [{ id: 'none', entries: [{ id: 'none', label: words('findings.no-fix'), disabled: true, run: () => {} }] }]
    return here.map((finding) => ({
      id: finding.key,
      title: finding.sentence,
      entries: [...fixEntries(finding), ...findingEntries(finding)],
    }))
  }, [open])
  return <MenuAt label={words('findings.fixes')} groups={groups} anchor={anchor} open={open} onClose={closeFixMenu} />
}
