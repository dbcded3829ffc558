import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { heading, paragraph, type Run, type Table, text } from '#shared/documents/blocks.ts'
import { mirrored, visualOrder } from '../../../main/files/pdf/bidi.ts'
import { FontSet, type FontSource, shippedFonts } from '../../../main/files/pdf/fonts.ts'
import { breakLines, type Line, widthOf } from '../../../main/files/pdf/lines.ts'
import { writePdf } from '../../../main/files/pdf/write-pdf.ts'
import { aDocument } from '../../builders/document.ts'
import { readPdf, sketch, tagged, wordsOf } from './read-pdf.ts'

const source = shippedFonts()
const fonts = new FontSet(source)
const setting = { size: 10, color: '#000000' }

const linesOf = (words: string | readonly Run[], width = Number.POSITIVE_INFINITY) =>
  breakLines(typeof words === 'string' ? [text(words)] : words, setting, width, fonts)

const readingOf = (line: Line | undefined) => line?.pieces.map((piece) => piece.words).join('')

/** What stands on a line, from left to right, as the pen gets it. */
const seen = (line: Line | undefined) => line?.pieces.toSorted((a, b) => a.offset - b.offset).flatMap((piece) => piece.drawn.trim() || [])

const glyphsOf = (font: string, words: string) =>
  source
    .open(font)
    .layout(words)
    .glyphs.map((glyph) => glyph.id)

const names = {
  arabic: 'السفير محمد (مصر) عبد الرحمن',
  hebrew: 'השגרירה רחל (ישראל) כהן',
  russian: 'Посол Иван Петров',
  greek: 'Πρέσβης Γεώργιος Παπαδόπουλος',
  chinese: '王晓明大使',
  traditional: '臺灣學者與專家',
  japanese: '髙橋一郎大使（𠮷田﨑子）オブザーバー',
  korean: '대한민국 상주 옵서버 김철수',
  thai: 'เอกอัครราชทูตสมชาย น้ำใจดี',
  hindi: 'राजदूत श्री क्षेत्रपाल सिंह',
}

const chinese = '委员会将审议并通过其年度工作计划，听取常驻观察员关于技术合作（第二阶段）的报告，随后由各代表团进行讨论。“成果”提交大会。'
const japanese =
  '委員会は作業計画を審議して採択し、技術協力（第二段階）の報告を聴取した後、「会議の成果」をちょっと修正して公表するものとする。'

describe('the order of parts on a line', () => {
  it.each([
    ['all from left to right', [0, 0, 0], [0, 1, 2]],
    ['Hebrew in English', [0, 1, 1, 0], [0, 2, 1, 3]],
    ['a number in Hebrew', [1, 2, 1], [2, 1, 0]],
    ['English with a number in Hebrew in English', [0, 1, 2, 2, 1, 0], [0, 4, 2, 3, 1, 5]],
    ['nothing', [], []],
  ])('is right for %s', (_, levels, order) => expect(visualOrder(levels)).toEqual(order))

  it('has every part once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 })), (levels) => {
        expect(visualOrder(levels).toSorted((a, b) => a - b)).toEqual(levels.map((_, index) => index))
      }),
    )
  })

  it('mirrors brackets and nothing else', () => expect(mirrored('(a) «b» ≤ c.')).toBe(')a( »b« ≥ c.'))
})

describe('Arabic and Hebrew', () => {
  it('run from right to left within English, with brackets that embrace', () => {
    const [line] = linesOf('By שלום (עולם) and 12')
    expect(line?.leftward).toBe(false)
    expect(readingOf(line)).toBe('By שלום (עולם) and 12')
    expect(seen(line)).toEqual(['By', '(', 'עולם', ')', 'שלום', 'and 12'])
  })

  it('begin at the right when they begin a paragraph, with English and numbers from left to right in them', () => {
    const [line] = linesOf('שלום AG/RES. 2910 עולם 2026.')
    expect(line?.leftward).toBe(true)
    expect(seen(line)).toEqual(['.', '2026', 'עולם', 'AG/RES. 2910', 'שלום'])
  })

  it('are ordered line by line, after the lines are broken', () => {
    const width = widthOf('אחת שתים', setting, fonts) + 0.1
    const lines = linesOf('אחת שתים שלוש אב', width)
    expect(lines.map(readingOf)).toEqual(['אחת שתים ', 'שלוש אב'])
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(width)
    // The space at the end of the first line hangs over at its left.
    expect(lines[0]?.pieces[0]?.offset).toBeLessThan(0)
    expect(lines[1]?.pieces[0]?.offset).toBe(0)
  })

  it('follow the first letter of each paragraph of a cell', () =>
    expect(linesOf('Egypt: مصر\nمصر: Egypt').map((line) => line.leftward)).toEqual([false, true]))

  it('join their letters: each is drawn in the form of its place in the word', () => {
    const [piece] = linesOf('ههه ه')[0]?.pieces ?? []
    expect(piece?.font).toBe('amiri-arabic-400-normal.woff')
    const [alone, space, last, middle, first] = glyphsOf(piece?.font ?? '', piece?.drawn ?? '')
    expect(new Set([alone, last, middle, first]).size).toBe(4)
    expect([alone]).toEqual(glyphsOf(piece?.font ?? '', 'ه'))
    expect([space]).toEqual(glyphsOf(piece?.font ?? '', ' '))
    // Lam and alif become one sign, of another shape than either.
    expect(glyphsOf(piece?.font ?? '', 'لا')).not.toEqual(glyphsOf(piece?.font ?? '', 'ل ا').filter((glyph) => glyph !== space))
  })

  it('are joined in the file too', async () => {
    const { bytes } = await writePdf(aDocument([paragraph('ههه')]), { paper: 'a4', fonts: source })
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
    const { fnArray, argsArray } = await (await (await task.promise).getPage(1)).getOperatorList()
    const glyphs = fnArray.flatMap((operator, index) =>
      operator === OPS.showText ? (argsArray[index] as [{ unicode: string; fontChar: string }[]])[0] : [],
    )
    const forms = glyphs.filter((glyph) => glyph.unicode === 'ه').map((glyph) => glyph.fontChar)
    expect(forms).toHaveLength(3)
    expect(new Set(forms).size).toBe(3)
    await task.destroy()
  })

  it('keep digits in their order, Persian ones too, and parts of words where a joiner parts them', () => {
    expect(seen(linesOf('سنة ۲۰۱۷ می\u200cخواهم')[0])).toEqual(['می\u200cخواهم', '۷۱۰۲', 'سنة'])
    const [, year] = linesOf('سنة ۲۰۱۷')[0]?.pieces ?? []
    // The font turns Persian digits as it turns letters: given from last to first, they stand from first to last.
    const ids = ['۲', '۰', '۱', '۷'].flatMap((digit) => glyphsOf(year?.font ?? '', digit))
    expect(glyphsOf(year?.font ?? '', year?.drawn ?? '')).toEqual(ids)
  })

  it('draw the points of letters over their letters', () => {
    const run = source.open('noto-serif-hebrew-hebrew-400-normal.woff').layout('שָׁ')
    expect(run.positions.map((position) => position.xAdvance > 0)).toEqual([false, false, true])
  })

  it('put a footnote’s mark after the whole phrase it belongs to', () => {
    const [line] = linesOf([text('By שלום עולם'), { kind: 'note', number: 12 }, text(', today')])
    expect(seen(line)).toEqual(['By', 'שלום עולם', '12', ', today'])
    expect(seen(linesOf([text('שלום'), { kind: 'note', number: 12 }, text(' עולם')])[0])).toEqual(['עולם', '12', 'שלום'])
  })
})

describe('Chinese, Japanese and Korean', () => {
  it.each([chinese, japanese])('break between characters, and begin no line with what closes: %s', (words) => {
    for (let width = 42; width < 130; width += 1) {
      const lines = linesOf(words, width)
      expect(lines.map(readingOf).join('')).toBe(words)
      for (const line of lines) {
        expect(line.width).toBeLessThanOrEqual(width)
        expect(readingOf(line)).not.toMatch(/^[、。，；）」”ょっ]/)
        expect(readingOf(line)?.trimEnd()).not.toMatch(/[（「“]$/)
      }
    }
  })

  it('are drawn in the manner of their language', () => {
    const fontOf = (words: string) =>
      linesOf(words)[0]
        ?.pieces.find((piece) => piece.words.includes('直'))
        ?.font.slice(0, 13)
    expect(fontOf('直 and 接')).toBe('noto-serif-sc')
    expect(fontOf('直ちに')).toBe('noto-serif-jp')
    expect(fontOf('직 直')).toBe('noto-serif-jp')
  })

  it('lose no mark that stands in another slice than its letter', () => {
    const set = new FontSet(source)
    const line = breakLines([text('か\u309a ك\u0301 中\u0301')], setting, 300, set)[0]
    expect(readingOf(line)).toBe('か\u309a ك\u0301 中\u0301')
    expect([...set.missing]).toEqual([])
  })

  it('open the slices they need, once, and Latin text opens none', () => {
    const opened = new Set<string>()
    const watched: FontSource = {
      open(file) {
        opened.add(file)
        return source.open(file)
      },
    }
    const set = new FontSet(watched)
    const open = (words: string) => {
      breakLines([text(words)], setting, 300, set)
      return [...opened].filter((file) => !/^(?:source-serif|dejavu)/.test(file))
    }
    expect(open('Année “2026” – señores, naïve façade: Ελλάδα, Україна → ✓')).toEqual([])
    expect(open('中国')).toEqual(['noto-serif-sc-119-400-normal.woff', 'noto-serif-sc-118-400-normal.woff'])
    expect(open('שלום')).toContain('noto-serif-hebrew-hebrew-400-normal.woff')
  })
})

describe('Thai and Devanagari', () => {
  it('stack and place their marks', () => {
    const [thai] = linesOf('น้ำ')[0]?.pieces ?? []
    // The ring stands below the tone's mark, so it comes first.
    expect(thai?.drawn).toBe('น\u0e4d\u0e49\u0e32')
    expect(thai?.words).toBe('น้ำ')
    const devanagari = 'noto-serif-devanagari-devanagari-400-normal.woff'
    const [sign, letter] = glyphsOf(devanagari, 'हि')
    expect([letter]).toEqual(glyphsOf(devanagari, 'ह'))
    expect(sign).not.toBe(letter)
    expect(glyphsOf(devanagari, 'क्ष')).toHaveLength(1)
  })

  it('cut a Thai phrase that is wider than its column between words', () => {
    const lines = linesOf('ผู้สังเกตการณ์ถาวรแห่งประเทศไทย', 80).map(readingOf)
    expect(lines.join('')).toBe('ผู้สังเกตการณ์ถาวรแห่งประเทศไทย')
    expect(lines.slice(1)).toEqual(['แห่งประเทศไทย'])
  })
})

describe('a document with names in their own scripts', () => {
  const list = { kind: 'list' as const, items: Object.values(names).map((name) => ({ label: '•', blocks: [paragraph(name)] })) }
  const table: Table = {
    kind: 'table',
    look: 'ruled',
    columns: ['DATE', 'ACTIVITY'].map((title) => ({ heading: title, width: 1 })),
    rows: Object.values(names).map((name) => ({ cells: [{ blocks: [paragraph('May 3')] }, { blocks: [paragraph(name)] }] })),
  }
  const document = aDocument(
    [
      heading(2, names.japanese),
      heading(2, names.arabic),
      paragraph([
        text('By '),
        text(names.arabic, { link: 'https://example.org/' }),
        { kind: 'note', number: 1 },
        text(' and '),
        text(names.hebrew, { bold: true }),
      ]),
      list,
      table,
    ],
    { footnotes: [{ number: 1, runs: [text(names.arabic)] }] },
  )

  it('loses no character, in headings, notes, lists and cells', async () => {
    const { bytes, missingCharacters } = await writePdf(document, { paper: 'letter', fonts: source })
    const read = await readPdf(bytes)
    expect(missingCharacters).toEqual([])
    expect(read.notEmbedded).toEqual([])
    expect(read.unmarked).toEqual([])
    const same = (words: string) => words.normalize('NFC').replace(/\s+/g, '')
    const wordsIn = (tag: string) => tagged(read, tag).map((place) => same(wordsOf(place)))
    expect(wordsIn('LBody')).toEqual(Object.values(names).map(same))
    expect(wordsIn('TD')).toEqual(Object.values(names).flatMap((name) => ['May3', same(name)]))
    expect(wordsIn('H2')).toEqual([same(names.japanese), same(names.arabic)])
    expect(wordsIn('Note')).toEqual([same(`1${names.arabic}`)])
    expect(read.outline).toEqual([names.japanese, names.arabic])
  })

  it('says what a phrase reads where its glyphs stand in another order, in one link', async () => {
    const read = await readPdf((await writePdf(document, { paper: 'letter', fonts: source })).bytes)
    const place = tagged(read, 'P').find((entry) => entry.text.startsWith('By'))
    expect(place && sketch(place)).toBe(
      `P("By  and" Link(Span(${JSON.stringify(names.arabic)})) Reference("1") Span(${JSON.stringify(names.hebrew)}) ` +
        `Note(Lbl("1") Span(${JSON.stringify(names.arabic)})))`,
    )
    expect(read.links).toEqual(['https://example.org/'])
  })

  it('sets a paragraph that runs from right to left at the right of its column, with its label', async () => {
    const items = [
      { label: '•', blocks: [paragraph('English')] },
      { label: '•', blocks: [paragraph('שלום')] },
    ]
    const read = await readPdf((await writePdf(aDocument([{ kind: 'list', items }]), { paper: 'letter', fonts: source })).bytes)
    const [left, right] = read.words.filter((word) => word.text === '•').map((word) => word.x)
    const word = (words: string) => read.words.find((entry) => entry.text === words)
    expect(left).toBeLessThan(word('English')?.x ?? 0)
    expect(right).toBeGreaterThan((word('שלום')?.x ?? 0) + (word('שלום')?.width ?? 0))
    expect(right).toBeGreaterThan(530)
  })

  const folder = mkdtempSync(join(tmpdir(), 'mandato-scripts-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const poppler = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].find((path) => existsSync(path))

  it.skipIf(!poppler)('is copied in the order of reading, brackets included (skipped without poppler)', async () => {
    const path = join(folder, 'names.pdf')
    writeFileSync(
      path,
      (await writePdf(aDocument(Object.values(names).map((name) => paragraph(name))), { paper: 'a4', fonts: source })).bytes,
    )
    const copied = execFileSync(poppler ?? '', [path, '-'], { encoding: 'utf8' })
      .replace(/[\u202a-\u202e]/g, '')
      .normalize('NFC')
    for (const name of [names.arabic, names.hebrew, names.russian, names.greek, names.chinese, names.traditional, names.korean])
      expect(copied).toContain(name)
  })
})
