import type { ReactNode } from 'react'
import { orientation as orientations, paper as papers } from '#shared/contract/documents.ts'
import { layouts, usualOrientation } from '#shared/documents/layout-names.ts'
import { LanguageSelect } from '../../app/language-select.tsx'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { changeSettings, type DocumentSettings } from './settings.ts'

interface Props {
  readonly settings: DocumentSettings
  /** The entry of the list of mandates whose activities are listed; null for all. */
  readonly mandate: string | null
  readonly onMandate: (mandate: string | null) => void
}

/** What is shown of the plan. Kept with the plan, wherever it is chosen. */
export const LayoutChoices = ({ settings: { layout } }: Pick<Props, 'settings'>) => (
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
export const LayoutSelect = ({ settings: { layout } }: Pick<Props, 'settings'>) => (
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

/** Which mandate, for the layout that lists activities by mandate. */
export function MandateChoice({ settings: { layout }, mandate, onMandate }: Props): ReactNode {
  const mandates = usePlan(({ plan }) => plan?.mandates) ?? []
  if (layout !== 'mandate') return null
  return (
    <label>
      {words('document.mandate')}
      <select value={mandate ?? ''} onChange={(event) => onMandate(event.target.value || null)}>
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

/** Paper and the way it lies, where there are pages, and the language of what the program adds. */
export const PaperChoices = ({
  settings: { layout, paper, orientation, language },
  paged = true,
}: Pick<Props, 'settings'> & { readonly paged?: boolean }) => (
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
