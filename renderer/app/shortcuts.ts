import { useEffect } from 'react'
import { usePlace } from '../stores/place.ts'
import { unsavedSteps } from '../stores/plan.ts'
import { runByKeys } from './commands.ts'
import { useDialogs } from './dialogs.ts'

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)

/** Listens for the window's own keys, and warns before it closes with something unsaved. */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useDialogs.getState().open !== null || document.querySelector('[role=dialog]') !== null) return
      const inText = writes(event.target)
      if (runByKeys(event, ({ where }) => where !== 'table' && where !== 'text' && !(where === 'beside-text' && inText)))
        event.preventDefault()
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
