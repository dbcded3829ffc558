import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { marksOf } from '#shared/importing/looks.ts'
import type { Block, Mark } from '#shared/model/section.ts'
import { withMarks } from '#shared/operations/marks.ts'
import { readPlanBytes } from '../../../main/files/read-plan.ts'
import { writeFormat } from '../../../main/files/formats.ts'
import { aBlock, anActivity, aPlan, aSection, counterIds, on } from '../../builders/plan.ts'
import { sampleRegister } from '../../shared/documents/sample-plan.ts'
import { convert, hasOffice } from './office.ts'

const register = sampleRegister()

function blocksIn(bytes: Uint8Array, name: string): readonly Block[] {
  const read = readPlanBytes(bytes, name, { makeId: counterIds(), register })
  if (!read.ok) throw new Error(read.error.sentence)
  return read.value.plan.sections.flatMap(({ blocks }) => blocks)
}

/** A text with what is set apart in it: `**bold**`, `_slanted_`, `[words](address)`. */
function drawn({ text, marks = [] }: Pick<Block, 'text' | 'marks'>): string {
  const signs = ({ kind }: Mark) => (kind === 'bold' ? ['**', '**'] : kind === 'italic' ? ['_', '_'] : ['[', ']'])
  const at = (place: number) => {
    const ends = marks.toReversed().filter(({ end }) => end === place)
    const starts = marks.filter(({ start }) => start === place)
    return [
      ...ends.map((mark) => `${signs(mark)[1]}${mark.kind === 'link' ? `(${mark.href})` : ''}`),
      ...starts.map((mark) => signs(mark)[0]),
    ].join('')
  }
  return Array.from({ length: text.length + 1 }, (_, place) => `${at(place)}${text.charAt(place)}`).join('')
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a web page', () => {
  const calendar =
    '<table><tr><th>Date</th><th>Mandate</th><th>Activity</th></tr><tr><td>3 May 2021</td><td></td><td><b>Opening</b></td></tr></table>'
  const read = (html: string): string[] => blocksIn(encode(`<html><body>${html}${calendar}`), 'plan.html').map(drawn)

  test('bold, slanted words and links come into the text', () => {
    expect(
      read(
        '<h2>How we work</h2><p>The <b>Chair</b> <i>decides</i>, see <a href="https://example.org/rules">the rules</a>.</p><ol><li>Write to <a href="mailto:cam@example.org"><strong>the</strong> Secretariat</a></li></ol>',
      ),
    ).toEqual([
      'The **Chair** _decides_, see [the rules](https://example.org/rules).',
      'Write to [**the** Secretariat](mailto:cam@example.org)',
    ])
  })

  test('what is closed in the wrong order is as browsers show it', () => {
    expect(read('<h2>How we work</h2><p>One <b>two <i>three</b> four</i> five<p>Six')).toEqual(['One **two _three** four_ five', 'Six'])
  })

  test('styles that word processors write in place of elements count', () => {
    expect(
      read(
        '<p>One <span style="font-weight:700">two</span> <b style="font-weight:normal">three</b> <em style="font-style:normal">four</em>',
      ),
    ).toEqual(['One **two** three four'])
  })

  test('a link that does not lead to the web or to a mailbox is its words', () => {
    expect(
      read('<p>See <a href="javascript:alert(1)">this</a>, <a href="file:///etc/passwd">that</a> and <a href="minutes.html">those</a>.'),
    ).toEqual(['See this, that and those.'])
  })

  test('the look of a heading is no emphasis, and an address written out is no link of its own', () => {
    expect(
      read('<h2>Work</h2><h3><b>Method <i>of</i> work</b></h3><p>See <a href="https://example.org/">https://example.org</a>.'),
    ).toEqual(['Method _of_ work', 'See https://example.org.'])
  })

  test('of paragraphs that say the same, and what a heading says, each keeps its own look', () => {
    expect(read('<h2>Aims</h2><p>Aims</p><p><b>Aims</b></p><h3>Scope.</h3><p><i>Aims</i></p><p>Scope.</p><p><b>Scope.</b></p>')).toEqual([
      'Aims',
      '**Aims**',
      'Scope.',
      '_Aims_',
      'Scope.',
      '**Scope.**',
    ])
  })

  test('words that introduce the list of mandates keep theirs', () => {
    expect(
      read('<h2>Mandates</h2><p>The <b>committee</b> acts on these.</p><p>1. AG/RES. 2910 (XLVII-O/17), operative paragraph 20</p>'),
    ).toEqual(['The **committee** acts on these.'])
  })

  test('cells and paragraphs that are left open end where the standard says', () => {
    const html = encode(
      '<table><tr><th>Date<th>Mandate<th>Activity<tr><td><p>3 May 2021<td><p>AG/RES. 2910 (XLVII-O/17)<td><p>Opening<p>Closing</table>',
    )
    const outcome = readPlanBytes(html, 'open.html', { makeId: counterIds(), register })
    expect(outcome.ok && outcome.value.plan.activities).toMatchObject([
      {
        when: { value: on('2021-05-03').value },
        mandate: [{ symbol: 'AG/RES. 2910 (XLVII-O/17)' }],
        items: [{ text: 'Opening' }, { text: 'Closing' }],
      },
    ])
  })
})

describe('a Word document', () => {
  const styles = `<w:styles xmlns:w="w">
    <w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="SS"><w:name w:val="Stronger"/><w:basedOn w:val="S"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:name w:val="Box"/><w:rPr><w:b/></w:rPr></w:style>
  </w:styles>`
  const run = (words: string, looks = ''): string => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const paragraph = (content: string, style = ''): string =>
    `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}<w:rPr><w:b/></w:rPr></w:pPr>${content}</w:p>`
  const cell = (content: string): string => `<w:tc>${paragraph(content)}</w:tc>`
  const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`
  const table = `<w:tbl>${row(run('Date', '<w:b/>'), run('Mandate', '<w:b/>'), run('Activity', '<w:b/>'))}${row(run('3 May 2021'), '', run('Opening', '<w:b/>'))}</w:tbl>`
  const field = (part: string): string => `<w:r><w:fldChar w:fldCharType="${part}"/></w:r>`
  const read = (...paragraphs: string[]): string[] =>
    blocksIn(
      zipSync({
        'word/document.xml': encode(`<w:document xmlns:w="w" xmlns:r="r"><w:body>${paragraphs.join('')}${table}</w:body></w:document>`),
        'word/styles.xml': encode(styles),
        'word/_rels/document.xml.rels': encode(
          '<Relationships><Relationship Id="r1" Target="https://example.org/rules"/><Relationship Id="r2" Target="file:///etc/passwd"/></Relationships>',
        ),
      }),
      'plan.docx',
    ).map(drawn)

  test('bold and slanted runs, by themselves and by the style of their words', () => {
    expect(
      read(
        paragraph(
          `${run('One ')}${run('two', '<w:b/>')}${run(' three ', '<w:b w:val="0"/>')}${run('four', '<w:i w:val="true"/>')}${run(', five.')}`,
        ),
        paragraph(`${run('Six', '<w:rStyle w:val="S"/>')} ${run(' seven ')}${run('eight', '<w:rStyle w:val="SS"/><w:b w:val="false"/>')}`),
      ),
    ).toEqual(['One **two** three _four_, five.', '**Six** seven _eight_'])
  })

  test('links and fields that lead to the web', () => {
    expect(
      read(
        paragraph(`${run('See ')}<w:hyperlink r:id="r1">${run('the ')}${run('rules', '<w:b/>')}</w:hyperlink>${run('.')}`),
        paragraph(
          `<w:hyperlink r:id="r2">${run('No')}</w:hyperlink>${run(' and ')}${field('begin')}<w:r><w:instrText>HYPERLINK "https://example.org/more"</w:instrText></w:r>${field('separate')}${run('more')}${field('end')}${run(' to read.')}`,
        ),
      ),
    ).toEqual(['See [the **rules**](https://example.org/rules).', 'No and [more](https://example.org/more) to read.'])
  })

  test('the bold of headings, of a paragraph’s style and of a former setting is no emphasis', () => {
    expect(
      read(
        paragraph(run('How we work', '<w:b/>'), 'H'),
        paragraph(run('In a box.'), 'B'),
        paragraph(run('As it was.', '<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>')),
      ),
    ).toEqual(['In a box.', 'As it was.'])
  })
})

/** Words, each and the blank before it with looks of its own, and notes behind some of them. */
const aText = fc
  .array(
    fc.record({
      word: fc.stringMatching(/^[a-zéñ]{2,7}$/),
      looks: fc.record({
        bold: fc.boolean(),
        italic: fc.boolean(),
        href: fc.constantFrom(null, null, 'https://example.org/a?b=1&c="2"', 'mailto:chair@example.org'),
      }),
      blankAlike: fc.boolean(),
      note: fc.option(fc.stringMatching(/^[A-Z][a-z]{2,9}$/), { freq: 6 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((pieces) => {
    let text = 'So '
    const marks: Mark[] = []
    const footnotes: Block['footnotes'] = []
    const makeId = counterIds()
    pieces.forEach(({ word, looks, blankAlike, note }, index) => {
      const start = text.length
      text += `${index === 0 ? '' : ' '}${word}`
      marks.push(...marksOf(looks, index === 0 || blankAlike ? start : start + 1, text.length))
      if (note !== null) footnotes.push({ id: makeId(), at: text.length, text: note })
    })
    return { text: `${text}.`, marks, footnotes }
  })

const aStyle = fc.constantFrom<Pick<Block, 'kind' | 'level' | 'marker'>>(
  { kind: 'paragraph', level: 0, marker: 'none' },
  { kind: 'quotation', level: 0, marker: 'none' },
  { kind: 'heading', level: 0, marker: 'none' },
  { kind: 'item', level: 0, marker: 'number' },
  { kind: 'item', level: 0, marker: 'bullet' },
)

const said = ({ kind, text, marks = [], footnotes }: Block) => ({
  kind,
  text: drawn({ text, marks: marks.filter((mark) => mark.kind !== 'bold' || kind !== 'heading') }),
  notes: footnotes.map((note) => [note.at, note.text]),
})

describe.each(['docx', 'html'] as const)('a plan written as %s and read back', (format) => {
  test('has the same words, looks, links and notes in the same places', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(aStyle, aText), { minLength: 1, maxLength: 6 }), async (texts) => {
        const blocks = texts.map(([style, { text, marks, footnotes }]) => withMarks({ ...aBlock(text, style), footnotes }, marks))
        const plan = aPlan({
          title: 'Calendar of the panel',
          sections: [aSection({ kind: 'other', heading: 'How we work', blocks })],
          activities: [anActivity({ when: on('2020-10-06', '09:00'), items: ['Opening'] })],
        })
        const { bytes } = await writeFormat(format, plan, { layout: 'document', paper: 'letter', language: 'en', register })
        expect(blocksIn(bytes, `plan.${format}`).map(said)).toEqual(blocks.map(said))
      }),
      { numRuns: 60 },
    )
  })
})

describe.skipIf(!hasOffice)('a plan written as a Word file and saved again by LibreOffice', { timeout: 120_000 }, () => {
  test.each(['docx', 'html'] as const)('keeps its words, looks, links and notes (%s)', async (format) => {
    const note = { id: counterIds()(), at: 4, text: 'As revised.' }
    const blocks = [
      withMarks({ ...aBlock('Work is done in the open, by consensus.'), footnotes: [note] }, [
        { kind: 'bold', start: 5, end: 12 },
        { kind: 'italic', start: 16, end: 24 },
        { kind: 'bold', start: 20, end: 38 },
      ]),
      withMarks(aBlock('In the spring, see the rules', { kind: 'heading' }), [
        { kind: 'link', start: 19, end: 28, href: 'https://example.org/rules' },
      ]),
      withMarks(aBlock('Write to the Secretariat.', { kind: 'item', marker: 'number' }), [
        { kind: 'link', start: 9, end: 24, href: 'mailto:cam@example.org' },
        { kind: 'bold', start: 13, end: 24 },
      ]),
      withMarks(aBlock('All of this is meant.'), [{ kind: 'bold', start: 0, end: 21 }]),
    ]
    const plan = aPlan({
      title: 'Calendar of the panel',
      sections: [aSection({ kind: 'other', heading: 'How we work', blocks })],
      activities: [anActivity({ when: on('2020-10-06', '09:00'), items: ['Opening'] })],
    })
    const { bytes } = await writeFormat('docx', plan, { layout: 'document', paper: 'letter', language: 'en', register })
    const saved = convert({ plan: bytes }, format, 'docx').get('plan') ?? new Uint8Array()
    expect(blocksIn(saved, `plan.${format}`).map(said)).toEqual(blocks.map(said))
  })
})
