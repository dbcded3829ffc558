import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameIndex } from '#shared/citations/read.ts'
import { copyCell, copyRows } from '#shared/documents/copied-rows.ts'
import { columnsOfPasted, readPastedRows } from '#shared/importing/pasted-rows.ts'
import { type Clipboard, type PastedLine, readPastedLines, readPastedTable } from '#shared/importing/pasted-table.ts'
import type { Activity } from '#shared/model/activity.ts'
import { termFrom } from '#shared/model/plan.ts'
import { aCitation, aDate, anActivity, anItem, counterIds, on } from '../../builders/plan.ts'

const fixture = (name: string): Clipboard => ({
  html: readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'clipboard', `${name}.html`), 'utf8'),
  text: '',
})

/** A line as a reader would note it: `1·` before a bullet of the second level, `0#` before a number. */
const noted = ({ level, marker, text }: PastedLine): string =>
  `${level}${marker === 'bullet' ? '·' : marker === 'number' ? '#' : ' '} ${text}`
const table = (clipboard: Clipboard) => readPastedTable(clipboard)?.rows.map((row) => row.map((cell) => cell.map(noted)))

const rowsOf = (clipboard: Clipboard): Activity[] => {
  const pasted = readPastedTable(clipboard)
  if (pasted === null) throw new Error('There is no table.')
  const context = { makeId: counterIds(), names: nameIndex([]), language: 'en', term: termFrom(2026) } as const
  return readPastedRows(pasted, columnsOfPasted(pasted), context)
}

/** What a row says, without the ids and the words it was written in. */
const said = ({ when, mandate, items }: Activity) => ({
  when: { ...when, written: '' },
  mandate: mandate.map((entry) => (entry.kind === 'remark' ? entry.text : [entry.symbol, entry.title, entry.provisions])),
  items: items.map(noted),
})

describe('a table copied in another program', () => {
  it('Word: list paragraphs become bullets and sub-bullets below their heading', () => {
    expect(table(fixture('word'))).toEqual([
      [['0  DATE'], ['0  MANDATE'], ['0  ACTIVITY']],
      [
        ['0  October 6, 2026', '0  Tuesday, 10:00 a.m.'],
        ['0  AG/RES. 2910 (XLVII-O/17), operative paragraph 20'],
        ['0  Thematic meeting', '1· Portability of pensions', '2· Agreements between two states'],
      ],
      [['0  November 2026'], [], ['0# Election of the Vice Chair', '0# Other business']],
    ])
  })

  it('Word: the heading row names the columns, and the rows are read', () => {
    expect(rowsOf(fixture('word')).map(said)).toEqual([
      {
        when: { ...on('2026-10-06', '10:00'), weekday: 2 },
        mandate: [['AG/RES. 2910 (XLVII-O/17)', null, ['20']]],
        items: ['0  Thematic meeting', '1· Portability of pensions', '2· Agreements between two states'],
      },
      {
        when: aDate({ kind: 'month', month: '2026-11', part: null }),
        mandate: [],
        items: ['0# Election of the Vice Chair', '0# Other business'],
      },
    ])
  })

  it('Excel: lines within a cell stay within it, and a cell over two rows counts for both', () => {
    expect(table(fixture('excel'))).toEqual([
      [['0  06/10/2026'], ['0  AG/RES. 2910 (XLVII-O/17)'], ['0  Thematic meeting', '1· Portability of pensions']],
      [['0  06/10/2026'], [], ['0  Election of the Vice Chair']],
    ])
  })

  it('LibreOffice Writer: nested lists keep their levels', () => {
    expect(table(fixture('writer'))).toEqual([
      [
        ['0  October 6, 2026'],
        ['0  AG/RES. 2910 (XLVII-O/17)'],
        ['0  Thematic meeting', '1· Portability of pensions', '2· Agreements between two states', '1· Recognition of degrees'],
      ],
    ])
  })

  it('a web page: columns in another order are known by name, and nothing but words is taken over', () => {
    expect(rowsOf(fixture('browser')).slice(0, 1)).toMatchObject([
      {
        when: { value: { kind: 'date', date: '2026-10-06' } },
        venue: 'Padilha Vidal',
        mandate: [{ symbol: 'AG/RES. 2910 (XLVII-O/17)' }],
      },
    ])
    expect(table(fixture('browser'))?.[1]?.[0]).toEqual(['0# Election of the Vice Chair', '1· Nominations', '0# Other business'])
    expect(JSON.stringify(table(fixture('browser')))).not.toMatch(/alert|stolen|unseen/)
  })

  it('plain text with tabs is a table; a quoted cell holds several lines', () => {
    expect(table({ html: '', text: 'October 6, 2026\t2910\t"Thematic meeting\n- ""Pensions"""\r\nNovember\t\tElection\r\n' })).toEqual([
      [['0  October 6, 2026'], ['0  2910'], ['0  Thematic meeting', '1· "Pensions"']],
      [['0  November'], [], ['0  Election']],
    ])
  })

  it('what is no table is none', () => {
    expect(readPastedTable({ html: '<p>One</p>', text: 'One' })).toBeNull()
    expect(readPastedTable({ html: '<table></table>', text: '' })).toBeNull()
    expect(readPastedLines({ html: '<p>One</p>loose <i>words</i><ul><li>Two</li></ul>', text: '' }).map(noted)).toEqual([
      '0  One',
      '0  loose words',
      '1· Two',
    ])
    expect(readPastedLines({ html: '<p>o clock</p><p>§ 5</p><p>- five</p>', text: '' }).map(noted)).toEqual([
      '0  o clock',
      '0  § 5',
      '1· five',
    ])
    expect(readPastedLines({ html: '', text: '1. One\n2. Two' }).map(noted)).toEqual(['0# One', '0# Two'])
  })

  it('which column is which is asked where a table of another width does not say', () => {
    const asked = (text: string) => columnsOfPasted(readPastedTable({ html: '', text }) ?? { rows: [] })
    expect(asked('October 6, 2026\tElection')).toEqual({ columns: ['date', 'activity'], headed: false, sure: false })
    expect(asked('1\ta\tb\tc')).toEqual({ columns: ['number', 'date', 'mandate', 'activity'], headed: false, sure: false })
    expect(asked('1\ta\tb\tc\td').columns).toEqual(['number', 'date', 'mandate', 'activity', 'other'])
    expect(asked('Date\tTopic')).toEqual({ columns: ['date', 'activity'], headed: true, sure: true })
  })

  it('cells spanning more rows than there are make none', () => {
    expect(table({ html: '<table><tr><td rowspan=99999 colspan=99999>A<td>B</table>', text: '' })).toEqual([[['0  A'], ['0  B']]])
  })
})

describe('rows copied and pasted back', () => {
  const copied = [
    anActivity({
      when: { ...on('2026-10-06', '10:00'), weekday: 2 },
      mandate: [aCitation('AG/RES. 2910 (XLVII-O/17)', ['20']), aCitation('AG/RES. 2955 (L-O/20)')],
      items: [
        'Thematic meeting <on> "pensions" & work',
        '· Portability',
        anItem('Agreements', { level: 2, marker: 'bullet' }),
        '· Degrees',
      ],
    }),
    anActivity({
      when: aDate({ kind: 'quarter', year: 2027, quarter: 1 }, { tentative: true }),
      items: [anItem('Election', { marker: 'number' })],
    }),
  ]

  it('say the same as a table and as text', () => {
    const { html, text } = copyRows(copied, 'en')
    expect(rowsOf({ html, text: '' }).map(said)).toEqual(copied.map(said))
    expect(rowsOf({ html: '', text }).map(said)).toEqual(copied.map(said))
  })

  it('a cell alone is paragraphs and lists', () => {
    const [first] = copied
    if (first === undefined) throw new Error('No row')
    expect(copyCell(first, 'activity', 'en').html).toBe(
      '<p>Thematic meeting &#60;on&#62; &#34;pensions&#34; &#38; work</p><ul><li>Portability<ul><li>Agreements</li></ul></li><li>Degrees</li></ul>',
    )
    expect(copyCell(first, 'date', 'en')).toEqual({
      html: '<p>October 6, 2026, Tuesday, 10:00 a.m.</p>',
      text: 'October 6, 2026, Tuesday, 10:00 a.m.',
    })
  })

  it('whatever the words are, HTML gives them back', () => {
    const word = fc.stringMatching(/^[A-Za-z<>&"'é]{1,12}$/)
    const line = fc.tuple(word, word).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const [heading = '', ...points] = lines
        const row = anActivity({ items: [heading, ...points.map((point) => `· ${point}`)] })
        expect(readPastedLines({ html: copyCell(row, 'activity', 'en').html, text: '' }).map(noted)).toEqual(row.items.map(noted))
      }),
    )
  })
})
