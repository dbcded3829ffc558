import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Result, failure, success } from '#shared/lib/result.ts'
import { replaceFile } from '../files/atomic.ts'
import { type Database, applicationId, connect, pragmaNumber } from './database.ts'
import { causeOf } from './failure.ts'
import { lockStore } from './lock.ts'

/** Why a copy of the store was made: each day, before the schema changed, or because a restore put another in its place. */
type BackupKind = 'daily' | 'migration' | 'replaced'

/** A copy of the whole store. */
export interface Backup {
  readonly name: string
  readonly kind: BackupKind
  readonly madeAt: Date
}

/** How many copies of each kind are kept. What a restore replaced is kept for as long as the backups are. */
const kept: Record<BackupKind, number> = { daily: 14, migration: 5, replaced: 5 }

const backupName = /^(daily|migration|replaced)-[\w.-]+\.sqlite$/

export const storeFile = (folder: string): string => join(folder, 'mandato.sqlite')

const backupFolder = (folder: string): string => join(folder, 'backups')

const kindOf = (name: string): BackupKind | null => {
  const kind = backupName.exec(name)?.[1]
  return kind === 'daily' || kind === 'migration' || kind === 'replaced' ? kind : null
}

/** The copies there are, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(backupFolder(folder))) return []
  return readdirSync(backupFolder(folder))
    .flatMap((name) => {
      const kind = kindOf(name)
      return kind === null ? [] : [{ name, kind, madeAt: statSync(join(backupFolder(folder), name)).mtime }]
    })
    .toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || (a.name < b.name ? 1 : -1))
}

/** Drops the oldest copies of a kind. The one just made stays even where a clock that jumped makes it look old. */
function rotate(folder: string, kind: BackupKind, justMade: string): void {
  const others = listBackups(folder).filter((backup) => backup.kind === kind && backup.name !== justMade)
  for (const { name } of others.slice(kept[kind] - 1)) rmSync(join(backupFolder(folder), name), { force: true })
}

/** Whether a copy is whole and ours. Leaves it a plain file without a log beside it. */
function isSound(path: string): boolean {
  try {
    const database = connect(path)
    try {
      database.pragma('journal_mode = DELETE')
      return pragmaNumber(database, 'application_id') === applicationId && database.pragma('integrity_check(1)', { simple: true }) === 'ok'
    } finally {
      database.close()
    }
  } catch (error) {
    if (causeOf(error) === null) throw error
    return false
  }
}

const stamp = (date: Date): string => date.toISOString().replaceAll(/[:.]/g, '-')

/**
 * Copies the open store with SQLite's own backup, opens and checks the copy, and only then gives it its name. The day's copy is made
 * once; the copy before a migration is named by its content, so that trying a failing migration again every morning neither repeats it
 * nor pushes older ones out. Gives the name, or null where the copy did not come out sound.
 */
export async function backUp(database: Database, folder: string, kind: 'daily' | 'migration', now: Date): Promise<string | null> {
  const into = backupFolder(folder)
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const day = `daily-${now.toISOString().slice(0, 10)}.sqlite`
  if (kind === 'daily' && existsSync(join(into, day))) return day
  const temporary = join(into, `unfinished-${process.pid}.tmp`)
  rmSync(temporary, { force: true })
  try {
    await database.backup(temporary)
    if (!isSound(temporary)) return null
    const name =
      kind === 'daily' ? day : `migration-${createHash('sha256').update(readFileSync(temporary)).digest('hex').slice(0, 16)}.sqlite`
    if (!existsSync(join(into, name))) replaceFile(temporary, join(into, name))
    rotate(folder, kind, name)
    return name
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${temporary}${rest}`, { force: true })
  }
}

/** Removes what a copy that was cut short left behind. */
export function sweepUnfinished(folder: string): void {
  if (!existsSync(backupFolder(folder))) return
  for (const name of readdirSync(backupFolder(folder))) {
    if (name.startsWith('unfinished-')) rmSync(join(backupFolder(folder), name), { force: true })
  }
}

/** Folds the write-ahead log into the file, so that the file alone is the store. A file too damaged for that is left with its log. */
function settle(path: string): void {
  try {
    const database = connect(path)
    try {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.pragma('journal_mode = DELETE')
    } finally {
      database.close()
    }
  } catch (error) {
    if (causeOf(error) === null) throw error
  }
}

/** Why a copy was not put in the store's place. Nothing was changed. */
export type CannotRestore = { readonly kind: 'in-use' | 'no-such-backup' | 'unsound' }

/**
 * Puts a copy in the store's place. What stood there is set aside first, as a copy of its own, so that restoring that one takes the
 * restore back. Gives its name, or null when there was no store.
 */
export function restoreBackup(folder: string, name: string, now: Date): Result<{ readonly replaced: string | null }, CannotRestore> {
  const source = join(backupFolder(folder), basename(name))
  if (kindOf(name) === null || !existsSync(source)) return failure({ kind: 'no-such-backup' })
  const lock = lockStore(folder)
  if (lock === null) return failure({ kind: 'in-use' })
  const temporary = join(folder, `restoring-${process.pid}.tmp`)
  try {
    copyFileSync(source, temporary)
    if (!isSound(temporary)) return failure({ kind: 'unsound' })
    const replaced = existsSync(storeFile(folder)) ? setAside(folder, now) : null
    replaceFile(temporary, storeFile(folder))
    return success({ replaced })
  } finally {
    rmSync(temporary, { force: true })
    lock.release()
  }
}

/** Copies the store beside its backups and gives the copy's name. */
function setAside(folder: string, now: Date): string {
  const current = storeFile(folder)
  const replaced = `replaced-${stamp(now)}.sqlite`
  const aside = join(backupFolder(folder), replaced)
  settle(current)
  copyFileSync(current, `${aside}.tmp`)
  replaceFile(`${aside}.tmp`, aside)
  // A log that would not fold in belongs to the file set aside. Left behind, SQLite would pour it into the restored one.
  for (const log of ['-wal', '-shm']) if (existsSync(`${current}${log}`)) renameSync(`${current}${log}`, `${aside}${log}`)
  rotate(folder, 'replaced', replaced)
  return replaced
}
