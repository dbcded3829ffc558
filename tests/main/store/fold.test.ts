import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Plan } from '#shared/model/plan.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import { historyPosition } from '#shared/operations/history.ts'
import { connect } from '../../../main/store/database.ts'
import { storeFile } from '../../../main/store/backup.ts'
import { foldPlan } from '../../../main/store/health.ts'
import { type Store, openStore } from '../../../main/store/open.ts'
import { tablesOf } from '../../../main/store/tables.ts'
import { aPlan, anActivity, counterIds } from '../../builders/plan.ts'
import { operationOf } from '../../torture/random-edits.ts'
import { optionsFor, valueOf } from './temporary.ts'

const at = '2021-03-01T12:00:00Z'
const number = fc.nat(1_000_000)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), action: number, place: number, salt: number }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'reopen' as const) }) },
)

test('the stored plan equals the fold of its operations, whatever is done, undone, redone and reopened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'mandato-fold-'))
      const makeId = counterIds()
      const options = optionsFor(folder, { makeId })
      const begin: Plan = aPlan({ id: makeId(), activities: [anActivity({ id: makeId(), items: ['One'] })] })
      const planId = begin.header.id
      let store = valueOf(await openStore(options))
      try {
        valueOf(store.addPlan(begin))
        const beginning = JSON.stringify(valueOf(store.openPlan(planId)).records)
        expect(JSON.parse(beginning)).toEqual(recordsOf(begin))
        for (const chosen of steps) {
          if (chosen.kind === 'reopen') {
            const before = store.openPlan(planId)
            store.close()
            store = valueOf(await openStore(options))
            expect(store.ailments).toEqual([])
            expect(store.openPlan(planId)).toEqual(before)
          } else if (chosen.kind === 'edit') {
            const operation = operationOf(valueOf(store.plan(planId)), chosen, makeId, at)
            if (operation !== null) valueOf(store.apply(planId, operation))
          } else {
            const turn = valueOf(store.openPlan(planId)).position[chosen.kind]
            if (turn !== null) valueOf(store[chosen.kind](planId, { step: turn.id, id: makeId(), at }))
          }
        }
        expect(store.checkHealth()).toEqual({ sound: true, ailments: [] })
        const { records, position } = valueOf(store.openPlan(planId))
        const log = valueOf(store.history(planId, null, 500)).toReversed()
        expect(historyPosition(log)).toEqual({ undo: position.undo, redo: position.redo })
        // Undone to the beginning the plan is what it began with, redone to the end what it was: bytes, not just meaning.
        const end = JSON.stringify(records)
        expect(takeAll(store, planId, 'undo', makeId)).toBe(beginning)
        takeAll(store, planId, 'redo', makeId)
        if (position.redo === null) expect(JSON.stringify(valueOf(store.openPlan(planId)).records)).toBe(end)
        store.close()
        const database = connect(storeFile(folder))
        const folded = foldPlan(tablesOf(database), planId)
        const stored = tablesOf(database).records.all(planId)
        database.close()
        expect(folded === null ? null : recordsOf(folded).toSorted(byId)).toEqual(stored.toSorted(byId))
      } finally {
        store.close()
        rmSync(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: Number(process.env['FOLD_RUNS'] ?? 60) },
  )
})

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

function takeAll(store: Store, planId: string, kind: 'undo' | 'redo', makeId: () => string): string {
  for (;;) {
    const turn = valueOf(store.openPlan(planId)).position[kind]
    if (turn === null) return JSON.stringify(valueOf(store.openPlan(planId)).records)
    valueOf(store[kind](planId, { step: turn.id, id: makeId(), at }))
  }
}
