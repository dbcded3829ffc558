import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyBlocks } from '#shared/documents/copied-text.ts'
import { readPastedText } from '#shared/importing/pasted-text.ts'
import type { Block } from '#shared/model/section.ts'
import { aBlock, counterIds, numberedId } from '../../builders/plan.ts'

const read = (html: string, text = ''): Block[] => readPastedText({ html, text }, counterIds())

/** Each block as a line: its form before its words. */
const shown = (blocks: readonly Block[]): string[] =>
  blocks.map(({ kind, level, marker, text }) =>
    kind === 'paragraph' ? text : kind === 'item' ? `${'  '.repeat(level)}${marker} ${text}` : `${kind} ${level} ${text}`,
  )

describe('pasted text', () => {
  test('from a page keeps headings, paragraphs, lists within lists and quotations', () => {
    const html = `<h2>Aims</h2><p>First
      paragraph.</p><ul><li>one<ol type="a"><li>deeper</li></ol></li><li><p>two</p></li></ul><blockquote><p>Said.</p></blockquote><h3>More</h3>`
    expect(shown(read(html))).toEqual([
      'heading 0 Aims',
      'First paragraph.',
      'bullet one',
      '  letter deeper',
      'bullet two',
      'quotation 0 Said.',
      'heading 1 More',
    ])
  })

  test('from Word keeps lists, whose marks Word draws as words, and notes', () => {
    const html = `<!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>First</p>
      <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span>Second</p>
      <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Third</p>
      <p class=MsoNormal>It is so.<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> Truly.</p><!--EndFragment-->
      <div><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"><span>[1]</span></a> The source.</p></div></div>`
    const blocks = read(html)
    expect(shown(blocks)).toEqual(['number First', '  letter Second', '  bullet Third', 'It is so. Truly.'])
    expect(blocks[3]?.footnotes).toMatchObject([{ at: 9, text: 'The source.' }])
  })

  test('a level that no list of Word has is none', () => {
    const html = `<p style='mso-list:l0 level0 lfo1'>First</p><p style='mso-list:l0 level9 lfo1'>Second</p>`
    expect(read(html).map(({ kind, level }) => [kind, level])).toEqual([
      ['paragraph', 0],
      ['item', 0],
    ])
  })

  test('from Writer keeps notes and looks that its styles say', () => {
    const html = `<p><span style="font-weight: bold">Bold</span> and <font><i>slanted</i></font><a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p>
      <div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>See above.</p></div>`
    expect(read(html)).toMatchObject([
      {
        text: 'Bold and slanted',
        footnotes: [{ at: 16, text: 'See above.' }],
        marks: [
          { kind: 'bold', start: 0, end: 4 },
          { kind: 'italic', start: 9, end: 16 },
        ],
      },
    ])
  })

  test('keeps links of the web and of mail, and of the others their words', () => {
    const html = `<p><a href="https://example.org/a">one</a> <a href="javascript:alert(1)">two</a> <a href="mailto:a@b.example">three</a> <a href="file:///etc">four</a></p>`
    expect(read(html)[0]).toMatchObject({
      text: 'one two three four',
      marks: [
        { kind: 'link', start: 0, end: 3, href: 'https://example.org/a' },
        { kind: 'link', start: 8, end: 13, href: 'mailto:a@b.example' },
      ],
    })
  })

  test('takes nothing that is not read: scripts, styles, hidden words', () => {
    expect(
      shown(read('<style>p{}</style><p>Seen<script>x()</script><span style="display:none">unseen</span></p><img src=x onerror=y()>')),
    ).toEqual(['Seen'])
  })

  test('of a browser that wraps all in a bold that is none is not bold', () => {
    expect(read('<b style="font-weight:normal"><p>Plain</p></b>')[0]).not.toHaveProperty('marks')
  })

  test('as plain text keeps its lines and their marks', () => {
    expect(shown(read('', 'Opening:\r\n• one\n      2) two\n\nb) three'))).toEqual([
      'Opening:',
      'bullet one',
      '  number two',
      'letter three',
    ])
  })

  test('never fails, however deep it nests', () => {
    expect(shown(read(`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}`, 'deep'))).toEqual(['deep'])
    fc.assert(fc.property(fc.string(), fc.string(), (html, text) => void read(html, text)))
  })
})

describe('copied text', () => {
  test('is HTML with lists within lists, and plain text with their numbers', () => {
    const blocks = [
      aBlock('Aims & ends', { kind: 'heading' }),
      aBlock('one', { kind: 'item', marker: 'number' }),
      aBlock('deeper', { kind: 'item', marker: 'letter', level: 1 }),
      aBlock('two', { kind: 'item', marker: 'number' }),
      aBlock('See this', { marks: [{ kind: 'link', start: 4, end: 8, href: 'https://example.org/?a="b"' }] }),
    ]
    const { html, text } = copyBlocks(blocks)
    expect(html).toBe(
      '<h2>Aims &#38; ends</h2><ol><li>one<ol type="a"><li>deeper</li></ol></li><li>two</li></ol>' +
        '<p>See <a href="https://example.org/?a=&#34;b&#34;">this</a></p>',
    )
    expect(text).toBe('Aims & ends\n1. one\n  a. deeper\n2. two\nSee this')
  })

  test('of one paragraph are its words alone, without a paragraph around them', () => {
    expect(copyBlocks([aBlock('a <b>', { marks: [{ kind: 'italic', start: 0, end: 1 }] })])).toEqual({
      html: '<i>a</i> &#60;b&#62;',
      text: 'a <b>',
    })
  })

  test('pasted again is what it was, notes and looks too', () => {
    const word = fc.stringMatching(/^[a-zé&<>"]{1,8}$/)
    const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
    const block = fc.tuple(
      words,
      fc.constantFrom('paragraph', 'heading', 'item', 'quotation'),
      fc.constantFrom('number', 'bullet', 'letter'),
      fc.nat(3),
    )
    fc.assert(
      fc.property(fc.array(block, { minLength: 2, maxLength: 8 }), (parts) => {
        let above = -1
        const blocks = parts.map(([text, kind, marker, depth], index): Block => {
          const level = kind === 'item' ? Math.min(depth, above + 1) : 0
          above = kind === 'item' ? level : -1
          return aBlock(text, {
            kind,
            level,
            marker: kind === 'item' ? marker : 'none',
            footnotes: index % 2 === 0 ? [{ id: numberedId(index), at: text.length, text: 'A "note".' }] : [],
            ...(kind === 'heading' ? {} : { marks: [{ kind: 'bold', start: 0, end: 1 }] }),
          })
        })
        const plain = ({ footnotes, ...block }: Block) => ({ ...block, id: '', notes: footnotes.map(({ at, text }) => [at, text]) })
        expect(read(copyBlocks(blocks).html).map(plain)).toEqual(blocks.map(plain))
      }),
    )
  })
})
