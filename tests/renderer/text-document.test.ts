import { getSchema } from '@tiptap/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Mark } from '#shared/model/section.ts'
import { withMarks } from '#shared/operations/marks.ts'
import { blocksOf, documentOf } from '../../renderer/features/text/document.ts'
import { textSchema } from '../../renderer/features/text/schema.ts'
import { mergeBlocks, stepBetween } from '../../renderer/features/text/steps.ts'
import { aBlock, numberedId } from '../builders/plan.ts'

const schema = getSchema(textSchema)

/** Through the editor's own document and back. */
const throughEditor = (blocks: readonly Block[]): Block[] => blocksOf(schema.nodeFromJSON(documentOf(blocks)).toJSON())

const note = (id: number, at: number, text = 'A source.') => ({ id: numberedId(id), at, text })

const arbitraryMark = (length: number): fc.Arbitrary<Mark> =>
  fc
    .tuple(fc.nat(length), fc.nat(length), fc.constantFrom('bold', 'italic', 'https://a.example', 'mailto:b@c.example'))
    .map(([a, b, look]) => {
      const range = { start: Math.min(a, b), end: Math.max(a, b) + 1 }
      return look === 'bold' || look === 'italic' ? { kind: look, ...range } : { kind: 'link', ...range, href: look }
    })

const arbitraryBlock = (id: string): fc.Arbitrary<Block> =>
  fc.string({ unit: 'grapheme', maxLength: 30 }).chain((text) =>
    fc
      .record({
        id: fc.constant(id),
        kind: fc.constantFrom('paragraph', 'heading', 'item', 'quotation'),
        level: fc.nat(5),
        marker: fc.constantFrom('none', 'number', 'bullet', 'letter'),
        text: fc.constant(text),
        places: fc.array(fc.nat(text.length), { maxLength: 3 }),
        marks: fc.array(arbitraryMark(text.length), { maxLength: 4 }),
      })
      .map(({ places, marks, ...block }) =>
        withMarks(
          {
            ...block,
            footnotes: places
              .toSorted((a, b) => a - b)
              .map((at, index) => ({ id: `${id.slice(0, -4)}f${id.slice(-2)}${index}`, at, text: `n${index}` })),
          },
          marks,
        ),
      ),
  )

const arbitraryBlocks = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => arbitraryBlock(numberedId(index + 1)))))

/** Two links cannot lie over the same words: of those that do, the editor keeps one. */
const withoutCrossedLinks = (block: Block): Block =>
  withMarks(
    block,
    (block.marks ?? []).filter(
      (mark, index, all) => mark.kind !== 'link' || !all.some((other, at) => at < index && other.kind === 'link' && other.end > mark.start),
    ),
  )

describe('a section in the editor', () => {
  test('comes back as it was: ids, kinds, words, notes, looks and links', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (arbitrary) => {
        const blocks = arbitrary.map(withoutCrossedLinks)
        expect(throughEditor(blocks)).toEqual(blocks)
      }),
    )
  })

  test('has one paragraph to write in when it is empty', () => {
    expect(throughEditor([])).toMatchObject([{ kind: 'paragraph', text: '', footnotes: [] }])
  })

  test('a note beyond the words stands at their end, and notes stand in the order of their marks', () => {
    const [block] = throughEditor([aBlock('Four', { footnotes: [note(1, 99), note(2, 1)] })])
    expect(block?.footnotes).toEqual([note(2, 1), note(1, 4)])
  })
})

describe('steps of writing', () => {
  const [one, two] = [aBlock('One two.', { id: numberedId(1) }), aBlock('Three.', { id: numberedId(2) })]

  test.each([
    ['step.text', [{ ...one, text: 'One and two.' }, two]],
    ['step.split-paragraph', [{ ...one, text: 'One ' }, aBlock('two.'), two]],
    ['step.join-paragraphs', [{ ...one, text: 'One two.Three.' }]],
    ['step.remove-paragraph', [two]],
    ['step.paste-text', [one, aBlock('Pasted.'), two]],
    ['step.move-paragraph', [two, one]],
    ['step.add-note', [{ ...one, footnotes: [note(9, 3)] }, two]],
    ['step.list-level', [{ ...one, kind: 'item', marker: 'bullet' }, two]],
    ['step.style', [{ ...one, kind: 'heading' }, two]],
    ['step.format', [{ ...one, marks: [{ kind: 'bold', start: 0, end: 3 }] }, two]],
  ] satisfies readonly (readonly [string, Block[]])[])('%s', (step, after) => {
    expect(stepBetween([one, two], after)).toBe(step)
  })

  test('a note removed is a step of its own name', () => {
    expect(stepBetween([{ ...one, footnotes: [note(9, 3)] }], [one])).toBe('step.remove-note')
  })
})

describe('what is written while the section changes elsewhere', () => {
  const [one, two, three] = ['One.', 'Two.', 'Three.'].map((text, index) => aBlock(text, { id: numberedId(index + 1) })) as [
    Block,
    Block,
    Block,
  ]
  const words = (blocks: readonly Block[]) => blocks.map(({ text }) => text)

  test('stays, and so does what changed there', () => {
    const mine = [{ ...one, text: 'One, written.' }, two, three]
    const theirs = [one, { ...two, text: 'Two, replaced.' }, three]
    expect(words(mergeBlocks([one, two, three], mine, theirs))).toEqual(['One, written.', 'Two, replaced.', 'Three.'])
  })

  test('comes back where it stood when its paragraph was removed there', () => {
    const mine = [one, { ...two, text: 'Two, written.' }, three]
    expect(words(mergeBlocks([one, two, three], mine, [one, three]))).toEqual(['One.', 'Two, written.', 'Three.'])
  })

  test('what was removed here stays removed, what was added there stays added', () => {
    expect(words(mergeBlocks([one, two], [one], [one, two, three]))).toEqual(['One.', 'Three.'])
  })

  test('nothing written is ever lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        (edited, removed) => {
          const base = [one, two, three]
          const mine = base.map((block, index) => (edited[index] === true ? { ...block, text: `${block.text}!` } : block))
          const merged = mergeBlocks(
            base,
            mine,
            base.filter((_, index) => removed[index] !== true),
          )
          for (const [index, block] of mine.entries()) if (edited[index] === true) expect(words(merged)).toContain(block.text)
        },
      ),
    )
  })
})
