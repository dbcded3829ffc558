import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { shippedFonts } from '../../../main/files/pdf/fonts.ts'
import { type PdfOptions, writePdf } from '../../../main/files/pdf/write-pdf.ts'
import {
  type DocumentBlocks,
  heading,
  headingLevels,
  headingTitle,
  pageBreak,
  paragraph,
  type Row,
  type Table,
  text,
} from '#shared/documents/blocks.ts'
import { usualOrientation } from '#shared/documents/layout-names.ts'
import { type Layout, layOut, layouts } from '#shared/documents/layouts.ts'
import { type Language, languages } from '#shared/model/language.ts'
import { aDocument } from '../../builders/document.ts'
import { samplePlan, sampleRegister } from '../../shared/documents/sample-plan.ts'
import { readMetadata, readPdf, sketch, tagged, wordsOf } from './read-pdf.ts'

const fonts = shippedFonts()

const aTable = (rows: readonly Row[], headings: readonly string[] = ['DATE', 'MANDATE', 'ACTIVITY']): Table => ({
  kind: 'table',
  look: 'ruled',
  columns: headings.map((title) => ({ heading: title, width: 1 })),
  rows,
})

const aRow = (...cells: readonly string[]): Row => ({ cells: cells.map((words) => ({ blocks: [paragraph(words)] })) })

const write = (document: DocumentBlocks, options: Partial<PdfOptions> = {}) => writePdf(document, { paper: 'letter', fonts, ...options })

const print = (layout: Layout, language: Language, options: Partial<PdfOptions> = {}) =>
  write(layOut(samplePlan(), layout, { language, register: sampleRegister() }), options)

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('every printed plan', () => {
  const cases = languages.flatMap((language) =>
    layouts.flatMap((layout) => (['letter', 'a4'] as const).map((paper) => ({ language, layout, paper }))),
  )

  it.each(cases)('is tagged, bookmarked and embedded: $layout, $language, $paper', async ({ language, layout, paper }) => {
    const { bytes, pages, missingCharacters } = await print(layout, language, { paper })
    const read = await readPdf(bytes)
    expect(read.unmarked).toEqual([])
    expect(read.notEmbedded).toEqual([])
    expect(missingCharacters).toEqual([])
    expect(read.pages).toBe(pages)
    expect(read.language).toBe(language)
    const made = layOut(samplePlan(), layout, { language, register: sampleRegister() })
    expect(read.title).toBe(made.title)
    expect(read.title).toContain('SCHEDULE OF ACTIVITIES, 2026-2027')
    expect(read.outline[0]).toBe(made.blocks.flatMap((block) => (block.kind === 'heading' ? [headingTitle(block)] : []))[0])
    const short = paper === 'letter' ? 612 : 595
    const long = paper === 'letter' ? 792 : 842
    expect([read.width, read.height]).toEqual(usualOrientation(layout) === 'landscape' ? [long, short] : [short, long])
    for (const { x, width } of read.words) {
      expect(x).toBeGreaterThan(40)
      expect(x + width).toBeLessThan(read.width - 40)
    }
  })

  it.each([
    ['en', ['DATE', 'MANDATE', 'ACTIVITY'], 'September 22, 2026', 'Tuesday, 10:00 a.m.', 'operative paragraphs 19 and 20', 'Page 1 of 1'],
    [
      'es',
      ['FECHA', 'MANDATO', 'ACTIVIDAD'],
      '22 de septiembre de 2026',
      'martes, 10:00 h',
      'párrafos resolutivos 19 y 20',
      'Página 1 de 1',
    ],
    ['fr', ['DATE', 'MANDAT', 'ACTIVITÉ'], '22 septembre 2026', 'mardi, 10 h', 'paragraphes 19 et 20 du dispositif', 'Page 1 sur 1'],
    [
      'pt',
      ['DATA', 'MANDATO', 'ATIVIDADE'],
      '22 de setembro de 2026',
      'terça-feira, 10h',
      'parágrafos operativos 19 e 20',
      'Página 1 de 1',
    ],
  ] as const)('speaks %s', async (language, heads, date, time, provisions, page) => {
    const read = await readPdf((await print('calendar', language)).bytes)
    expect(tagged(read, 'TH').map((cell) => cell.text)).toEqual(heads)
    const rows = tagged(read, 'TBody').flatMap((body) => body.children)
    expect(sketch(rows[0] ?? { tag: '', text: '', children: [] })).toContain(`TR(TD(P("${date}") P("${time}"))`)
    expect(wordsOf(rows[3] ?? { tag: '', text: '', children: [] })).toContain(provisions)
    expect(read.artifacts[0]).toContain(page)
  })
})

describe('the structure', () => {
  it('has the parts in reading order, with lists and nested lists', async () => {
    const read = await readPdf((await print('calendar', 'en')).bytes)
    const [page] = read.structure
    const [document] = page?.children ?? []
    expect(document?.children.map((child) => child.tag)).toEqual(['P', 'P', 'P', 'P', 'P', 'P', 'H1', 'P', 'Table'])
    const rows = tagged(read, 'TBody').flatMap((body) => body.children)
    expect(rows[3] && sketch(rows[3])).toBe(
      'TR(TD(P("January 26, 2027") P("Tuesday, 10:00 a.m.")) ' +
        'TD(P("AG/RES. 2816 (XLIV-O/14), operative paragraphs 19 and 20") P("Hemispheric Initiatives")) ' +
        'TD(P("Thematic meeting") L(LI(Lbl("•") LBody("Migrants’ contributions to countries of origin" ' +
        'L(LI(Lbl("–") LBody("Remittances and development")) LI(Lbl("–") LBody("Diasporas and their communities"))))))))',
    )
  })

  it('names every month of the calendar in the bookmarks', async () => {
    const read = await readPdf((await print('document', 'en')).bytes)
    expect(read.outline).toEqual([
      'SCHEDULE OF ACTIVITIES, 2026-2027',
      '  INTRODUCTION',
      '  MANDATES',
      '  PROGRAM STAKEHOLDERS',
      '  CALENDAR OF ACTIVITIES',
      ...['September 2026', 'October 2026', 'November 2026', 'January 2027', 'February 2027', 'March 2027'].map((month) => `    ${month}`),
    ])
  })

  it('puts a note at the foot of the page where its mark stands', async () => {
    const filler = Array.from({ length: 40 }, (_, index) => paragraph(`Paragraph ${index + 1} of the text that fills the page.`))
    const marked = paragraph([text('Marked words'), { kind: 'note', number: 1 }, text(' and more.')])
    const read = await readPdf(
      (await write(aDocument([...filler, marked, ...filler], { footnotes: [{ number: 1, runs: [text('The note itself')] }] }))).bytes,
    )
    const mark = read.words.find((word) => word.text.startsWith('Marked words'))
    const note = read.words.find((word) => word.text === 'The note itself')
    const others = read.words.filter((word) => word.page === note?.page && word.text.startsWith('Paragraph'))
    expect(note?.page).toBe(mark?.page)
    expect(Math.min(...others.map((word) => word.y))).toBeGreaterThan(note?.y ?? Number.POSITIVE_INFINITY)
    const holder = tagged(read, 'P').find((place) => place.text.startsWith('Marked words'))
    expect(holder && sketch(holder)).toBe('P("Marked words and more." Reference("1") Note("The note itself" Lbl("1")))')
  })

  it('gives every rank of heading its own tag, its place among the bookmarks and its size', async () => {
    const ranks = headingLevels.map((level) => heading(level, [text(`Level `), text(`${level}`, { italic: true })]))
    const read = await readPdf((await write(aDocument(ranks))).bytes)
    expect(read.structure[0]?.children[0]?.children.slice(3).map(sketch)).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((level) => `H${level}("Level ${level}")`),
      'H6("Level 7")',
      'H6("Level 8")',
    ])
    expect(read.outline).toEqual(headingLevels.map((level) => `${'  '.repeat(level - 1)}Level ${level}`))
    const sizes = read.words.filter((word) => word.text.startsWith('Level')).map((word) => word.size)
    expect(sizes).toEqual([14, 12, 11.25, 10.5, 9.75, 9.25, 9.25, 9.25])
  })

  it('puts the note of a heading at the foot of its page, and beside the heading in the structure', async () => {
    const read = await readPdf(
      (
        await write(
          aDocument(
            [
              heading(1, 'Plan'),
              heading(2, [text('Scope'), { kind: 'note', number: 1 }]),
              heading(3, [text('Method'), { kind: 'note', number: 2 }, text(' of work')]),
              paragraph('Words below.'),
            ],
            {
              footnotes: [
                { number: 1, runs: [text('As agreed')] },
                { number: 2, runs: [text('As before')] },
              ],
            },
          ),
        )
      ).bytes,
    )
    expect(read.structure[0]?.children[0]?.children.slice(3).map(sketch)).toEqual([
      'H1("Plan")',
      'H2("Scope" Reference("1"))',
      'P(Note("As agreed" Lbl("1")))',
      'H3("Method of work" Reference("2"))',
      'P(Note("As before" Lbl("2")))',
      'P("Words below.")',
    ])
    expect(read.outline).toEqual(['Plan', '  Scope', '    Method of work'])
    const place = (words: string) => read.words.find((word) => word.text.startsWith(words))?.y ?? 0
    expect(place('As agreed')).toBeLessThan(100)
    expect(place('As before')).toBeLessThan(place('As agreed'))
    expect(read.unmarked).toEqual([])
  })

  it('carries a note that is longer than a page on to the next ones, without loss', async () => {
    const long = Array.from({ length: 1500 }, (_, index) => `word${index}`).join(' ')
    const marked = paragraph([text('Marked words'), { kind: 'note', number: 1 }])
    const read = await readPdf((await write(aDocument([marked], { footnotes: [{ number: 1, runs: [text(long)] }] }))).bytes)
    expect(read.pages).toBeGreaterThan(1)
    const printed = read.words.map((word) => word.text).join(' ')
    expect(printed.match(/word\d+/g)).toHaveLength(1500)
    expect(read.unmarked).toEqual([])
  })

  it('links to web and mail addresses only, and never to programs or files', async () => {
    const link = (address: string) => paragraph([text('here', { link: address })])
    const read = await readPdf(
      (
        await write(
          aDocument(
            ['https://example.org/é?a=1&b=(2)', 'mailto:chair@example.org', 'javascript:alert(1)', 'file:///etc/passwd', 'no address'].map(
              link,
            ),
          ),
        )
      ).bytes,
    )
    expect(read.links).toEqual(['https://example.org/%C3%A9?a=1&b=(2)', 'mailto:chair@example.org'])
    expect(tagged(read, 'Link').map((place) => place.text)).toEqual(['here', 'here'])
    expect(tagged(read, 'P').filter((place) => wordsOf(place) === 'here')).toHaveLength(5)
  })
})

describe('pages', () => {
  it('repeats the head of a table on each page and tags it once', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => aRow(`Day ${index + 1}`, 'A mandate', 'An activity'))
    const read = await readPdf((await write(aDocument([aTable(rows)]))).bytes)
    expect(read.pages).toBeGreaterThan(2)
    expect(tagged(read, 'TH').map((cell) => cell.text)).toEqual(['DATE', 'MANDATE', 'ACTIVITY'])
    expect(tagged(read, 'TH')).toHaveLength(3)
    expect(read.artifacts[0]).not.toContain('MANDATE')
    for (const page of read.artifacts.slice(1)) expect(page).toContain('DATE|MANDATE|ACTIVITY|')
    expect(tagged(read, 'TR').filter((row) => row.children[0]?.tag === 'TD')).toHaveLength(120)
  })

  it('keeps a row whole when a page can hold it', async () => {
    const row = (index: number): Row => ({
      cells: [
        { blocks: [paragraph(`Row ${index}`)] },
        { blocks: Array.from({ length: 12 }, (_, line) => paragraph(`Row ${index} line ${line}`)) },
      ],
    })
    const read = await readPdf(
      (
        await write(
          aDocument([
            aTable(
              Array.from({ length: 9 }, (_, index) => row(index)),
              ['A', 'B'],
            ),
          ]),
        )
      ).bytes,
    )
    for (let index = 0; index < 9; index += 1) {
      expect(new Set(read.words.filter((word) => word.text.startsWith(`Row ${index}`)).map((word) => word.page)).size).toBe(1)
    }
  })

  it('splits a row of ninety bullets without losing or repeating one', async () => {
    const items = Array.from({ length: 90 }, (_, index) => ({ label: '•', blocks: [paragraph(`Point ${index + 1} of the meeting`)] }))
    const tall: Row = {
      cells: [{ blocks: [paragraph('March 2, 2027')] }, { blocks: [paragraph('A mandate')] }, { blocks: [{ kind: 'list', items }] }],
    }
    const read = await readPdf((await write(aDocument([aTable([aRow('First', 'row', 'here'), tall, aRow('Last', 'row', 'here')])]))).bytes)
    const printed = read.words.map((word) => word.text).filter((words) => words.startsWith('Point'))
    expect(printed).toEqual(Array.from({ length: 90 }, (_, index) => `Point ${index + 1} of the meeting`))
    expect(new Set(read.words.filter((word) => word.text.startsWith('Point')).map((word) => word.page)).size).toBeGreaterThan(1)
    expect(read.artifacts.at(-1)).toContain('March 2, 2027|(continued)|')
    expect(tagged(read, 'LI')).toHaveLength(90)
    expect(read.unmarked).toEqual([])
    // Nothing stands below the foot of the text.
    for (const word of read.words.filter(({ text: words }) => words.startsWith('Point'))) expect(word.y).toBeGreaterThan(62)
  })

  it('keeps a heading with what follows it', async () => {
    for (let before = 25; before < 45; before += 1) {
      const filler = Array.from({ length: before }, () => paragraph('One line of text'))
      const read = await readPdf(
        (await write(aDocument([...filler, heading(2, 'The heading'), aTable([aRow('First', 'row', 'here')])]))).bytes,
      )
      const place = read.words.find((word) => word.text === 'The heading')
      expect(read.words.find((word) => word.text === 'First')?.page).toBe(place?.page)
    }
  })

  it('leaves no single line of a paragraph on a page', async () => {
    const long = Array.from({ length: 70 }, (_, index) => `word${index}`).join(' ')
    for (let before = 20; before < 40; before += 1) {
      const filler = Array.from({ length: before }, () => paragraph('One line of text'))
      const read = await readPdf((await write(aDocument([...filler, paragraph(long)]))).bytes)
      const lines = read.words.filter((word) => word.text.startsWith('word'))
      const counts = Object.values(Object.groupBy(lines, (word) => word.page)).map((page) => page?.length)
      expect(lines.length).toBeGreaterThan(4)
      expect(counts).not.toContain(1)
    }
  })

  it('shows the symbol from the second page on, and the number of every page', async () => {
    const read = await readPdf(
      (await write(aDocument([paragraph('One'), pageBreak, paragraph('Two'), pageBreak, paragraph('Three')]))).bytes,
    )
    expect(read.artifacts).toEqual(['DOC/1|Page 1 of 3|', 'DOC/1|Page 2 of 3|Plan|DOC/1|', 'DOC/1|Page 3 of 3|Plan|DOC/1|'])
  })

  it('shortens a title that is too long for the head of a page', async () => {
    const title = 'Work plan of the committee for the term, with the calendar of its meetings and the mandates on which they rest'
    const read = await readPdf((await write(aDocument([paragraph('One'), pageBreak, paragraph('Two')], { title }))).bytes)
    expect(read.artifacts[1]).toMatch(/\|Work plan of the committee .* …\|DOC\/1\|$/)
  })

  it('prints the label of an item without words', async () => {
    const items = [
      { label: '1.', blocks: [] },
      { label: '2.', blocks: [paragraph('Second')] },
      { label: '', blocks: [heading(3, 'Third')] },
    ]
    const read = await readPdf((await write(aDocument([{ kind: 'list', items }]))).bytes)
    const list = tagged(read, 'L')[0]
    expect(list && sketch(list)).toBe('L(LI(Lbl("1.")) LI(Lbl("2.") LBody("Second")) LI(LBody(H3("Third"))))')
  })

  it('cuts an address that is wider than its column', async () => {
    const address = `https://example.org/${'a'.repeat(300)}`
    const read = await readPdf((await write(aDocument([aTable([aRow(address, 'x', 'y')])]))).bytes)
    const printed = read.words.filter((word) => word.page === 1 && word.x < 100 && word.y < 650 && word.y > 60)
    expect(printed.map((word) => word.text).join('')).toContain(address)
    for (const word of printed) expect(word.x + word.width).toBeLessThan(62 + 488 / 3)
  })

  it('does not break a symbol at its strokes', async () => {
    const symbol = 'CIDI/CAM/GT/INF.23/08'
    for (let words = 1; words < 12; words += 1) {
      const runs = [text('word '.repeat(words)), text(symbol, { whole: true })]
      const read = await readPdf(
        (await write(aDocument([aTable([{ cells: [{ blocks: [paragraph(runs)] }, { blocks: [] }, { blocks: [] }] }])]))).bytes,
      )
      expect(read.words.some((word) => word.text.includes(symbol))).toBe(true)
    }
  })

  it('writes a document without any blocks', async () => {
    const read = await readPdf(
      (await write(aDocument([], { masthead: { body: '', committee: '', lines: [], symbol: '' }, footer: '', date: null }))).bytes,
    )
    expect(read.pages).toBe(1)
    expect(read.created).toBe('D:19700101000000Z')
  })
})

describe('characters', () => {
  it('loses none: other scripts, arrows and symbols come from other fonts', async () => {
    const words = 'Ąčęłňřšžűő Ελλάδα Україна Việt → ↔ ≤ ≠ ✓ □ № ½ ﬁ office e\u0301'
    const { bytes, missingCharacters } = await write(aDocument([paragraph(words)]))
    const read = await readPdf(bytes)
    expect(missingCharacters).toEqual([])
    expect(read.notEmbedded).toEqual([])
    const printed = tagged(read, 'P')
      .map((place) => place.text.replace(/\s+/g, ' '))
      .find((place) => place.includes('office'))
    expect(printed?.normalize('NFKC')).toBe(words.normalize('NFKC'))
  })

  it('shows a box for a character that no font has, reports it, and still gives it to whoever copies', async () => {
    const { bytes, missingCharacters } = await write(aDocument([paragraph('before 𓀀 after 𓁐 again 𓀀')]))
    expect(missingCharacters).toEqual(['𓀀', '𓁐'])
    const read = await readPdf(bytes)
    expect(tagged(read, 'P').map((place) => place.text)).toContain('before □ after □ again □')
    expect(read.unmarked).toEqual([])
  })

  it('drops controls, keeps line feeds, and shows no soft hyphen but at the end of a line', async () => {
    const read = await readPdf((await write(aDocument([paragraph('a\u0000b\u00adc\nnext\u00a0line\t!')]))).bytes)
    expect(read.words.slice(3, 5).map((word) => word.text)).toEqual(['abc', 'next line !'])
    const narrow = aTable([aRow(`${'x'.repeat(24)}\u00ad${'y'.repeat(24)}`, '', '')])
    const hyphened = await readPdf((await write(aDocument([narrow]))).bytes)
    expect(hyphened.words.map((word) => word.text)).toContain(`${'x'.repeat(24)}-`)
  })

  it('keeps lone halves of characters from spoiling the file', async () => {
    const read = await readPdf((await write(aDocument([paragraph('a\ud800b')]))).bytes)
    expect(read.words.map((word) => word.text).join('')).toContain('a\ufffdb')
  })
})

describe('metadata', () => {
  it('is well-formed XML whatever the title says', async () => {
    const title = 'Año A & B <x> "y" ]]> &amp; 日本'
    const { bytes } = await write(
      aDocument([heading(1, title)], { title, masthead: { body: 'A & B', committee: '<C>', lines: [], symbol: 'D & E' } }),
    )
    const metadata = readMetadata(bytes)
    expect(metadata.get('dc:title')).toBe(title)
    expect(metadata.get('dc:creator')).toBe('<C>, A & B')
    expect(metadata.get('dc:description')).toBe('D & E')
    expect(metadata.get('pdfuaid:part')).toBe('1')
    expect(metadata.get('xmp:CreateDate')).toBe('2026-09-14T00:00:00Z')
    const read = await readPdf(bytes)
    expect(read.title).toBe(title)
    expect(read.outline).toEqual([title])
  })
})

describe('the same plan', () => {
  it.each(layouts)('gives the same bytes in two time zones: %s', async (layout) => {
    const first = hash((await print(layout, 'pt')).bytes)
    const { TZ } = process.env
    try {
      process.env['TZ'] = 'Pacific/Kiritimati'
      expect(hash((await print(layout, 'pt')).bytes)).toBe(first)
    } finally {
      restore('TZ', TZ)
    }
  })

  it('gives the same bytes again, in another time zone and locale', async () => {
    const first = hash((await print('document', 'es')).bytes)
    const { TZ, LC_ALL } = process.env
    try {
      process.env['TZ'] = 'Asia/Tokyo'
      process.env['LC_ALL'] = 'ar_EG.UTF-8'
      expect(new Date(0).getHours()).toBe(9)
      expect(hash((await print('document', 'es')).bytes)).toBe(first)
    } finally {
      restore('TZ', TZ)
      restore('LC_ALL', LC_ALL)
    }
    expect(hash((await print('document', 'es', { fonts: shippedFonts() })).bytes)).toBe(first)
  })

  it('gives another file identifier when a word changes', async () => {
    const [one, other] = await Promise.all(['word', 'work'].map(async (words) => (await write(aDocument([paragraph(words)]))).bytes))
    const identifier = (bytes: Uint8Array | undefined) => /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(bytes ?? []).toString('latin1'))?.[1]
    expect(identifier(one)).toMatch(/^[0-9a-f]{32}$/)
    expect(identifier(one)).not.toBe(identifier(other))
  })
})

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}
