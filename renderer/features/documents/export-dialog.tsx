import './documents.css'
import { type FormEvent, useRef, useState } from 'react'
import { type FormatName, formatNames, laidOutFormats } from '#shared/documents/format-names.ts'
import { type TableName, tableNames } from '#shared/documents/table-names.ts'
import { words } from '../../app/words.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SignsAs } from '../exchange/signs-as.tsx'
import { CheckResult } from './check-result.tsx'
import { LayoutSelect, SubjectChoice, PaperChoices } from './choices.tsx'
import { download } from './download.ts'
import { exportPlan } from './export-plan.ts'
import { useDocumentOptions, useDocumentSettings, useErrors } from './settings.ts'
import { writeDocument, type WrittenDocument } from './write-document.ts'

/** The kinds of file on offer: those that the plan is laid out or written as, and the plan file itself. */
type Offered = FormatName | 'mandato'

type Progress =
  | { readonly kind: 'asking' | 'failed' }
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'done'; readonly name: string; readonly written: WrittenDocument | null }

interface Props {
  /** The kind of file chosen when the dialog opens. */
  readonly first: Offered
  readonly onClose: () => void
}

/** Writes the plan to a file: what the check says first, then which file, what it shows and how, and at last where it went. */
export function ExportDialog({ first, onClose }: Props) {
  const planId = usePlan((state) => state.planId)
  const isDraft = usePlan(({ plan }) => plan?.header.issued === null)
  const settings = useDocumentSettings()
  const errors = useErrors()
  const shown = useDocumentOptions()
  const [format, setFormat] = useState<Offered>(first)
  const [table, setTable] = useState<TableName>('calendar')
  const [confirmed, setConfirmed] = useState(false)
  const [progress, setProgress] = useState<Progress>({ kind: 'asking' })
  const running = useRef<AbortController | null>(null)
  const isLaidOut = laidOutFormats.some((name) => name === format)
  const isWorking = progress.kind === 'working'

  const write = async (id: string) => {
    const own = new AbortController()
    running.current = own
    setProgress({ kind: 'working', share: 0 })
    try {
      if (format === 'mandato') {
        setProgress({ kind: 'done', name: await exportPlan(id), written: null })
        return
      }
      const options = format === 'csv' ? { ...shown, table } : shown
      const written = await writeDocument(id, format, options, {
        signal: own.signal,
        onProgress: (share) => !own.signal.aborted && setProgress({ kind: 'working', share }),
      })
      download(written.file)
      setProgress({ kind: 'done', name: written.file.name, written })
    } catch {
      setProgress({ kind: own.signal.aborted ? 'asking' : 'failed' })
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (planId !== null && !isWorking) void write(planId)
  }
  const close = () => {
    running.current?.abort()
    onClose()
  }
  return (
    <Dialog title={words('export.title')} closeLabel={words('dialog.close')} onClose={close} wide>
      <form className="form" onSubmit={submit}>
        <CheckResult errors={errors} isDraft={isDraft && isLaidOut} confirmed={confirmed} onConfirm={setConfirmed} onLeave={close} />
        <div className="export-columns">
          <fieldset className="choices formats">
            <legend>{words('export.format')}</legend>
            {([...formatNames, 'mandato'] as const).map((option) => (
              <label key={option}>
                <input
                  type="radio"
                  name="format"
                  value={option}
                  checked={format === option}
                  onChange={() => {
                    setFormat(option)
                    setProgress({ kind: 'asking' })
                  }}
                />
                <span>
                  {capitalized(words(`export.format-${option}`))}
                  <small>{words(`export.format-${option}-text`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <div>
            {isLaidOut && <LayoutSelect settings={settings} />}
            {isLaidOut && <SubjectChoice settings={settings} />}
            {format === 'csv' && (
              <label>
                {words('export.table')}
                <select value={table} onChange={(event) => setTable(tableNames.find((name) => name === event.target.value) ?? 'calendar')}>
                  {tableNames.map((name) => (
                    <option key={name} value={name}>
                      {words(`export.table-${name}`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {format === 'mandato' && <SignsAs />}
            {format !== 'mandato' && <PaperChoices settings={settings} paged={isLaidOut && format !== 'html'} />}
          </div>
        </div>
        <div className="outcome" role="status">
          <Outcome progress={progress} />
        </div>
        <footer>
          {isWorking ? (
            <Button onPress={() => running.current?.abort()}>{words('dialog.cancel')}</Button>
          ) : (
            <Button onPress={close}>{words(progress.kind === 'done' ? 'dialog.close' : 'dialog.cancel')}</Button>
          )}
          <Button look="primary" type="submit" autoFocus={errors === 0} isPending={isWorking} isDisabled={errors > 0 && !confirmed}>
            {words('export.write', { format: words(`export.format-${format}`) })}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Names of files are written within a sentence; at the head of a line they begin with a capital. */
const capitalized = (name: string): string => name.charAt(0).toLocaleUpperCase() + name.slice(1)

function Outcome({ progress }: { readonly progress: Progress }) {
  switch (progress.kind) {
    case 'asking':
      return null
    case 'working':
      return (
        <p className="busy">
          {words('export.progress')} <progress aria-label={words('export.progress')} value={progress.share} />
        </p>
      )
    case 'failed':
      return <p className="form-error">{words('export.not-written')}</p>
    case 'done':
      return <Done name={progress.name} written={progress.written} />
  }
}

/** Where the file went, and what it could not show. */
function Done({ name, written }: { readonly name: string; readonly written: WrittenDocument | null }) {
  const { pages, missingCharacters, leftOut } = written ?? { pages: null, missingCharacters: [], leftOut: [] }
  return (
    <>
      <p className="form-done">{pages === null ? words('export.done', { name }) : words('print.done', { name, pages })}</p>
      {missingCharacters.length > 0 && <p className="form-error">{words('print.missing', { characters: missingCharacters.join(' ') })}</p>}
      {leftOut.length > 0 && <p>{words('export.left-out', { count: leftOut.length, rows: leftOut.join(', ') })}</p>}
    </>
  )
}
