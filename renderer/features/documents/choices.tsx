import type { ReactNode } from 'react'
import { orientation as orientations, paper as papers } from '#shared/contract/documents.ts'
import { layouts, usualOrientation } from '#shared/documents/layout-names.ts'
import { revisionName } from '#shared/model/revision.ts'
import { LanguageSelect } from '../../app/language-select.tsx'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { changeSettings, type DocumentSettings } from './settings.ts'
import { chooseSubject, useSubject } from './subject.ts'

interface Props {
  readonly settings: DocumentSettings
}

/** What is shown of the plan. Kept with the plan, wherever it is chosen. */
export const LayoutChoices = ({ settings: { layout } }: Props) => (
  <fieldset className="choices layouts">
    <legend>{words('print.layout')}</legend>
    {layouts.map((option) => (
      <label key={option}>
        <input type="radio" name="layout" value={option} checked={layout === option} onChange={() => changeSettings({ layout: option })} />
        <span>
          {words(`print.layout-${option}`)}
          <small>{words(`print.layout-${option}-text`)}</small>
        </span>
      </label>
    ))}
  </fieldset>
)

/** The same in little room. */
export const LayoutSelect = ({ settings: { layout } }: Props) => (
  <label>
    {words('print.layout')}
    <select value={layout} onChange={(event) => changeSettings({ layout: layouts.find((name) => name === event.target.value) ?? layout })}>
      {layouts.map((option) => (
        <option key={option} value={option}>
          {words(`print.layout-${option}`)}
        </option>
      ))}
    </select>
  </label>
)

/** Which mandate or which revision, for the layouts that are about one. */
export function SubjectChoice({ settings: { layout } }: Props): ReactNode {
  if (layout === 'mandate') return <MandateChoice />
  return layout === 'comparison' ? <RevisionChoice /> : null
}

function MandateChoice() {
  const mandates = usePlan(({ plan }) => plan?.mandates) ?? []
  const { mandate } = useSubject()
  return (
    <label>
      {words('document.mandate')}
      <select value={mandate ?? ''} onChange={(event) => chooseSubject({ mandate: event.target.value || null })}>
        <option value="">{words('document.mandate-all')}</option>
        {mandates.map(({ id, citation }) => (
          <option key={id} value={id}>
            {citation.symbol ?? citation.title ?? citation.written}
          </option>
        ))}
      </select>
    </label>
  )
}

function RevisionChoice() {
  const revisions = usePlan(({ plan }) => plan?.revisions) ?? []
  const { since } = useSubject()
  return (
    <label>
      {words('document.since')}
      <select value={since ?? ''} disabled={revisions.length === 0} onChange={(event) => chooseSubject({ since: event.target.value })}>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.id}>
            {revisionName(revision) || words('revisions.first')}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Paper and the way it lies, where there are pages, and the language of what the program adds. */
export const PaperChoices = ({
  settings: { layout, paper, orientation, language },
  paged = true,
}: Props & { readonly paged?: boolean }) => (
  <>
    {paged && (
      <div className="pair">
        <label>
          {words('print.paper')}
          <select value={paper} onChange={(event) => changeSettings({ paper: papers.parse(event.target.value) })}>
            {papers.options.map((option) => (
              <option key={option} value={option}>
                {words(`paper.${option}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('document.orientation')}
          <select
            value={orientation ?? usualOrientation(layout)}
            onChange={(event) => changeSettings({ orientation: orientations.parse(event.target.value) })}
          >
            {orientations.options.map((option) => (
              <option key={option} value={option}>
                {words(`document.orientation-${option}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    )}
    <LanguageSelect label={words('print.language')} value={language} onChange={(choice) => changeSettings({ language: choice })} />
  </>
)
