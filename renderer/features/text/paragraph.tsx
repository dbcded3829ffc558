import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Block } from '#shared/model/section.ts'
import { words } from '../../app/words.ts'
import { IconButton } from '../../ui/button.tsx'
import { GrowField } from '../../ui/grow-field.tsx'
import { piecesOf } from './blocks.ts'

interface Props {
  readonly block: Block
  /** Its place in the section, from 1. */
  readonly number: number
  readonly firstNote: number
  readonly startOpen: boolean
  readonly revealed: boolean
  readonly onKeep: (text: string) => void
  readonly onAdd: () => void
  readonly onRemove: () => void
}

/** A paragraph, read with its footnote marks and edited as plain text where it stands. */
export function Paragraph({ block, number, firstNote, startOpen, revealed, onKeep, onAdd, onRemove }: Props) {
  const [draft, setDraft] = useState<string | null>(startOpen ? block.text : null)
  const element = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const writing = draft !== null
  useEffect(() => {
    if (revealed) element.current?.scrollIntoView({ block: 'center' })
  }, [revealed])
  useEffect(() => {
    if (writing) field.current?.focus()
  }, [writing])
  const latest = useRef({ draft, onKeep })
  useEffect(() => {
    latest.current = { draft, onKeep }
  })
  // The view may close while the paragraph is being written.
  useEffect(
    () => () => {
      const { draft: kept, onKeep: keep } = latest.current
      if (kept !== null) keep(kept)
    },
    [],
  )
  const keep = () => {
    if (draft !== null && draft !== block.text) onKeep(draft)
    setDraft(null)
  }
  const press = (event: KeyboardEvent) => {
    const removes = event.key === 'Backspace' && draft === ''
    if (event.key !== 'Escape' && event.key !== 'Enter' && !removes) return
    event.preventDefault()
    keep()
    if (removes) onRemove()
    else if (event.key === 'Enter') onAdd()
  }
  const label = words('text.paragraph', { number })
  return (
    <div ref={element} className={`block ${block.kind} level-${block.level}`} data-revealed={revealed ? '' : undefined}>
      {writing ? (
        <GrowField
          ref={field}
          aria-label={label}
          value={draft}
          onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
          onBlur={keep}
          onKeyDown={press}
        />
      ) : (
        // The button beside it does the same for the keyboard.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <p onClick={() => setDraft(block.text)}>
          {block.text === '' && <span className="add-here">{words('text.empty-paragraph')}</span>}
          {piecesOf(block, firstNote).map((piece) => (piece.kind === 'words' ? piece.text : <sup key={piece.id}>{piece.number}</sup>))}
        </p>
      )}
      {!writing && (
        <span className="block-actions">
          <IconButton icon="text" label={words('text.edit', { number })} onPress={() => setDraft(block.text)} />
          <IconButton icon="bin" label={words('text.remove', { number })} onPress={onRemove} />
        </span>
      )}
    </div>
  )
}
