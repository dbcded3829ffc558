import { useEffect } from 'react'
import { usePlace } from '../stores/place.ts'
import { unsavedSteps } from '../stores/plan.ts'
import { commands } from './commands.ts'
import { useDialogs } from './dialogs.ts'
import { isPressed } from './key-combination.ts'

const writes = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Runs the command whose keys were pressed, if it can be done now. */
function act(event: KeyboardEvent): boolean {
  const command = commands.find(
    ({ keys = [], where }) =>
      where !== 'table' && !(where === 'beside-text' && writes(event.target)) && keys.some((combination) => isPressed(combination, event)),
  )
  if (command === undefined || !command.applies()) return false
  command.run()
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
