import { create } from 'zustand'

/** What the middle of the window shows. */
export type View = 'calendar' | 'text' | 'mandates' | 'coverage' | 'proposals' | 'document' | 'revisions' | 'history' | 'plans'

/** A column of the calendar that can be written in. */
export type Column = 'date' | 'mandate' | 'activity'

export const columns: readonly Column[] = ['date', 'mandate', 'activity']

interface Place {
  readonly view: View
  /** The selected activity, by id. */
  readonly row: string | null
  readonly column: Column
  /** Whether the focused cell is being written in; `typed` is what the first key put there, null when the cell was merely opened. */
  readonly editing: { readonly typed: string | null } | null
  /** The finding that was last gone to, by key. */
  readonly finding: string | null
  /** A mandate or section to bring into view and mark, by id. */
  readonly reveal: string | null
  /** Grows by one whenever the focus is to move to the selected cell. */
  readonly focusCalls: number
  /** Whether the details stand open over the sheet, in a window too narrow to show both. */
  readonly drawer: boolean
  /** A sentence about what was just done, for the status bar; null when there is none. */
  readonly notice: string | null
}

/** Where the person is: view, row, cell. Selection, focus and edit are three states and live here as three. */
export const usePlace = create<Place>(() => ({
  view: 'plans',
  row: null,
  column: 'date',
  editing: null,
  finding: null,
  reveal: null,
  focusCalls: 0,
  drawer: false,
  notice: null,
}))

export const show = (view: View): void => usePlace.setState({ view, editing: null, reveal: null })

/** Selects a row without moving the focus. */
export const select = (row: string | null, column: Column = usePlace.getState().column): void =>
  usePlace.setState({ row, column, editing: null })

/** Selects a cell and moves the focus to it. */
export const goTo = (row: string | null, column: Column = usePlace.getState().column): void =>
  usePlace.setState(({ focusCalls }) => ({ view: 'calendar', row, column, editing: null, focusCalls: focusCalls + 1 }))

/** Opens a cell for writing. */
export const write = (row: string, column: Column, typed: string | null = null): void =>
  usePlace.setState({ view: 'calendar', row, column, editing: { typed } })

/** Leaves the cell being written in; its editor keeps what was typed as it goes. */
export const stopWriting = (): void => usePlace.setState(({ focusCalls }) => ({ editing: null, focusCalls: focusCalls + 1 }))
