import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react'
import { stopWriting, usePlace } from '../../stores/place.ts'
import { GrowField } from '../../ui/grow-field.tsx'
import { writeNext } from './keys.ts'

interface Props extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Forgets what was typed. */
  readonly onDiscard: () => void
  /** Keys that the cell answers itself, before the ones that every cell shares; true when it did. */
  readonly onKey?: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
}

/**
 * The text field inside a cell. Enter leaves it, Tab goes on to the next cell and a click elsewhere ends it: all three keep what was typed.
 * Esc leaves the cell as it was.
 */
export function CellField({ label, value, onChange, onDiscard, onKey, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    const end = field.current?.value.length ?? 0
    field.current?.setSelectionRange(end, end)
    field.current?.closest('[role=gridcell]')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (onKey?.(event) !== true) {
      if (event.key === 'Escape') onDiscard()
      if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) stopWriting()
      else if (event.key === 'Tab') writeNext(event.shiftKey ? -1 : 1)
      else return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <GrowField
      {...rest}
      ref={field}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={press}
      onBlur={(event) => leaveOnBlur(event.relatedTarget, event.currentTarget)}
    />
  )
}

/** Ends the writing when the focus went somewhere else in the window. Another window coming forward is no reason to stop. */
function leaveOnBlur(to: EventTarget | null, field: Element): void {
  if (!document.hasFocus() || (to instanceof Element && field.closest('[role=gridcell]')?.contains(to))) return
  const cell = field.closest('[role=gridcell]')
  const { row, column } = usePlace.getState()
  if (cell?.getAttribute('data-row') === row && cell?.getAttribute('data-column') === column) usePlace.setState({ editing: null })
}
