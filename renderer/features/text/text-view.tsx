import './text.css'
import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { ReadCitation } from '#shared/citations/read.ts'
import { say } from '#shared/locales/message.ts'
import type { Section } from '#shared/model/section.ts'
import { orderKeysAt } from '#shared/operations/edits.ts'
import { words } from '../../app/words.ts'
import { edit, usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CitedText } from './cited-text.tsx'
import { emptyBlock, SectionOf } from './section-of.tsx'

const empty: readonly Section[] = []

/** The plan's text beside its calendar: introduction, stakeholders and the rest, on the same paper. */
export function TextView() {
  const sections = usePlan(({ plan }) => plan?.sections) ?? empty
  const [citation, setCitation] = useState<ReadCitation | null>(null)
  const anchor = useRef<Element | null>(null)
  const showCitation = (cited: ReadCitation, element: Element) => {
    anchor.current = element
    setCitation(cited)
  }
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
              <SectionOf key={section.id} section={section} onCitation={showCitation} />
            ))}
          </article>
        )}
      </div>
      {citation !== null && <CitedText citation={citation} anchor={anchor} onClose={() => setCitation(null)} />}
    </>
  )
}

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
