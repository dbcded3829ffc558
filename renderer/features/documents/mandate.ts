import { create } from 'zustand'
import { usePlan } from '../../stores/plan.ts'

const useChosen = create<{ readonly mandate: string | null }>(() => ({ mandate: null }))

/** The entry of the list of mandates whose activities are listed, for the preview and the export alike; null for all of them. */
export function useMandate(): { readonly mandate: string | null; readonly choose: (mandate: string | null) => void } {
  const chosen = useChosen((state) => state.mandate)
  // One that was removed, or of another plan, is no longer chosen.
  const isListed = usePlan(({ plan }) => plan?.mandates.some(({ id }) => id === chosen) ?? false)
  return { mandate: isListed ? chosen : null, choose: (mandate) => useChosen.setState({ mandate }) }
}
