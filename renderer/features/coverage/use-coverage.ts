import { useDeferredValue, useMemo } from 'react'
import type { Plan } from '#shared/model/plan.ts'
import { type Coverage, coverageOf } from '#shared/register/coverage.ts'
import type { Register } from '#shared/register/register.ts'
import { usePlan } from '../../stores/plan.ts'
import { useRegister } from '../../stores/register.ts'

let held: { readonly plan: Plan; readonly register: Register; readonly coverage: Coverage } | null = null

/** Computed once for a state of the plan, for the rail and the view alike. */
function coverageAt(plan: Plan, register: Register): Coverage {
  if (held?.plan !== plan || held.register !== register) held = { plan, register, coverage: coverageOf(plan, register) }
  return held.coverage
}

/** The coverage of the plan shown, a moment after each edit; null until plan and register are there. */
export function useCoverage(): Coverage | null {
  const plan = useDeferredValue(usePlan((state) => state.plan))
  const register = useRegister((state) => state.register)
  return useMemo(() => (plan === null || register === null ? null : coverageAt(plan, register)), [plan, register])
}
