import { create } from 'zustand'

/** The dialog that stands open over the window; one at a time. */
export const useDialogs = create<{ readonly open: 'print' | 'keyboard' | null }>(() => ({ open: null }))

export const openDialog = (open: 'print' | 'keyboard'): void => useDialogs.setState({ open })
export const closeDialog = (): void => useDialogs.setState({ open: null })
