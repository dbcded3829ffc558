import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '#shared/model/section.ts'
import {
  joinBlock,
  markersOf,
  moveBlock,
  piecesOf,
  shiftLevel,
  splitBlock,
  toggleList,
  withNewNote,
  withNote,
  withoutNote,
  withText,
} from '../../renderer/features/text/blocks.ts'
import { aBlock, numberedId } from '../builders/plan.ts'

const [one, two, three, fresh, noteId] = [1, 2, 3, 4, 5].map(numberedId) as [string, string, string, string, string]

const paragraph = (id: string, text: string, ...notes: readonly (readonly [at: number, text: string])[]): Block =>
  aBlock(text, { id, footnotes: notes.map(([at, words]) => ({ id: numberedId(100 + at), at, text: words })) })
const line = (id: string, text: string, level = 0, marker: Block['marker'] = 'bullet'): Block =>
  aBlock(text, { id, kind: 'item', level, marker })

/** A text with its footnote marks as `^`. */
const shown = ({ text, footnotes }: Block): string =>
  footnotes
    .map(({ at }) => at)
    .toSorted((a, b) => b - a)
    .reduce((marked, at) => `${marked.slice(0, at)}^${marked.slice(at)}`, text)

describe('paragraphs', () => {
  test('Enter parts a paragraph, and each footnote goes with its words', () => {
    const { blocks, block, caret } = splitBlock([paragraph(one, 'first second', [5, 'a'], [12, 'b'])], one, 6, fresh)
    expect(blocks.map(shown)).toEqual(['first^ ', 'second^'])
    expect([block, caret]).toEqual([fresh, 0])
  })

  test('after a heading comes a paragraph', () => {
    const { blocks } = splitBlock([aBlock('Heading', { id: one, kind: 'heading', level: 1 })], one, 7, fresh)
    expect(blocks.map(({ kind, level }) => `${kind} ${level}`)).toEqual(['heading 1', 'paragraph 0'])
  })

  test('Backspace at the start joins it to the one above, footnotes and all', () => {
    const { blocks, block, caret } = joinBlock([paragraph(one, 'first', [5, 'a']), paragraph(two, ' second', [7, 'b'])], two)
    expect(blocks.map(shown)).toEqual(['first^ second^'])
    expect([block, caret]).toEqual([one, 5])
  })

  test('the first one stays as it is', () => {
    const blocks = [paragraph(one, 'first')]
    expect(joinBlock(blocks, one)).toEqual({ blocks, block: one, caret: 0 })
  })

  test('moves up and down, and not past the ends', () => {
    const blocks = [paragraph(one, 'a'), paragraph(two, 'b'), paragraph(three, 'c')]
    const order = (id: string, by: 1 | -1) => moveBlock(blocks, id, by, 0).blocks.map(({ text }) => text)
    expect([order(two, -1), order(two, 1), order(one, -1), order(three, 1)]).toEqual([
      ['b', 'a', 'c'],
      ['a', 'c', 'b'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
  })

  test('whatever is parted and joined again is as it was', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.nat(20), fc.nat(20), (text, caret, note) => {
        const blocks = [paragraph(one, text, [Math.min(note, text.length), 'note'])]
        const parted = splitBlock(blocks, one, Math.min(caret, text.length), fresh)
        const joined = joinBlock(parted.blocks, fresh)
        expect(joined.blocks).toEqual(blocks)
        expect(joined.caret).toBe(Math.min(caret, text.length))
      }),
    )
  })
})

describe('lists', () => {
  test('a line goes at most one level below the one above, and out of the list at the margin', () => {
    const blocks = [line(one, 'a'), line(two, 'b'), paragraph(three, 'c')]
    const inward = shiftLevel(blocks, two, 1, 0).blocks
    expect(inward.map(({ level }) => level)).toEqual([0, 1, 0])
    expect(shiftLevel(inward, two, 1, 0).blocks).toEqual(inward)
    expect(shiftLevel(blocks, one, 1, 0).blocks).toEqual(blocks)
    expect(shiftLevel(blocks, three, 1, 0).blocks).toEqual(blocks)
    expect(shiftLevel(blocks, two, -1, 0).blocks[1]).toMatchObject({ kind: 'paragraph', marker: 'none', level: 0 })
  })

  test('Enter on an empty line and Backspace at a line’s start lead outward', () => {
    expect(splitBlock([line(one, 'a'), line(two, '', 1)], two, 0, fresh).blocks.map(({ level }) => level)).toEqual([0, 0])
    expect(joinBlock([line(one, 'a'), line(two, 'b')], two).blocks[1]).toMatchObject({ kind: 'paragraph', text: 'b' })
  })

  test('a paragraph becomes a line and a line a paragraph, but a heading neither', () => {
    const [listed] = toggleList([paragraph(one, 'a')], one, 'number', 1).blocks
    expect(listed).toMatchObject({ kind: 'item', marker: 'number' })
    expect(toggleList([line(one, 'a', 2)], one, 'bullet', 1).blocks).toEqual([paragraph(one, 'a')])
    const heading = [aBlock('a', { id: one, kind: 'heading' })]
    expect(toggleList(heading, one, 'bullet', 1).blocks).toEqual(heading)
  })

  test('numbers and letters count on within a list, level by level', () => {
    const blocks = [
      line(one, '', 0, 'number'),
      line(one, '', 1, 'letter'),
      line(one, '', 1, 'letter'),
      line(one, '', 0, 'number'),
      line(one, '', 1, 'letter'),
      line(one, '', 1, 'bullet'),
      paragraph(one, ''),
      line(one, '', 0, 'number'),
      line(one, '', 0, 'none'),
    ]
    expect(markersOf(blocks)).toEqual(['1.', 'a)', 'b)', '2.', 'a)', '•', '', '1.', ''])
  })
})

describe('footnotes', () => {
  test('are added at the caret, written and removed', () => {
    const added = withNewNote([paragraph(one, 'text')], one, 2, noteId)
    expect(added.map(shown)).toEqual(['te^xt'])
    expect(withNote(added, noteId, 'Note.')[0]?.footnotes).toEqual([{ id: noteId, at: 2, text: 'Note.' }])
    expect(withoutNote(added, noteId)).toEqual([paragraph(one, 'text')])
  })

  test('keep their place while the words around them change', () => {
    const [block] = withText([paragraph(one, 'one two three', [7, 'a'])], one, 'one hundred two three')
    expect(block === undefined ? '' : shown(block)).toBe('one hundred two^ three')
  })
})

describe('pieces of a paragraph', () => {
  test('are cut at marks and footnotes; what overlaps keeps both', () => {
    const pieces = piecesOf(paragraph(one, 'abcdef', [2, '']), 7, [
      { start: 1, end: 4, kind: 'x' },
      { start: 3, end: 6, kind: 'y' },
      { start: 5, end: 9, kind: 'too long' },
    ])
    expect(pieces.map((piece) => (piece.kind === 'note' ? `^${piece.number}` : `${piece.text} ${piece.marks.join('')}`.trim()))).toEqual([
      'a',
      'b x',
      '^7',
      'c x',
      'd xy',
      'ef y',
    ])
  })

  test('an empty paragraph may hold a footnote, numbered in the order of the marks', () => {
    expect(piecesOf(paragraph(one, '', [0, '']), 1)).toEqual([{ kind: 'note', id: numberedId(100), number: 1 }])
    const numbers = piecesOf(paragraph(one, 'ab', [2, ''], [1, '']), 1).flatMap((piece) =>
      piece.kind === 'note' ? [`${piece.id.at(-2)}${piece.id.at(-1)} ${piece.number}`] : [],
    )
    expect(numbers).toEqual(['65 1', '66 2'])
  })
})
