import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import type { Receipt } from '#shared/exchange/receipt.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import { storeFile } from '../../../main/store/backup.ts'
import { connect, makeDurable } from '../../../main/store/database.ts'
import { knownKeysIn } from '../../../main/store/known-keys.ts'
import { migrate, migrations } from '../../../main/store/migrate.ts'
import { planTable } from '../../../main/store/plans.ts'
import { recordTable } from '../../../main/store/records.ts'
import { aPlan, anActivity } from '../../builders/plan.ts'
import { anOpenStore, temporaryFolder, valueOf } from './temporary.ts'

const receipt: Receipt = {
  at: '2026-10-01T10:00:00Z',
  fileName: 'plan.mandato',
  hash: 'a'.repeat(64),
  as: 'delegation',
  sender: null,
  exportedAt: null,
  revision: 'rev. 1',
  signature: { kind: 'unsigned' },
}

test('a store from before the exchange of files opens with its plans, which are one’s own', async () => {
  const folder = temporaryFolder()
  const plan = aPlan({ id: uuid(), activities: [anActivity()] })
  const database = connect(storeFile(folder))
  makeDurable(database)
  migrate(database, migrations.slice(0, 1))
  planTable(database).insert(plan, JSON.stringify(recordsOf(plan)), '2026-01-01T10:00:00Z')
  for (const record of recordsOf(plan)) recordTable(database).put(plan.header.id, record)
  database.close()
  const store = await anOpenStore(folder)
  expect(valueOf(store.plan(plan.header.id))).toEqual(plan)
  expect([store.mode(plan.header.id), store.origin(plan.header.id), store.identity()]).toEqual(['own', null, null])
  expect(store.backups().map(({ kind }) => kind)).toEqual(['migration'])
})

test('what came with a file is there after the store was opened again', async () => {
  const folder = temporaryFolder()
  const key = { fingerprint: 'ABCD', delegation: 'Chair', name: 'Ana Torres', since: receipt.at }
  const first = await anOpenStore(folder)
  const { planId } = valueOf(first.addPlan(aPlan({ id: uuid() }), [], { receipt, key, unknown: { colour: 'blue' } }))
  valueOf(first.setIdentity({ name: 'Luis Vega', delegation: 'Mexico', role: 'delegation' }))
  valueOf(first.setFolder(planId, '/tmp/proposals'))
  first.close()
  const store = await anOpenStore(folder)
  expect(store.mode(planId)).toBe('delegation')
  expect(store.origin(planId)).toEqual(receipt)
  expect(store.foreignFields(planId)).toEqual({ colour: 'blue' })
  expect(store.identity()).toEqual({ name: 'Luis Vega', delegation: 'Mexico', role: 'delegation' })
  expect(store.knownKeys()).toEqual([key])
  expect(store.folders()).toEqual([{ planId, folder: '/tmp/proposals' }])
  // Read beside the open store, as the command line does.
  expect(knownKeysIn(folder)).toEqual([key])
  expect(knownKeysIn(temporaryFolder())).toEqual([])
})
