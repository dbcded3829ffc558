import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { ReadCitation } from '#shared/citations/read.ts'
import { say } from '#shared/locales/message.ts'
import type { Section } from '#shared/model/section.ts'
import { updateRecord } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { usePlace } from '../../stores/place.ts'
import { edit } from '../../stores/plan.ts'
import { EditableText } from '../../ui/editable-text.tsx'
import { ProposalsOn } from '../delegation/proposals-on.tsx'
import { Completion } from './completion.tsx'
import { setSurroundings } from './decorations.ts'
import { Footnotes } from './footnotes.tsx'
import { type Keeper, keepSection, textsOf } from './keeper.ts'
import { ListedMandates } from './listed-mandates.tsx'
import { type Around, openEditor } from './section-editor.ts'
import { SectionMenu } from './section-menu.tsx'
import { sectionName } from './section-name.ts'

interface Props {
  readonly section: Section
  /** The number of its first footnote. */
  readonly firstNote: number
  /** Whether the plan's list of mandates is printed below its words. */
  readonly leadsMandates: boolean
  readonly onCitation: (citation: ReadCitation, element: Element) => void
}

/** A part of the plan's text: its heading, its words and their footnotes, each edited where it stands. */
export function SectionOf({ section, firstNote, leadsMandates, onCitation }: Props) {
  const reveal = usePlace((place) => place.reveal)
  const element = useRef<HTMLElement>(null)
  const [freshNote, setFreshNote] = useState<string | null>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  useEffect(() => {
    if (reveal === section.id) element.current?.scrollIntoView({ block: 'start' })
  }, [reveal, section.id])
  const setHeading = (heading: string) => {
    const update = updateRecord(section, { heading })
    if (update !== null) edit(say('step.heading', { heading }), [update])
  }
  const name = sectionName(section)
  return (
    <section ref={element} data-revealed={reveal === section.id ? '' : undefined} aria-label={name}>
      <div className="section-head">
        <h2 data-part={section.id}>
          <EditableText
            value={section.heading}
            label={words('text.heading-of', { heading: name })}
            placeholder={name}
            onKeep={setHeading}
          />
        </h2>
        <SectionMenu section={section} />
      </div>
      <SectionText section={section} firstNote={firstNote} onCitation={onCitation} onNote={setFreshNote} onEditor={setEditor} />
      {leadsMandates && <ListedMandates />}
      <Footnotes
        section={section}
        firstNote={firstNote}
        fresh={freshNote}
        onLeave={(id) => {
          setFreshNote(null)
          focusBehindNote(editor, id)
        }}
      />
      <ProposalsOn record={section.id} />
    </section>
  )
}

/** Enter and Esc in a footnote lead back to its mark. */
function focusBehindNote(editor: Editor | null, id: string): void {
  editor?.state.doc.descendants((node, at) => {
    if (node.type.name === 'footnote' && node.attrs['id'] === id) editor.commands.setTextSelection(at + 1)
  })
  editor?.view.focus()
}

interface TextProps extends Pick<Props, 'section' | 'firstNote' | 'onCitation'> {
  readonly onNote: (id: string) => void
  readonly onEditor: (editor: Editor | null) => void
}

function SectionText({ section, firstNote, onCitation, onNote, onEditor }: TextProps) {
  const place = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeper | null>(null)
  const press = useRef<Around['press']>(() => false)
  const [editor, setEditor] = useState<Editor | null>(null)
  const revealed = usePlace(({ reveal }) => (section.blocks.some(({ id }) => id === reveal) ? reveal : null))
  const around = useEffectEvent(
    (): Around => ({
      onCitation,
      onNote,
      onLeave: () => place.current?.closest('section')?.querySelector<HTMLElement>('.section-head button')?.focus(),
      press: (event) => press.current(event),
      commit: () => keeper.current?.commit(),
      checked: () => textsOf(section.id),
    }),
  )
  const open = useEffectEvent((element: Element) => openEditor(element, section.blocks, () => around()))
  const hand = useEffectEvent(onEditor)
  useLayoutEffect(() => {
    if (place.current === null) return
    const opened = open(place.current)
    const kept = keepSection(opened, section.id)
    keeper.current = kept
    setEditor(opened)
    hand(opened)
    return () => {
      kept.stop()
      keeper.current = null
      setEditor(null)
      hand(null)
      opened.destroy()
    }
  }, [section.id])
  const takeKeys = (handler: Around['press']) => {
    press.current = handler
  }
  const name = sectionName(section)
  useEffect(() => {
    editor?.view.dom.setAttribute('aria-label', words('text.words-of', { heading: name }))
  }, [editor, name])
  useEffect(() => {
    if (editor === null) return
    setSurroundings(editor.view, { firstNote, revealed })
    if (revealed !== null) editor.view.dom.querySelector(`[data-part="${revealed}"]`)?.scrollIntoView({ block: 'center' })
  }, [editor, firstNote, revealed])
  return (
    <>
      <div ref={place} className="section-text" />
      {editor !== null && <Completion editor={editor} onKeys={takeKeys} />}
    </>
  )
}
