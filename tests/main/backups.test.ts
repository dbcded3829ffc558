import SqliteDatabase from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUpDaily } from '../../main/backups.ts'
import { aPlan } from '../builders/plan.ts'
import { anOpenStore, valueOf } from './store/temporary.ts'

const quiet = (sentence: string): never => {
  throw new Error(sentence)
}

describe('a run of a few seconds', () => {
  test('in which something was written leaves the day’s backup, with what was written', async () => {
    const store = await anOpenStore()
    const stop = backUpDaily(store, quiet)
    const { planId } = valueOf(store.addPlan(aPlan()))
    await stop()
    const [backup] = store.backups()
    expect(backup?.name).toBe('daily-2021-03-01.sqlite')
    const copy = new SqliteDatabase(join(store.folder, 'backups', backup?.name ?? ''), { readonly: true })
    expect(copy.prepare('SELECT id FROM plans').pluck().all()).toEqual([planId])
    copy.close()
  })

  test('in which nothing was written leaves none', async () => {
    const store = await anOpenStore()
    await backUpDaily(store, quiet)()
    expect(store.backups()).toEqual([])
  })

  test('after another of the same day leaves the backup of the first', async () => {
    const store = await anOpenStore()
    await store.backUpDaily()
    const made = store.backups()
    const stop = backUpDaily(store, quiet)
    valueOf(store.addPlan(aPlan()))
    await stop()
    expect(store.backups()).toEqual(made)
  })

  test('ends also where the backup cannot be made, and says why', async () => {
    const said: string[] = []
    const refused = { ...(await anOpenStore()), backUpDaily: () => Promise.reject(new Error('The disk is full.')) }
    const stop = backUpDaily(refused, (sentence) => said.push(sentence))
    valueOf(refused.addPlan(aPlan()))
    await stop()
    expect(said).toEqual(['Today’s backup could not be made: The disk is full.'])
  })
})
