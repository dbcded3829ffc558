import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActivityCell, writeActivityCell } from '#shared/cells/activity-cell.ts'
import type { Item } from '#shared/model/activity.ts'
import { counterIds, numberedId } from '../../builders/plan.ts'

const read = (text: string): Item[] => readActivityCell(text, { makeId: counterIds() })

/** Level, marker and text of each item: `0 number Election`. */
const shape = (text: string): string[] => read(text).map(({ level, marker, text: words }) => `${level} ${marker} ${words}`)

describe('what is typed into an activity cell', () => {
  it('is an item a line', () => {
    expect(shape('Launch of the report\n\nCatalogue presented \n')).toEqual(['0 none Launch of the report', '0 none Catalogue presented'])
    expect(shape('')).toEqual([])
    expect(shape('One\r\nTwo\rThree\u2028Four')).toEqual(['0 none One', '0 none Two', '0 none Three', '0 none Four'])
  })

  it('takes numbers off, doubled ones too, and keeps a number with nothing behind it', () => {
    expect(shape('1. 1. Election of the Vice Chair\n1. 2. Adoption of the Work Plan\n3.  \n')).toEqual([
      '0 number Election of the Vice Chair',
      '0 number Adoption of the Work Plan',
      '0 number ',
    ])
    expect(shape('1) Election')).toEqual(['0 number Election'])
    expect(shape('1.5 million people\n2020. A year')).toEqual(['0 none 1.5 million people', '0 none 2020. A year'])
  })

  it('puts bullets and letters below the line above them', () => {
    expect(shape('Thematic meeting\n· “Ports”\n• Borders\n- Coasts\nDissemination')).toEqual([
      '0 none Thematic meeting',
      '1 bullet “Ports”',
      '1 bullet Borders',
      '1 bullet Coasts',
      '0 none Dissemination',
    ])
    expect(shape('1. Meetings\na) first\n(b) second')).toEqual(['0 number Meetings', '1 number first', '1 number second'])
    expect(shape('· first\n· second')).toEqual(['0 bullet first', '0 bullet second'])
  })

  it('reads a lone parenthesis as the bullet it stood for, with the words on the next line', () => {
    expect(shape('Thematic meeting\n( \nPorts\n( Borders\n(by video)')).toEqual([
      '0 none Thematic meeting',
      '1 bullet Ports',
      '1 bullet Borders',
      '0 none (by video)',
    ])
  })

  it('nests by indent, one level at a time', () => {
    expect(shape('Meeting\n  · Ports\n    · Piers\n      · Poles')).toEqual([
      '0 none Meeting',
      '1 bullet Ports',
      '2 bullet Piers',
      '2 bullet Poles',
    ])
    expect(shape('    Meeting\n\tPorts')).toEqual(['0 none Meeting', '1 none Ports'])
  })

  it('keeps the ids of what did not change, and of a line rewritten in its place', () => {
    const previous = read('Election\nAdoption\nClosing')
    const again = readActivityCell('Opening\nElection\nClosing of the meeting', { makeId: counterIds(100), previous })
    expect(again.map(({ id }) => id)).toEqual([numberedId(100), numberedId(1), numberedId(3)])
  })

  it('gives two equal lines two ids', () => {
    const previous = read('Meeting\nMeeting')
    expect(readActivityCell('Meeting\nMeeting\nMeeting', { makeId: counterIds(100), previous }).map(({ id }) => id)).toEqual([
      numberedId(1),
      numberedId(2),
      numberedId(100),
    ])
  })
})

const words = fc.constantFrom(
  'Thematic meeting',
  '“Ports and borders”',
  'Élection de la présidence',
  'Work Plan 2026 – 2027',
  'Launch (by video)',
  'a report',
  '1.5 million',
)

/** Items as a person can write them: the first on the first level, each at most one level below the one before it. */
const items = fc
  .array(
    fc.record({
      step: fc.integer({ min: -2, max: 1 }),
      marker: fc.constantFrom('none' as const, 'number' as const, 'bullet' as const),
      text: words,
      empty: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((drafts) => {
    let level = -1
    return drafts.map(({ step, marker, text, empty }): Item => {
      level = Math.min(2, Math.max(0, level + (level < 0 ? 1 : step)))
      return { id: '', level: level === 2 ? 2 : level === 1 ? 1 : 0, marker, text: marker === 'number' && empty ? '' : text }
    })
  })

describe('an activity cell written as text', () => {
  it('numbers anew and indents what lies deeper', () => {
    expect(writeActivityCell(read('1. 1. Election\n1. 2. Meeting\n· “Ports”\n3. \nClosing'))).toBe(
      '1. Election\n2. Meeting\n  · “Ports”\n3. Closing',
    )
    expect(
      writeActivityCell([
        { level: 0, marker: 'number', text: '' },
        { level: 0, marker: 'none', text: 'Closing' },
      ]),
    ).toBe('1. \n\nClosing')
  })

  it('reads back to the same items', () => {
    fc.assert(
      fc.property(items, (written) => {
        expect(read(writeActivityCell(written)).map((item) => ({ ...item, id: '' }))).toEqual(written)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(read(text).every((item) => item.text !== '' || item.marker === 'number')).toBe(true)
      }),
      { seed: 8, numRuns: 1000 },
    )
  })
})
