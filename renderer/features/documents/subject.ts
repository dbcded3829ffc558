import { create } from 'zustand'
import type { Revision } from '#shared/model/revision.ts'
import { usePlan } from '../../stores/plan.ts'

/** What of the plan a document is about, where its layout leaves a choice. */
interface Subject {
  /** The entry of the list of mandates whose activities are listed, by id; null for all of them. */
  readonly mandate: string | null
  /** The revision that the plan is compared with, by id; null where the plan has none. */
  readonly since: string | null
}

const useChosen = create<Subject>(() => ({ mandate: null, since: null }))

export const chooseSubject = (change: Partial<Subject>): void => useChosen.setState(change)

const none: readonly Revision[] = []

/** What was chosen last, for the preview and the file alike; what was removed, or is of another plan, is no longer chosen. */
export function useSubject(): Subject {
  const { mandate, since } = useChosen()
  const isListed = usePlan(({ plan }) => plan?.mandates.some(({ id }) => id === mandate) ?? false)
  const revisions = usePlan(({ plan }) => plan?.revisions ?? none)
  const compared = revisions.find(({ id }) => id === since) ?? revisions.at(-1)
  return { mandate: isListed ? mandate : null, since: compared?.id ?? null }
}
