import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it, vi } from 'vitest'
import { type DocumentBlocks, heading, headingLevels, pageBreak, paragraph, type Row, type Table, text } from '#shared/documents/blocks.ts'
import { type Layout, layOut, layouts } from '#shared/documents/layouts.ts'
import { nestOutline, type OutlineEntry, outlineLabels } from '#shared/documents/outline.ts'
import { type Language, languages } from '#shared/model/language.ts'
import { writeDocx } from '../../../main/files/docx/write-docx.ts'
import { readDocx } from '../../../main/files/read-docx.ts'
import { aDocument } from '../../builders/document.ts'
import { samplePlan, sampleRegister } from '../../shared/documents/sample-plan.ts'
import { convert, hasOffice } from './office.ts'
import { readPdf } from './read-pdf.ts'

const aTable = (rows: readonly Row[]): Table => ({
  kind: 'table',
  look: 'ruled',
  columns: ['DATE', 'MANDATE', 'ACTIVITY'].map((title) => ({ heading: title, width: 1 })),
  rows,
})

const aRow = (...cells: readonly string[]): Row => ({ cells: cells.map((words) => ({ blocks: [paragraph(words)] })) })

/** The parts of a Word file by their names; each must be well-formed XML. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
  for (const xml of parts.values()) new SaxesParser({ xmlns: true }).write(xml).close()
  return parts
}

async function write(document: DocumentBlocks, paper: 'letter' | 'a4' = 'letter') {
  const parts = partsOf(await writeDocx(document, paper))
  return (name: string): string => parts.get(name) ?? ''
}

const sampleIn = (layout: Layout, language: Language): DocumentBlocks =>
  layOut(samplePlan(), layout, { language, register: sampleRegister() })

/** The parts of a style that matter to who navigates. */
const styleXml = (styles: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''

describe('a Word file', () => {
  it('has headings of real styles with their depth in the outline', async () => {
    const part = await write(aDocument([...headingLevels.map((level) => heading(level, `Level ${level}`)), paragraph('Words.')]))
    const used = Array.from(part('word/document.xml').matchAll(/<w:pStyle w:val="([^"]*)"/g), ([, id]) => id)
    expect(used).toEqual([
      'MastheadBody',
      'MastheadCommittee',
      'MastheadLine',
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((level) => `Heading${level}`),
      'BodyText',
    ])
    for (const level of headingLevels) {
      expect(styleXml(part('word/styles.xml'), `Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`)
      expect(styleXml(part('word/styles.xml'), `Heading${level}`)).toContain(`<w:name w:val="heading ${level}"/>`)
    }
    for (const id of used) expect(styleXml(part('word/styles.xml'), id ?? '')).not.toBe('')
  })

  it('keeps notes, looks and links of headings', async () => {
    const runs = [text('Scope', { italic: true }), { kind: 'note' as const, number: 1 }, text(' here', { link: 'https://example.org/' })]
    const part = await write(aDocument([heading(3, runs)], { footnotes: [{ number: 1, runs: [text('As agreed.')] }] }))
    const [, written = ''] = part('word/document.xml').split('<w:pStyle w:val="Heading3"/>')
    expect(written).toContain('<w:i/>')
    expect(written).toContain('<w:footnoteReference w:id="1"/>')
    expect(written).toContain('<w:hyperlink')
    expect(part('word/footnotes.xml')).toContain('As agreed.')
  })

  it('says which words run from right to left, and in what script Chinese, Japanese and Korean are', async () => {
    const part = await write(
      aDocument(
        [
          paragraph([text('By '), text('שלום (עולם)', { bold: true }), text(', and 2026.')]),
          paragraph('مصر 2026'),
          paragraph('中国, こんにちは'),
          paragraph('한국'),
        ],
        { footnotes: [{ number: 1, runs: [text('ملاحظة')] }] },
      ),
    )
    const [, ...paragraphs] = part('word/document.xml').split('<w:pStyle w:val="BodyText"/>')
    const runsOf = (xml = '') =>
      Array.from(xml.matchAll(/<w:r>(.*?)<w:t[^>]*>(.*?)<\/w:t>/g), ([, looks = '', words]) => [
        words,
        looks.includes('<w:rtl/>'),
        /<w:lang [^>]*>/.exec(looks)?.[0] ?? '',
      ])
    expect(runsOf(paragraphs[0])).toEqual([
      ['By ', false, ''],
      ['שלום (עולם)', true, '<w:lang w:bidi="he-IL"/>'],
      [', and 2026.', false, ''],
    ])
    expect(paragraphs[0]).toContain('<w:bCs/>')
    expect(runsOf(paragraphs[1])).toEqual([
      ['مصر ', true, '<w:lang w:bidi="ar-SA"/>'],
      ['2026', false, ''],
    ])
    expect(runsOf(paragraphs[2])).toEqual([['中国, こんにちは', false, '<w:lang w:eastAsia="ja-JP"/>']])
    expect(runsOf(paragraphs[3])).toEqual([['한국', false, '<w:lang w:eastAsia="ko-KR"/>']])
    expect(paragraphs.map((xml) => xml.startsWith('<w:bidi/>'))).toEqual([false, true, false, false])
    expect(part('word/footnotes.xml')).toContain('<w:bidi/>')
  })

  it('repeats a table’s head, keeps its rows whole and lets a very long one break', async () => {
    const part = await write(aDocument([aTable([aRow('1', '2', '3'), aRow('1', '2', 'word '.repeat(500))])]))
    const rows = part('word/document.xml').split('<w:tr>').slice(2)
    expect(rows.map((row) => [row.includes('<w:tblHeader/>'), row.includes('<w:cantSplit/>')])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ])
  })

  it('ties a row to the next only where it heads others', async () => {
    const cell = { blocks: [paragraph('October 20, 2026'), paragraph('Tuesday', 'detail')] }
    const part = await write(aDocument([aTable([{ cells: [cell] }, { cells: [cell], leads: true }, { cells: [cell] }])]))
    const rows = part('word/document.xml').split('<w:tr>').slice(2)
    expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([true, false, true, false])
    for (const id of ['TableText', 'TableDetail', 'TableLabel', 'DayLabel'])
      expect(styleXml(part('word/styles.xml'), id)).not.toContain('keepNext')
  })

  it('has notes at the foot of the page, links that lead somewhere, and counts its pages', async () => {
    const part = await write(
      aDocument(
        [
          paragraph([
            text('Seen'),
            { kind: 'note', number: 1 },
            text(' at '),
            text('the seat', { link: 'https://example.org/a?b&c' }),
            text(' and '),
            text('here', { link: 'file:///etc/passwd' }),
          ]),
        ],
        { footnotes: [{ number: 1, runs: [text('By whom: '), text('us', { link: 'mailto:us@example.org' })] }] },
      ),
    )
    expect(part('word/document.xml')).toContain('<w:footnoteReference w:id="1"/>')
    expect(part('word/footnotes.xml')).toContain('By whom: ')
    expect(part('word/_rels/document.xml.rels')).toContain('Target="https://example.org/a?b&amp;c" TargetMode="External"')
    expect(part('word/_rels/footnotes.xml.rels')).toContain('Target="mailto:us@example.org" TargetMode="External"')
    expect(part('word/_rels/document.xml.rels')).not.toContain('passwd')
    expect(part('word/footer1.xml')).toMatch(/Page .*PAGE.* of .*NUMPAGES/s)
    expect(part('word/header1.xml') + part('word/header2.xml')).toContain('DOC/1')
  })

  it('says the language of words that are in another one', async () => {
    const part = await write(aDocument([paragraph([text('Español', { language: 'es' })])]))
    expect(part('word/document.xml')).toMatch(/<w:lang w:val="es-ES"\/><\/w:rPr><w:t[^>]*>Español</)
  })

  it('says its language, title, author, symbol and its own date, never the clock’s', async () => {
    const document = aDocument([paragraph('Words.')], { language: 'fr', title: 'Plan <1> & "2"' })
    const part = await write(document)
    expect(part('word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>')
    const core = part('docProps/core.xml')
    expect(core).toContain('<dc:title>Plan &lt;1&gt; &amp; &quot;2&quot;</dc:title>')
    expect(core).toContain('<dc:creator>Committee, Council</dc:creator>')
    expect(core).toContain('<dc:subject>DOC/1</dc:subject>')
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(['2026-09-14T00:00:00Z', '2026-09-14T00:00:00Z'])
    expect((await write({ ...document, date: null }))('docProps/core.xml')).toContain('1970-01-01T00:00:00Z')
  })

  it('is of the paper and lies as the document does', async () => {
    const size = async (layout: Layout, paper: 'letter' | 'a4') =>
      /<w:pgSz [^>]*>/.exec((await write(sampleIn(layout, 'en'), paper))('word/document.xml'))?.[0]
    expect(await size('calendar', 'letter')).toBe('<w:pgSz w:w="12240" w:h="15840" w:orient="portrait"/>')
    expect(await size('month', 'letter')).toBe('<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>')
    expect(await size('calendar', 'a4')).toBe('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
  })

  it('marks what a revision inserted and struck by a line, and by colour as it prints', async () => {
    const part = await write(aDocument([paragraph([text('new', { change: 'inserted' }), text('old', { change: 'struck' })])]))
    expect(part('word/document.xml')).toMatch(/<w:color w:val="1F5F3A"\/><w:u w:val="single"\/><\/w:rPr><w:t[^>]*>new</)
    expect(part('word/document.xml')).toMatch(/<w:strike\/><w:color w:val="8A2B22"\/><\/w:rPr><w:t[^>]*>old</)
  })

  it('holds no character that would spoil it', async () => {
    const part = await write(aDocument([heading(1, 'A\u0000B\ud800C'), paragraph('D\u0007E\uffffF\nG\tH')]))
    expect(part('word/document.xml')).toContain('AB\ufffdC')
    expect(part('word/document.xml')).toMatch(/DEF<\/w:t><w:cr\/>/)
  })

  it('begins a page where the document does', async () => {
    const part = await write(aDocument([paragraph('One.'), pageBreak, heading(2, 'Two'), pageBreak, aTable([aRow('3')])]))
    expect(part('word/document.xml').match(/<w:pageBreakBefore\/>/g)).toHaveLength(2)
  })
})

describe('the same document', () => {
  it.each(layouts)('is the same bytes: %s', async (layout) => {
    const hashes = new Set<string>()
    for (const zone of ['UTC', 'Pacific/Auckland']) {
      vi.stubEnv('TZ', zone)
      hashes.add(
        createHash('sha256')
          .update(await writeDocx(sampleIn(layout, 'es'), 'letter'))
          .digest('hex'),
      )
      vi.unstubAllEnvs()
    }
    expect(hashes.size).toBe(1)
  })
})

describe('lists', () => {
  const entries = fc.array(fc.record({ level: fc.nat({ max: 2 }), marker: fc.constantFrom('none', 'number', 'bullet', 'letter') }), {
    minLength: 1,
    maxLength: 12,
  })

  it('are Word’s own, and say what our labels say', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (given) => {
        // As in a plan: no line goes more than one level below the one before it.
        let deepest = 0
        const lines = given.map(({ level, marker }, index): OutlineEntry => {
          const own = Math.min(level, deepest)
          deepest = own + 1
          return { level: own, marker, runs: [text(`words ${index}`)] }
        })
        const read = readDocx(await writeDocx(aDocument(nestOutline(lines)), 'letter'))
        const shown = read.ok
          ? read.value.parts.flatMap((part) => (part.kind === 'line' && part.text.includes('words') ? [part.text.trim()] : []))
          : []
        const labels = outlineLabels(lines)
        expect(shown).toEqual(lines.map((_, index) => `${(labels[index] ?? '').replace(/^[•–]$/, '·')} words ${index}`.trim()))
      }),
      {
        numRuns: 60,
        // A count that begins anew below the same item.
        examples: [
          [
            [
              { level: 0, marker: 'number' },
              { level: 1, marker: 'letter' },
              { level: 1, marker: 'none' },
              { level: 1, marker: 'number' },
            ],
          ],
        ],
      },
    )
  })

  it('begin where their first label does', async () => {
    const item = (label: string) => ({ label, blocks: [paragraph(`words ${label}`)] })
    const read = readDocx(await writeDocx(aDocument([{ kind: 'list', items: ['4.', '5.', '7.', '(c)', 'Annex'].map(item) }]), 'letter'))
    const shown = read.ok ? read.value.parts.flatMap((part) => (part.kind === 'line' ? [part.text] : [])) : []
    expect(shown).toEqual(['4. words 4.', '5. words 5.', '7. words 7.', '(c) words (c)', 'Annex\twords Annex'])
  })
})

describe.skipIf(!hasOffice)('opened by another word processor', { timeout: 120_000 }, () => {
  const cases = languages.flatMap((language) => (['document', 'calendar', 'month'] as const).map((layout) => [layout, language] as const))

  it('every layout shows its words, its bookmarks and its paper', async () => {
    const files: Record<string, Uint8Array> = {}
    for (const [layout, language] of cases)
      files[`${layout}-${language}`] = await writeDocx(sampleIn(layout, language), language === 'en' ? 'letter' : 'a4')
    const printed = convert(files, 'pdf', 'docx')
    for (const [layout, language] of cases) {
      const read = await readPdf(printed.get(`${layout}-${language}`) ?? new Uint8Array())
      const words = read.words
        .map((word) => word.text)
        .join('')
        .replaceAll(/\s/g, '')
      expect(words, layout).toContain('Migrationandclimatechange')
      expect(words, layout).toContain('CIDI/CAM/doc.3/26rev.1')
      expect(read.outline[0]).toBe('SCHEDULE OF ACTIVITIES, 2026-2027')
      expect([read.width, read.height].toSorted((a, b) => a - b)).toEqual(language === 'en' ? [612, 792] : [595, 842])
      expect(read.width > read.height).toBe(layout === 'month')
      expect(read.title).toBe('SCHEDULE OF ACTIVITIES, 2026-2027')
      if (layout === 'document') expect(read.outline.length).toBeGreaterThan(4)
    }
  })

  it('a table longer than a page begins under what stands before it', async () => {
    const row = { cells: [{ blocks: [paragraph('Row'), paragraph('Tuesday', 'detail')] }] }
    const document = aDocument([heading(1, 'Calendar'), aTable(Array.from({ length: 60 }, () => row))])
    const printed = convert({ long: await writeDocx(document, 'letter') }, 'pdf', 'docx')
    const read = await readPdf(printed.get('long') ?? new Uint8Array())
    const rowsOn = (page: number) => read.words.filter((word) => word.page === page && word.text === 'Row').length
    expect(read.pages).toBeGreaterThan(1)
    expect(rowsOn(1)).toBeGreaterThan(10)
  })
})
