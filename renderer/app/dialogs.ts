import { create } from 'zustand'

export type DialogName = 'print' | 'export' | 'keyboard' | 'palette' | 'guide' | 'new-plan' | 'about' | 'identity' | 'revision' | 'deadline'

/** The dialog that stands open over the window; one at a time. */
export const useDialogs = create<{ readonly open: DialogName | null }>(() => ({ open: null }))

export const openDialog = (open: DialogName): void => useDialogs.setState({ open })
export const closeDialog = (): void => useDialogs.setState({ open: null })
