import { describe, expect, it } from 'vitest'
import { type Block, heading, headingLevels, paragraph, text } from '#shared/documents/blocks.ts'
import { type Layout, layOut, layouts } from '#shared/documents/layouts.ts'
import type { Language } from '#shared/model/language.ts'
import { writeHtml } from '../../../main/files/html/write-html.ts'
import { aDocument } from '../../builders/document.ts'
import { samplePlan, sampleRegister } from '../../shared/documents/sample-plan.ts'

const pageOf = (layout: Layout, language: Language): string =>
  writeHtml(layOut(samplePlan(), layout, { language, register: sampleRegister() }))

/** What stands between the page's `main` tags. */
const mainOf = (html: string): string => /<main>\n(.*)\n<\/main>/s.exec(html)?.[1] ?? ''

describe('a web page', () => {
  it('writes words, links, notes and changes as what they are', () => {
    const html = writeHtml(
      aDocument(
        [
          heading(1, 'A & B <script>alert(1)</script>'),
          paragraph([
            text('Seen', { bold: true }),
            { kind: 'note', number: 1 },
            text(' “at” "home"', { italic: true }),
            text('new', { change: 'inserted' }),
            text('old', { change: 'struck' }),
            text('the seat', { link: 'https://example.org/?a="b"&c', language: 'fr' }),
            text('a trap', { link: 'javascript:alert(1)' }),
          ]),
        ],
        { footnotes: [{ number: 1, runs: [text('By us.')] }] },
      ),
    )
    expect(mainOf(html)).toBe(
      `<h1>A &amp; B &lt;script&gt;alert(1)&lt;/script&gt;</h1>
<p><strong>Seen</strong><sup><a href="#_ftn1" id="_ftnref1" role="doc-noteref">1</a></sup><em> “at” &quot;home&quot;</em><ins>new</ins><del>old</del><a href="https://example.org/?a=&quot;b&quot;&amp;c" lang="fr">the seat</a>a trap</p>
<section class="notes" role="doc-endnotes">
<div><p><a href="#_ftnref1" id="_ftn1" role="doc-backlink">1</a> By us.</p></div>
</section>`,
    )
  })

  it('says where text begins at the right, and leaves all other to the browser', () => {
    const html = writeHtml(
      aDocument(
        [
          heading(1, 'שלום'),
          paragraph('By שלום and 王晓明'),
          { kind: 'list', items: [{ label: '•', blocks: [paragraph('مصر (Egypt)')] }] },
        ],
        { footnotes: [{ number: 1, runs: [text('ملاحظة')] }] },
      ),
    )
    expect(mainOf(html)).toBe(
      `<h1 dir="rtl">שלום</h1>
<p>By שלום and 王晓明</p>
<ul><li dir="rtl">مصر (Egypt)</li></ul>
<section class="notes" role="doc-endnotes">
<div><p dir="rtl"><a href="#_ftnref1" id="_ftn1" role="doc-backlink">1</a> ملاحظة</p></div>
</section>`,
    )
  })

  it('draws lists with the labels of the document', () => {
    const item = (label: string, ...below: readonly Block[]) => ({
      label,
      blocks: [paragraph(`words${label}`), ...below.filter((block) => block.kind === 'list')],
    })
    const list = (...items: readonly ReturnType<typeof item>[]): Block => ({ kind: 'list', items })
    const html = writeHtml(
      aDocument([
        list(item('3.'), item('4.', list(item('a.'), item('b.', list(item('i.'), item('ii.')))))),
        list(item('•'), item('•', list(item('–')))),
        list(item('1.'), item(''), item('2.')),
        list(item('(x)'), item('Annex')),
      ]),
    )
    expect(mainOf(html).split('\n')).toEqual([
      '<ol start="3"><li>words3.</li><li>words4.<ol type="a"><li>wordsa.</li><li>wordsb.<ol type="i"><li>wordsi.</li><li>wordsii.</li></ol></li></ol></li></ol>',
      '<ul><li>words•</li><li>words•<ul class="dash"><li>words–</li></ul></li></ul>',
      '<ol><li>words1.</li><li class="bare">words</li><li value="2">words2.</li></ol>',
      '<ul><li class="bare">(x) words(x)</li><li class="bare">Annex wordsAnnex</li></ul>',
    ])
  })

  it('has headings in order, whatever their depths were', () => {
    const html = writeHtml(
      aDocument([heading(3, 'Deep'), heading(1, 'Title'), heading(3, 'Deeper'), heading(3, 'Deeper still'), heading(2, 'Part')]),
    )
    expect(mainOf(html)).toBe('<h1>Deep</h1>\n<h1>Title</h1>\n<h2>Deeper</h2>\n<h2>Deeper still</h2>\n<h2>Part</h2>')
  })

  it('has an element for each level of heading, deeper ones with their level said, and what stands in them', () => {
    const runs = [text('Scope', { italic: true }), { kind: 'note' as const, number: 1 }]
    const html = writeHtml(
      aDocument(
        headingLevels.map((level) => heading(level, level === 4 ? runs : `Level ${level}`)),
        { footnotes: [{ number: 1, runs: [text('As agreed.')] }] },
      ),
    )
    expect(mainOf(html).split('\n').slice(0, 8)).toEqual([
      '<h1>Level 1</h1>',
      '<h2>Level 2</h2>',
      '<h3>Level 3</h3>',
      '<h4><em>Scope</em><sup><a href="#_ftn1" id="_ftnref1" role="doc-noteref">1</a></sup></h4>',
      '<h5>Level 5</h5>',
      '<h6>Level 6</h6>',
      '<h6 aria-level="7">Level 7</h6>',
      '<h6 aria-level="8">Level 8</h6>',
    ])
  })

  it('says its language, title and who speaks, and what stands at the foot of printed sheets', () => {
    const html = writeHtml(aDocument([paragraph('Mots.')], { language: 'fr', title: 'Plan </title> 1', footer: 'DOC"}</style>' }))
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/)
    expect(html).toContain('<title>Plan &lt;/title&gt; 1</title>')
    expect(html).toContain('<meta name="author" content="Committee, Council">')
    expect(html).toContain('"Page " counter(page) " sur " counter(pages) ""')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })

  it('fetches nothing and runs nothing, and is the same text every time', () => {
    for (const layout of layouts) {
      const html = pageOf(layout, 'es')
      expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i)
      expect(pageOf(layout, 'es')).toBe(html)
    }
  })
})
