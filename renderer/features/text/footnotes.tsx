import { useEffect, useRef } from 'react'
import type { Block, Section } from '#shared/model/section.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { IconButton } from '../../ui/button.tsx'
import { EditableText } from '../../ui/editable-text.tsx'
import { changeBlocks } from './keeper.ts'

/** The blocks with another text in one footnote. */
const withNote = (blocks: readonly Block[], noteId: string, text: string): Block[] =>
  blocks.map((block) =>
    block.footnotes.some(({ id }) => id === noteId)
      ? { ...block, footnotes: block.footnotes.map((note) => (note.id === noteId ? { ...note, text } : note)) }
      : block,
  )

const withoutNote = (blocks: readonly Block[], noteId: string): Block[] =>
  blocks.map((block) =>
    block.footnotes.some(({ id }) => id === noteId) ? { ...block, footnotes: block.footnotes.filter(({ id }) => id !== noteId) } : block,
  )

interface Props {
  readonly section: Section
  readonly firstNote: number
  /** The note that is to be written now. */
  readonly fresh: string | null
  /** Enter and Esc lead back to the mark. */
  readonly onLeave: (note: string) => void
}

/** The footnotes of a section below its words, in the order of their marks, numbered on from the sections before. */
export function Footnotes({ section, firstNote, fresh, onLeave }: Props) {
  const reveal = usePlace((place) => place.reveal)
  const list = useRef<HTMLOListElement>(null)
  const notes = section.blocks.flatMap(({ footnotes }) => footnotes.toSorted((a, b) => a.at - b.at))
  const isThere = notes.some(({ id }) => id === fresh)
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>(`[data-part="${fresh}"] textarea`)?.focus()
  }, [fresh, isThere])
  useEffect(() => {
    if (reveal !== null) list.current?.querySelector(`[data-part="${reveal}"]`)?.scrollIntoView({ block: 'center' })
  }, [reveal])
  if (notes.length === 0) return null
  return (
    <ol ref={list} className="footnotes" aria-label={words('text.footnotes')} start={firstNote}>
      {notes.map(({ id, text }, index) => (
        // The keys come from the field inside.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <li
          key={id}
          data-part={id}
          data-number={firstNote + index}
          data-revealed={reveal === id ? '' : undefined}
          onKeyDown={(event) => {
            if (event.target instanceof HTMLTextAreaElement && (event.key === 'Escape' || event.key === 'Enter')) onLeave(id)
          }}
        >
          <EditableText
            value={text}
            label={words('text.footnote-of', { number: firstNote + index })}
            placeholder={words('text.write-footnote')}
            onKeep={(next) => changeBlocks(section.id, 'step.note', (blocks) => withNote(blocks, id, next))}
          />
          <IconButton
            icon="bin"
            label={words('text.remove-footnote', { number: firstNote + index })}
            onPress={() => changeBlocks(section.id, 'step.remove-note', (blocks) => withoutNote(blocks, id))}
          />
        </li>
      ))}
    </ol>
  )
}
