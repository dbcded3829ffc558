import './text.css'
import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { say } from '#shared/locales/message.ts'
import type { Block, Section } from '#shared/model/section.ts'
import { orderKeysAt, updateRecord } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { usePlace } from '../../stores/place.ts'
import { Button } from '../../ui/button.tsx'
import { EditableText } from '../../ui/editable-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Paragraph } from './paragraph.tsx'
import { withNote, withText } from './blocks.ts'

const empty: readonly Section[] = []

/** The plan's text beside its calendar: introduction, stakeholders and the rest, on the same paper. */
export function TextView() {
  const sections = usePlan(({ plan }) => plan?.sections) ?? empty
  return (
    <>
      <header className="head">
        <h1>{words('text.title')}</h1>
        <p>{words('text.count', { count: sections.length })}</p>
      </header>
      <div className="sheet-scroll">
        {sections.length === 0 ? (
          <EmptyState title={words('text.empty-title')} text={words('text.empty-text')}>
            <Button look="primary" onPress={addIntroduction}>
              {words('text.add-introduction')}
            </Button>
            <p className="example">{words('text.empty-example')}</p>
          </EmptyState>
        ) : (
          <article className="sheet document">
            {sections.map((section) => (
              <SectionOf key={section.id} section={section} />
            ))}
          </article>
        )}
      </div>
    </>
  )
}

const emptyBlock = (): Block => ({ id: v7(), kind: 'paragraph', level: 0, marker: 'none', text: '', footnotes: [] })

function addIntroduction(): void {
  const { plan } = usePlan.getState()
  const [order] = plan === null ? [] : orderKeysAt(plan.sections, 0, 1)
  if (order === undefined) return
  const section: Section = {
    type: 'section',
    id: v7(),
    order,
    kind: 'introduction',
    heading: words('text.introduction'),
    blocks: [emptyBlock()],
  }
  edit(say('step.add-section', { heading: section.heading }), [{ kind: 'insert', record: section }])
}

const nameOf = ({ heading, kind }: Section): string => (heading === '' ? words(`section.${kind}`) : heading)

function SectionOf({ section }: { readonly section: Section }) {
  const reveal = usePlace((place) => place.reveal)
  const element = useRef<HTMLElement>(null)
  const [fresh, setFresh] = useState<string | null>(null)
  useEffect(() => {
    if (reveal === section.id) element.current?.scrollIntoView({ block: 'start' })
  }, [reveal, section.id])

  const set = (blocks: Block[], step: 'step.text' | 'step.note' | 'step.add-paragraph' | 'step.remove-paragraph') => {
    const change = updateRecord(section, { blocks })
    if (change !== null) edit(say(step, { heading: nameOf(section) }), [change])
  }
  const addAfter = (index: number) => {
    const block = emptyBlock()
    setFresh(block.id)
    set(section.blocks.toSpliced(index + 1, 0, block), 'step.add-paragraph')
  }
  const setHeading = (heading: string) => {
    const change = updateRecord(section, { heading })
    if (change !== null) edit(say('step.heading', { heading }), [change])
  }
  const firstNotes: number[] = []
  let notes = 1
  for (const block of section.blocks) {
    firstNotes.push(notes)
    notes += block.footnotes.length
  }
  return (
    <section ref={element} data-revealed={reveal === section.id ? '' : undefined} aria-label={nameOf(section)}>
      <h2>
        <EditableText
          value={section.heading}
          label={words('text.heading-of', { heading: nameOf(section) })}
          placeholder={nameOf(section)}
          onKeep={setHeading}
        />
      </h2>
      {section.blocks.map((block, index) => (
        <Paragraph
          key={block.id}
          block={block}
          firstNote={firstNotes[index] ?? 1}
          number={index + 1}
          startOpen={fresh === block.id}
          revealed={reveal === block.id}
          onKeep={(text) => set(withText(section.blocks, block.id, text), 'step.text')}
          onAdd={() => addAfter(index)}
          onRemove={() => set(section.blocks.toSpliced(index, 1), 'step.remove-paragraph')}
        />
      ))}
      <Button look="quiet" onPress={() => addAfter(section.blocks.length - 1)}>
        {words('text.add-paragraph')}
      </Button>
      {notes > 1 && (
        <ol className="footnotes" aria-label={words('text.footnotes')}>
          {section.blocks.flatMap(({ footnotes }) =>
            footnotes
              .toSorted((a, b) => a.at - b.at)
              .map(({ id, text }) => (
                <li key={id} id={`note-${id}`}>
                  <EditableText
                    value={text}
                    label={words('text.footnote')}
                    onKeep={(next) => set(withNote(section.blocks, id, next), 'step.note')}
                  />
                </li>
              )),
          )}
        </ol>
      )}
    </section>
  )
}
