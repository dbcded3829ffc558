import { unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataTable, withoutFormula } from '#shared/documents/tables.ts'
import { tableNames } from '#shared/documents/table-names.ts'
import { languages } from '#shared/model/language.ts'
import type { Plan } from '#shared/model/plan.ts'
import { createRegister } from '#shared/register/register.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCsv } from '../../../main/files/tables/csv.ts'
import { writeXlsx } from '../../../main/files/tables/xlsx.ts'
import {
  aCitation,
  aDate,
  aMandate,
  anActivity,
  anInstrument,
  anItem,
  aPlan,
  aProvision,
  aWaiver,
  numberedId,
  on,
} from '../../builders/plan.ts'

const resolution = anInstrument('AG/RES. 2910 (XLVII-O/17)', {
  titles: { en: 'Migration in the Americas', es: 'Migración en las Américas' },
  provisions: [aProvision('20', 'To urge states.', { summary: { en: 'Access to pensions' } }), aProvision('21', 'To instruct the CAM.')],
})
const register = createRegister([resolution])

const drafted = aPlan({
  mandates: [aMandate('AG/RES. 2910 (XLVII-O/17)', ['20', '21'])],
  activities: [
    anActivity({
      when: on('2021-01-26', '14:30', '17:00'),
      mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20'])],
      items: [anItem('Thematic meeting'), anItem('· Pensions, “portability” and more')],
      venue: 'Padilha Vidal Room',
    }),
    anActivity({ when: aDate({ kind: 'range', start: '2021-02-26', end: '2021-03-01' }), items: ['=HYPERLINK("http://x.example","y")'] }),
    anActivity({
      when: aDate({ kind: 'quarter', year: 2021, quarter: 2 }, { tentative: true }),
      items: ['Approval of the draft resolution'],
      state: 'postponed',
    }),
  ],
  waivers: [aWaiver('symbol/spelling')],
})

const author = (delegation: string) => ({ name: '', delegation, role: 'delegation' as const, key: null })

const [, range, quarter] = drafted.activities
const proposed = { parent: null, revision: null, sent: null, withdrawn: null }
const plan: Plan = {
  ...drafted,
  proposals: [
    {
      ...proposed,
      type: 'proposal',
      id: numberedId(2),
      author: author('Brazil'),
      at: '2020-12-02T10:00:00Z',
      change: { kind: 'remove', record: quarter ?? anActivity() },
      justification: '',
    },
    {
      ...proposed,
      type: 'proposal',
      id: numberedId(1),
      author: author('Mexico'),
      at: '2020-12-01T10:00:00Z',
      change: {
        kind: 'set',
        type: 'activity',
        record: range?.id ?? '',
        field: 'items',
        was: range?.items ?? [],
        value: range?.items.map((item) => ({ ...item, text: 'Ports and pensions' })) ?? [],
      },
      justification: 'It is what we do.',
    },
  ],
  decisions: [
    {
      type: 'decision',
      id: numberedId(3),
      proposal: numberedId(1),
      version: '2020-12-01T10:00:00Z',
      outcome: 'rejected',
      by: { ...author('Chair'), role: 'chair' },
      at: '2020-12-03T10:00:00Z',
      reason: 'Not for this term.',
      enacted: null,
    },
  ],
}

const options = { language: 'en', register } as const

const tables = (language: (typeof languages)[number] = 'en') => tableNames.map((name) => dataTable(name, plan, { language, register }))

describe('an Excel workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mandato-tables-'))
  const path = join(folder, 'plan.xlsx')
  beforeAll(async () => writeFileSync(path, await writeXlsx(tables())))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const sheet = async (name: string) => (await readExcelFile(path)).find((one) => one.sheet === name)?.data ?? []

  it('has a sheet for each table, opened by another library', async () => {
    const read = await readExcelFile(path)
    expect(read.map((one) => one.sheet)).toEqual(['Calendar', 'Mandates', 'Coverage', 'Findings', 'Proposals'])
  })

  it('keeps days as days and periods in words', async () => {
    const [head, meeting, range, quarter] = await sheet('Calendar')
    expect(head).toEqual([
      'Row',
      'Date',
      'Last day',
      'Time',
      'Date in words',
      'Tentative',
      'Activity',
      'Kind',
      'State',
      'Venue',
      'Mandates',
    ])
    expect(meeting).toEqual([
      1,
      new Date('2021-01-26T00:00:00Z'),
      null,
      '14:30–17:00',
      'January 26, 2021\nTuesday, 2:30 p.m. – 5:00 p.m.',
      null,
      'Thematic meeting\n• Pensions, “portability” and more',
      'Thematic meeting',
      'Planned',
      'Padilha Vidal Room',
      'AG/RES. 2910 (XLVII-O/17), operative paragraph 20',
    ])
    expect(range?.slice(1, 3)).toEqual([new Date('2021-02-26T00:00:00Z'), new Date('2021-03-01T00:00:00Z')])
    expect(quarter?.slice(1, 6)).toEqual([null, null, null, 'Second quarter 2021\nTentative', 'Yes'])
    expect(quarter?.[8]).toBe('Postponed')
  })

  it('holds no formula: words that look like one are words', async () => {
    const [, , range] = await sheet('Calendar')
    expect(range?.[6]).toBe(`'=HYPERLINK("http://x.example","y")`)
    const parts = Object.entries(unzipSync(await writeXlsx(tables()))).map(
      ([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const,
    )
    for (const [name, xml] of parts) expect(xml.includes('<f>'), name).toBe(false)
  })

  it('lists the mandates, and which of their paragraphs the calendar serves', async () => {
    expect((await sheet('Mandates')).slice(1)).toEqual([
      [1, 'AG/RES. 2910 (XLVII-O/17)', 'operative paragraphs 20 and 21', 'Migration in the Americas'],
    ])
    expect((await sheet('Coverage')).slice(1)).toEqual([
      ['AG/RES. 2910 (XLVII-O/17)', '21', 'To instruct the CAM.', 'No', null, null],
      ['AG/RES. 2910 (XLVII-O/17)', '20', 'Access to pensions', 'Yes', '1', 'January 26, 2021'],
    ])
  })

  it('lists the findings with the rows they stand in', async () => {
    const found = (await sheet('Findings')).slice(1)
    expect(found.filter(([, , rule]) => rule === 'activity/no-mandate').map(([row]) => row)).toEqual([2, 3])
  })

  it('lists what delegations ask for, in the order of their asking, with what was decided', async () => {
    expect((await sheet('Proposals')).slice(1)).toEqual([
      [
        new Date('2020-12-01T00:00:00Z'),
        'Mexico',
        '2',
        'words',
        `'=HYPERLINK("http://x.example","y")`,
        'Ports and pensions',
        'It is what we do.',
        'Rejected',
        'Not for this term.',
      ],
      [
        new Date('2020-12-02T00:00:00Z'),
        'Brazil',
        '3',
        'delete',
        expect.stringContaining('Approval of the draft resolution'),
        null,
        null,
        'Open',
        null,
      ],
    ])
  })

  it('freezes and repeats its heads, filters, and fits the paper’s width', async () => {
    const parts = unzipSync(await writeXlsx(tables()))
    const xml = (name: string) => new TextDecoder().decode(parts[name])
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<pane ySplit="1"')
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:K4"/>')
    expect(xml('xl/worksheets/sheet1.xml')).toContain('fitToWidth="1" fitToHeight="0"')
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<col min="7" max="7" width="46"')
    expect(xml('xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Calendar'!$1:$1</definedName>`)
  })

  it('gives each row the height of its words, for programs that do not work it out', async () => {
    const sheet = new TextDecoder().decode(unzipSync(await writeXlsx(tables()))['xl/worksheets/sheet1.xml'])
    // The head; a row whose date takes a line and whose weekday and hours take two in a column 24 wide; 15 points a line. The height is
    // not fixed (no customHeight), so that a row grows with its words.
    expect([...sheet.matchAll(/<row r="\d+"[^>]*>/g)].slice(0, 2).map(([row]) => row)).toEqual([
      '<row r="1" ht="15">',
      '<row r="2" ht="45">',
    ])
  })

  it('is the same file twice, in any time zone, whenever it is written', async () => {
    const own = process.env['TZ']
    const files: string[] = []
    for (const zone of ['UTC', 'Pacific/Auckland']) {
      process.env['TZ'] = zone
      files.push(Buffer.from(await writeXlsx(tables())).toString('base64'))
    }
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
    expect(files[0]).toBe(files[1])
  })

  it('names its sheets in four languages, none longer than a sheet’s name may be', () => {
    expect(languages.map((language) => tables(language).map(({ title }) => title))).toEqual([
      ['Calendar', 'Mandates', 'Coverage', 'Findings', 'Proposals'],
      ['Calendario', 'Mandatos', 'Cobertura', 'Observaciones', 'Propuestas'],
      ['Calendrier', 'Mandats', 'Couverture', 'Constats', 'Propositions'],
      ['Calendário', 'Mandatos', 'Cobertura', 'Observações', 'Propostas'],
    ])
  })
})

describe('a CSV file', () => {
  const csv = (name: (typeof tableNames)[number]) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(dataTable(name, plan, options)))

  it('is as RFC 4180 says: CRLF, quoted where needed, quotes doubled, with the mark of UTF-8', () => {
    const lines = csv('calendar').split('\r\n')
    expect(lines[0]).toBe('\uFEFFRow,Date,Last day,Time,Date in words,Tentative,Activity,Kind,State,Venue,Mandates')
    expect(lines[1]).toBe(
      '1,2021-01-26,,14:30–17:00,"January 26, 2021\nTuesday, 2:30 p.m. – 5:00 p.m.",,"Thematic meeting\n• Pensions, “portability” and more",' +
        'Thematic meeting,Planned,Padilha Vidal Room,"AG/RES. 2910 (XLVII-O/17), operative paragraph 20"',
    )
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://x.example"",""y"")"`)
    expect(lines.at(-1)).toBe('')
  })
})

describe('words that a spreadsheet could compute', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '- item'])('%j gets an apostrophe', (words) => {
    expect(withoutFormula(words)).toBe(`'${words}`)
  })

  it.each(['Meeting', 'a=b', '5-8 nov', '– item', '• item', '', 'CIDI/CAM/doc.3/26'])('%j stays as it is', (words) => {
    expect(withoutFormula(words)).toBe(words)
  })
})
