import './text.css'
import { useRef, useState } from 'react'
import type { ReadCitation } from '#shared/citations/read.ts'
import type { Section } from '#shared/model/section.ts'
import { words } from '../../app/words.ts'
import { withRemoved } from '../../stores/differences.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { ProposalsOn } from '../delegation/proposals-on.tsx'
import { CitedText } from './cited-text.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { SectionOf } from './section-of.tsx'
import { sectionName } from './section-name.ts'
import { addSection, type SectionKind } from './sections.ts'
import { Toolbar } from './toolbar.tsx'
import { useWriting } from './writing.ts'

const empty: readonly Section[] = []
const kinds: readonly SectionKind[] = ['introduction', 'mandates', 'stakeholders', 'other']

/** Adds a section and puts the caret into it. */
function begin(kind: SectionKind): void {
  const id = addSection(kind)
  // Once it is drawn: one without a name is named first.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const section = document.querySelector(`[data-part="${id}"]`)?.closest('section')
      section?.querySelector<HTMLElement>(kind === 'other' ? 'textarea' : '[role=textbox]')?.focus()
    }),
  )
}

/** The plan's text beside its calendar: introduction, mandates, stakeholders and the rest, written on the same paper. */
export function TextView() {
  const sections = usePlan(({ plan }) => plan?.sections) ?? empty
  const drawn = usePlan((shown) => withRemoved(shown, 'sections'))
  const [citation, setCitation] = useState<ReadCitation | null>(null)
  const anchor = useRef<Element | null>(null)
  const showCitation = (cited: ReadCitation, element: Element) => {
    anchor.current = element
    setCitation(cited)
  }
  const hideCitation = () => {
    setCitation(null)
    setTimeout(() => useWriting.getState().writer?.focus())
  }
  const notesBefore = (index: number) =>
    sections.slice(0, index).reduce((count, { blocks }) => count + blocks.reduce((own, { footnotes }) => own + footnotes.length, 0), 0)
  const leading = sections.findLast(({ kind }) => kind === 'mandates')
  return (
    <>
      <header className="head">
        <h1>{words('text.title')}</h1>
        <p>{words('text.count', { count: sections.length })}</p>
        {sections.length > 0 && (
          <div className="actions">
            <Toolbar />
          </div>
        )}
      </header>
      <div className="sheet-scroll">
        {drawn.length === 0 ? (
          <EmptyState title={words('text.empty-title')} text={words('text.empty-text')}>
            <Button look="primary" onPress={() => begin('introduction')}>
              {words('text.add-introduction')}
            </Button>
            <p className="example">{words('text.empty-example')}</p>
          </EmptyState>
        ) : (
          <article className="sheet document">
            {drawn.map((section) => {
              const index = sections.indexOf(section)
              return index < 0 ? (
                <StruckSection key={section.id} section={section} />
              ) : (
                <SectionOf
                  key={section.id}
                  section={section}
                  firstNote={notesBefore(index) + 1}
                  leadsMandates={section === leading}
                  onCitation={showCitation}
                />
              )
            })}
            <AddSection sections={sections} />
          </article>
        )}
      </div>
      {citation !== null && <CitedText citation={citation} anchor={anchor} onClose={hideCitation} />}
      <LinkDialog />
    </>
  )
}

/** A section that one proposes to take out: its words are read in the proposal, which stands where it stood. */
const StruckSection = ({ section }: { readonly section: Section }) => (
  <section aria-label={sectionName(section)}>
    <ProposalsOn record={section.id} />
  </section>
)

/** Sections that the plan does not have yet, and further ones of one's own. */
function AddSection({ sections }: { readonly sections: readonly Section[] }) {
  const label = words('text.add-section')
  const missing = kinds.filter((kind) => kind === 'other' || !sections.some((section) => section.kind === kind))
  return (
    <div className="add-section">
      <MenuButton
        label={label}
        groups={[
          {
            id: 'kinds',
            entries: missing.map((kind) => ({ id: kind, label: words(`section.${kind}`), run: () => begin(kind) })),
          },
        ]}
      >
        <Button look="quiet">{label}</Button>
      </MenuButton>
    </div>
  )
}
