import type { Database } from '../database.ts'

/** What the exchange of files leaves behind: receipts, fields of other versions, keys of others, watched folders. */
export function exchange(database: Database): void {
  database.exec(`
    -- Files that were received, oldest first. The last one that brought a text says whose text the plan is.
    CREATE TABLE receipts (
      id INTEGER PRIMARY KEY,
      plan_id TEXT NOT NULL REFERENCES plans (id),
      kind TEXT NOT NULL CHECK (kind IN ('own', 'delegation', 'proposals')),
      hash TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX receipts_by_plan ON receipts (plan_id, id);

    -- Fields of a plan file that this version of the program does not know, to be written back when the plan is exported.
    CREATE TABLE foreign_fields (
      plan_id TEXT PRIMARY KEY REFERENCES plans (id),
      fields TEXT NOT NULL
    ) STRICT;

    -- Keys that signed files received here. The first name that a key came under stays with it.
    CREATE TABLE known_keys (
      fingerprint TEXT PRIMARY KEY,
      delegation TEXT NOT NULL,
      name TEXT NOT NULL,
      since TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE watched_folders (
      plan_id TEXT PRIMARY KEY REFERENCES plans (id),
      folder TEXT NOT NULL
    ) STRICT;
  `)
}
