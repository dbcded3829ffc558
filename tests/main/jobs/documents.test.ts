import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDocumentWriter, type DocumentJob, type DocumentNews, NotWritten } from '../../../main/jobs/documents.ts'
import { anActivity, anInstrument, anItem, aPlan, on } from '../../builders/plan.ts'
import { samplePlan, sampleRegister } from '../../shared/documents/sample-plan.ts'
import { openStore, type Store } from '../../../main/store/open.ts'
import { readPdf } from '../files/read-pdf.ts'
import { optionsFor, temporaryFolder, valueOf } from '../store/temporary.ts'

const writer = createDocumentWriter()

const folder = mkdtempSync(join(tmpdir(), 'mandato-test-'))
let store: Store

beforeAll(async () => {
  store = valueOf(await openStore(optionsFor(folder)))
  store.learn(sampleRegister().instruments)
})
afterAll(async () => {
  await writer.close()
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const aJob = (more: Partial<DocumentJob> = {}): DocumentJob => ({
  plan: samplePlan(),
  store: folder,
  format: 'pdf',
  options: { layout: 'document', paper: 'letter', language: 'en' },
  ...more,
})

/** A calendar of so many rows. */
const long = (rows: number) =>
  aPlan({
    activities: Array.from({ length: rows }, (_, index) =>
      anActivity({ when: on(`2026-09-${String((index % 28) + 1).padStart(2, '0')}`), items: [anItem(`Activity ${index}`)] }),
    ),
  })

async function newsOf(stream: AsyncIterable<DocumentNews>): Promise<DocumentNews[]> {
  const all: DocumentNews[] = []
  for await (const news of stream) all.push(news)
  return all
}

describe('a document written beside the main thread', () => {
  it('comes with the titles and texts of the store’s register', async () => {
    const written = (await newsOf(writer.write(aJob()))).at(-1)
    if (written?.kind !== 'written') throw new Error('The last news is the document.')
    const { words, pages } = await readPdf(written.bytes)
    expect(pages).toBe(written.pages)
    expect(words.map(({ text }) => text).join(' ')).toContain('To ask the secretariat for help.')
  })

  it('is looked up in the register of the moment', async () => {
    const titles = async () => {
      const written = (await newsOf(writer.write(aJob()))).at(-1)
      const { words } = await readPdf(written?.kind === 'written' ? written.bytes : new Uint8Array())
      return words.map(({ text }) => text).join(' ')
    }
    expect(await titles()).not.toContain('Declaration on the Compact')
    store.learn([anInstrument('AG/DEC. 88 (XLVI-O/16)', { titles: { en: 'Declaration on the Compact' } })])
    expect(await titles()).toContain('Declaration on the Compact')
  })

  it('tells how far it is, in growing shares', async () => {
    const news = await newsOf(writer.write(aJob({ plan: long(300) })))
    const shares = news.flatMap((one) => (one.kind === 'progress' ? [one.share] : []))
    expect(shares.length).toBeGreaterThan(5)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(news.at(-1)?.kind).toBe('written')
  })

  it('is given up when nobody waits for it, and the next one is written', async () => {
    const leave = new AbortController()
    const heard: DocumentNews[] = []
    const reading = (async () => {
      for await (const news of writer.write(aJob({ plan: long(3000) }), leave.signal)) {
        heard.push(news)
        leave.abort()
      }
    })()
    await expect(reading).rejects.toThrow(/abort/i)
    expect(heard).toHaveLength(1)
    expect((await newsOf(writer.write(aJob()))).at(-1)?.kind).toBe('written')
  })

  it('waits its turn, and each gets its own', async () => {
    const sizes = [40, 1, 20]
    const all = await Promise.all(sizes.map((rows) => newsOf(writer.write(aJob({ plan: long(rows) })))))
    const pages = all.map((news) => news.at(-1)).map((last) => (last?.kind === 'written' ? last.pages : null))
    expect(pages).toEqual([3, 1, 2])
  })
})

describe('a store', () => {
  it('is not held open by the documents that were written', async () => {
    const own = temporaryFolder()
    const opened = valueOf(await openStore(optionsFor(own)))
    expect((await newsOf(writer.write(aJob({ store: own })))).at(-1)?.kind).toBe('written')
    opened.close()
    // The last connection that is closed folds the log into the file.
    expect(readdirSync(own).filter((name) => name.startsWith('mandato.sqlite'))).toEqual(['mandato.sqlite'])
  })

  it('that is gone is a refusal with a reason', async () => {
    await expect(newsOf(writer.write(aJob({ store: join(folder, 'nowhere') })))).rejects.toThrow(NotWritten)
    expect((await newsOf(writer.write(aJob()))).at(-1)?.kind).toBe('written')
  })
})

describe('a thread that breaks down', () => {
  it('is a refusal with a reason, and the next document starts another thread', async () => {
    const file = join(temporaryFolder(), 'thread.mjs')
    writeFileSync(file, "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(3))\n")
    const broken = createDocumentWriter(pathToFileURL(file))
    await expect(newsOf(broken.write(aJob()))).rejects.toThrow(NotWritten)
    await expect(newsOf(broken.write(aJob()))).rejects.toThrow('The thread that writes documents ended.')
    await broken.close()
  })

  it('says why the writer failed', async () => {
    const options = { ...aJob().options, layout: 'no such layout' as 'calendar' }
    await expect(newsOf(writer.write(aJob({ options })))).rejects.toThrow(NotWritten)
    expect((await newsOf(writer.write(aJob()))).at(-1)?.kind).toBe('written')
  })
})
