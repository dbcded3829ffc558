import type { Database } from '../database.ts'

/** Plans as records and as the log of their steps; instruments in two layers; full-text search over their provisions. */
export function initial(database: Database): void {
  database.exec(`
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    -- A plan as the library lists it. Every column can be derived from the records.
    CREATE TABLE plans (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      committee TEXT NOT NULL,
      term TEXT,
      language TEXT NOT NULL,
      activities INTEGER NOT NULL,
      changed_at TEXT NOT NULL,
      binned_at TEXT
    ) STRICT;

    -- The records a plan began with, as one JSON array: what the fold of its operations starts from.
    CREATE TABLE beginnings (
      plan_id TEXT PRIMARY KEY REFERENCES plans (id),
      records TEXT NOT NULL
    ) STRICT;

    CREATE TABLE records (
      plan_id TEXT NOT NULL REFERENCES plans (id),
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      position TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (plan_id, type, id)
    ) STRICT;

    -- Append-only: history, audit trail, and what undo and redo read. Sequences count from 1 in each plan.
    CREATE TABLE operations (
      plan_id TEXT NOT NULL REFERENCES plans (id),
      sequence INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
      step_of TEXT CHECK ((step_of IS NULL) = (kind = 'edit')),
      label TEXT NOT NULL,
      changes TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (plan_id, sequence)
    ) STRICT;
    CREATE TRIGGER operations_keep BEFORE UPDATE ON operations BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
    CREATE TRIGGER operations_stay BEFORE DELETE ON operations BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
    CREATE TRIGGER beginnings_keep BEFORE UPDATE ON beginnings BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
    CREATE TRIGGER beginnings_stay BEFORE DELETE ON beginnings BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;

    -- What the program ships stands apart from what was learned, so that either can be replaced without touching the other.
    CREATE TABLE instruments (
      layer TEXT NOT NULL CHECK (layer IN ('shipped', 'learned')),
      key TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (layer, key)
    ) STRICT;
    CREATE INDEX instruments_by_id ON instruments (id);
    CREATE TABLE provisions (
      layer TEXT NOT NULL,
      key TEXT NOT NULL,
      place INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (layer, key, place),
      FOREIGN KEY (layer, key) REFERENCES instruments (layer, key) ON DELETE CASCADE
    ) STRICT;

    -- A provision of the merged register in one language, as search finds and shows it.
    CREATE TABLE passages (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      instrument_id TEXT NOT NULL,
      adopted TEXT,
      language TEXT NOT NULL,
      symbol TEXT,
      label TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX passages_by_key ON passages (key);
    -- Single words are all that is asked for, so where in a column they stand is not kept.
    CREATE VIRTUAL TABLE passage_words USING fts5 (
      language, symbol, label, title, text,
      content = 'passages', content_rowid = 'id', detail = column,
      tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
      INSERT INTO passage_words (rowid, language, symbol, label, title, text)
        VALUES (new.id, new.language, new.symbol, new.label, new.title, new.text);
    END;
    CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
      INSERT INTO passage_words (passage_words, rowid, language, symbol, label, title, text)
        VALUES ('delete', old.id, old.language, old.symbol, old.label, old.title, old.text);
    END;
  `)
}
