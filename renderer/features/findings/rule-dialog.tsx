import { formatRule } from '#shared/checks/index.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { fixableOf } from './entries.ts'
import { openFindingsDialog } from './open-dialog.ts'
import { pageOf } from './rule-pages.ts'
import { SeveritySelect } from './severity-select.tsx'

/** A rule's page: why it exists, an example, how to settle what it finds, when to waive it. */
export const RuleDialog = ({ rule, onClose }: { readonly rule: string; readonly onClose: () => void }) => {
  const fixable = fixableOf(rule)
  return (
    <Dialog title={formatRule(rule, windowLanguage)} closeLabel={words('dialog.close')} onClose={onClose}>
      <p className="rule-id">
        <code>{rule}</code>
      </p>
      <Page text={pageOf(rule, windowLanguage)} />
      <footer className="rule-actions">
        <label>
          {words('severities.in-this-plan')} <SeveritySelect rule={rule} label={words('severities.in-this-plan')} />
        </label>
        {fixable > 0 && (
          <Button onPress={() => openFindingsDialog({ kind: 'fix-all', rule })}>{words('findings.fix-all', { count: fixable })}</Button>
        )}
        <Button look="primary" autoFocus onPress={onClose}>
          {words('dialog.close')}
        </Button>
      </footer>
    </Dialog>
  )
}
