import { ORPCError, safe } from '@orpc/client'
import { createRouterClient } from '@orpc/server'
import SqliteDatabase from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { DocumentNews, DocumentOptions } from '#shared/contract/documents.ts'
import { say } from '#shared/locales/message.ts'
import { termFrom } from '#shared/model/plan.ts'
import type { Operation } from '#shared/operations/change.ts'
import { storeFile } from '../../../main/store/backup.ts'
import { aProvision, anInstrument, anActivity } from '../../builders/plan.ts'
import { aRouter } from '../shells/a-window.ts'
import { valueOf } from '../store/temporary.ts'

const at = '2021-03-01T12:00:00Z'

async function aClient() {
  const { store, router } = await aRouter()
  const client = createRouterClient(router)
  const plan = async () => (await client.library.create({ title: 'Work plan', term: null, language: 'en' })).planId
  return { store, client, plan }
}

const aStep = (more: Partial<Operation> = {}): Operation => ({
  id: uuid(),
  label: say('step.insert'),
  changes: [{ kind: 'insert', record: anActivity({ id: uuid() }) }],
  at,
  ...more,
})

/** The code and data of a refusal that the contract declares; anything else as it was thrown. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call
  } catch (error) {
    return error instanceof ORPCError && error.defined ? { code: error.code, data: error.data as unknown } : error
  }
}

const calendar: DocumentOptions = { layout: 'calendar', paper: 'letter', language: 'en' }

/** The document at the end of its stream. */
async function documentOf(writing: Promise<AsyncIterable<DocumentNews>>): Promise<Extract<DocumentNews, { kind: 'written' }>> {
  for await (const news of await writing) if (news.kind === 'written') return news
  throw new Error('The document did not come.')
}

describe('the library', () => {
  test('creates an empty plan for the committee whose plan was last worked on', async () => {
    const { client, plan } = await aClient()
    const first = await plan()
    const [header] = (await client.plan.open({ planId: first })).records
    if (header?.type !== 'plan') throw new Error('The first record is the header.')
    expect(header).toMatchObject({ title: 'Work plan', committee: { acronym: 'CAM' } })
    const committee = { ...header.committee, name: 'Special Committee', acronym: 'CEAM' }
    const changes = [
      { kind: 'update' as const, type: 'plan' as const, id: first, set: { committee }, was: { committee: header.committee } },
    ]
    await client.plan.apply({ planId: first, operation: aStep({ changes }) })
    expect((await client.plan.open({ planId: await plan() })).records[0]).toMatchObject({ committee })
    expect(await client.library.list()).toHaveLength(2)
  })

  test('adds the sample plan that ships', async () => {
    const { client } = await aClient()
    const { planId } = await client.library.addSample()
    const { records } = await client.plan.open({ planId })
    expect(records.filter(({ type }) => type === 'activity').length).toBeGreaterThan(5)
  })

  test('imports a document and says what it kept, then the exported file of it again', async () => {
    const { client, store } = await aClient()
    const text = readFileSync(join(import.meta.dirname, '../../../main/assets/sample-plan.txt'))
    const summary = await client.library.import({ file: new File([text], 'sample.txt') })
    expect(summary).toMatchObject({ rows: expect.any(Number), keptAsText: expect.any(Array) })
    const { file } = await client.exchange.exportPlan({ planId: summary.planId, withProposals: true })
    expect(file.name).toMatch(/\.mandato$/)
    const again = await client.library.import({ file })
    expect(again).toMatchObject({ rows: summary.rows, mandates: summary.mandates, learned: 0, keptAsText: [] })
    expect(again.planId).not.toBe(summary.planId)
    const [one, two] = [valueOf(store.plan(summary.planId)), valueOf(store.plan(again.planId))]
    expect({ ...two, header: { ...two.header, id: one.header.id } }).toEqual(one)
  })

  test('creates a plan of the usual year', async () => {
    const { client } = await aClient()
    const { planId } = await client.library.create({ title: 'Plan', term: termFrom(2026), language: 'es', template: 'usual' })
    const { records } = await client.plan.open({ planId })
    expect(records.filter(({ type }) => type === 'activity')).toHaveLength(9)
    expect(records.flatMap((record) => (record.type === 'section' ? [record.heading] : []))).toEqual([
      'Introducción',
      'Mandatos',
      'Actores involucrados',
    ])
  })

  test('drafts the next term’s plan from a plan, which stays as it was', async () => {
    const { client, store } = await aClient()
    const { planId } = await client.library.addSample()
    const before = valueOf(store.plan(planId))
    const next = await client.library.carryOver({ planId, title: 'Next', renameTerm: true })
    const plan = valueOf(store.plan(next.planId))
    expect(plan.header.title).toBe('Next')
    expect(plan.activities).toHaveLength(before.activities.length)
    expect(plan.mandates).toHaveLength(before.mandates.length)
    expect(valueOf(store.plan(planId))).toEqual(before)
    expect(await refusalOf(client.library.carryOver({ planId: uuid(), title: '', renameTerm: false }))).toMatchObject({
      code: 'NO_SUCH_PLAN',
    })
  })

  test('says what an import would bring, and writes nothing', async () => {
    const { client, store } = await aClient()
    const text =
      'Intro.[footnoteRef:1] [1: .\tSee.]\n\nCALENDAR 2026-2027\n\tDATE\n\tMANDATE\n\tACTIVITY\n\tMay 4, 2027\n\tAG/RES. 2910 (XLVII-O/17)\n\tOpening\n\tsome day\n\t\n\tClosing'
    const known = store.instruments().length
    expect(await client.library.preview({ file: new File([text], 'plan.txt') })).toEqual({
      title: 'CALENDAR 2026-2027',
      term: termFrom(2026),
      language: 'en',
      rows: [
        { date: 'May 4, 2027', mandate: 'AG/RES. 2910 (XLVII-O/17)', activity: 'Opening' },
        { date: 'some day', mandate: '', activity: 'Closing' },
      ],
      mandates: [],
      learned: [],
      footnotes: 1,
      kept: [{ row: 2, why: 'unreadable-date', text: 'some day' }],
    })
    expect(await client.library.list()).toEqual([])
    expect(store.instruments()).toHaveLength(known)
    expect(await refusalOf(client.library.preview({ file: new File(['Dear all'], 'letter.txt') }))).toMatchObject({ code: 'UNUSABLE_FILE' })
  })

  test('refuses what is no plan, with a sentence, and adds nothing', async () => {
    const { client } = await aClient()
    for (const [bytes, name] of [
      [new Uint8Array(), 'empty.txt'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0xff, 0xfe]), 'picture.png'],
      [new TextEncoder().encode('{"format":"mandato","version":99}'), 'newer.mandato'],
      [new TextEncoder().encode('Dear all'), 'letter.txt'],
    ] as const) {
      expect(await refusalOf(client.library.import({ file: new File([bytes], name) }))).toMatchObject({
        code: 'UNUSABLE_FILE',
        data: { kind: expect.any(String), sentence: expect.stringContaining(name) },
      })
    }
    expect(await client.library.list()).toEqual([])
  })

  test('moves a plan to the bin and back', async () => {
    const { client, plan } = await aClient()
    const planId = await plan()
    expect((await client.library.setBinned({ planId, binned: true })).binnedAt).not.toBeNull()
    expect((await client.library.setBinned({ planId, binned: false })).binnedAt).toBeNull()
    expect(await refusalOf(client.library.setBinned({ planId: uuid(), binned: true }))).toMatchObject({ code: 'NO_SUCH_PLAN' })
  })
})

describe('a plan', () => {
  test('is edited, undone and redone', async () => {
    const { client, plan } = await aClient()
    const planId = await plan()
    const operation = aStep()
    expect(await client.plan.apply({ planId, operation })).toMatchObject({ sequence: 1, undo: { id: operation.id } })
    const undone = await client.plan.undo({ planId, step: operation.id, at, id: uuid() })
    expect(undone).toMatchObject({ operation: { changes: [{ kind: 'remove' }] }, position: { sequence: 2, redo: { id: operation.id } } })
    expect(await client.plan.redo({ planId, step: operation.id, at, id: uuid() })).toMatchObject({ position: { sequence: 3 } })
    expect((await client.plan.history({ planId, before: null, count: 2 })).map(({ kind }) => kind)).toEqual(['redo', 'undo'])
  })

  test('gives the plan as it stood after any step', async () => {
    const { client, plan } = await aClient()
    const planId = await plan()
    await client.plan.apply({ planId, operation: aStep() })
    await client.plan.apply({ planId, operation: aStep() })
    const sizes = [0, 1, 2].map(async (sequence) => (await client.plan.at({ planId, sequence })).records.length)
    expect(await Promise.all(sizes)).toEqual([1, 2, 3])
    expect(await refusalOf(client.plan.at({ planId, sequence: 3 }))).toMatchObject({ code: 'NO_SUCH_STEP' })
  })

  test('refuses with the errors that the contract declares', async () => {
    const { client, plan, store } = await aClient()
    const planId = await plan()
    const [missing, operation] = [uuid(), aStep()]
    const turn = { step: operation.id, at, id: uuid() }
    for (const call of [
      client.plan.open({ planId: missing }),
      client.plan.apply({ planId: missing, operation }),
      client.plan.undo({ planId: missing, ...turn }),
      client.plan.redo({ planId: missing, ...turn }),
      client.plan.history({ planId: missing, before: null, count: 1 }),
      client.plan.at({ planId: missing, sequence: 0 }),
      documentOf(client.documents.write({ planId: missing, format: 'pdf', options: calendar })),
      client.exchange.exportPlan({ planId: missing, withProposals: true }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'NO_SUCH_PLAN' })
    }
    expect(await refusalOf(client.plan.undo({ planId, ...turn }))).toMatchObject({ code: 'NOTHING_TO_DO' })
    expect(await refusalOf(client.plan.redo({ planId, ...turn }))).toMatchObject({ code: 'NOTHING_TO_DO' })
    const stale = aStep({ changes: [{ kind: 'remove', record: anActivity({ id: uuid() }) }] })
    expect(await refusalOf(client.plan.apply({ planId, operation: stale }))).toMatchObject({
      code: 'OUT_OF_DATE',
      data: { detail: expect.stringContaining('missing') },
    })
    const other = new SqliteDatabase(storeFile(store.folder))
    other.exec('BEGIN IMMEDIATE')
    expect(await refusalOf(client.plan.apply({ planId, operation }))).toEqual({ code: 'NOT_SAVED', data: { cause: 'busy' } })
    other.close()
  })

  test('takes no operation that is not one', async () => {
    const { client, plan } = await aClient()
    const planId = await plan()
    for (const bad of [
      { ...aStep(), id: 'no id' },
      { ...aStep(), changes: [] },
      { ...aStep(), at: 'yesterday' },
      { ...aStep(), changes: [{ kind: 'drop' }] },
      { ...aStep(), changes: [{ kind: 'insert', record: { ...anActivity(), state: 'unheard of' } }] },
    ]) {
      await expect(client.plan.apply({ planId, operation: bad as Operation })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    const prototype = aStep({
      changes: [
        {
          kind: 'update',
          type: 'plan',
          id: planId,
          set: JSON.parse('{"__proto__":{"polluted":1},"title":"x"}'),
          was: { title: 'Work plan' },
        },
      ],
    })
    await safe(client.plan.apply({ planId, operation: prototype }))
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect((await client.plan.open({ planId })).position.sequence).toBeLessThanOrEqual(1)
  })

  test.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['html', 'text/html', '<!doctype html>'],
    ['ics', 'text/calendar', 'BEGIN:VCALENDAR'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['csv', 'text/csv', '\ufeff'],
  ] as const)('is written as %s', async (format, mediaType, beginning) => {
    const { client } = await aClient()
    const { planId } = await client.library.addSample()
    const written = await documentOf(client.documents.write({ planId, format, options: { ...calendar, language: 'es' } }))
    expect(written.name).toMatch(new RegExp(`\\.${format}$`))
    expect(written.mediaType).toBe(mediaType)
    expect(Buffer.from(written.base64, 'base64').toString('utf8').slice(0, beginning.length)).toBe(beginning)
    expect(written.pages).toBe(format === 'pdf' ? 2 : null)
  })

  test('is given up when the one who asked goes', async () => {
    const { client } = await aClient()
    const { planId } = await client.library.addSample()
    const gone = new AbortController()
    const stream = await client.documents.write({ planId, format: 'pdf', options: calendar }, { signal: gone.signal })
    gone.abort()
    await expect(documentOf(Promise.resolve(stream))).rejects.toThrow()
  })

  test('gives its files names that every platform takes', async () => {
    const { fileName } = await import('../../../main/api/file-name.ts')
    expect(fileName('Work plan: CAM/CIDI "2020-2021"?', 'pdf')).toBe('Work plan CAM CIDI 2020-2021.pdf')
    expect(fileName('../../etc/passwd', 'pdf')).toBe('etc passwd.pdf')
    expect(fileName('  \u0000 . ', 'mandato')).toBe('Plan.mandato')
    expect(fileName('x'.repeat(300), 'pdf')).toHaveLength(104)
  })
})

describe('the register', () => {
  test('gives everything that is known, and finds provisions by their words', async () => {
    const { client } = await aClient()
    const brought = anInstrument('AG/RES. 2910 (XLVII-O/17)', { id: uuid(), provisions: [aProvision('20', 'To instruct the CAM')] })
    expect(await client.register.learn({ instruments: [brought] })).toEqual({ learned: 1 })
    expect(await client.register.learn({ instruments: [brought] })).toEqual({ learned: 0 })
    expect(await client.register.page({ after: null })).toMatchObject({
      instruments: [{ symbol: 'AG/RES. 2910 (XLVII-O/17)', provisions: [{ label: '20' }] }],
      next: null,
    })
    expect(await client.register.search({ query: 'instr', language: null, count: 5 })).toMatchObject([
      { label: '20', text: 'To instruct the CAM' },
    ])
  })
})

describe('a large register', () => {
  test('is read part by part, every instrument once', async () => {
    const { client } = await aClient()
    const brought = Array.from({ length: 240 }, (_, index) =>
      anInstrument(`CP/RES. ${index + 1} (${index + 1000}/14)`, { id: uuid(), provisions: [aProvision('1', `Words of ${index + 1}`)] }),
    )
    await client.register.learn({ instruments: brought })
    const sizes: number[] = []
    const read: { readonly symbol: string | null; readonly provisions: readonly unknown[] }[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof client.register.page>> = await client.register.page({ after })
      sizes.push(page.instruments.length)
      read.push(...page.instruments)
      after = page.next
    } while (after !== null)
    expect(sizes).toEqual([50, 50, 50, 50, 40])
    expect(new Set(read.map(({ symbol }) => symbol))).toEqual(new Set(brought.map(({ symbol }) => symbol)))
    expect(read.every(({ provisions }) => provisions.length === 1)).toBe(true)
  })
})

describe('events', () => {
  test('tell every window what was written, in order', async () => {
    const { client, plan } = await aClient()
    const [one, two] = [await client.events.watch(), await client.events.watch()]
    const planId = await plan()
    await client.plan.apply({ planId, operation: aStep() })
    for (const window of [one, two]) {
      expect((await window.next()).value).toEqual({ kind: 'library-changed', planId, sequence: null })
      expect((await window.next()).value).toEqual({ kind: 'plan-changed', planId, sequence: 1 })
      await window.return?.()
    }
  })
})
