import { create } from 'zustand'

/** Where a person is in the coverage of the plan. Kept while the window is open, so that coming back from a row finds the same place. */
interface CoverageState {
  readonly side: 'mandates' | 'activities'
  /** Instruments that show their paragraphs, by the id of the citation that lists them. */
  readonly opened: ReadonlySet<string>
  readonly openOnly: boolean
  /** The focused line by key, null for the first; and its column: 0 is the heading. */
  readonly line: string | null
  readonly column: number
}

export const useCoverageState = create<CoverageState>(() => ({
  side: 'mandates',
  opened: new Set(),
  openOnly: false,
  line: null,
  column: 0,
}))

export function toggle(id: string): void {
  const opened = new Set(useCoverageState.getState().opened)
  if (!opened.delete(id)) opened.add(id)
  useCoverageState.setState({ opened })
}
