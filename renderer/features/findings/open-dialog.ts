import { create } from 'zustand'
import type { ShownFinding } from '../../stores/findings.ts'

/** A dialog about findings; one at a time. */
export type FindingsDialog =
  | { readonly kind: 'waive'; readonly finding: ShownFinding }
  | { readonly kind: 'fix-all' | 'rule'; readonly rule: string }
  | { readonly kind: 'severities' }

interface Open {
  readonly dialog: FindingsDialog | null
  /** Where the menu of what can be done about the findings here stands open; null when it is closed. */
  readonly menuAt: Element | null
}

export const useFindingsDialog = create<Open>(() => ({ dialog: null, menuAt: null }))

export const openFindingsDialog = (dialog: FindingsDialog): void => useFindingsDialog.setState({ dialog })
export const closeFindingsDialog = (): void => useFindingsDialog.setState({ dialog: null })
export const closeFixMenu = (): void => useFindingsDialog.setState({ menuAt: null })

/** Opens the menu beside what a finding elsewhere brought into view, else beside the selected cell. */
export const openFixMenu = (): void =>
  useFindingsDialog.setState({
    menuAt: document.querySelector('[data-revealed]') ?? document.querySelector('.cell[tabindex="0"]') ?? document.activeElement,
  })
