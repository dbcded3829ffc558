import { create } from 'zustand'

type RowDialog = 'redate' | 'repeat'

/** The question about the chosen rows that stands open. */
export const useRowDialog = create<{ readonly open: RowDialog | null }>(() => ({ open: null }))

export const openRowDialog = (open: RowDialog): void => useRowDialog.setState({ open })
export const closeRowDialog = (): void => useRowDialog.setState({ open: null })
