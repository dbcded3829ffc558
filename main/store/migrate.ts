import { type Database, applicationId, pragmaNumber } from './database.ts'
import { initial } from './migrations/0001-initial.ts'
import { exchange } from './migrations/0002-exchange.ts'

/** One step from a version of the schema to the next. Its place in the list is its version. */
export type Migration = (database: Database) => void

/** Every step from an empty file to today's schema. Steps that were released are never changed, only followed by others. */
export const migrations: readonly Migration[] = [initial, exchange]

/** What a file is to this program, before anything in it is changed. */
export type Standing = 'empty' | 'current' | 'older' | 'newer' | 'foreign'

/** Reads the file's marks: whose it is, and which version of the schema it has. */
export function standingOf(database: Database, steps: readonly Migration[]): Standing {
  const version = pragmaNumber(database, 'user_version')
  if (pragmaNumber(database, 'application_id') !== applicationId) {
    const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
    return version === 0 && tables === 0 ? 'empty' : 'foreign'
  }
  return version === steps.length ? 'current' : version < steps.length ? 'older' : 'newer'
}

/** Brings the file to the newest version: each step whole, in a transaction of its own with its version number, or not at all. */
export function migrate(database: Database, steps: readonly Migration[]): void {
  for (const [index, step] of steps.entries()) {
    if (pragmaNumber(database, 'user_version') > index) continue
    database
      .transaction(() => {
        step(database)
        database.pragma(`application_id = ${applicationId}`)
        database.pragma(`user_version = ${index + 1}`)
      })
      .immediate()
  }
}
