import { useEffect, useRef, useState } from 'react'
import { words } from '../../app/words.ts'
import { GrowField } from '../../ui/grow-field.tsx'
import { provisionsLabel } from '../mandates/provisions-label.ts'
import { commandOf } from './commands.ts'
import type { EditorProps } from './paragraph.tsx'
import { useRecognised } from './recognised.ts'

/** A paragraph being written in: Enter parts it, Backspace at its start joins it to the one above; what it cites stands below while one writes. */
export function ParagraphEditor({ block, number, caret, onClose, onKeep, onCommand }: EditorProps) {
  const [draft, setDraft] = useState(block.text)
  const field = useRef<HTMLTextAreaElement>(null)
  const waiting = useRef<{ readonly text: string; readonly keep: (text: string) => void } | null>(null)
  useEffect(() => {
    waiting.current = draft === block.text ? null : { text: draft, keep: onKeep }
  })
  // The view may close while the paragraph is being written.
  useEffect(
    () => () => {
      waiting.current?.keep(waiting.current.text)
      waiting.current = null
    },
    [],
  )
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  }, [caret])
  return (
    <>
      <GrowField
        ref={field}
        aria-label={words('text.paragraph', { number })}
        value={draft}
        onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
        onBlur={(event) => {
          // Another window coming forward is no reason to stop.
          if (document.hasFocus() && event.currentTarget.isConnected) onClose()
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const command = commandOf(event, block.kind === 'item')
          if (command === null && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (command === null) return onClose()
          // The command carries what was written; it becomes one step with it.
          waiting.current = null
          onCommand(command)
        }}
      />
      <Recognised text={draft} />
    </>
  )
}

/** What the text cites, said while it is written. */
function Recognised({ text }: { readonly text: string }) {
  const cited = useRecognised(text).flatMap(({ kind }) => (kind.kind === 'citation' ? [kind.citation] : []))
  return (
    <p className="recognised" role="status">
      {cited.length > 0 &&
        words('text.cites', {
          names: cited.map(({ canonical, provisions }) => [canonical, provisionsLabel(provisions)].join(' ').trim()).join(' · '),
        })}
    </p>
  )
}
