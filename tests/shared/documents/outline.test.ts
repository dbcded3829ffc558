import { describe, expect, it } from 'vitest'
import { paragraph, plainText, text } from '#shared/documents/blocks.ts'
import { letters, nestOutline, type OutlineEntry, outlineLabels, roman } from '#shared/documents/outline.ts'

const entry = (level: number, marker: OutlineEntry['marker'], words: string): OutlineEntry => ({ level, marker, runs: [text(words)] })

const labelsOf = (...entries: readonly (readonly [level: number, marker: OutlineEntry['marker']])[]) =>
  outlineLabels(entries.map(([level, marker]) => ({ level, marker })))

describe('labels', () => {
  it('count numbers by depth and begin again under a new line above', () => {
    const entries = [
      [0, 'number'],
      [1, 'number'],
      [1, 'number'],
      [2, 'number'],
      [0, 'number'],
      [1, 'number'],
      [2, 'number'],
    ] as const
    expect(labelsOf(...entries)).toEqual(['1.', 'a.', 'b.', 'i.', '2.', 'a.', 'i.'])
  })

  it('count on over bullets below, and begin again after a line without a mark', () => {
    expect(labelsOf([0, 'number'], [1, 'bullet'], [0, 'number'], [0, 'none'], [0, 'number'])).toEqual(['1.', '–', '2.', '', '1.'])
  })

  it('give bullets the rank of the marked lines they stand under', () => {
    expect(labelsOf([0, 'bullet'], [1, 'bullet'], [2, 'bullet'])).toEqual(['•', '–', '·'])
    expect(labelsOf([0, 'none'], [1, 'bullet'], [2, 'bullet'])).toEqual(['', '•', '–'])
    expect(labelsOf([0, 'bullet'], [1, 'bullet'], [2, 'bullet'], [3, 'bullet']).at(-1)).toBe('·')
  })

  it('write letters and small Roman numerals', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa'])
    expect([1, 4, 9, 14, 40, 49, 90, 99, 149].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xlix', 'xc', 'xcix', 'cxlix'])
    expect(labelsOf([0, 'letter'], [0, 'letter'])).toEqual(['a.', 'b.'])
  })
})

describe('nesting', () => {
  it('makes a line over marked ones their label, and one that stands alone a paragraph', () => {
    const blocks = nestOutline([entry(0, 'none', 'Thematic meeting'), entry(0, 'bullet', 'Pensions'), entry(0, 'none', 'Closing words')])
    expect(blocks).toEqual([
      paragraph('Thematic meeting', 'label'),
      { kind: 'list', items: [{ label: '•', blocks: [paragraph('Pensions')] }] },
      paragraph('Closing words'),
    ])
  })

  it('puts deeper lines inside the item above them and loses none', () => {
    const blocks = nestOutline([
      entry(0, 'number', 'One'),
      entry(1, 'bullet', 'One, first'),
      entry(2, 'none', 'without mark'),
      entry(1, 'bullet', 'One, second'),
      entry(0, 'number', 'Two'),
    ])
    expect(blocks).toHaveLength(1)
    expect(plainText(blocks)).toBe('1. One\n– One, first\nwithout mark\n– One, second\n2. Two')
  })

  it('takes lines that begin deep, as after a cut', () => {
    expect(plainText(nestOutline([entry(2, 'bullet', 'deep'), entry(0, 'bullet', 'shallow')]))).toBe('• deep\n• shallow')
    expect(nestOutline([])).toEqual([])
  })
})
