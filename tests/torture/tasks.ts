import type { Migration } from '../../main/store/migrate.ts'

/** What a victim is doing when it is killed. */
export type Task = 'edit' | 'import' | 'backup' | 'migrate'

/** A step of the schema that takes long enough to be killed in, and writes enough to be half done. */
export const heavyMigration: Migration = (database) => {
  database.exec(`
    CREATE TABLE heavy (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
    WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 150000)
      INSERT INTO heavy SELECT n, hex(randomblob(40)) FROM count;
  `)
}
