import { type FSWatcher, watch } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeenFile } from '#shared/contract/exchange.ts'
import { largestFile } from '../files/read-source.ts'
import type { Store } from '../store/open.ts'
import { readReceived } from './received-file.ts'

/** More files than a round of negotiations brings are not listed. */
const mostFiles = 1000

/** A folder is looked at this long after something moved in it, so that a file that is being copied is whole. */
const settles = 400

/** Network drives and sync services do not always tell; a slow look finds what they kept to themselves. */
const slowLook = 30_000

/** The names of the plan files in a folder; null where it cannot be read. */
async function planFilesIn(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && /\.mandato$/i.test(entry.name) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .toSorted()
      .slice(0, mostFiles)
  } catch {
    return null
  }
}

interface Looked {
  readonly name: string
  readonly size: number
  readonly changedAt: Date
}

/** Name, size and time of the plan files in a folder. One that goes while it is looked at is left out. */
async function lookInto(folder: string): Promise<Looked[]> {
  const names = (await planFilesIn(folder)) ?? []
  const looked = await Promise.all(
    names.map(async (name): Promise<Looked[]> => {
      try {
        const { size, mtime } = await stat(join(folder, name))
        return [{ name, size, changedAt: mtime }]
      } catch {
        return []
      }
    }),
  )
  return looked.flat()
}

const markOf = (files: readonly Looked[]): string => JSON.stringify(files)

/** Calls back when the plan files of a folder are others than before. Gives the function that ends it. Never keeps the process alive. */
function watchFolder(folder: string, onChange: () => void): () => void {
  let [before, over]: [string | null, boolean] = [null, false]
  let settling: NodeJS.Timeout | undefined
  let watcher: FSWatcher | null = null
  const look = async () => {
    const now = markOf(await lookInto(folder))
    if (over || now === before) return
    const first = before === null
    before = now
    if (!first) onChange()
  }
  const stir = () => {
    clearTimeout(settling)
    settling = setTimeout(() => void look(), settles)
    settling.unref()
  }
  const begin = () => {
    try {
      watcher = watch(folder, { persistent: false }, stir)
      watcher.on('error', () => {
        watcher?.close()
        watcher = null
      })
    } catch {
      // It is not there now. The slow look finds it again.
      watcher = null
    }
  }
  const timer = setInterval(() => {
    if (watcher === null) begin()
    void look()
  }, slowLook)
  timer.unref()
  begin()
  void look()
  return () => {
    over = true
    clearInterval(timer)
    clearTimeout(settling)
    watcher?.close()
  }
}

/** What is known of a file in a folder, as long as its size and time stay the same. */
interface Known {
  readonly mark: string
  readonly hash: string | null
  readonly sender: SeenFile['sender']
  readonly proposals: number
}

/** The folders in which files for plans arrive. */
export function watchedFolders(store: Store) {
  const running = new Map<string, () => void>()
  const known = new Map<string, Known>()
  const start = (planId: string, folder: string) => {
    running.get(planId)?.()
    running.set(
      planId,
      watchFolder(folder, () => store.announce({ kind: 'folder-changed', planId, sequence: null })),
    )
  }
  for (const { planId, folder } of store.folders()) start(planId, folder)

  const folderOf = (planId: string): string | null => store.folders().find((entry) => entry.planId === planId)?.folder ?? null

  async function read(folder: string, planId: string, { name, size, changedAt }: Looked): Promise<Known> {
    const path = join(folder, name)
    const mark = `${planId} ${size} ${changedAt.getTime()}`
    const before = known.get(path)
    if (before?.mark === mark) return before
    const unusable: Known = { mark, hash: null, sender: null, proposals: 0 }
    const now = size > largestFile ? unusable : await readOne(path, name, planId, unusable)
    known.set(path, now)
    return now
  }

  async function readOne(path: string, name: string, planId: string, unusable: Known): Promise<Known> {
    try {
      const came = readReceived(await readFile(path), name, { own: null, known: [] })
      if (!came.ok || came.value.file.kind !== 'proposals' || came.value.file.base.plan !== planId) return unusable
      const { hash, sender, file } = came.value
      return { mark: unusable.mark, hash, sender, proposals: file.proposals.length }
    } catch {
      return unusable
    }
  }

  return {
    /** The folder of a plan, and the files in it, the last changed first. */
    async filesOf(planId: string): Promise<{ folder: string | null; files: SeenFile[] }> {
      const folder = folderOf(planId)
      if (folder === null) return { folder, files: [] }
      const files: SeenFile[] = []
      for (const looked of await lookInto(folder)) {
        const { hash, sender, proposals } = await read(folder, planId, looked)
        const state = hash === null ? 'unusable' : store.hasCollected(planId, hash) ? 'collected' : 'new'
        files.push({ name: looked.name, changedAt: looked.changedAt.toISOString(), state, sender, proposals })
      }
      return { folder, files: files.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)) }
    },

    /** The path of a file that was named; null when the folder holds none of that name. */
    async pathOf(planId: string, name: string): Promise<string | null> {
      const folder = folderOf(planId)
      const names = folder === null ? null : await planFilesIn(folder)
      return folder !== null && names?.includes(name) === true ? join(folder, name) : null
    },

    isReadable: async (folder: string): Promise<boolean> => (await planFilesIn(folder)) !== null,

    /** Watches another folder for a plan, or none. */
    set(planId: string, folder: string | null): ReturnType<Store['setFolder']> {
      const outcome = store.setFolder(planId, folder)
      if (!outcome.ok) return outcome
      if (folder === null) {
        running.get(planId)?.()
        running.delete(planId)
      } else start(planId, folder)
      return outcome
    },
  }
}
