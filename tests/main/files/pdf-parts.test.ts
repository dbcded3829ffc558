import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { create } from 'fontkit'
import { afterAll, describe, expect, it } from 'vitest'
import { layOut } from '#shared/documents/layouts.ts'
import { fontFiles, lastResort } from '../../../main/files/pdf/font-files.ts'
import { FontSet, shippedFonts } from '../../../main/files/pdf/fonts.ts'
import { breakLines, safeLink, widthOf } from '../../../main/files/pdf/lines.ts'
import { packObjects } from '../../../main/files/pdf/pack.ts'
import { printPdf } from '../../../main/files/pdf/print.ts'
import { unpackWoff } from '../../../main/files/pdf/woff.ts'
import { samplePlan } from '../../shared/documents/sample-plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'mandato-pdf-'))
afterAll(() => rmSync(folder, { recursive: true }))

const require = createRequire(import.meta.url)
const packaged = (file: string, name: string) => join(require.resolve(`${name}/package.json`), '..', 'files', file)

describe('font files', () => {
  it('are where the list says, every one, and can be read', () => {
    const fonts = shippedFonts()
    const families = fontFiles.map(({ file, package: name }) => {
      expect(existsSync(packaged(file, name))).toBe(true)
      return /^(?:SourceSerif4|DejaVuS|Amiri|NotoSerif(?:SC|JP|KR|[A-Z][a-z]+))/.exec(fonts.open(file).postscriptName)?.[0] ?? file
    })
    expect(Object.fromEntries(Object.entries(Object.groupBy(families, (name) => name)).map(([name, all]) => [name, all?.length]))).toEqual({
      SourceSerif4: 24,
      DejaVuS: 4,
      Amiri: 2,
      NotoSerifHebrew: 2,
      NotoSerifThai: 2,
      NotoSerifDevanagari: 2,
      NotoSerifSC: 97,
      NotoSerifJP: 120,
      NotoSerifKR: 1,
    })
  })

  it('are taken from the folder beside a built program', () => {
    mkdirSync(join(folder, 'fonts'))
    writeFileSync(join(folder, 'fonts', lastResort), readFileSync(packaged(lastResort, '@fontsource/dejavu-sans')))
    const fonts = shippedFonts(pathToFileURL(join(folder, 'cli.mjs')).href)
    expect(fonts.open(lastResort).postscriptName).toBe('DejaVuSans')
    expect(() => fonts.open('source-serif-4-latin-400-normal.woff')).toThrow(/no such file.*source-serif-4-latin-400-normal/)
  })

  it('unpack to the font that the library reads from the packed file', () => {
    const woff = readFileSync(packaged('source-serif-4-latin-400-normal.woff', '@fontsource/source-serif-4'))
    const [packed, plain] = [create(woff), create(Buffer.from(unpackWoff(woff)))]
    if (!('layout' in packed) || !('layout' in plain)) throw new Error('These are single fonts')
    expect(plain.characterSet).toEqual(packed.characterSet)
    expect(plain.layout('Efficient office').advanceWidth).toBe(packed.layout('Efficient office').advanceWidth)
    expect(unpackWoff(new Uint8Array([1, 2, 3]))).toEqual(new Uint8Array([1, 2, 3]))
  })
})

describe('lines', () => {
  const fonts = new FontSet(shippedFonts())
  const setting = { size: 10, color: '#000000' }
  const lines = (words: string, width: number) =>
    breakLines([{ kind: 'text', text: words }], setting, width, fonts).map((line) => line.pieces.map((piece) => piece.words).join(''))

  it('end where a word ends, and keep its space for whoever reads the text', () => {
    const width = widthOf('one two', setting, fonts)
    expect(lines('one two three', width + 0.01)).toEqual(['one two ', 'three'])
    expect(lines('one two three', width - 0.01)).toEqual(['one ', 'two ', 'three'])
  })

  it('end where the text says so, and none is left for nothing', () => {
    expect(lines('one\ntwo\r\nthree', 500)).toEqual(['one', 'two', 'three'])
    expect(lines('', 500)).toEqual([])
    expect(breakLines([], setting, 500, fonts)).toEqual([])
  })

  it('do not end within a symbol or a term, nor before a dash', () => {
    const ends = (words: string) => [
      ...new Set(
        Array.from({ length: 60 }, (_, index) => lines(words, 95 + index * 2)).flatMap((found) =>
          found.slice(0, -1).map((line) => line.trimEnd().slice(-2)),
        ),
      ),
    ]
    expect(ends('by AG/RES. 2910 (XLVII-O/17) of')).toEqual(expect.not.arrayContaining(['G/', 'I-', 'O/']))
    expect(lines('the 2017-2018 term', widthOf('2017-2018', setting, fonts) + 0.1)).toEqual(['the ', '2017-2018 ', 'term'])
    expect(lines('in 2017 – 2018', widthOf('2017 –', setting, fonts) + 0.1)).toEqual(['in ', '2017 – ', '2018'])
    expect(lines('well-known facts', widthOf('well-', setting, fonts))[0]).toBe('well-')
    expect(lines('https://example.org/A/B', widthOf('https://example.org/', setting, fonts))).toEqual(['https://', 'example.org/A/B'])
  })

  it('join what looks the same and part what does not', () => {
    const [line] = breakLines(
      [
        { kind: 'text', text: 'plain and ' },
        { kind: 'text', text: 'bold', bold: true },
        { kind: 'note', number: 7 },
        { kind: 'text', text: ' end' },
      ],
      setting,
      500,
      fonts,
    )
    expect(line?.pieces.map((piece) => [piece.words, piece.note])).toEqual([
      ['plain and ', null],
      ['bold', null],
      ['7', 7],
      [' end', null],
    ])
    const offsets = line?.pieces.map((piece) => piece.offset) ?? []
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
  })

  it('set a mark alone, and several marks at one place', () => {
    expect(
      breakLines(
        [
          { kind: 'note', number: 1 },
          { kind: 'note', number: 2 },
        ],
        setting,
        500,
        fonts,
      )[0]?.pieces.map((piece) => piece.words),
    ).toEqual(['1', '2'])
  })
})

describe('links', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    [' http://example.org/a b ', 'http://example.org/a%20b'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['JavaScript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.org', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (address, safe) => expect(safeLink(address)).toBe(safe))
})

describe('packing', () => {
  it('refuses what pdfkit did not write', () => {
    expect(() => packObjects(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF'))).toThrow('does not end as pdfkit ends it')
  })

  const poppler = ['/usr/bin/pdfinfo', '/usr/local/bin/pdfinfo'].find((path) => existsSync(path))

  it.skipIf(!poppler)('gives a file that another reader takes whole (skipped without poppler)', async () => {
    const path = join(folder, 'plan.pdf')
    const { bytes } = await printPdf(layOut(samplePlan(), 'document', { language: 'en', register: null }), 'a4')
    writeFileSync(path, bytes)
    const stdout = execFileSync(poppler ?? '', ['-struct-text', path], { encoding: 'utf8' })
    expect(stdout).toContain('"Consideration and adoption of the work plan"')
    expect(stdout).toContain('/Scope /Column')
    expect(stdout).toMatch(/Note <note-1>/)
  })
})
