import { useMemo } from 'react'
import { runChecks } from '#shared/checks/index.ts'
import type { Inspection } from '#shared/contract/exchange.ts'
import { planOf } from '#shared/operations/apply.ts'
import { words } from '../../app/words.ts'
import { useRegister } from '../../stores/register.ts'

/** What the check finds in a plan that came, before it is received. */
export function CheckResult({ inspection: { records, instruments } }: { readonly inspection: Inspection }) {
  const register = useRegister((state) => state.register)
  const counts = useMemo(() => {
    if (register === null) return null
    const findings = runChecks(planOf(records), register.withInstruments(instruments)).filter(({ waiver }) => waiver === null)
    const of = (severity: string) => findings.filter((finding) => finding.severity === severity).length
    return { errors: of('error'), warnings: of('warning') }
  }, [records, instruments, register])
  if (counts === null) return null
  return <p>{counts.errors + counts.warnings === 0 ? words('receive.check-clean') : words('receive.check', counts)}</p>
}
