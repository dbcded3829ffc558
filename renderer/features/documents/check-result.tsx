import { words } from '../../app/words.ts'
import { goToFinding, useFindings } from '../../stores/findings.ts'
import { prefer } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'

interface Props {
  readonly errors: number
  /** Whether the document will say that it is a draft with errors. */
  readonly isDraft: boolean
  readonly confirmed: boolean
  readonly onConfirm: (confirmed: boolean) => void
  /** Called when the errors are gone to instead. */
  readonly onLeave: () => void
}

/** What the check says of the plan that is about to leave. Errors ask for a decision: to go and see, or to write it all the same. */
export function CheckResult({ errors, isDraft, confirmed, onConfirm, onLeave }: Props) {
  const broken = useFindings((state) => state.broken)
  if (broken) return <p className="export-check">{words('export.check-broken')}</p>
  if (errors === 0) return <p className="export-check">{words('export.check-clean')}</p>
  const showErrors = () => {
    const first = useFindings.getState().findings.find(({ severity }) => severity === 'error')
    onLeave()
    prefer({ findingsOpen: true })
    if (first !== undefined) goToFinding(first)
  }
  return (
    <div className="export-check" data-errors="">
      <p>{words('export.check-errors', { count: errors })}</p>
      <label>
        {/* The dialog is answered by keys: this is what it asks. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <input autoFocus type="checkbox" checked={confirmed} onChange={(event) => onConfirm(event.target.checked)} />
        {words(isDraft ? 'export.confirm-draft' : 'export.confirm')}
      </label>
      <div>
        <Button look="small" onPress={showErrors}>
          {words('export.show-errors')}
        </Button>
      </div>
    </div>
  )
}
