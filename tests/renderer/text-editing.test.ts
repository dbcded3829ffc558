import { getSchema } from '@tiptap/core'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import type { Block } from '#shared/model/section.ts'
import { blocksOf, documentOf } from '../../renderer/features/text/document.ts'
import {
  deleteNoteAhead,
  insertNote,
  joinUp,
  linkHere,
  moveBlocks,
  setKind,
  setLink,
  setMarker,
  shiftLevel,
  splitBlock,
  withOwnIds,
} from '../../renderer/features/text/editing.ts'
import { labelsOf, sameOutline } from '../../renderer/features/text/outline.ts'
import { changedBlocks, positionsOf, textOf } from '../../renderer/features/text/place-in-text.ts'
import { textSchema } from '../../renderer/features/text/schema.ts'
import { aBlock, numberedId } from '../builders/plan.ts'

const schema = getSchema(textSchema)

const line = (text: string, level = 0, marker: Block['marker'] = 'bullet'): Block => aBlock(text, { kind: 'item', level, marker })

/** A text being written: the caret, or what is chosen, stands between `|`. */
function writing(blocks: readonly Block[]): EditorState {
  const marks = blocks.flatMap(({ text }, index) => [...text.matchAll(/\|/g)].map((found, count) => ({ index, at: found.index - count })))
  const doc = schema.nodeFromJSON(documentOf(blocks.map((block) => ({ ...block, text: block.text.replaceAll('|', '') }))))
  const positions = marks.map(({ index, at }) => {
    let start = 0
    for (let before = 0; before < index; before++) start += doc.child(before).nodeSize
    return positionsOf(doc.child(index), start, at, at).to
  })
  const [from, to = from] = positions
  return EditorState.create({ doc, selection: TextSelection.create(doc, from ?? 1, to ?? 1) })
}

function after(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (tr) => {
    next = state.apply(tr)
  })
  return next
}

/** Each block as a line: its form before its words, notes as `^`, the caret as `|`. */
function shown({ doc, selection }: EditorState): string[] {
  return doc.children.map((block) => {
    const { kind, level, marker } = block.attrs
    const form = kind === 'paragraph' ? '' : kind === 'item' ? `${'  '.repeat(level)}${marker} ` : `${kind} ${level} `
    let words = ''
    let offset = 0
    const caret = selection.empty && selection.$from.parent === block ? selection.$from.parentOffset : -1
    block.forEach((child) => {
      const text = child.isText ? (child.text ?? '') : '^'
      words += caret >= offset && caret < offset + text.length ? `${text.slice(0, caret - offset)}|${text.slice(caret - offset)}` : text
      offset += text.length
    })
    return form + words + (caret === offset ? '|' : '')
  })
}

const noted = (text: string, ...places: number[]): Block =>
  aBlock(text, { footnotes: places.map((at, index) => ({ id: numberedId(100 + index), at, text: 'Note' })) })

describe('paragraphs', () => {
  test('Enter parts a paragraph, each footnote goes with its words, and the new one has an id of its own', () => {
    const parted = after(writing([noted('first |second', 5, 12)]), splitBlock)
    expect(shown(parted)).toEqual(['first^ ', '|second^'])
    expect(new Set(parted.doc.children.map(({ attrs }) => attrs['id'])).size).toBe(2)
  })

  test('Enter writes over what is chosen', () => {
    expect(shown(after(writing([aBlock('one |two| three')]), splitBlock))).toEqual(['one ', '| three'])
  })

  test('after a heading comes a paragraph; inside one, the rest of it', () => {
    const heading = (text: string) => aBlock(text, { kind: 'heading', level: 1 })
    expect(shown(after(writing([heading('Heading|')]), splitBlock))).toEqual(['heading 1 Heading', '|'])
    expect(shown(after(writing([heading('Head|ing')]), splitBlock))).toEqual(['heading 1 Head', 'heading 1 |ing'])
  })

  test('Backspace at the start joins it to the one above, footnotes and all', () => {
    expect(shown(after(writing([noted('first', 5), aBlock('| second')]), joinUp))).toEqual(['first^| second'])
  })

  test('an empty one above gives way, so that a heading stays one', () => {
    expect(shown(after(writing([aBlock(''), aBlock('|Heading', { kind: 'heading' })]), joinUp))).toEqual(['heading 0 |Heading'])
  })

  test('the first one stays as it is', () => {
    expect(shown(after(writing([aBlock('|first')]), joinUp))).toEqual(['|first'])
  })

  test('move up and down with the caret, several at once, and not past the ends', () => {
    const blocks = (caret: number) => ['a', 'b', 'c'].map((text, index) => aBlock(index === caret ? `${text}|` : text))
    expect(shown(after(writing(blocks(1)), moveBlocks(-1)))).toEqual(['b|', 'a', 'c'])
    expect(shown(after(writing(blocks(1)), moveBlocks(1)))).toEqual(['a', 'c', 'b|'])
    expect(shown(after(writing(blocks(0)), moveBlocks(-1)))).toEqual(['a|', 'b', 'c'])
    const both = after(writing([aBlock('a'), aBlock('|b'), aBlock('c|')]), moveBlocks(-1))
    expect([shown(both), both.doc.textBetween(both.selection.from, both.selection.to, ' ')]).toEqual([['b', 'c', 'a'], 'b c'])
  })

  test('become headings of either rank and quotations, and paragraphs again', () => {
    const heading = after(writing([aBlock('Words|')]), setKind('heading', 1))
    expect(shown(heading)).toEqual(['heading 1 Words|'])
    expect(shown(after(heading, setKind('quotation')))).toEqual(['quotation 0 Words|'])
    expect(shown(after(heading, setKind('heading', 1)))).toEqual(['Words|'])
  })
})

describe('lists', () => {
  test('a line goes at most one level below the one above, and out of the list at the margin', () => {
    const lines = writing([line('a'), line('b|'), aBlock('c')])
    const inward = after(lines, shiftLevel(1))
    expect(shown(inward)).toEqual(['bullet a', '  bullet b|', 'c'])
    expect(shown(after(inward, shiftLevel(1)))).toEqual(shown(inward))
    expect(shown(after(lines, shiftLevel(-1)))).toEqual(['bullet a', 'b|', 'c'])
    expect(shown(after(writing([line('a|')]), shiftLevel(1)))).toEqual(['bullet a|'])
  })

  test('several chosen lines go in together', () => {
    expect(shown(after(writing([line('a'), line('|b'), line('c|')]), shiftLevel(1)))).toEqual(['bullet a', '  bullet b', '  bullet c'])
  })

  test('outside a list Tab is left to the window', () => {
    expect(shiftLevel(1)(writing([aBlock('words|')]))).toBe(false)
  })

  test('Enter on an empty line and Backspace at a line’s start lead outward', () => {
    expect(shown(after(writing([line('a'), line('|', 1)]), splitBlock))).toEqual(['bullet a', 'bullet |'])
    expect(shown(after(writing([line('a'), line('|b')]), joinUp))).toEqual(['bullet a', '|b'])
  })

  test('paragraphs become lines of one mark and keep their level when the mark changes', () => {
    expect(shown(after(writing([aBlock('|a'), aBlock('b|')]), setMarker('number')))).toEqual(['number a', 'number b'])
    expect(shown(after(writing([line('a'), line('b|', 1)]), setMarker('letter')))).toEqual(['bullet a', '  letter b|'])
    expect(shown(after(writing([line('a|')]), setMarker('bullet')))).toEqual(['a|'])
  })

  test('numbers and letters count on within a list, level by level, as they are printed', () => {
    const { doc } = writing([
      line('', 0, 'number'),
      line('', 1, 'letter'),
      line('', 1, 'letter'),
      line('', 0, 'number'),
      line('', 1, 'bullet'),
      aBlock(''),
      line('', 0, 'number'),
    ])
    expect(labelsOf(doc)).toEqual(['1.', 'a.', 'b.', '2.', '–', '', '1.'])
  })
})

describe('footnotes', () => {
  test('are added behind what is chosen', () => {
    const added = after(writing([aBlock('te|xt')]), insertNote(numberedId(9)))
    expect(shown(added)).toEqual(['te^|xt'])
    expect(blocksOf(added.doc.toJSON())[0]?.footnotes).toEqual([{ id: numberedId(9), at: 2, text: '' }])
  })

  test('go with their mark, by Backspace behind it and by Delete before it', () => {
    const behind = writing([noted('te|xt', 2)])
    const afterMark = behind.apply(behind.tr.setSelection(TextSelection.create(behind.doc, 4)))
    expect(shown(after(afterMark, joinUp))).toEqual(['te|xt'])
    const before = behind.apply(behind.tr.setSelection(TextSelection.create(behind.doc, 3)))
    expect(shown(after(before, deleteNoteAhead))).toEqual(['te|xt'])
  })
})

describe('links', () => {
  const href = 'https://example.org/a'

  test('are put on what is chosen, found at the caret, and taken away whole', () => {
    const linked = after(writing([aBlock('see |the survey| now')]), setLink(href))
    expect(blocksOf(linked.doc.toJSON())[0]?.marks).toEqual([{ kind: 'link', start: 4, end: 14, href }])
    const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 8)))
    expect(linkHere(inside)).toEqual({ from: 5, to: 15, href })
    expect(blocksOf(after(inside, setLink(null)).doc.toJSON())[0]).not.toHaveProperty('marks')
    expect(blocksOf(after(inside, setLink('mailto:a@b.example')).doc.toJSON())[0]?.marks).toMatchObject([{ start: 4, end: 14 }])
  })

  test('without any words chosen the address is written', () => {
    const [block] = blocksOf(after(writing([aBlock('see |')]), setLink(href)).doc.toJSON())
    expect(block?.text).toBe(`see ${href}`)
  })
})

test('blocks and notes that came in twice get ids of their own, the first keeps its id', () => {
  const twice = noted('text', 2)
  const state = writing([twice, { ...twice, text: 'more' }])
  const tr = withOwnIds(state)
  const [first, second] = blocksOf((tr?.doc ?? state.doc).toJSON())
  expect(first?.id).toBe(twice.id)
  expect(first?.footnotes[0]?.id).toBe(numberedId(100))
  expect(second?.id).not.toBe(twice.id)
  expect(second?.footnotes[0]?.id).not.toBe(numberedId(100))
  expect(withOwnIds(writing([aBlock('a'), aBlock('b')]))).toBeNull()
})

describe('places in the text', () => {
  test('leave out the marks of notes, which stand outside of what they adjoin', () => {
    const block = writing([noted('abcdef', 2, 4)]).doc.child(0)
    expect(textOf(block)).toBe('abcdef')
    expect(positionsOf(block, 0, 2, 4)).toEqual({ from: 4, to: 6 })
    expect(positionsOf(block, 0, 0, 6)).toEqual({ from: 1, to: 9 })
  })

  test('only the paragraph that was written in is looked at again', () => {
    const state = writing([aBlock('one'), aBlock('two|'), aBlock('three')])
    const written = state.apply(state.tr.insertText('!', state.selection.from))
    const changed: string[] = []
    changedBlocks(state.doc, written.doc, (block) => changed.push(textOf(block)))
    expect(changed).toEqual(['two!'])
    expect(sameOutline(state.doc, written.doc)).toBe(true)
    expect(sameOutline(state.doc, after(state, splitBlock).doc)).toBe(false)
    expect(sameOutline(state.doc, after(state, setKind('heading')).doc)).toBe(false)
  })
})
