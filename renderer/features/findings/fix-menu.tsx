import { useEffect, useMemo, useRef, useState } from 'react'
import { words } from '../../app/words.ts'
import { applyFix, useFindings } from '../../stores/findings.ts'
import { usePlace } from '../../stores/place.ts'
import { MenuAt, type MenuGroup } from '../../ui/menu.tsx'
import { cellId } from '../calendar/row.tsx'

/** Ctrl+.: what can be written to settle the findings of the selected row, the one last gone to first. */
export function FixMenu() {
  const [open, setOpen] = useState(false)
  const anchor = useRef<Element | null>(null)
  const { row, finding: current } = usePlace()
  const findings = useFindings((state) => state.findings)
  const groups = useMemo((): MenuGroup[] => {
    const here = findings.filter(({ key, place }) => key === current || (place.kind === 'activity' && place.id === row))
    return here
      .toSorted((a, b) => Number(b.key === current) - Number(a.key === current))
      .filter(({ fixes }) => fixes.length > 0)
      .map(({ key, sentence, fixes }) => ({
        id: key,
        title: sentence,
        entries: fixes.map((fix, index) => ({ id: `${key} ${index}`, label: fix.label, run: () => applyFix(fix) })),
      }))
  }, [findings, current, row])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '.' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      const { row: selected, column } = usePlace.getState()
      anchor.current =
        document.querySelector('[data-revealed]') ?? (selected === null ? null : document.getElementById(cellId(selected, column)))
      setOpen(anchor.current !== null)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  const offered =
    groups.length > 0 ? groups : [{ id: 'none', entries: [{ id: 'none', label: words('findings.no-fix'), disabled: true, run: () => {} }] }]
  return <MenuAt label={words('findings.fixes')} groups={offered} anchor={anchor} open={open} onClose={() => setOpen(false)} />
}
