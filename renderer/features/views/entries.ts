import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Activity } from '#shared/model/activity.ts'
import type { Mark } from '../../stores/findings.ts'
import { columns, goTo, usePlace } from '../../stores/place.ts'

export const entryId = (row: string): string => `entry-${row}`

/** What an activity is about in one line: the topic under its heading, else the heading itself. */
export const topicOf = ({ items }: Activity): string =>
  (items.find(({ level, marker }) => level > 0 || marker === 'bullet') ?? items[0])?.text ?? ''

/** Everything that the check says of a row, for those who hear the window. */
export const findingsOf = (mark: Mark) => columns.flatMap((column) => mark.columns[column])

/** Moves the focus to the selected entry whenever a command asked for it, and shows it when the view opens. */
export function useEntryFocus(): void {
  const calls = usePlace((place) => place.focusCalls)
  const seen = useRef(calls)
  useEffect(() => {
    const entry = document.getElementById(entryId(usePlace.getState().row ?? ''))
    // With its month above it, where both fit.
    entry?.closest('.month, [role=group]')?.scrollIntoView({ block: 'start' })
    entry?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    const entry = document.getElementById(entryId(usePlace.getState().row ?? ''))
    if (seen.current === calls || entry === null) return
    seen.current = calls
    entry.focus({ preventScroll: true })
    entry.scrollIntoView({ block: 'nearest' })
  })
}

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
}

/** From entry to entry in the order in which they are seen. Answers whether the key was one of these. */
export function moveAmongEntries(event: KeyboardEvent<HTMLElement>): boolean {
  const step = steps[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return false
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')]
  const at = entries.findIndex(({ dataset }) => dataset['entry'] === usePlace.getState().row)
  const next = entries[Math.min(Math.max(at + step, 0), entries.length - 1)]?.dataset['entry']
  if (next !== undefined) goTo(next)
  return true
}
