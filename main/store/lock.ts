import SqliteDatabase from 'better-sqlite3'
import { join } from 'node:path'

/**
 * Keeps a second copy of the program away from a store: an exclusive SQLite lock on a file of its own, held for as long as the store is
 * open. The operating system drops it when the process ends, however it ends, so no stale lock is ever left. Null when another holds it.
 */
export function lockStore(folder: string): { release: () => void } | null {
  const lock = new SqliteDatabase(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
  return { release: () => void lock.close() }
}
