import { ruleMetas } from '#shared/checks/index.ts'
import { severity as severityType } from '#shared/model/severity.ts'
import { words } from '../../app/words.ts'
import { setSeverity } from '../../stores/finding-edits.ts'
import { usePlan } from '../../stores/plan.ts'

/** How much a rule matters in this plan: as the rule says, or as the Chair decides. */
export function SeveritySelect({ rule, label }: { readonly rule: string; readonly label: string }) {
  const own = usePlan(({ plan }) => plan?.header.severities[rule] ?? '')
  const isChairs = usePlan(({ mode }) => mode === 'delegation')
  const usual = ruleMetas.find(({ id }) => id === rule)?.severity ?? 'info'
  return (
    <select
      aria-label={label}
      value={own}
      disabled={isChairs}
      data-own={own === '' ? undefined : ''}
      onChange={({ target: { value } }) => setSeverity(rule, value === '' ? null : value === 'off' ? 'off' : severityType.parse(value))}
    >
      <option value="">{words('severities.default', { severity: words(`severity.${usual}`) })}</option>
      {severityType.options.map((severity) => (
        <option key={severity} value={severity}>
          {words(`severity.${severity}`)}
        </option>
      ))}
      <option value="off">{words('severity.off')}</option>
    </select>
  )
}
