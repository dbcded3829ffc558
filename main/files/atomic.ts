import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes what was written to a file, or what was renamed inside a folder, survive a power cut. */
function flush(path: string): void {
  // Windows cannot open a folder, and needs a writable handle to flush a file.
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Puts a finished file where another may stand: readers see the old one or the new one, whole. Both must be on the same disk. */
export function replaceFile(finished: string, path: string): void {
  flush(finished)
  renameSync(finished, path)
  if (process.platform !== 'win32') flush(dirname(path))
}

/** Writes a file whole or not at all: a crash, a full disk or a reader in between never meets half of it. */
export function writeFileAtomically(path: string, content: string | Uint8Array, mode = 0o666): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, content, { mode })
    replaceFile(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
