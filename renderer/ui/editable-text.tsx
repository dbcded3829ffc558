import { useEffect, useRef, useState } from 'react'
import { GrowField } from './grow-field.tsx'

interface Props {
  readonly value: string
  readonly label: string
  readonly placeholder?: string
  readonly className?: string
  readonly onKeep: (value: string) => void
}

/** Text that is edited where it stands. What was typed is kept when the focus leaves, by Esc or Enter, or when it goes away. */
export function EditableText({ value, label, placeholder = '', className = '', onKeep }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({ draft, onKeep })
  useEffect(() => {
    latest.current = { draft, onKeep }
  })
  useEffect(
    () => () => {
      if (latest.current.draft !== null) latest.current.onKeep(latest.current.draft)
    },
    [],
  )
  const keep = () => {
    if (draft !== null && draft !== value) onKeep(draft)
    setDraft(null)
  }
  return (
    <GrowField
      className={`editable-text ${className}`}
      aria-label={label}
      placeholder={placeholder}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.blur()
      }}
    />
  )
}
