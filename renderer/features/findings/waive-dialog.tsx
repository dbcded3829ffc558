import { type FormEvent, useState } from 'react'
import { words } from '../../app/words.ts'
import { waive } from '../../stores/finding-edits.ts'
import type { ShownFinding } from '../../stores/findings.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks why a finding may stand. The reason is kept in the plan, where the next Chair finds it. */
export function WaiveDialog({ finding, onClose }: { readonly finding: ShownFinding; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    waive(finding, reason.trim())
    onClose()
  }
  return (
    <Dialog title={words('waive.title')} closeLabel={words('dialog.close')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>
          <span className={`severity ${finding.severity}`} role="img" aria-label={words(`severity.${finding.severity}`)} />{' '}
          {finding.sentence} <code>{finding.rule}</code>
        </p>
        <label>
          {words('waive.reason')}
          <input autoFocus required maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <p className="aside">{words('waive.text')}</p>
        <footer>
          <Button onPress={onClose}>{words('dialog.cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={reason.trim() === ''}>
            {words('waive.button')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
