import { showPlan } from '../../app/navigation.ts'
import { refusedWords, words } from '../../app/words.ts'
import { type Importing, importShown, leaveFileOut, useLibrary } from '../../stores/library.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportPreviewView } from './import-preview.tsx'

/** Shows what a file holds before it is imported, or why it was refused and what to do. Several files come in turn. */
export function ImportDialog() {
  const importing = useLibrary((state) => state.importing)
  if (importing === null) return null
  const { kind, file } = importing
  return (
    <Dialog
      key={kind === 'preview' ? `${file.name} ${importing.waiting.length}` : kind}
      wide={kind === 'preview'}
      title={words(`import.title-${kind}`, { name: file.name })}
      closeLabel={words('dialog.close')}
      onClose={leaveShown(importing)}
    >
      {kind === 'reading' && <Busy text={words('import.reading')} />}
      {kind === 'writing' && <Busy text={words('import.writing')} />}
      {kind === 'refused' && <Refused importing={importing} />}
      {kind === 'preview' && <Preview importing={importing} />}
    </Dialog>
  )
}

/** A file that is being written cannot be left out any more. */
const leaveShown =
  ({ kind }: Importing) =>
  () => {
    if (kind !== 'writing') void leaveFileOut()
  }

const Busy = ({ text }: { readonly text: string }) => (
  <p className="busy" role="status">
    {text}
  </p>
)

const Refused = ({ importing: { file, why, waiting } }: { readonly importing: Extract<Importing, { kind: 'refused' }> }) => (
  <>
    <p role="alert">{why === null ? words('import.unknown') : refusedWords(why, file.name)}</p>
    <p className="aside">{words('import.advice')}</p>
    {waiting.length > 0 && <p className="aside">{words('import.waiting', { count: waiting.length })}</p>}
    <footer>
      <Button look="primary" autoFocus onPress={() => void leaveFileOut()}>
        {words(waiting.length === 0 ? 'dialog.close' : 'import.skip')}
      </Button>
    </footer>
  </>
)

/** The last plan that was imported is shown. */
async function importAndShow(): Promise<void> {
  const planId = await importShown()
  if (planId !== null && useLibrary.getState().importing === null) showPlan(planId)
}

const Preview = ({ importing: { preview, failed, waiting } }: { readonly importing: Extract<Importing, { kind: 'preview' }> }) => (
  <>
    <ImportPreviewView preview={preview} />
    {failed ? (
      <p className="form-error" role="alert">
        {words('import.failed')}
      </p>
    ) : (
      <p className="aside">
        {words('import.nothing-yet')} {waiting.length > 0 && words('import.waiting', { count: waiting.length })}
      </p>
    )}
    <footer>
      <Button onPress={() => void leaveFileOut()}>{words(waiting.length === 0 ? 'dialog.cancel' : 'import.skip')}</Button>
      <Button look="primary" autoFocus onPress={() => void importAndShow()}>
        {words('import.accept', { count: preview.rows.length })}
      </Button>
    </footer>
  </>
)
