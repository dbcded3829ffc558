import { create } from 'zustand'
import type { SaveState } from './save-queue.ts'

/** What the status bar says about saving. */
export const useSaving = create<{ state: SaveState }>(() => ({ state: { kind: 'saved' } }))
