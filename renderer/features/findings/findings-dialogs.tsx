import './dialogs.css'
import { FixAllDialog } from './fix-all-dialog.tsx'
import { FixMenu } from './fix-menu.tsx'
import { closeFindingsDialog, useFindingsDialog } from './open-dialog.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { SeveritiesDialog } from './severities-dialog.tsx'
import { WaiveDialog } from './waive-dialog.tsx'

/** The menu and the dialogs about findings, whichever is open. */
export function FindingsDialogs() {
  const dialog = useFindingsDialog((state) => state.dialog)
  return (
    <>
      <FixMenu />
      {dialog?.kind === 'waive' && <WaiveDialog finding={dialog.finding} onClose={closeFindingsDialog} />}
      {dialog?.kind === 'fix-all' && <FixAllDialog rule={dialog.rule} onClose={closeFindingsDialog} />}
      {dialog?.kind === 'rule' && <RuleDialog rule={dialog.rule} onClose={closeFindingsDialog} />}
      {dialog?.kind === 'severities' && <SeveritiesDialog onClose={closeFindingsDialog} />}
    </>
  )
}
