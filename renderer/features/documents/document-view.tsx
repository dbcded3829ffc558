import './documents.css'
import { useEffect, useState } from 'react'
import { openDialog } from '../../app/dialogs.ts'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { LayoutChoices, SubjectChoice, PaperChoices } from './choices.tsx'
import { warmPdf } from './open-pdf.ts'
import { Preview } from './preview.tsx'
import { leavePreview, refreshPreview, usePreview } from './preview-store.ts'
import { useDocumentOptions, useDocumentSettings } from './settings.ts'

/** The plan as it will print, beside the choices it prints with. It follows the plan: what is shown is what is saved. */
export function DocumentView() {
  const planId = usePlan((state) => state.planId)
  const saved = usePlan(({ position }) => position?.sequence ?? 0)
  const settings = useDocumentSettings()
  const missing = usePreview((state) => state.missingCharacters)
  const [again, setAgain] = useState(0)
  const options = useDocumentOptions()
  useEffect(() => {
    if (planId !== null) void refreshPreview(planId, options)
  }, [planId, saved, options, again])
  useEffect(() => {
    warmPdf()
    return leavePreview
  }, [])
  return (
    <>
      <header className="head">
        <h1>{words('document.title')}</h1>
        <p>{words(`print.layout-${settings.layout}-text`)}</p>
        <div className="actions">
          <Button look="primary" onPress={() => openDialog('print')}>
            {words('document.export')} <Keys keys="Ctrl+P" />
          </Button>
        </div>
      </header>
      <div className="document-body">
        <div className="preview">
          <Preview onAgain={() => setAgain(again + 1)} />
        </div>
        <form className="form document-choices" aria-label={words('document.choices')} onSubmit={(event) => event.preventDefault()}>
          <LayoutChoices settings={settings} />
          <SubjectChoice settings={settings} />
          <PaperChoices settings={settings} />
          {missing.length > 0 && <p className="form-error">{words('print.missing', { characters: missing.join(' ') })}</p>}
        </form>
      </div>
    </>
  )
}
