import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import type { Block } from '#shared/model/section.ts'
import type { ReadCitation } from '#shared/citations/read.ts'
import { words } from '../../app/words.ts'
import { useFindings } from '../../stores/findings.ts'
import { IconButton } from '../../ui/button.tsx'
import { type Mark, piecesOf } from './blocks.ts'
import type { Command } from './commands.ts'
import { ParagraphEditor } from './paragraph-editor.tsx'
import { type Known, useRecognised } from './recognised.ts'

interface Props {
  readonly block: Block
  /** Its place in the section, from 1. */
  readonly number: number
  /** What stands before a list line. */
  readonly marker: string
  readonly firstNote: number
  /** Where the caret begins when the paragraph is being written in; null when it is read. */
  readonly caret: number | null
  readonly revealed: boolean
  readonly onOpen: (caret: number) => void
  readonly onClose: () => void
  readonly onKeep: (text: string) => void
  readonly onCommand: (command: Command) => void
  readonly onRemove: () => void
  readonly onCitation: (citation: ReadCitation, element: Element) => void
}

/** A paragraph, read with its footnote marks and what is known of its words, and edited as plain text where it stands. */
export function Paragraph(props: Props) {
  const { block, number, marker, caret, revealed, onOpen, onRemove } = props
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (revealed) element.current?.scrollIntoView({ block: 'center' })
  }, [revealed])
  return (
    <div
      ref={element}
      className={`block ${block.kind} level-${block.level}`}
      data-part={block.id}
      data-revealed={revealed ? '' : undefined}
    >
      {marker !== '' && <span className="marker">{marker}</span>}
      {caret === null ? (
        <>
          <ReadParagraph {...props} />
          <span className="block-actions">
            <IconButton icon="text" label={words('text.edit', { number })} onPress={() => onOpen(block.text.length)} />
            <IconButton icon="bin" label={words('text.remove', { number })} onPress={onRemove} />
          </span>
        </>
      ) : (
        <ParagraphEditor {...props} caret={caret} />
      )}
    </div>
  )
}

/** The place in the paragraph's text that a click fell on. */
function caretIn(paragraph: Element): number {
  const selection = getSelection()
  const from = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-start]')
  if (selection === null || from === null || from === undefined || !paragraph.contains(from)) return Number.MAX_SAFE_INTEGER
  return Number(from.dataset['start']) + selection.anchorOffset
}

function ReadParagraph({ block, firstNote, onOpen, onCitation }: Props) {
  const findings = useFindings((state) => state.findings)
  const recognised = useRecognised(block.text)
  const marks: Mark<Known>[] = [
    ...recognised,
    ...findings.flatMap(({ part, range, sentence }): Mark<Known>[] =>
      part !== block.id || range === null ? [] : [{ ...range, kind: { kind: 'finding', sentence } }],
    ),
  ]
  const open = (event: MouseEvent<HTMLElement>) => {
    // Words that were selected are to be copied or sought, not written over.
    if (getSelection()?.isCollapsed !== false) onOpen(Math.min(caretIn(event.currentTarget), block.text.length))
  }
  return (
    // The button beside it does the same for the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <p onClick={open}>
      {block.text === '' && <span className="add-here">{words('text.empty-paragraph')}</span>}
      {piecesOf(block, firstNote, marks).map((piece) =>
        piece.kind === 'note' ? (
          <sup key={piece.id}>{piece.number}</sup>
        ) : (
          <Words key={piece.start} start={piece.start} text={piece.text} marks={piece.marks} onCitation={onCitation} />
        ),
      )}
    </p>
  )
}

interface WordsProps extends Pick<Props, 'onCitation'> {
  readonly start: number
  readonly text: string
  readonly marks: readonly Known[]
}

/** Words with what is known of them: a citation opens its text, a finding has its wavy line. */
function Words({ start, text, marks, onCitation }: WordsProps) {
  const element = useRef<HTMLSpanElement>(null)
  const finding = marks.find((mark) => mark.kind === 'finding')
  const cited = marks.find((mark) => mark.kind === 'citation')?.citation
  const classes = [...(finding === undefined ? [] : ['squiggle']), ...(marks.some(({ kind }) => kind === 'topic') ? ['topic'] : [])]
  const title = finding?.sentence ?? (classes.includes('topic') ? words('text.topic') : undefined)
  if (cited === undefined)
    return (
      <span data-start={start} className={classes.join(' ')} title={title}>
        {text}
      </span>
    )
  const show = (event: { stopPropagation: () => void; preventDefault: () => void }) => {
    event.stopPropagation()
    event.preventDefault()
    if (element.current !== null) onCitation(cited, element.current)
  }
  return (
    // A button proper would not break over lines, and citations are long.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <span
      ref={element}
      role="button"
      tabIndex={0}
      data-start={start}
      className={['cited', ...classes].join(' ')}
      title={title}
      aria-haspopup="dialog"
      onClick={show}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === ' ') show(event)
      }}
    >
      {text}
    </span>
  )
}

export type EditorProps = Props & { readonly caret: number }
