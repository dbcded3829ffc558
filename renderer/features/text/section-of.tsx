import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { ReadCitation } from '#shared/citations/read.ts'
import { say } from '#shared/locales/message.ts'
import type { Block, Section } from '#shared/model/section.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EditableText } from '../../ui/editable-text.tsx'
import {
  type BlocksEdit,
  joinBlock,
  markersOf,
  moveBlock,
  shiftLevel,
  splitBlock,
  toggleList,
  withNewNote,
  withNote,
  withoutNote,
  withText,
} from './blocks.ts'
import type { Command } from './commands.ts'
import { Paragraph } from './paragraph.tsx'

type BlockStep =
  | 'step.text'
  | 'step.note'
  | 'step.add-note'
  | 'step.remove-note'
  | 'step.add-paragraph'
  | 'step.remove-paragraph'
  | 'step.split-paragraph'
  | 'step.join-paragraphs'
  | 'step.list-level'
  | 'step.move-paragraph'

export const emptyBlock = (): Block => ({ id: v7(), kind: 'paragraph', level: 0, marker: 'none', text: '', footnotes: [] })

const nameOf = ({ heading, kind }: Section): string => (heading === '' ? words(`section.${kind}`) : heading)

/** One step that changes the blocks of a section as it now stands. */
function change(sectionId: string, step: BlockStep, next: (blocks: readonly Block[]) => readonly Block[]): void {
  const section = usePlan.getState().plan?.sections.find(({ id }) => id === sectionId)
  if (section === undefined) return
  const update = updateRecord(section, { blocks: [...next(section.blocks)] })
  if (update !== null) edit(say(step, { heading: nameOf(section) }), [update])
}

/** The structural edits, each with the name of its step. */
function structureOf(blocks: readonly Block[], id: string, command: Command): readonly [step: BlockStep, edit: BlocksEdit] {
  const { caret } = command
  switch (command.kind) {
    case 'split':
      return ['step.split-paragraph', splitBlock(blocks, id, caret, v7())]
    case 'join':
      return ['step.join-paragraphs', joinBlock(blocks, id)]
    case 'level':
      return ['step.list-level', shiftLevel(blocks, id, command.by, caret)]
    case 'list':
      return ['step.list-level', toggleList(blocks, id, command.marker, caret)]
    case 'move':
      return ['step.move-paragraph', moveBlock(blocks, id, command.by, caret)]
    case 'note':
      return ['step.add-note', { blocks: withNewNote(blocks, id, caret, v7()), block: id, caret }]
    case 'go': {
      const neighbour = blocks[blocks.findIndex((block) => block.id === id) + command.by]
      return [
        'step.text',
        { blocks, block: neighbour?.id ?? id, caret: neighbour === undefined ? caret : command.by === 1 ? 0 : neighbour.text.length },
      ]
    }
  }
}

interface Props {
  readonly section: Section
  readonly onCitation: (citation: ReadCitation, element: Element) => void
}

/** A part of the plan's text: its heading, its paragraphs and their footnotes, each edited where it stands. */
export function SectionOf({ section, onCitation }: Props) {
  const { blocks } = section
  const reveal = usePlace((place) => place.reveal)
  const element = useRef<HTMLElement>(null)
  const [writing, setWriting] = useState<{ readonly id: string; readonly caret: number } | null>(null)
  const [freshNote, setFreshNote] = useState<string | null>(null)
  useEffect(() => {
    if (reveal === section.id) element.current?.scrollIntoView({ block: 'start' })
  }, [reveal, section.id])

  const set = (step: BlockStep, next: (blocks: readonly Block[]) => readonly Block[]) => change(section.id, step, next)
  const addAfter = (index: number) => {
    const block = emptyBlock()
    set('step.add-paragraph', (now) => now.toSpliced(index + 1, 0, block))
    setWriting({ id: block.id, caret: 0 })
  }
  const command = (id: string, asked: Command) => {
    const [step, { blocks: next, block, caret }] = structureOf(withText(blocks, id, asked.text), id, asked)
    set(step, () => next)
    const known = new Set(blocks.flatMap(({ footnotes }) => footnotes.map((note) => note.id)))
    const note = next.flatMap(({ footnotes }) => footnotes).find((one) => !known.has(one.id))
    setFreshNote(note?.id ?? null)
    setWriting(note === undefined ? { id: block, caret } : null)
  }
  const setHeading = (heading: string) => {
    const update = updateRecord(section, { heading })
    if (update !== null) edit(say('step.heading', { heading }), [update])
  }
  const markers = markersOf(blocks)
  const firstNotes: number[] = []
  let notes = 1
  for (const block of blocks) {
    firstNotes.push(notes)
    notes += block.footnotes.length
  }
  return (
    <section ref={element} data-revealed={reveal === section.id ? '' : undefined} aria-label={nameOf(section)}>
      <h2 data-part={section.id}>
        <EditableText
          value={section.heading}
          label={words('text.heading-of', { heading: nameOf(section) })}
          placeholder={nameOf(section)}
          onKeep={setHeading}
        />
      </h2>
      {blocks.map((block, index) => (
        <Paragraph
          key={`${block.id} ${writing?.id === block.id ? `${block.kind} ${block.level}` : ''}`}
          block={block}
          marker={markers[index] ?? ''}
          firstNote={firstNotes[index] ?? 1}
          number={index + 1}
          caret={writing?.id === block.id ? writing.caret : null}
          revealed={reveal === block.id}
          onOpen={(caret) => setWriting({ id: block.id, caret })}
          onClose={() => setWriting((now) => (now?.id === block.id ? null : now))}
          onKeep={(text) => set('step.text', (now) => withText(now, block.id, text))}
          onCommand={(asked) => command(block.id, asked)}
          onRemove={() => set('step.remove-paragraph', (now) => now.filter(({ id }) => id !== block.id))}
          onCitation={onCitation}
        />
      ))}
      <Button look="quiet" onPress={() => addAfter(blocks.length - 1)}>
        {words('text.add-paragraph')}
      </Button>
      {notes > 1 && (
        <Footnotes
          blocks={blocks}
          fresh={freshNote}
          reveal={reveal}
          onKeep={(id, text) => set('step.note', (now) => withNote(now, id, text))}
          onRemove={(id) => set('step.remove-note', (now) => withoutNote(now, id))}
          onLeave={(id, caret) => {
            setFreshNote(null)
            setWriting({ id, caret })
          }}
        />
      )}
    </section>
  )
}

interface FootnotesProps {
  readonly blocks: readonly Block[]
  /** The note that was just added and is to be written. */
  readonly fresh: string | null
  readonly reveal: string | null
  readonly onKeep: (id: string, text: string) => void
  readonly onRemove: (id: string) => void
  /** Enter and Esc lead back to the paragraph, behind the mark. */
  readonly onLeave: (block: string, caret: number) => void
}

function Footnotes({ blocks, fresh, reveal, onKeep, onRemove, onLeave }: FootnotesProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (fresh !== null) list.current?.querySelector<HTMLElement>(`[data-part="${fresh}"] textarea`)?.focus()
  }, [fresh])
  const notes = blocks.flatMap((block) => block.footnotes.toSorted((a, b) => a.at - b.at).map((note) => ({ ...note, block: block.id })))
  return (
    <ol ref={list} className="footnotes" aria-label={words('text.footnotes')}>
      {notes.map(({ id, text, at, block }, index) => (
        // The keys come from the field inside.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <li
          key={id}
          data-part={id}
          data-revealed={reveal === id ? '' : undefined}
          onKeyDown={(event) => {
            if (event.target instanceof HTMLTextAreaElement && (event.key === 'Escape' || event.key === 'Enter')) onLeave(block, at)
          }}
        >
          <EditableText
            value={text}
            label={words('text.footnote-of', { number: index + 1 })}
            placeholder={words('text.write-footnote')}
            onKeep={(next) => onKeep(id, next)}
          />
          <IconButton icon="bin" label={words('text.remove-footnote', { number: index + 1 })} onPress={() => onRemove(id)} />
        </li>
      ))}
    </ol>
  )
}
