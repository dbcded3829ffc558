import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writePlanFile } from '#shared/exchange/plan-file.ts'
import { announcedTopics } from '#shared/importing/topics.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { decodeText } from '../../../main/files/decode-text.ts'
import { readPlanBytes, readPlanSource } from '../../../main/files/read-plan.ts'
import { largestFile } from '../../../main/files/read-source.ts'
import { anActivity, aPlan, counterIds } from '../../builders/plan.ts'

const context = { makeId: counterIds(), register: shippedRegister() }
const calendar =
  'CALENDARIO 2026-2027\n\tFECHA\n\tMANDATO\n\tACTIVIDAD\n\t22 de septiembre de 2026\n\tAG/RES. 2910 (XLVII-O/17)\n\tElección de la Vicepresidencia'
const assets = resolve(import.meta.dirname, '../../../main/assets')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mandato-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** Reads what is piped into the program, in the chunks given. */
async function fromStandardInput(chunks: readonly (string | Uint8Array)[]) {
  const own = Object.getOwnPropertyDescriptor(process, 'stdin')
  Object.defineProperty(process, 'stdin', { value: Readable.from(chunks), configurable: true })
  try {
    return await readPlanSource('-', context)
  } finally {
    if (own !== undefined) Object.defineProperty(process, 'stdin', own)
  }
}

describe('reading a plan', () => {
  it('tells a plan file from text by what it holds, not by its name', async () => {
    const plan = aPlan({ title: 'By file', activities: [anActivity({ items: ['Opening'] })] })
    const file = writePlanFile({ plan, instruments: [], generator: 'Mandato', exportedAt: null, unknown: {} })
    expect(await readPlanSource(await put('plan.txt', file), context)).toEqual({
      ok: true,
      value: { plan, instruments: [], report: null, setAside: [], mended: [], unknown: {} },
    })
    expect(await readPlanSource(await put('plan.mandato', calendar), context)).toMatchObject({
      ok: true,
      value: { plan: { header: { title: 'CALENDARIO 2026-2027' } } },
    })
  })

  it('reads bytes that came without a path', async () => {
    expect(await readPlanSource({ bytes: new TextEncoder().encode(calendar), name: 'plan.txt' }, context)).toMatchObject({
      ok: true,
      value: { report: { activities: 1 } },
    })
  })

  it.each<[string, (string | Uint8Array)[]]>([
    ['text', [calendar.slice(0, 40), calendar.slice(40)]],
    ['bytes', [Buffer.from(calendar)]],
  ])('reads standard input that comes as %s', async (_, chunks) => {
    const read = await fromStandardInput(chunks)
    expect(read.ok && read.value.plan.activities[0]?.items[0]?.text).toBe('Elección de la Vicepresidencia')
  })

  it('says of standard input, too, why it cannot be read', async () => {
    expect(await fromStandardInput([])).toEqual({
      ok: false,
      error: { kind: 'empty', values: { name: 'Standard input' }, sentence: 'Standard input is empty.' },
    })
    const half = new Uint8Array(largestFile / 2 + 1)
    expect(await fromStandardInput([half, half])).toMatchObject({
      error: { kind: 'too-large', sentence: 'Standard input is larger than 64 MB, more than any plan.' },
    })
  })

  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${calendar}`, 'utf8')],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${calendar}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${calendar}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(calendar, 'utf16le')],
    ['Windows-1252', Buffer.from(calendar, 'latin1')],
  ])('reads %s', (_, bytes) => {
    const read = readPlanBytes(bytes, 'plan.txt', context)
    expect(read.ok && read.value.plan.activities[0]?.items[0]?.text).toBe('Elección de la Vicepresidencia')
  })

  it('says in one sentence why a source cannot be read', async () => {
    await mkdir(join(folder, 'folder'))
    const huge = await put('huge.txt', '')
    await truncate(huge, largestFile + 1)
    const sources: [string, string][] = [
      [join(folder, 'absent.txt'), 'missing: absent.txt was not found.'],
      [join(folder, 'folder'), 'folder: folder is a folder, not a file.'],
      [await put('empty.txt', ''), 'empty: empty.txt is empty.'],
      [await put('blank.txt', ' \n'), 'empty: blank.txt is empty.'],
      [
        await put('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])),
        'not-text: picture.txt is neither a plan file, nor a Word document (.docx), nor a web page, nor text.',
      ],
      [
        await put('archive.mandato', zipSync({ 'plan.mandato': new Uint8Array([1]) })),
        'archive: archive.mandato is an archive (zip), not a plan file. Unpack it and open the plan file in it.',
      ],
      [huge, 'too-large: huge.txt is larger than 64 MB, more than any plan.'],
      [
        await put('broken.mandato', '{"format":"mandato"'),
        'not-json: broken.mandato is damaged: it ends early or holds characters that a plan file never has. Ask for it again.',
      ],
    ]
    for (const [path, said] of sources) {
      const read = await readPlanSource(path, context)
      expect(read.ok ? 'read' : `${read.error.kind}: ${read.error.sentence}`).toBe(said)
    }
    const prose = await readPlanSource(await put('prose.txt', 'Nothing is planned.'), context)
    expect(prose).toMatchObject({
      ok: false,
      error: { kind: 'no-calendar', sentence: /^prose\.txt has no calendar: a work plan has a table/ },
    })
  })
})

describe('bytes as text', () => {
  it('are refused where no text has such characters', () => {
    expect(decodeText(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x00, 0x07]))).toEqual({ ok: false, error: 'not-text' })
  })
})

describe('the sample plan', () => {
  it('opens as a plan of twelve rows with its notes, mandates and topics', async () => {
    const read = await readPlanSource(join(assets, 'sample-plan.txt'), context)
    if (!read.ok) throw new Error(read.error.sentence)
    const { plan, report } = read.value
    expect(plan.header).toMatchObject({
      title: 'SCHEDULE OF ACTIVITIES OF THE CAM, 2026-2027',
      symbol: 'CIDI/CAM/doc.3/26',
      revision: 'rev. 1',
      series: 'OEA/Ser.W',
      issued: '2026-09-15',
      note: 'Draft presented by the Chair',
      term: { start: '2026-07-01', end: '2027-11-30' },
      committee: { name: 'Committee on Migration Issues', acronym: 'CAM', parentAcronym: 'CIDI' },
    })
    expect(report).toMatchObject({ activities: 12, mandates: 9, footnotes: 2 })
    expect(announcedTopics(plan.sections)).toHaveLength(6)
    expect(plan.activities.filter(({ mandate }) => mandate.length === 0)).toHaveLength(1)
  })
})
