import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

interface Props {
  readonly label: string
  /** How the edge lies: a horizontal one is moved up and down. */
  readonly direction: 'horizontal' | 'vertical'
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** The edge between two panes: dragged, or moved by the arrow keys. The pane it sizes stands after it, so dragging towards it makes it smaller. */
export function Splitter({ label, direction, value, least, most, onChange }: Props) {
  const grip = useRef<{ at: number; value: number } | null>(null)
  const set = (wanted: number) => onChange(Math.round(Math.min(most, Math.max(least, wanted))))
  const place = (event: PointerEvent) => (direction === 'horizontal' ? event.clientY : event.clientX)

  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { at: place(event), value }
  }
  const drag = (event: PointerEvent) => {
    if (grip.current !== null) set(grip.current.value + grip.current.at - place(event))
  }
  const key = (event: KeyboardEvent) => {
    const [grow, shrink] = direction === 'horizontal' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
    if (event.key !== grow && event.key !== shrink) return
    event.preventDefault()
    set(value + (event.key === grow ? 16 : -16))
  }
  return (
    // A focusable separator is a widget of its own in ARIA: it has a value and answers to keys.
    <div
      className={`splitter ${direction}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => (grip.current = null)}
      onKeyDown={key}
    />
  )
}
