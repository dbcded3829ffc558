import { create } from 'zustand'
import type { Collected, SeenFile } from '#shared/contract/exchange.ts'
import { api } from '../api.ts'

interface Watched {
  /** The plan that this is about; null before it is known. */
  readonly planId: string | null
  /** The folder in which files for the plan arrive; null when none is watched. */
  readonly folder: string | null
  readonly files: readonly SeenFile[]
}

/** The watched folder of the plan that is shown. */
export const useFolder = create<Watched>(() => ({ planId: null, folder: null, files: [] }))

/** Files of a watched folder that were not taken in yet. */
export const newFiles = (files: readonly SeenFile[]): readonly SeenFile[] => files.filter(({ state }) => state === 'new')

/** Looks into the folder of a plan. */
export async function readFolder(planId: string): Promise<void> {
  useFolder.setState({ planId, ...(await api().exchange.folder({ planId })) })
}

/** Watches another folder for a plan, or none. */
export async function setFolder(planId: string, folder: string | null): Promise<void> {
  useFolder.setState({ planId, ...(await api().exchange.setFolder({ planId, folder })) })
}

/** Takes the new files of the folder into the plan, and says what each brought. */
export async function collectNew(planId: string): Promise<readonly Collected[]> {
  const names = newFiles(useFolder.getState().files).map(({ name }) => name)
  const { files } = await api().exchange.collect({ planId, names })
  await readFolder(planId)
  return files
}
