import SqliteDatabase from 'better-sqlite3'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { storeFile } from '../../../main/store/backup.ts'
import { applicationId, pragmaNumber } from '../../../main/store/database.ts'
import { causeOf } from '../../../main/store/failure.ts'
import { storeFolder } from '../../../main/store/folder.ts'
import { migrations } from '../../../main/store/migrate.ts'
import { openStore } from '../../../main/store/open.ts'
import { aPlan, aProvision, anActivity, anInstrument } from '../../builders/plan.ts'
import { anOpenStore, optionsFor, temporaryFolder, valueOf } from './temporary.ts'

async function aClosedStore(): Promise<string> {
  const store = await anOpenStore()
  valueOf(store.addPlan(aPlan({ id: uuid(), title: 'Kept', activities: [anActivity()] })))
  store.close()
  return store.folder
}

const refusal = async (folder: string) => {
  const outcome = await openStore(optionsFor(folder))
  if (outcome.ok) outcome.value.close()
  return outcome.ok ? null : outcome.error
}

describe('opening', () => {
  test('makes the folder for the user alone, marks the file as ours, and writes ahead with full synchronization', async () => {
    const folder = join(temporaryFolder(), 'deep', 'store')
    const store = await anOpenStore(folder)
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      for (const file of ['', '-wal', '-shm']) expect(statSync(`${storeFile(folder)}${file}`).mode & 0o777).toBe(0o600)
    }
    const database = new SqliteDatabase(storeFile(folder))
    expect(pragmaNumber(database, 'application_id')).toBe(applicationId)
    expect(pragmaNumber(database, 'user_version')).toBe(migrations.length)
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    database.close()
    store.close()
  })

  test('is refused to a second copy of the program until the first has closed', async () => {
    const store = await anOpenStore()
    expect(await refusal(store.folder)).toMatchObject({ kind: 'in-use', sentence: expect.stringContaining('already open') })
    store.close()
    expect(await refusal(store.folder)).toBeNull()
  })

  test('leaves a newer database untouched and says what to do', async () => {
    const folder = await aClosedStore()
    const database = new SqliteDatabase(storeFile(folder))
    database.pragma(`user_version = ${migrations.length + 1}`)
    database.close()
    const before = readFileSync(storeFile(folder))
    expect(await refusal(folder)).toMatchObject({ kind: 'newer', sentence: expect.stringContaining('newer version of Mandato') })
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  test('leaves a database that is not ours untouched', async () => {
    const folder = temporaryFolder()
    const database = new SqliteDatabase(storeFile(folder))
    database.exec('CREATE TABLE others (x)')
    database.close()
    const before = readFileSync(storeFile(folder))
    expect(await refusal(folder)).toMatchObject({ kind: 'foreign' })
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
  })

  test('names the last sound copy when the file is damaged, and leaves the file', async () => {
    const folder = await aClosedStore()
    const store = await anOpenStore(folder)
    const backup = await store.backUpDaily()
    store.close()
    const bytes = readFileSync(storeFile(folder))
    for (const [what, broken] of [
      ['cut short', bytes.subarray(0, 8192)],
      ['a page overwritten', Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(8192, 7), bytes.subarray(12288)])],
      ['no database', Buffer.from('hello '.repeat(1000))],
    ] as const) {
      writeFileSync(storeFile(folder), broken)
      const error = await refusal(folder)
      expect([what, error?.kind]).toEqual([what, 'damaged'])
      expect(error?.sentence).toContain(`--restore=${backup}`)
      expect(readFileSync(storeFile(folder)).equals(broken)).toBe(true)
    }
  })

  test('says so when the folder cannot be made', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await refusal(join(file, 'store'))).toMatchObject({ kind: 'read-only', sentence: expect.stringContaining('MANDATO_HOME') })
  })
})

describe('migrations', () => {
  const next = (database: SqliteDatabase.Database) => void database.exec('CREATE TABLE later (x); INSERT INTO later VALUES (1)')

  test('run once, each from the version before, with a backup first', async () => {
    const folder = await aClosedStore()
    const store = await anOpenStore(folder, { migrations: [...migrations, next] })
    expect(store.listPlans()).toMatchObject([{ title: 'Kept' }])
    expect(store.backups().map(({ kind }) => kind)).toEqual(['migration'])
    store.close()
    const again = await anOpenStore(folder, { migrations: [...migrations, next] })
    expect(again.backups()).toHaveLength(1)
  })

  test('that fail leave the version before, whole, and trying again repeats no backup', async () => {
    const folder = await aClosedStore()
    const failing = (database: SqliteDatabase.Database) => {
      next(database)
      throw new Error('half way')
    }
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expect(openStore(optionsFor(folder, { migrations: [...migrations, failing] }))).rejects.toThrow('half way')
    }
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
    const store = await anOpenStore(folder)
    expect(store.listPlans()).toMatchObject([{ title: 'Kept' }])
    store.close()
  })
})

describe('shipped instruments', () => {
  const symbol = 'AG/RES. 2910 (XLVII-O/17)'
  const shipped = anInstrument(symbol, {
    titles: { en: 'Migration in the Americas' },
    provisions: [aProvision('20', '', { summary: { en: 'Integration' } })],
  })
  const learned = anInstrument(symbol, { provisions: [aProvision('20', 'To instruct the CAM …'), aProvision('21', 'To urge …')] })

  test('are updated at opening without touching what was learned', async () => {
    const store = await anOpenStore(temporaryFolder(), { shipped: [shipped] })
    expect(valueOf(store.learn([learned]))).toBe(1)
    expect(valueOf(store.learn([learned]))).toBe(0)
    store.close()
    const renamed = { ...shipped, titles: { en: 'Migration, renamed' } }
    const later = await anOpenStore(store.folder, { shipped: [renamed, anInstrument('AG/RES. 1 (I-O/71)')] })
    const [first] = later.instruments().filter((one) => one.symbol === symbol)
    expect(first).toMatchObject({ id: shipped.id, titles: { en: 'Migration, renamed' } })
    expect(first?.provisions.map(({ label, text, summary }) => [label, text.en, summary.en])).toEqual([
      ['20', 'To instruct the CAM …', 'Integration'],
      ['21', 'To urge …', undefined],
    ])
    expect(later.search('renamed instruct', 'en', 5)).toMatchObject([{ label: '20', symbol, instrumentId: shipped.id }])
    later.close()
    const without = await anOpenStore(store.folder, { shipped: [] })
    expect(without.instruments()).toMatchObject([{ symbol, provisions: [{ label: '20' }, { label: '21' }] }])
    expect(without.checkHealth()).toEqual({ sound: true, ailments: [] })
  })

  test('known by name alone meet what was learned under another of their names', async () => {
    const named = anInstrument('', {
      symbol: null,
      titles: { en: 'Framework of Action of the CAM' },
      aliases: ['Marco de Acción de la CAM'],
    })
    const brought = anInstrument('', { symbol: null, titles: { es: 'Marco de Acción de la CAM' }, provisions: [aProvision('1', 'Words')] })
    const store = await anOpenStore(temporaryFolder(), { shipped: [named] })
    valueOf(store.learn([brought]))
    expect(store.instruments()).toMatchObject([{ id: named.id, provisions: [{ label: '1' }] }])
  })

  test('never share an id, whatever a file brings', async () => {
    const store = await anOpenStore(temporaryFolder(), { shipped: [shipped] })
    valueOf(store.learn([{ ...anInstrument('AG/RES. 5 (V-O/75)'), id: shipped.id }]))
    expect(new Set(store.instruments().map(({ id }) => id)).size).toBe(2)
  })
})

describe('search', () => {
  const instruments = [
    anInstrument('AG/RES. 2955 (L-O/20)', {
      titles: { en: 'Advancing initiatives', es: 'Impulsando iniciativas' },
      adopted: '2020-10-20',
      provisions: [
        aProvision('34', 'To promote the integration of migrants', {
          text: { en: 'To promote the integration of migrants', es: 'Promover la integración de los migrantes' },
        }),
        aProvision('35', 'To instruct the Élite committee'),
      ],
    }),
    anInstrument('AG/RES. 2910 (XLVII-O/17)', { titles: { en: 'Migrants' }, provisions: [] }),
  ]
  const find = async (query: string, language: 'en' | 'es' | null = null) => {
    const store = await anOpenStore(temporaryFolder(), { shipped: instruments })
    return store.search(query, language, 10).map(({ symbol, label }) => `${symbol?.slice(8, 12)} ${label}`.trim())
  }

  test.for([
    ['integra', null, ['2955 34']],
    ['integracion migr', 'es', ['2955 34']],
    ['integracion', 'en', []],
    ['ELITE', null, ['2955 35']],
    ['2955 34', null, ['2955 34']],
    ['ag/res. 2910', null, ['2910']],
    ['migrants', 'en', ['2910', '2955 34']],
    ['', null, []],
    ['"', null, []],
    ['NEAR(a b) OR *', null, []],
    ['title:x; DROP', null, []],
  ] as const)('for %j in %j finds %j', async ([query, language, expected]) => {
    expect(await find(query, language)).toEqual(expected)
  })
})

describe('health', () => {
  test('finds and repairs records and summaries that fell out of step with the log', async () => {
    const folder = await aClosedStore()
    const database = new SqliteDatabase(storeFile(folder))
    database.exec("DELETE FROM records WHERE type = 'activity'")
    database.exec("UPDATE plans SET title = 'Wrong'")
    database.close()
    const store = await anOpenStore(folder)
    expect(store.ailments).toMatchObject([{ check: 'summaries match their records', repaired: true }])
    expect(store.listPlans()).toMatchObject([{ title: 'Kept', activities: 1 }])
    store.close()
    const byHand = new SqliteDatabase(storeFile(folder))
    byHand.exec("UPDATE records SET body = replace(body, 'Kept', 'Bent') WHERE type = 'plan'")
    byHand.exec("INSERT INTO passage_words (rowid, title) VALUES (99, 'ghost')")
    byHand.close()
    const again = await anOpenStore(folder)
    expect(again.checkHealth()).toMatchObject({
      sound: true,
      ailments: [
        { check: 'records are the fold of their log', repaired: true },
        { check: 'the search index matches its passages', repaired: true },
      ],
    })
    expect(again.checkHealth().ailments).toEqual([])
    expect(valueOf(again.plan(again.listPlans()[0]?.id ?? '')).header.title).toBe('Kept')
  })
})

describe('the store’s folder', () => {
  const place = (platform: NodeJS.Platform, environment: Record<string, string>, program = '/usr/bin/mandato', folders: string[] = []) =>
    storeFolder({ platform, environment, home: '/home/ana', program, exists: (path) => folders.includes(path) })

  test('is where the platform keeps a program’s data, unless MANDATO_HOME says otherwise', () => {
    expect(place('linux', {})).toBe('/home/ana/.local/share/mandato')
    expect(place('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/mandato')
    expect(place('darwin', {})).toBe('/home/ana/Library/Application Support/Mandato')
    expect(place('win32', { APPDATA: '/roaming' })).toBe(join('/roaming', 'Mandato'))
    expect(place('win32', { APPDATA: '/roaming', MANDATO_HOME: '/stick' })).toBe('/stick')
  })

  test('is beside Windows’ portable program, wherever that unpacked itself', () => {
    const environment = { APPDATA: '/roaming', PORTABLE_EXECUTABLE_DIR: '/stick' }
    expect(place('win32', environment, '/temp/2f/Mandato.exe')).toBe(join('/stick', 'mandato-data'))
    expect(place('win32', { ...environment, MANDATO_HOME: '/other' }, '/temp/2f/Mandato.exe')).toBe('/other')
  })

  test('is beside any program that a folder named mandato-data stands beside', () => {
    expect(place('linux', {}, '/stick/mandato/mandato', ['/stick/mandato/mandato-data'])).toBe('/stick/mandato/mandato-data')
    expect(place('linux', { APPIMAGE: '/stick/Mandato.AppImage' }, '/tmp/.mount/mandato', ['/stick/mandato-data'])).toBe(
      '/stick/mandato-data',
    )
    expect(place('darwin', {}, '/stick/Mandato.app/Contents/MacOS/Mandato', ['/stick/mandato-data'])).toBe('/stick/mandato-data')
    expect(place('linux', {}, '/stick/mandato/mandato')).toBe('/home/ana/.local/share/mandato')
  })
})

describe('what the disk says', () => {
  const error = (code: string, sqlite = code.startsWith('SQLITE')) =>
    sqlite ? new SqliteDatabase.SqliteError('', code) : Object.assign(new Error(code), { code })

  test.for([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CANTOPEN', 'read-only'],
    ['EACCES', 'read-only'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_IOERR_WRITE', 'unknown'],
    ['SQLITE_CONSTRAINT_UNIQUE', null],
    ['SQLITE_ERROR', null],
    ['ERR_ASSERTION', null],
  ] as const)('%s means %s', ([code, cause]) => {
    expect(causeOf(error(code))).toBe(cause)
  })

  // SQLite's own limits stand in for the disk's. They belong to the connection, so they are set where the test can reach it: in a migration.
  test('a full disk refuses the write and leaves the store usable', async () => {
    const store = await anOpenStore(temporaryFolder(), {
      migrations: [...migrations, (database) => void database.pragma('max_page_count = 120')],
    })
    const small = aPlan({ id: uuid() })
    valueOf(store.addPlan(small))
    const large = aPlan({ id: uuid(), activities: Array.from({ length: 200 }, () => anActivity({ notes: 'x'.repeat(2000) })) })
    expect(store.addPlan(large)).toEqual({ ok: false, error: { kind: 'not-saved', cause: 'disk-full' } })
    expect(store.listPlans().map(({ id }) => id)).toEqual([small.header.id])
    expect(store.checkHealth()).toEqual({ sound: true, ailments: [] })
  })

  test('a disk that may not be written refuses the opening, and the next one finds all well', async () => {
    const folder = await aClosedStore()
    const outcome = await openStore(
      optionsFor(folder, {
        shipped: [anInstrument('AG/RES. 1 (I-O/71)')],
        migrations: [...migrations, (database) => void database.pragma('query_only = 1')],
      }),
    )
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'read-only', sentence: expect.stringContaining('may not write') } })
  })
})
