import { describe, expect, it } from 'vitest'
import { nameIndex } from '#shared/citations/read.ts'
import { type Imported, importText, longestText } from '#shared/importing/import-text.ts'
import { counterIds } from '../../builders/plan.ts'
import { lostWords } from './no-loss.ts'

const rules = 'Rules of Procedure for the Regular and Special Meetings of CIDI'
const register = { names: nameIndex([{ title: rules, aliases: [] }]) }

function imported(text: string): Imported {
  const outcome = importText(text, { makeId: counterIds(), register })
  if (!outcome.ok) throw new Error(outcome.error.sentence)
  expect(lostWords(text, outcome.value)).toEqual([])
  return outcome.value
}

const calendar = '\tDATE\n\tMANDATE\n\tACTIVITY\n\tMAY 4, 2021\n\t\n\tOpening'
const listing = (...lines: string[]): Imported => imported(['MANDATES:', ...lines, 'SCHEDULE OF ACTIVITIES', calendar].join('\n'))
const activitiesOf = ({ plan }: Imported): string[] => plan.activities.map(({ items }) => items.map(({ text }) => text).join(' + '))

describe('calendars as people paste them', () => {
  it('reads a table set with pipes that has no header', () => {
    expect(activitiesOf(imported('| 4 May 2021 | x | Opening |\n| 11 May 2021 | x | Closing |'))).toEqual(['Opening', 'Closing'])
  })

  it('goes on with the last cell where a line has no cells, and leaves a line that stands before the first row', () => {
    const { plan } = imported('DATE\tMANDATE\tACTIVITY\tDUTY\n4 May 2021\t\tOpening\tChair\nand others\n11 May 2021\t\tClosing\tChair')
    expect(plan.activities.map(({ notes }) => notes)).toEqual(['Chair\nand others', 'Chair'])
  })

  it('ends a table of rows at the next part of the text', () => {
    const { plan } = imported('DATE\tMANDATE\tACTIVITY\n4 May 2021\t\tOpening\nSTAKEHOLDERS\nMember states')
    expect(plan.sections).toMatchObject([{ kind: 'stakeholders', blocks: [{ text: 'Member states' }] }])
  })

  it('is not led astray by a column heading that stands alone above the calendar', () => {
    expect(activitiesOf(imported(`\tDATE\nof the first draft\n${calendar}`))).toEqual(['Opening'])
  })

  it('takes the heading of the calendar in small letters, but no sentence', () => {
    expect(imported(`Schedule of activities 2020-2021\n${calendar}`).plan.header.title).toBe('Schedule of activities 2020-2021')
    const { plan } = imported(`The activities are as follows:\n${calendar}`)
    expect(plan.header.title).toBe('')
    expect(plan.sections).toMatchObject([{ blocks: [{ text: 'The activities are as follows:' }] }])
  })

  it('knows the term by the first date, and none where no date can be read', () => {
    const from = (date: string) => imported(`\tDATE\n\tMANDATE\n\tACTIVITY\n\t${date}\n\t\n\tOpening`).plan.header.term
    expect(from('OCTOBER 6, 2020')).toEqual({ start: '2020-07-01', end: '2021-11-30' })
    expect(from('when the papers are ready')).toBeNull()
  })

  it('refuses a text larger than any plan', () => {
    expect(importText(' '.repeat(longestText + 1), { makeId: counterIds(), register })).toMatchObject({ error: { kind: 'too-large' } })
  })
})

describe('title pages', () => {
  it('may break the title over two lines and name a language that is not official', () => {
    const { plan } = imported(`WORK PLAN 2020-2021\nPROGRAM OF WORK OF THE BOARD\nOriginal: German\n\n${calendar}`)
    expect(plan.header).toMatchObject({ title: /^WORK PLAN 2020-2021/, language: 'en' })
  })
})

describe('lists of mandates', () => {
  it('learn from what is quoted below a declaration, a document, a resolution of another century, and rules cited by name', () => {
    const { instruments } = listing(
      '1. AG/DEC. 88 (XLVI-O/16)',
      '1. To act.',
      '2. CIDI/doc.5/13',
      '1. To act.',
      '3. AG/RES. 1404 (XXVI-O/96)',
      '1. To act.',
      `4. ${rules}`,
      '1. To act.',
    )
    expect(instruments.map(({ symbol, kind, year, body }) => [symbol, kind, year, body.slice(0, 7)])).toEqual([
      ['AG/DEC. 88 (XLVI-O/16)', 'declaration', 2016, 'General'],
      ['CIDI/doc.5/13', 'document', 2013, ''],
      ['AG/RES. 1404 (XXVI-O/96)', 'resolution', 1996, 'General'],
      [null, 'other', null, ''],
    ])
  })

  it('keep a sentence that begins with the name of rules as a paragraph', () => {
    const { plan } = listing(`1. ${rules} were read out by the Chair`, '2. AG/RES. 2910 (XLVII-O/17), paragraph 20')
    expect(plan.mandates.map(({ citation }) => citation.symbol)).toEqual(['AG/RES. 2910 (XLVII-O/17)'])
  })

  it('take two resolutions on one line, and links on the next', () => {
    const { plan } = listing('1. AG/RES. 2910 (XLVII-O/17) and AG/RES. 2955 (L-O/20)', 'Español - English')
    expect(plan.mandates.map(({ citation, written }) => [citation.symbol, written === ''])).toEqual([
      ['AG/RES. 2910 (XLVII-O/17)', false],
      ['AG/RES. 2955 (L-O/20)', true],
    ])
  })

  it('tell articles, parts of paragraphs and bullets apart', () => {
    const { instruments } = listing(
      '1. AG/RES. 2910 (XLVII-O/17), paragraph 19',
      '19. Main:',
      'A. Papers:',
      'a. to read them',
      '· aloud',
      '(',
      'twice',
    )
    expect(instruments[0]?.provisions.map(({ label, parent, text }) => [label, parent, text.en])).toEqual([
      ['19', null, 'Main:'],
      ['19.A', '19', 'Papers:'],
      ['19.A.a', '19.A', 'to read them\n· aloud\n· twice'],
    ])
  })

  it('give words without a number to the one article that is cited', () => {
    const { instruments } = listing(`1. ${rules}, Article 58`, 'The Committee acts.')
    expect(instruments).toMatchObject([{ provisions: [{ label: 'Article 58', kind: 'article', text: { en: 'The Committee acts.' } }] }])
  })
})
