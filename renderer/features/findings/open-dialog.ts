import { create } from 'zustand'
import type { ShownFinding } from '../../stores/findings.ts'

/** A dialog about findings; one at a time. */
export type FindingsDialog =
  | { readonly kind: 'waive'; readonly finding: ShownFinding }
  | { readonly kind: 'fix-all' | 'rule'; readonly rule: string }
  | { readonly kind: 'severities' }

interface Open {
  readonly dialog: FindingsDialog | null
  /** Whether the menu of what can be done about the findings here is open. */
  readonly menu: boolean
}

export const useFindingsDialog = create<Open>(() => ({ dialog: null, menu: false }))

export const openFindingsDialog = (dialog: FindingsDialog): void => useFindingsDialog.setState({ dialog })
export const closeFindingsDialog = (): void => useFindingsDialog.setState({ dialog: null })
export const openFixMenu = (): void => useFindingsDialog.setState({ menu: true })
export const closeFixMenu = (): void => useFindingsDialog.setState({ menu: false })
