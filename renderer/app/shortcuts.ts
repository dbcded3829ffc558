import { useEffect } from 'react'
import { openFind, stepThroughPlaces } from '../features/find/find.ts'
import { stepThroughFindings } from '../stores/findings.ts'
import { usePlace } from '../stores/place.ts'
import { redo, undo, unsavedSteps, usePlan } from '../stores/plan.ts'
import { openDialog, useDialogs } from './dialogs.ts'

const writes = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

const panes = ['rail', 'sheet', 'findings', 'details']

/** F6: the focus goes to the next pane that is shown, onto what is selected in it. */
function nextPane(by: 1 | -1): void {
  const shown = panes.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane=${name}]`) ?? [])
  const at = shown.findIndex((pane) => pane.contains(document.activeElement))
  const pane = shown[(at + by + shown.length) % shown.length]
  pane?.querySelector<HTMLElement>('.cell[tabindex="0"], [aria-current] button, a[aria-current], button:not(:disabled), select')?.focus()
}

/** Keys that mean the same wherever the focus is. */
function act(event: KeyboardEvent): boolean {
  const control = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  const planShown = usePlan.getState().phase === 'ready' && usePlace.getState().view !== 'plans'
  if (event.key === 'F1' || (event.key === '?' && !writes(event.target))) openDialog('keyboard')
  else if (event.key === 'F6') nextPane(event.shiftKey ? -1 : 1)
  else if (!planShown) return false
  else if (event.key === 'F8') stepThroughFindings(event.shiftKey ? -1 : 1)
  else if (event.key === 'F3') stepThroughPlaces(event.shiftKey ? -1 : 1)
  else if (control && (key === 'f' || key === 'h')) openFind(key === 'f' ? 'find' : 'replace')
  else if (control && key === 'p') openDialog('print')
  // In a text field these belong to what is being typed.
  else if (control && !writes(event.target) && ((key === 'z' && event.shiftKey) || key === 'y')) redo()
  else if (control && !writes(event.target) && key === 'z') undo()
  else return false
  return true
}

/** Listens for the window's own keys, and warns before it closes with something unsaved. */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useDialogs.getState().open !== null || document.querySelector('[role=dialog]') !== null) return
      if (act(event)) event.preventDefault()
    }
    const close = (event: BeforeUnloadEvent) => {
      // A cell that is being written in hands its text over first.
      usePlace.setState({ editing: null })
      if (unsavedSteps() > 0) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    window.addEventListener('beforeunload', close)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('beforeunload', close)
    }
  }, [])
}
