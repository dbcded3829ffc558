import SqliteDatabase from 'better-sqlite3'
import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { writeFileAtomically } from '../../../main/files/atomic.ts'
import { listBackups, restoreBackup, storeFile } from '../../../main/store/backup.ts'
import type { Store } from '../../../main/store/open.ts'
import { aPlan, anActivity } from '../../builders/plan.ts'
import { anOpenStore, temporaryFolder, valueOf } from './temporary.ts'

const now = new Date('2021-03-01T12:00:00Z')

const add = (store: Store, title: string) => valueOf(store.addPlan(aPlan({ id: uuid(), title, activities: [anActivity()] })))
const titles = (store: Store) =>
  store
    .listPlans()
    .map(({ title }) => title)
    .toSorted()

describe('the day’s backup', () => {
  test('is made once, checked, and stands alone: a plain file without a log beside it', async () => {
    const store = await anOpenStore()
    add(store, 'Before')
    const name = await store.backUpDaily()
    expect(name).toBe('daily-2021-03-01.sqlite')
    add(store, 'After')
    expect(await store.backUpDaily()).toBe(name)
    expect(readdirSync(join(store.folder, 'backups'))).toEqual([name])
    const copy = new SqliteDatabase(join(store.folder, 'backups', String(name)), { readonly: true })
    expect(copy.prepare('SELECT title FROM plans').pluck().all()).toEqual(['Before'])
    copy.close()
  })

  test('is taken while edits go on, and none of them is lost', async () => {
    const store = await anOpenStore()
    for (let count = 0; count < 40; count += 1) add(store, `Plan ${count}`)
    const made = store.backUpDaily()
    const during = setInterval(() => add(store, 'During'), 0)
    expect(await made).not.toBeNull()
    clearInterval(during)
    expect(store.checkHealth()).toEqual({ sound: true, ailments: [] })
  })

  test('pushes out the oldest, never the one just made, even where the clock has jumped back', async () => {
    const folder = temporaryFolder()
    let today = new Date('2099-01-01T00:00:00Z')
    const store = await anOpenStore(folder, { now: () => today })
    for (let day = 0; day < 20; day += 1) {
      const name = await store.backUpDaily()
      utimesSync(join(folder, 'backups', String(name)), today, today)
      today = new Date(today.getTime() + 24 * 60 * 60 * 1000)
    }
    expect(store.backups()).toHaveLength(14)
    expect(store.backups()[0]?.name).toBe('daily-2099-01-20.sqlite')
    today = new Date('2021-03-01T12:00:00Z')
    expect(await store.backUpDaily()).toBe('daily-2021-03-01.sqlite')
    expect(store.backups().map(({ name }) => name)).toContain('daily-2021-03-01.sqlite')
  })
})

describe('restoring', () => {
  async function aStoreWithBackup() {
    const store = await anOpenStore()
    add(store, 'Before')
    const name = String(await store.backUpDaily())
    add(store, 'After')
    store.close()
    return { folder: store.folder, name }
  }

  test('puts the copy in place, and can itself be taken back', async () => {
    const { folder, name } = await aStoreWithBackup()
    const { replaced } = valueOf(restoreBackup(folder, name, now))
    const restored = await anOpenStore(folder)
    expect(titles(restored)).toEqual(['Before'])
    restored.close()
    valueOf(restoreBackup(folder, String(replaced), new Date(now.getTime() + 1000)))
    expect(titles(await anOpenStore(folder))).toEqual(['After', 'Before'])
  })

  test('keeps a damaged file aside, bytes and all', async () => {
    const { folder, name } = await aStoreWithBackup()
    const broken = Buffer.concat([readFileSync(storeFile(folder)).subarray(0, 5000), Buffer.alloc(9000, 3)])
    writeFileSync(storeFile(folder), broken)
    const { replaced } = valueOf(restoreBackup(folder, name, now))
    expect(titles(await anOpenStore(folder))).toEqual(['Before'])
    expect(statSync(join(folder, 'backups', String(replaced))).size).toBe(broken.length)
  })

  test('is refused while the store is open', async () => {
    const { folder, name } = await aStoreWithBackup()
    await anOpenStore(folder)
    expect(restoreBackup(folder, name, now)).toEqual({ ok: false, error: { kind: 'in-use' } })
  })

  test('refuses a copy that is not there, not ours, or not sound, and changes nothing', async () => {
    const { folder, name } = await aStoreWithBackup()
    const before = readFileSync(storeFile(folder))
    expect(restoreBackup(folder, 'daily-1999-01-01.sqlite', now)).toEqual({ ok: false, error: { kind: 'no-such-backup' } })
    expect(restoreBackup(folder, '../mandato.sqlite', now)).toEqual({ ok: false, error: { kind: 'no-such-backup' } })
    writeFileSync(join(folder, 'backups', name), 'not a database')
    expect(restoreBackup(folder, name, now)).toEqual({ ok: false, error: { kind: 'unsound' } })
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
    expect(listBackups(folder).map((backup) => backup.name)).toEqual([name])
  })
})

describe('an atomic write', () => {
  test('replaces the file whole, with the mode asked for, and leaves nothing beside it', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'file')
    writeFileAtomically(path, 'one', 0o600)
    writeFileAtomically(path, Buffer.from('two'), 0o600)
    expect(readFileSync(path, 'utf8')).toBe('two')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['file'])
    expect(() => writeFileAtomically(join(folder, 'missing', 'file'), 'x')).toThrow('ENOENT')
  })
})
