import { type FormEvent, useState } from 'react'
import { paper as papers } from '#shared/contract/contract.ts'
import { type Layout, layouts } from '#shared/documents/layouts.ts'
import { api } from '../../api.ts'
import { LanguageSelect } from '../../app/language-select.tsx'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { download } from './download.ts'

type Progress =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly name: string; readonly pages: number; readonly missing: readonly string[] }
  | { readonly kind: 'failed' }

/** Prints the plan to a PDF file: layout, paper, language, and then where the file went. */
export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  const planId = usePlan((state) => state.planId)
  const [layout, setLayout] = useState<Layout>('calendar')
  const [paper, setPaper] = useState<(typeof papers.options)[number]>('letter')
  const [language, setLanguage] = useState(usePlan(({ plan }) => plan?.header.language ?? 'en'))
  const [progress, setProgress] = useState<Progress>({ kind: 'asking' })

  const print = async () => {
    if (planId === null) return
    setProgress({ kind: 'working' })
    try {
      const { file, pages, missingCharacters } = await api().plan.print({ planId, layout, paper, language })
      download(file)
      setProgress({ kind: 'done', name: file.name, pages, missing: missingCharacters })
    } catch {
      setProgress({ kind: 'failed' })
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void print()
  }
  return (
    <Dialog title={words('print.title')} closeLabel={words('dialog.close')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <fieldset className="choices">
          <legend>{words('print.layout')}</legend>
          {layouts.map((option) => (
            <label key={option}>
              <input type="radio" name="layout" value={option} checked={layout === option} onChange={() => setLayout(option)} />
              <span>
                {words(`print.layout-${option}`)}
                <small>{words(`print.layout-${option}-text`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="pair">
          <label>
            {words('print.paper')}
            <select value={paper} onChange={(event) => setPaper(papers.parse(event.target.value))}>
              {papers.options.map((option) => (
                <option key={option} value={option}>
                  {words(`paper.${option}`)}
                </option>
              ))}
            </select>
          </label>
          <LanguageSelect label={words('print.language')} value={language} onChange={setLanguage} />
        </div>
        <div className="outcome" role="status">
          <Outcome progress={progress} />
        </div>
        <footer>
          <Button onPress={onClose}>{words(progress.kind === 'done' ? 'dialog.close' : 'dialog.cancel')}</Button>
          <Button look="primary" type="submit" isPending={progress.kind === 'working'}>
            {words('print.write')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function Outcome({ progress }: { readonly progress: Progress }) {
  switch (progress.kind) {
    case 'asking':
      return null
    case 'working':
      return <p className="busy">{words('print.working')}</p>
    case 'failed':
      return <p className="form-error">{words('print.failed')}</p>
    case 'done':
      return (
        <>
          <p className="form-done">{words('print.done', { name: progress.name, pages: progress.pages })}</p>
          {progress.missing.length > 0 && (
            <p className="form-error">{words('print.missing', { characters: progress.missing.join(' ') })}</p>
          )}
        </>
      )
  }
}
