import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark } from '#shared/model/section.ts'
import { tidyMarks, withMarks, withMovedText } from '#shared/operations/marks.ts'
import { aBlock } from '../../builders/plan.ts'

const bold = (start: number, end: number): Mark => ({ kind: 'bold', start, end })
const link = (start: number, end: number, href: string): Mark => ({ kind: 'link', start, end, href })

describe('marked words', () => {
  test('of one look that meet or overlap are one stretch; links to different places stay two', () => {
    expect(tidyMarks([bold(4, 9), bold(0, 4), bold(2, 6)], 20)).toEqual([bold(0, 9)])
    expect(tidyMarks([link(0, 4, 'https://a.example'), link(4, 9, 'https://b.example')], 20)).toHaveLength(2)
  })

  test('end with the text, and are left out where there are none', () => {
    expect(tidyMarks([bold(2, 99), bold(8, 12)], 5)).toEqual([bold(2, 5)])
    expect(withMarks(aBlock('words', { id: 'x', marks: [bold(0, 2)] }), [])).not.toHaveProperty('marks')
  })

  test('keep their words when others are written before and inside them', () => {
    const block = aBlock('one two three', { marks: [bold(4, 7)] })
    const written = withMovedText(block, 'one hundred two three', (at) => (at <= 3 ? at : at + 8))
    expect(written.marks).toEqual([bold(12, 15)])
    expect(withMovedText(block, 'one', (at) => Math.min(at, 3))).not.toHaveProperty('marks')
  })

  test('tidied again are as they were', () => {
    const mark = fc.oneof(
      fc.record({ kind: fc.constantFrom('bold', 'italic'), start: fc.nat(20), end: fc.integer({ min: 1, max: 20 }) }),
      fc.record({ kind: fc.constant('link'), start: fc.nat(20), end: fc.integer({ min: 1, max: 20 }), href: fc.constantFrom('a', 'b') }),
    ) as fc.Arbitrary<Mark>
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const tidy = tidyMarks(marks, 15)
        expect(tidyMarks(tidy, 15)).toEqual(tidy)
        expect(tidy.every(({ start, end }) => start < end && end <= 15)).toBe(true)
      }),
    )
  })
})
