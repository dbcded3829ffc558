import { formatRule, ruleMetas } from '#shared/checks/index.ts'
import { windowLanguage, words } from '../../app/words.ts'
import { resetSeverities } from '../../stores/finding-edits.ts'
import { useFindings } from '../../stores/findings.ts'
import { usePlan } from '../../stores/plan.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { openFindingsDialog } from './open-dialog.ts'
import { SeveritySelect } from './severity-select.tsx'

/** Every rule, what it protects, and how much it matters in this plan. */
export function SeveritiesDialog({ onClose }: { readonly onClose: () => void }) {
  const changed = usePlan(({ plan }) => Object.keys(plan?.header.severities ?? {}).length)
  const findings = useFindings((state) => state.findings)
  const counts = new Map([...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, members]) => [rule, members.length]))
  return (
    <Dialog title={words('severities.title')} closeLabel={words('dialog.close')} onClose={onClose} wide>
      <p className="aside">{words('severities.text')}</p>
      <table className="severities">
        <thead>
          <tr>
            <th scope="col">{words('severities.rule')}</th>
            <th scope="col" className="figure">
              {words('severities.found')}
            </th>
            <th scope="col">{words('severities.severity')}</th>
          </tr>
        </thead>
        <tbody>
          {ruleMetas.map(({ id }) => (
            <tr key={id}>
              <th scope="row">
                {formatRule(id, windowLanguage)}
                <button type="button" className="link" onClick={() => openFindingsDialog({ kind: 'rule', rule: id })}>
                  <code>{id}</code>
                </button>
              </th>
              <td className="figure">{counts.get(id) ?? 0}</td>
              <td>
                <SeveritySelect rule={id} label={words('severities.of', { rule: id })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        <Button isDisabled={changed === 0} onPress={resetSeverities}>
          {words('severities.reset', { count: changed })}
        </Button>
        <Button look="primary" onPress={onClose}>
          {words('dialog.close')}
        </Button>
      </footer>
    </Dialog>
  )
}
