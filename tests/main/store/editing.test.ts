import SqliteDatabase from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { say } from '#shared/locales/message.ts'
import type { Plan } from '#shared/model/plan.ts'
import type { Operation } from '#shared/operations/change.ts'
import { insertActivity, updateRecord } from '#shared/operations/edits.ts'
import { recordsOf } from '#shared/operations/apply.ts'
import { storeFile } from '../../../main/store/backup.ts'
import { aPlan, aSection, aWaiver, anActivity } from '../../builders/plan.ts'
import { anOpenStore, valueOf } from './temporary.ts'

const at = '2021-03-01T12:00:00Z'

const rename = (plan: Plan, title: string): Operation => {
  const change = updateRecord(plan.header, { title })
  if (change === null) throw new Error('Nothing to rename.')
  return { id: uuid(), label: say('step.rename', { title }), changes: [change], at }
}

async function aStoreWithPlan(plan = aPlan({ id: uuid(), activities: [anActivity({ items: ['One'] })], sections: [aSection()] })) {
  const store = await anOpenStore()
  valueOf(store.addPlan(plan))
  const current = () => valueOf(store.plan(plan.header.id))
  return { store, planId: plan.header.id, plan, current }
}

describe('the history of one row', () => {
  test('holds the steps that touched it, those taken back and those about it among them, newest first', async () => {
    const row = anActivity({ id: uuid() })
    const other = anActivity({ id: uuid() })
    const { store, planId, current } = await aStoreWithPlan(aPlan({ id: uuid(), activities: [row, other] }))
    const venue = (id: string, words: string): string => {
      const activity = current().activities.find((held) => held.id === id)
      const change = activity === undefined ? null : updateRecord(activity, { venue: words })
      if (change === null) throw new Error('Nothing to change.')
      const operation = { id: uuid(), label: say('step.details', { row: 1 }), changes: [change], at }
      valueOf(store.apply(planId, operation))
      return operation.id
    }
    venue(row.id, 'Room A')
    venue(other.id, 'Room B')
    const last = venue(row.id, 'Room C')
    valueOf(store.undo(planId, { step: last, id: uuid(), at }))
    const waiver = aWaiver('activity/no-mandate', { id: uuid(), target: row.id })
    valueOf(store.apply(planId, { id: uuid(), label: say('step.waive'), changes: [{ kind: 'insert', record: waiver }], at }))
    expect(valueOf(store.history(planId, null, 10, row.id)).map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['edit', 5],
      ['undo', 4],
      ['edit', 3],
      ['edit', 1],
    ])
    expect(valueOf(store.history(planId, 4, 1, row.id)).map(({ sequence }) => sequence)).toEqual([3])
    expect(valueOf(store.history(planId, null, 10, uuid()))).toEqual([])
  })
})

describe('an edit', () => {
  test('is acknowledged with its sequence and with what undo would do', async () => {
    const { store, planId, current } = await aStoreWithPlan()
    const operation = rename(current(), 'Renamed')
    expect(valueOf(store.apply(planId, operation))).toEqual({
      sequence: 1,
      undo: { id: operation.id, label: operation.label },
      redo: null,
    })
    expect(current().header.title).toBe('Renamed')
    expect(store.listPlans()).toMatchObject([{ id: planId, title: 'Renamed', activities: 1 }])
  })

  test('sent again changes nothing and gets the answer of the first time', async () => {
    const { store, planId, current } = await aStoreWithPlan()
    const first = rename(current(), 'First')
    const answer = valueOf(store.apply(planId, first))
    valueOf(store.apply(planId, rename(current(), 'Second')))
    expect(valueOf(store.apply(planId, first))).toEqual(answer)
    expect(current().header.title).toBe('Second')
    expect(valueOf(store.history(planId, null, 10))).toHaveLength(2)
  })

  test('whose id was used in another plan is refused', async () => {
    const { store, planId, current } = await aStoreWithPlan()
    const other = aPlan({ id: uuid() })
    valueOf(store.addPlan(other))
    const operation = rename(current(), 'Renamed')
    valueOf(store.apply(planId, operation))
    expect(store.apply(other.header.id, { ...rename(other, 'x'), id: operation.id })).toMatchObject({
      ok: false,
      error: { kind: 'out-of-date' },
    })
  })

  test('that does not fit is refused and nothing is written', async () => {
    const { store, planId, plan, current } = await aStoreWithPlan()
    valueOf(store.apply(planId, rename(plan, 'First')))
    expect(store.apply(planId, rename(plan, 'Late'))).toEqual({
      ok: false,
      error: { kind: 'out-of-date', detail: `moved-on: ${planId} title` },
    })
    expect(current().header.title).toBe('First')
    expect(valueOf(store.history(planId, null, 10))).toHaveLength(1)
  })

  test('of a plan that is not there is refused', async () => {
    const { store, plan } = await aStoreWithPlan()
    expect(store.apply(uuid(), rename(plan, 'x'))).toEqual({ ok: false, error: { kind: 'no-such-plan' } })
  })

  test('is announced once it is written', async () => {
    const { store, planId, current } = await aStoreWithPlan()
    const heard: unknown[] = []
    const stop = store.subscribe((change) => heard.push(change))
    valueOf(store.apply(planId, rename(current(), 'Heard')))
    stop()
    valueOf(store.apply(planId, rename(current(), 'Not heard')))
    expect(heard).toEqual([{ kind: 'plan-changed', planId, sequence: 1 }])
  })
})

describe('undo and redo', () => {
  test('append inverse steps that name the step they take back', async () => {
    const { store, planId, plan, current } = await aStoreWithPlan()
    const operation = { id: uuid(), label: say('step.insert'), changes: insertActivity(plan, 0, uuid).changes, at }
    valueOf(store.apply(planId, operation))
    const after = current()
    const back = valueOf(store.undo(planId, { step: operation.id, id: uuid(), at }))
    expect(current()).toEqual(plan)
    expect(back.position).toEqual({ sequence: 2, undo: null, redo: { id: operation.id, label: operation.label } })
    const again = valueOf(store.redo(planId, { step: operation.id, id: uuid(), at }))
    expect(current()).toEqual(after)
    expect(again.operation.changes).toEqual(operation.changes)
    expect(valueOf(store.history(planId, null, 10)).map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['redo', 3],
      ['undo', 2],
      ['edit', 1],
    ])
    expect(valueOf(store.history(planId, 3, 1)).map(({ sequence }) => sequence)).toEqual([2])
  })

  test('are refused for a step whose turn it is not', async () => {
    const { store, planId, current } = await aStoreWithPlan()
    const [first, second] = [
      rename(current(), 'First'),
      rename({ ...current(), header: { ...current().header, title: 'First' } }, 'Second'),
    ]
    valueOf(store.apply(planId, first))
    valueOf(store.apply(planId, second))
    expect(store.undo(planId, { step: first.id, id: uuid(), at })).toEqual({ ok: false, error: { kind: 'nothing-to-do' } })
    expect(store.redo(planId, { step: second.id, id: uuid(), at })).toEqual({ ok: false, error: { kind: 'nothing-to-do' } })
  })

  test('sent again change nothing and get the answer of the first time', async () => {
    const { store, planId, current } = await aStoreWithPlan()
    const operation = rename(current(), 'First')
    valueOf(store.apply(planId, operation))
    const turn = { step: operation.id, id: uuid(), at }
    const answer = valueOf(store.undo(planId, turn))
    expect(valueOf(store.undo(planId, turn))).toEqual(answer)
    expect(valueOf(store.history(planId, null, 10))).toHaveLength(2)
  })
})

describe('a write that the disk refuses', () => {
  test('leaves the plan, its history and the next edit as they were', async () => {
    const { store, planId, plan, current } = await aStoreWithPlan()
    const other = new SqliteDatabase(storeFile(store.folder))
    other.exec('BEGIN IMMEDIATE')
    const operation = rename(plan, 'Refused')
    expect(store.apply(planId, operation)).toEqual({ ok: false, error: { kind: 'not-saved', cause: 'busy' } })
    expect(current()).toEqual(plan)
    other.exec('ROLLBACK')
    other.close()
    expect(valueOf(store.apply(planId, operation)).sequence).toBe(1)
    expect(current().header.title).toBe('Refused')
  })
})

describe('the log', () => {
  test('refuses to be changed, even by hand', async () => {
    const { store, planId, current } = await aStoreWithPlan()
    valueOf(store.apply(planId, rename(current(), 'Kept')))
    const byHand = new SqliteDatabase(storeFile(store.folder))
    expect(() => byHand.exec("UPDATE operations SET label = '{}'")).toThrow('append-only')
    expect(() => byHand.exec('DELETE FROM operations')).toThrow('append-only')
    expect(() => byHand.exec("UPDATE beginnings SET records = '[]'")).toThrow('append-only')
    expect(() => byHand.exec('DELETE FROM beginnings')).toThrow('append-only')
    byHand.close()
  })
})

describe('a plan', () => {
  test('that the library already has comes in as a second one', async () => {
    const { store, planId, plan } = await aStoreWithPlan()
    const second = valueOf(store.addPlan(plan)).planId
    expect(second).not.toBe(planId)
    expect(valueOf(store.openPlan(second)).records.slice(1)).toEqual(recordsOf(plan).slice(1))
  })

  test('goes to the bin and comes back', async () => {
    const { store, planId } = await aStoreWithPlan()
    expect(valueOf(store.setBinned(planId, true)).binnedAt).toBe('2021-03-01T12:00:00.000Z')
    expect(store.listPlans()[0]?.binnedAt).toBe('2021-03-01T12:00:00.000Z')
    expect(valueOf(store.setBinned(planId, false)).binnedAt).toBeNull()
    expect(store.setBinned(uuid(), true)).toEqual({ ok: false, error: { kind: 'no-such-plan' } })
  })
})
