import SqliteDatabase from 'better-sqlite3'

/** An open SQLite file. Named here so that only this folder knows the library. */
export type Database = SqliteDatabase.Database

/** Milliseconds to wait for a reader (a virus scanner, a backup tool) that holds the file. Writers are kept out by the store's lock. */
const busyTimeout = 2000

/** Marks the file as ours in SQLite's header: "MNDT". */
export const applicationId = 0x4d4e4454

/** Opens the file as it is. Sets what holds for a connection and changes nothing in the file. */
export function connect(path: string): Database {
  const database = new SqliteDatabase(path, { timeout: busyTimeout })
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  return database
}

/** Opens a file that another connection of the program writes to, for reading alone. */
export function connectReading(path: string): Database {
  const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: busyTimeout })
  database.pragma('trusted_schema = OFF')
  return database
}

/**
 * Write-ahead log, and a commit returns only when the disk has it: an acknowledged edit survives a power cut.
 * The bench's bare loop calls this too, so that both pay the same price.
 */
export function makeDurable(database: Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
}

/** The one number that a pragma answers with. */
export const pragmaNumber = (database: Database, name: string): number => Number(database.pragma(name, { simple: true }))
