import type { Database } from './database.ts'

/** Small facts that the store keeps about itself. */
export function metaTable(database: Database) {
  const get = database.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  const set = database.prepare<[string, string]>('INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
  return {
    get: (name: string): string | null => get.get(name) ?? null,
    set: (name: string, value: string): void => void set.run(name, value),
  }
}
