import SqliteDatabase from 'better-sqlite3'
import { type Result, failure, success } from '#shared/lib/result.ts'

/** Why the disk refused, as far as a person can act on it. */
export type WriteCause = 'disk-full' | 'read-only' | 'busy' | 'damaged' | 'unknown'

/** Nothing was written. */
export interface NotSaved {
  readonly kind: 'not-saved'
  readonly cause: WriteCause
}

const codes: readonly (readonly [prefix: string, cause: WriteCause])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_AUTH', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['ENOTDIR', 'read-only'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['EBUSY', 'busy'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_IOERR', 'unknown'],
  ['SQLITE_NOMEM', 'unknown'],
]

/** The cause behind an error of SQLite or of the file system; null for anything else, which is a mistake in the program. */
export function causeOf(error: unknown): WriteCause | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const { code } = error
  const known = codes.find(([prefix]) => code.startsWith(prefix))
  if (known !== undefined) return known[1]
  // A constraint that fails is our mistake, not the disk's, and must not pass for one.
  const ours = code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR' || !(error instanceof SqliteDatabase.SqliteError)
  return ours ? null : 'unknown'
}

/** Runs work that writes. What the disk refuses comes back as a value; a mistake in the program is thrown on. */
export function attempt<Value>(work: () => Value): Result<Value, NotSaved> {
  try {
    return success(work())
  } catch (error) {
    const cause = causeOf(error)
    if (cause === null) throw error
    return failure({ kind: 'not-saved', cause })
  }
}
