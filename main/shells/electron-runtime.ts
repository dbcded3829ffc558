import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Electron's program, or null where its runtime is not there. Asking the package itself would start a download, so what it would look at
 * is looked at here.
 */
export function findElectron(environment: Readonly<Record<string, string | undefined>>, from = import.meta.url): string | null {
  let folder: string
  try {
    folder = dirname(createRequire(from).resolve('electron/package.json'))
  } catch {
    return null
  }
  const named = join(folder, 'path.txt')
  const program = existsSync(named) ? readFileSync(named, 'utf8') : null
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (program === null && override === undefined) return null
  const path = join(override ?? join(folder, 'dist'), program ?? 'electron')
  return existsSync(path) ? path : null
}
