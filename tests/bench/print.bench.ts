import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentBlocks } from '#shared/documents/blocks.ts'
import { calendarDocument } from '#shared/documents/calendar.ts'
import type { Plan } from '#shared/model/plan.ts'
import { writeDocx } from '../../main/files/docx/write-docx.ts'
import { writeHtml } from '../../main/files/html/write-html.ts'
import { createDocumentWriter } from '../../main/jobs/documents.ts'
import { printPdf } from '../../main/files/pdf/print.ts'
import { prepareStore } from './prepared-store.ts'
import { type BenchRow, benchTable, median } from './table.ts'
import { aCitation, anActivity, anItem, aPlan, on } from '../builders/plan.ts'

const matters = [
  'access to health services',
  'pensions and their transfer',
  'women and girls on the move',
  'climate and movement',
  'return and work',
]
const officers = ['the Chair', 'the Vice Chair', 'the Secretariat', 'the delegations', 'the observers']

/** A plan with so many rows, in our own words, the same at every call. */
function planOf(rows: number): Plan {
  const day = (index: number) => new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10)
  return aPlan({
    title: `SCHEDULE OF ACTIVITIES, ${rows} ROWS`,
    symbol: 'CIDI/CAM/doc.3/26',
    issued: '2026-09-14',
    activities: Array.from({ length: rows }, (_, index) =>
      anActivity({
        when: on(day(index), index % 2 ? '10:00' : '14:30'),
        mandate: [
          aCitation(`AG/RES. ${2700 + index} (L-O/20)`, [String(1 + (index % 40)), String(2 + (index % 40))], {
            title: `Text number ${index} on ${matters[index % 5]}`,
          }),
        ],
        items: [
          anItem('Thematic meeting'),
          anItem(
            `Presentation ${index} by ${officers[index % 5]} on ${matters[(index + 2) % 5]} in the countries of origin and of destination`,
            { marker: 'bullet' },
          ),
          anItem(`Dialogue of the delegations with ${officers[(index + 1) % 5]}`, { marker: 'bullet' }),
        ],
      }),
    ),
  })
}

const blocksOf = (rows: number): DocumentBlocks => calendarDocument(planOf(rows), { language: 'en', register: null })

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) => existsSync(path)) ?? null

const sizeName = (rows: number): string => `${rows.toLocaleString('en')} rows`

/**
 * Writes calendars of growing size: as PDF, within a running program and as a whole process beside LibreOffice, which converts our Word
 * file of the same plan, and as Word file and web page within a running program.
 */
export async function run(sizes: readonly number[] = [20, 200, 1000, 5000]): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mandato-bench-'))
  const peerName = soffice ? officeVersion(soffice) : 'skipped: LibreOffice (soffice) is not installed'
  const rows: BenchRow[] = []
  await prepareStore(folder, 0, true)
  try {
    for (const size of sizes) {
      const document = blocksOf(size)
      const { bytes, pages } = await printPdf(document, 'letter')
      const sizes = `${sizeName(size)}, ${pages} pages, ${Math.round(bytes.length / 1024)} KB`
      const within = await median(3, () => printPdf(document, 'letter'))
      rows.push({ work: 'PDF within the program', size: sizes, ours: within, peer: null, peerName: 'see whole process', unit: 'ms' })
      const { took, held } = await inThread(planOf(size), folder)
      rows.push({ work: 'PDF in the documents’ thread', size: sizes, ours: took, peer: null, peerName: 'see whole process', unit: 'ms' })
      rows.push({ work: 'longest hold of the main thread', size: sizes, ours: held, peer: null, peerName: 'none', unit: 'ms' })
      const whole = await median(3, () =>
        execFileSync(process.execPath, [import.meta.filename, '--once', String(size), join(folder, 'ours.pdf')]),
      )
      const word = await writeDocx(document, 'letter')
      // The largest is ours alone, to show how cost grows: the peer would make the bench long.
      const peer = soffice && size <= 1000 ? await median(3, () => convert(soffice, folder, String(size), word)) : null
      for (const [work, write] of [
        ['Word file within the program', () => writeDocx(document, 'letter')],
        ['web page within the program', async () => Buffer.from(writeHtml(document))],
      ] as const) {
        const written = `${sizeName(size)}, ${Math.round((await write()).length / 1024)} KB`
        rows.push({ work, size: written, ours: await median(3, write), peer: null, peerName: 'none', unit: 'ms' })
      }
      rows.push({
        work: 'PDF, whole process',
        size: sizes,
        ours: whole,
        peer,
        peerName: peer === null && soffice ? `${peerName}, not measured at this size` : peerName,
        unit: 'ms',
      })
    }
  } finally {
    await writer.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}

/** How long the warm thread takes, and how long at most the main thread was kept from anything else meanwhile. */
async function inThread(plan: Plan, store: string): Promise<{ readonly took: number; readonly held: number }> {
  const job = {
    plan,
    store,
    format: 'pdf',
    options: { layout: 'calendar', paper: 'letter', language: 'en' },
  } as const
  const write = async () => {
    for await (const news of writer.write(job)) if (news.kind === 'written') return
  }
  await write()
  let held = 0
  let last = performance.now()
  const watch = setInterval(() => {
    const now = performance.now()
    held = Math.max(held, now - last)
    last = now
  }, 1)
  const took = await median(3, write)
  clearInterval(watch)
  return { took, held }
}

const writer = createDocumentWriter()

const officeVersion = (office: string): string =>
  `${execFileSync(office, ['--version'], { encoding: 'utf8' }).trim().split(' ').slice(0, 2).join(' ')}, from .docx`

function convert(office: string, folder: string, name: string, word: Uint8Array): void {
  const path = join(folder, `${name}.docx`)
  writeFileSync(path, word)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  execFileSync(office, [profile, '--headless', '--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, path], { stdio: 'ignore' })
}

const [, script, mode, size, path] = process.argv
if (script && import.meta.filename === script) {
  if (mode === '--once' && path) writeFileSync(path, (await printPdf(blocksOf(Number(size)), 'letter')).bytes)
  else console.log(benchTable(await run()))
}
