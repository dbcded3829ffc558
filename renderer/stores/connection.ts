import { create } from 'zustand'
import type { ConnectionState } from '../api.ts'

/** Whether the main process can be reached. */
export const useConnection = create<{ state: ConnectionState }>(() => ({ state: 'connecting' }))
