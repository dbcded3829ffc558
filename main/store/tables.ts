import type { Database } from './database.ts'
import { exchangeTables } from './exchange.ts'
import { instrumentTable } from './instruments.ts'
import { metaTable } from './meta.ts'
import { operationTable } from './operations.ts'
import { planTable } from './plans.ts'
import { recordTable } from './records.ts'
import { passageTable } from './search.ts'

/** Every table of the store, with its statements prepared. */
export const tablesOf = (database: Database) => ({
  meta: metaTable(database),
  plans: planTable(database),
  records: recordTable(database),
  operations: operationTable(database),
  instruments: instrumentTable(database),
  passages: passageTable(database),
  exchange: exchangeTables(database),
})
export type Tables = ReturnType<typeof tablesOf>
