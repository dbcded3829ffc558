import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importPaper } from '#shared/importing/import-text.ts'
import { type Paper, paperText } from '#shared/importing/paper.ts'
import { PaperWriter } from '#shared/importing/paper-writer.ts'
import { shippedRegister } from '#shared/register/shipped/index.ts'
import { counterIds } from '../../builders/plan.ts'
import { lostWords } from './no-loss.ts'

const context = () => ({ makeId: counterIds(), register: shippedRegister() })

const head = ['Date', 'Mandate', 'Activity']
const line = (text: string): Paper['parts'][number] => ({ kind: 'line', text })
const table = (...rows: string[][]): Paper['parts'][number] => ({ kind: 'table', rows })
const aPaper = (...parts: Paper['parts']): Paper => ({ parts, notes: new Map(), set: new Map(), looks: new Map() })

function imported(paper: Paper) {
  const outcome = importPaper(paper, context())
  if (!outcome.ok) throw new Error(outcome.error.sentence)
  return outcome.value
}

const said = (paper: Paper): string[] =>
  imported(paper).plan.activities.map(({ when, items }) => `${when.written}: ${items.map(({ text }) => text).join(', ')}`)

describe('a paper', () => {
  test('its rows are those of the table, also where a cell begins with what looks like a date', () => {
    expect(said(aPaper(table(head, ['May 4, 2027', '', 'June 3, 2027'], ['', '', 'Closing'])))).toEqual([
      'May 4, 2027: June 3, 2027',
      ': Closing',
    ])
  })

  test('a title in the table stands above it, a table without dates is text', () => {
    const { plan } = imported(aPaper(table(['Chair', 'Ms. Rojas']), table(['WORK PLAN 2026-2027'], head, ['May 4, 2027', '', 'Opening'])))
    expect(plan.header.title).toBe('WORK PLAN 2026-2027')
    expect(plan.sections.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([['Chair', 'Ms. Rojas']])
  })

  test('rows that begin with a date make a calendar without its headings', () => {
    expect(said(aPaper(table(['May 4, 2027', '', 'Opening'], ['May 5, 2027', '', 'Closing'])))).toEqual([
      'May 4, 2027: Opening',
      'May 5, 2027: Closing',
    ])
  })

  const written = (writer: PaperWriter, text: string, set: number | null, note?: string) => {
    writer.openParagraph({ set })
    writer.text(text)
    if (note !== undefined) writer.mark(note)
    writer.closeParagraph()
  }
  const withCalendar = (writer: PaperWriter, notes: Readonly<Record<string, string>>): Paper => {
    const paper = writer.finish()
    return { ...paper, parts: [...paper.parts, table(head, ['May 4, 2027', '', 'Opening'])], notes: new Map(Object.entries(notes)) }
  }

  test('notes on the title and on headings of parts are kept where a plan can have them, and their marks are not among the words', () => {
    const writer = new PaperWriter()
    written(writer, 'WORK PLAN OF THE PANEL, 2026-2027', null, '1')
    written(writer, 'Method', 1, '2')
    written(writer, 'Meetings are short.', null, '3')
    written(writer, 'Results', 1, '4')
    written(writer, 'III. STAKEHOLDERS:', null, '5')
    written(writer, 'Member states', null)
    written(writer, 'OTHER MATTERS', null, '6')
    written(writer, 'None.', null)
    const notes = { 1: 'Draft.', 2: 'As agreed.', 3: 'An hour.', 4: 'None yet.', 5: 'Of all kinds.', 6: 'If any.' }
    const { plan, report } = imported(withCalendar(writer, notes))
    expect(plan.header.title).toBe('WORK PLAN OF THE PANEL, 2026-2027')
    expect(plan.sections.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['other', 'Method'],
      ['other', 'Results'],
      ['stakeholders', 'STAKEHOLDERS:'],
      ['other', 'OTHER MATTERS'],
      ['remnants', ''],
    ])
    expect(plan.sections[0]?.blocks.map(({ text, footnotes }) => [text, footnotes.map((note) => [note.at, note.text])])).toEqual([
      [
        'Meetings are short.',
        [
          [19, 'As agreed.'],
          [19, 'An hour.'],
        ],
      ],
    ])
    expect(plan.sections[4]?.blocks.map(({ text }) => text)).toEqual(['Draft.', 'None yet.'])
    expect(report.kept.filter(({ why }) => why === 'note-without-mark').map(({ text }) => text)).toEqual(['Draft.', 'None yet.'])
  })

  test('headings inside a part have the ranks of their depths, none skipped', () => {
    const writer = new PaperWriter()
    const depths: readonly (readonly [string, number | null])[] = [
      ['Method', 1],
      ['Meetings', 3],
      ['Breaks', 4],
      ['Coffee', 6],
      ['Meetings', null],
      ['Method', 2],
      ['Results', 1],
      ['Coffee', 2],
    ]
    for (const [text, set] of depths) written(writer, text, set)
    const { plan } = imported(withCalendar(writer, {}))
    expect(
      plan.sections.map(({ heading, blocks }) => [heading, blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`)]),
    ).toEqual([
      ['Method', ['heading 0 Meetings', 'heading 1 Breaks', 'heading 2 Coffee', 'paragraph 0 Meetings', 'heading 0 Method']],
      ['Results', ['heading 0 Coffee']],
    ])
  })

  test('nothing, or no calendar, is refused', () => {
    expect(importPaper(aPaper(), context())).toMatchObject({ ok: false, error: { kind: 'empty' } })
    expect(importPaper(aPaper(line('Dear all')), context())).toMatchObject({ ok: false, error: { kind: 'no-calendar' } })
  })

  test('no word of its lines, cells and notes is lost', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{2,8}$/), { maxLength: 5 }).map((some) => some.join(' '))
    const cell = fc.array(words, { maxLength: 3 }).map((lines) => lines.join('\n'))
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(words), rows, fc.array(words), words, (above, cells, below, note) => {
        const lines = [...above.map(line), line(`Begun.[footnoteRef:1]`)]
        const paper = { ...aPaper(...lines, table(head, ...cells), ...below.map(line)), notes: new Map([['1', note]]) }
        const outcome = importPaper(paper, context())
        if (outcome.ok) expect(lostWords(paperText(paper), outcome.value)).toEqual([])
        else expect(cells.flat().join('').trim()).toBe('')
      }),
    )
  })
})

describe('what a reader writes', () => {
  test('a cell over several columns counts once at the end of its row, and keeps the others in their columns elsewhere', () => {
    const writer = new PaperWriter()
    const cell = (text: string, columns = 1) => {
      writer.openCell({ columns, rows: 1, continued: false })
      writer.openParagraph()
      writer.text(text)
      writer.closeParagraph()
      writer.closeCell()
    }
    writer.openTable()
    writer.openRow()
    cell('wide', 2)
    cell('narrow')
    writer.closeRow()
    writer.openRow()
    cell('across', 3)
    writer.closeRow()
    writer.closeTable()
    expect(writer.finish().parts).toEqual([table(['wide', '', 'narrow'], ['across'])])
  })
})
