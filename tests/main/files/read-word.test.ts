import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formatFinding, runChecks } from '#shared/checks/index.ts'
import { findCalendar } from '#shared/importing/calendar.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { readDocument } from '../../../main/files/read-document.ts'
import { type ReadPlan, readPlanBytes } from '../../../main/files/read-plan.ts'
import { hasSharedData, sharedData } from '../../acceptance/shared-data.ts'
import { counterIds } from '../../builders/plan.ts'
import { convert, hasOffice, officeDocument, type Piece } from './office.ts'

const register = shippedRegister()

function read(bytes: Uint8Array, name: string): ReadPlan {
  const outcome = readPlanBytes(bytes, name, { makeId: counterIds(), register })
  if (!outcome.ok) throw new Error(outcome.error.sentence)
  return outcome.value
}

/** What a plan says, without ids and the keys of order. */
function said({ plan, instruments }: ReadPlan) {
  const plain = <Record extends object>(record: Record) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'id' && key !== 'order'))
  const known = register.withInstruments(instruments)
  return {
    rows: plan.activities.map(({ when, mandate, items, notes }) => ({ when, mandate: mandate.map(plain), items: items.map(plain), notes })),
    mandates: plan.mandates.map(({ citation, quotation }) => ({ ...plain(citation), quotation })),
    provisions: instruments.map(({ symbol, provisions }) => ({ symbol, provisions })),
    findings: runChecks(plan, known).map((finding) => formatFinding(finding, 'en')),
  }
}

/** A text's lines as paragraphs, and its calendar as a table. */
function withTable(text: string): readonly Piece[] {
  const lines = text.split('\n')
  const calendar = findCalendar(lines)
  if (calendar === null) throw new Error('The text has no calendar.')
  const cell = (words: string): Piece[] => words.split('\n')
  const table: Piece = {
    rows: [
      ['DATE', 'MANDATE', 'ACTIVITY'].map((head) => [head]),
      ...calendar.rows.map(({ date, mandate, activity }) => [cell(date), cell(mandate), cell(activity)]),
    ],
  }
  return [...lines.slice(0, calendar.start), table, ...lines.slice(calendar.end)]
}

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8')
const sample = readFileSync(join(import.meta.dirname, '../../../main/assets/sample-plan.txt'), 'utf8')

const texts: Record<string, string> = { sample, spanish: fixture('plan-es.txt') }
if (hasSharedData) {
  const seeds = join(sharedData, 'seeds')
  for (const file of readdirSync(seeds)) {
    const text = readFileSync(join(seeds, file), 'utf8')
    if (findCalendar(text.split('\n')) !== null) texts[`seed-${basename(file, '.txt').slice(0, 3)}`] = text
  }
}

describe.skipIf(!hasOffice)('files that LibreOffice wrote', { timeout: 120_000 }, () => {
  test.each(['docx', 'html'] as const)(
    'a plan whose calendar is a table gives the rows, mandates and findings of its text (%s)',
    (format) => {
      const files = convert(
        Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, officeDocument(withTable(text))])),
        format,
      )
      for (const [name, text] of Object.entries(texts)) {
        // A web page shows several spaces as one.
        const spaced = (plan: ReadPlan): unknown => JSON.parse(JSON.stringify(said(plan)).replaceAll(/ {2,}/g, ' '))
        const shown = format === 'html' ? spaced : said
        const found = shown(read(files.get(name) ?? new Uint8Array(), `${name}.${format}`))
        expect(found, name).toEqual(shown(read(Buffer.from(text), `${name}.txt`)))
      }
    },
  )

  test('a text that was merely saved as a Word document gives the same too', () => {
    const files = convert(texts, 'docx', 'txt')
    for (const [name, text] of Object.entries(texts))
      expect(said(read(files.get(name) ?? new Uint8Array(), `${name}.docx`)), name).toEqual(said(read(Buffer.from(text), `${name}.txt`)))
  })

  const pieces: readonly Piece[] = [
    'WORK PLAN OF THE COMMITTEE ON MIGRATION ISSUES, 2026-2027',
    { heading: 'Introduction' },
    'The plan is short.{1} It rests on [the resolution](https://papers.example.org/2910) of 2017.',
    { heading: 'Method of work' },
    'Meetings end with written conclusions.',
    { rows: [[['Chair'], ['Vice Chair']]] },
    'MANDATES:',
    { list: 'numbers', items: ['AG/RES. 2910 (XLVII-O/17), operative paragraph 20', 'AG/RES. 2955 (L-O/20), operative paragraph 34'] },
    'CALENDAR OF ACTIVITIES',
    {
      rows: [
        [['Date'], ['Mandate'], ['Activity']],
        [
          ['September 22, 2026', 'Tuesday, 10:00 a.m.'],
          ['AG/RES. 2910 (XLVII-O/17), operative paragraph 20: [English](https://papers.example.org/2910_e)'],
          [
            {
              list: 'numbers',
              items: ['Election of the Vice Chair', ['Adoption of the work plan{2}', 'with its annex', 'with its dates']],
            },
          ],
        ],
        [['October 2026'], [''], ['Thematic meeting', { list: 'bullets', items: ['Decent work', 'Figures'] }]],
      ],
    },
    'Adopted by the committee.',
  ]
  const notes = { 1: 'See the [minutes] of the last meeting: a [b', 2: 'As revised.' }

  test.each(['docx', 'html'] as const)('lists, levels, notes, links and headings are kept (%s)', (format) => {
    const bytes = convert({ plan: officeDocument(pieces, notes) }, format).get('plan') ?? new Uint8Array()
    const { plan, report } = read(bytes, `plan.${format}`)
    expect(plan.header).toMatchObject({ title: 'WORK PLAN OF THE COMMITTEE ON MIGRATION ISSUES, 2026-2027', language: 'en' })
    expect(plan.sections.map(({ kind, heading, blocks }) => [kind, heading, blocks.map(({ text }) => text)])).toEqual([
      ['introduction', 'Introduction', ['The plan is short. It rests on the resolution of 2017.']],
      ['other', 'Method of work', ['Meetings end with written conclusions.', 'Chair', 'Vice Chair']],
      ['mandates', 'MANDATES', []],
      ['remnants', '', ['Adopted by the committee.']],
    ])
    expect(plan.sections[0]?.blocks[0]?.footnotes).toMatchObject([{ at: 18, text: 'See the [minutes] of the last meeting: a [b' }])
    expect(report?.cleaned).toContainEqual({ kind: 'field', text: 'HYPERLINK "https://papers.example.org/2910"' })
    expect(plan.mandates.map(({ citation }) => [citation.symbol, citation.provisions])).toEqual([
      ['AG/RES. 2910 (XLVII-O/17)', ['20']],
      ['AG/RES. 2955 (L-O/20)', ['34']],
    ])
    const [first, second] = plan.activities
    expect(first).toMatchObject({
      when: { value: { kind: 'date', date: '2026-09-22', time: '10:00' }, weekday: 2 },
      mandate: [{ symbol: 'AG/RES. 2910 (XLVII-O/17)', links: [{ language: 'en', url: 'https://papers.example.org/2910_e' }] }],
      items: [
        { level: 0, marker: 'number', text: 'Election of the Vice Chair' },
        { level: 0, marker: 'number', text: 'Adoption of the work plan' },
        { level: 1, text: 'with its annex' },
        { level: 1, text: 'with its dates' },
      ],
      notes: 'As revised.',
    })
    expect(second).toMatchObject({
      when: { value: { kind: 'month', month: '2026-10' } },
      mandate: [],
      items: [
        { level: 0, marker: 'none', text: 'Thematic meeting' },
        { level: 1, marker: 'bullet', text: 'Decent work' },
        { level: 1, marker: 'bullet', text: 'Figures' },
      ],
    })
  })
})

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The parts of a Word document that matter, with this body. */
const wordParts = (body: string): Record<string, Uint8Array> => ({
  '_rels/.rels': encode(
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/document.xml': encode(`<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`),
})

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (content: string, properties = ''): string => `<w:tc>${properties}${content}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const head = row(...['Date', 'Mandate', 'Activity'].map((words) => cell(paragraph(words))))

const rowsOf = (body: string) =>
  read(zipSync(wordParts(body)), 'plan.docx').plan.activities.map(({ when, items }) => [
    when.written,
    items.map(({ text }) => text).join('; '),
  ])

describe('a Word document', () => {
  test('a cell merged over two rows holds for both', () => {
    const from = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
    const on = '<w:tcPr><w:vMerge/></w:tcPr>'
    expect(
      rowsOf(
        `<w:tbl>${head}${row(cell(paragraph('May 4, 2027'), from), cell(paragraph('')), cell(paragraph('Opening')))}${row(
          cell(paragraph(''), on),
          cell(paragraph('')),
          cell(paragraph('Closing')),
        )}</w:tbl>`,
      ),
    ).toEqual([
      ['May 4, 2027', 'Opening'],
      ['May 4, 2027', 'Closing'],
    ])
  })

  test('what was struck out as a tracked change is left out, what was inserted is read', () => {
    const changed =
      '<w:p><w:r><w:t>Opening</w:t></w:r><w:del><w:r><w:delText> of old</w:delText></w:r></w:del><w:moveFrom><w:r><w:t> away</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> anew</w:t></w:r></w:ins></w:p>'
    expect(rowsOf(`<w:tbl>${head}${row(cell(paragraph('May 4, 2027')), cell(paragraph('')), cell(changed))}</w:tbl>`)).toEqual([
      ['May 4, 2027', 'Opening anew'],
    ])
  })

  test('a calendar that goes on in a second table is one calendar, and a table inside a cell is part of it', () => {
    const inner = `<w:tbl>${row(cell(paragraph('Room A')), cell(paragraph('Room B')))}</w:tbl>${paragraph('')}`
    const table = (date: string, activity: string) =>
      `<w:tbl>${head}${row(cell(paragraph(date)), cell(paragraph('')), cell(activity))}</w:tbl>`
    expect(rowsOf(`${table('May 2027', paragraph('Opening'))}${paragraph('JUNE')}${table('June 2027', inner)}`)).toEqual([
      ['May 2027', 'Opening'],
      ['June 2027', 'Room A; Room B'],
    ])
  })
})

describe('a Word document that says what no word processor does', () => {
  const numbered = (level: string, text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const parts = (body: string, format: string, text: string, start: string): Record<string, Uint8Array> => ({
    ...wordParts(body),
    'word/numbering.xml': encode(
      `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/styles.xml': encode(
      '<w:styles><w:style w:styleId="Odd"><w:name w:val="constructor"/></w:style><w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>',
    ),
  })
  const linesOf = (body: string, format = 'decimal', text = '%1.', start = '1'): string[] => {
    const document = readDocument(zipSync(parts(body, format, text, start)))
    if (!document.ok || document.value.kind !== 'paper') throw new Error('The document was not read.')
    return document.value.paper.parts.map((part) => (part.kind === 'line' ? part.text : 'a table'))
  }

  test('a level that no list has is the first', () => {
    for (const level of ['-1', '1.5', '99999999', 'NaN', '']) expect(linesOf(numbered(level, 'Opening'))).toEqual(['1. Opening'])
  })

  test('a number that none is written with does not grow', () => {
    expect(linesOf(numbered('0', 'Opening'), 'lowerLetter', '%1.', '99999')).toEqual(['32767. Opening'])
    expect(linesOf(numbered('0', 'Opening'), 'upperLetter', '%1.', '-5')).toEqual(['A. Opening'])
    expect(linesOf(numbered('0', 'Opening'), 'upperLetter', '%1'.repeat(50_000), '780')).toEqual([`${'Z'.repeat(100)} Opening`])
    expect(linesOf(numbered('0', 'Opening'), '__proto__')).toEqual(['1. Opening'])
  })

  test('names that every object inherits are names like any other', () => {
    const odd = '<w:pPr><w:pStyle w:val="Odd"/></w:pPr>'
    const document = readDocument(
      zipSync(parts(`<w:p>${odd}<w:r><constructor/><w:rPr><w:rStyle w:val="Odd"/></w:rPr><w:t>Opening</w:t></w:r></w:p>`, '', '', '')),
    )
    expect(document).toMatchObject({ ok: true, value: { paper: { parts: [{ kind: 'line', text: 'Opening' }], set: new Map() } } })
  })

  test('a style that is based on itself, and the mark of a note that is not there', () => {
    const looped = '<w:pPr><w:pStyle w:val="Loop"/></w:pPr>'
    expect(linesOf(`<w:p>${looped}<w:r><w:t>Opening</w:t><w:footnoteReference w:id="77"/></w:r></w:p>`)).toEqual(['Opening[footnoteRef:1]'])
  })

  test('a document with entities of its own is refused before they grow', () => {
    const grown = '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    const file = zipSync({
      ...wordParts(''),
      'word/document.xml': encode(`${grown}<w:document xmlns:w="w"><w:p><w:t>&b;</w:t></w:p></w:document>`),
    })
    expect(readDocument(file)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
  })
})

describe('a web page', () => {
  test('cells that reach over parts of rows and columns reach over whole ones', () => {
    const { plan } = read(
      encode(
        '<html><table><tr><th>Date<th>Mandate<th>Activity<tr><td rowspan=1.5>May 4, 2027<td><td colspan=1.5>Opening<tr><td>May 5, 2027<td><td>Closing</table>',
      ),
      'plan.html',
    )
    expect(plan.activities.map(({ when, items }) => [when.written, items.map(({ text }) => text)])).toEqual([
      ['May 4, 2027', ['Opening']],
      ['May 5, 2027', ['Closing']],
    ])
  })

  test('a class that is called as what every object has says nothing', () => {
    const page = '<html><p class=constructor>Opening <span class=toString>in May</span></p>'
    expect(readDocument(encode(page))).toMatchObject({
      ok: true,
      value: { paper: { parts: [{ kind: 'line', text: 'Opening in May' }], set: new Map() } },
    })
  })

  const page = (activity: string) =>
    `<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><table><tr><th>Date<th>Mandate<th>Activity<tr><td rowspan=2>May 4, 2027<td><td>${activity}<tr><td><td>Closing</table></body></html>`

  test('its scripts are passed over, its merged cells hold for each row, its numbers are counted', () => {
    const { plan } = read(
      encode(page('<script>alert(1)</script><ol start=3><li>Opening<li>Dinner</ol><img src=x onerror=alert(1)>')),
      'plan.html',
    )
    expect(plan.activities.map(({ when, items }) => [when.written, items.map(({ marker, text }) => `${marker} ${text}`)])).toEqual([
      ['May 4, 2027', ['number Opening', 'number Dinner']],
      ['May 4, 2027', ['none Closing']],
    ])
  })

  test('cells that reach over each other make no table without end', () => {
    const cells = '<tr><td rowspan=200 colspan=200>x'.repeat(200_000)
    expect(readPlanBytes(encode(`<html><table>${cells}`), 'wide.html', { makeId: counterIds(), register })).toMatchObject({
      ok: false,
      error: { kind: 'too-large', sentence: 'wide.html holds more than any plan does, and was not read.' },
    })
  })

  test('elements without end are refused, not followed', () => {
    expect(readPlanBytes(encode(`<html>${'<div>'.repeat(100_000)}`), 'deep.html', { makeId: counterIds(), register })).toMatchObject({
      ok: false,
      error: { kind: 'damaged' },
    })
  })
})

describe('files that cannot be read are refused in one sentence', () => {
  const refusal = (bytes: Uint8Array, name = 'plan.docx') => {
    const outcome = readPlanBytes(bytes, name, { makeId: counterIds(), register })
    return outcome.ok ? 'read' : outcome.error
  }
  const word = zipSync(wordParts(paragraph('Dear all')))

  test('an old .doc, and a document that is locked', () => {
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(refusal(container, 'plan.doc')).toEqual({
      kind: 'old-word',
      values: { name: 'plan.doc' },
      sentence: 'plan.doc is in the format of an old word processor (.doc). Save it as .docx and try again.',
    })
    expect(refusal(Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual({
      kind: 'encrypted',
      values: { name: 'plan.docx' },
      sentence: 'plan.docx is locked with a password. Save it without one and try again.',
    })
  })

  test('an archive that is no document, or a broken one', () => {
    expect(refusal(zipSync({ 'notes.txt': encode('Dear all') }))).toMatchObject({ kind: 'not-word' })
    expect(refusal(word.subarray(0, word.length - 40))).toMatchObject({ kind: 'damaged' })
    expect(refusal(zipSync(wordParts('<w:p>')))).toMatchObject({ kind: 'damaged' })
    expect(refusal(word)).toMatchObject({ kind: 'no-calendar' })
  })

  test('an archive that unpacks to too much, or to more than it says, or with too many entries', () => {
    const bomb = zipSync(wordParts(' '.repeat(140 * 1024 * 1024)), { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(refusal(bomb)).toMatchObject({ kind: 'too-large' })
    const lying = Buffer.from(bomb)
    for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 1)) lying.writeUInt32LE(200, at + 24)
    expect(refusal(lying)).toMatchObject({ kind: 'damaged' })
    const many = zipSync({
      ...wordParts(''),
      ...Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`x/${index}`, encode('')])),
    })
    expect(refusal(many)).toMatchObject({ kind: 'too-large' })
  })
})
