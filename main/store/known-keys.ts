import SqliteDatabase from 'better-sqlite3'
import { existsSync } from 'node:fs'
import type { KnownKey } from '#shared/exchange/signature.ts'
import { storeFile } from './backup.ts'
import { exchangeTables } from './exchange.ts'

/**
 * The keys that a store knows, read beside a program that may have it open. None where there is no store, or where it cannot be read now: a
 * signature is then by an unknown key, which is the careful answer.
 */
export function knownKeysIn(folder: string): KnownKey[] {
  const path = storeFile(folder)
  if (!existsSync(path)) return []
  try {
    const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true })
    try {
      return exchangeTables(database).knownKeys()
    } finally {
      database.close()
    }
  } catch {
    return []
  }
}
