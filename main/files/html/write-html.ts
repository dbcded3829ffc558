import {
  type Block,
  type Cell,
  type DocumentBlocks,
  type Heading,
  headingTitle,
  type List,
  type ListItem,
  nestHeadings,
  type Paragraph,
  type Run,
  type Table,
  type TextBlock,
  type TextRun,
} from '#shared/documents/blocks.ts'
import { hasSafeScheme } from '#shared/lib/links.ts'
import { documentLabels } from '#shared/locales/documents/labels.ts'
import { startsLeftward } from '../direction.ts'
import { type CountedLabel, isBullet, labelFollows, labelReadings } from '../list-labels.ts'
import { styleOf } from './style.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they stand in a page: signs escaped, and no character that a page may not hold. */
const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

const wrapped = (tag: string, words: string, wanted: boolean): string => (wanted ? `<${tag}>${words}</${tag}>` : words)

function textHtml(run: TextRun): string {
  const lines = escaped(run.text).replaceAll('\n', '<br>')
  const changed = run.change === undefined ? lines : wrapped(run.change === 'inserted' ? 'ins' : 'del', lines, true)
  const set = wrapped('em', wrapped('strong', changed, run.bold === true), run.italic === true && run.means !== 'title')
  const meant =
    run.means === 'title' ? `<cite class="instrument">${set}</cite>` : run.means === 'venue' ? `<span class="venue">${set}</span>` : set
  const language = run.language === undefined ? '' : ` lang="${run.language}"`
  if (run.link !== undefined && hasSafeScheme(run.link)) return `<a href="${escaped(run.link)}"${language}>${meant}</a>`
  return language === '' ? meant : `<span${language}>${meant}</span>`
}

/** A note's mark leads to the note, and the note's number back to its first mark. */
const markHtml = (number: number): string => `<sup><a href="#_ftn${number}" id="_ftnref${number}" role="doc-noteref">${number}</a></sup>`

const runsHtml = (runs: readonly Run[]): string => runs.map((run) => (run.kind === 'note' ? markHtml(run.number) : textHtml(run))).join('')

const classes = (...names: readonly (string | false | undefined)[]): string => {
  const given = names.filter(Boolean)
  return given.length > 0 ? ` class="${given.join(' ')}"` : ''
}

/** Text that begins at the right says so. */
const direction = (runs: readonly Run[]): string => (startsLeftward(runs) ? ' dir="rtl"' : '')

const itemDirection = ({ blocks: [first] }: ListItem): string => (first === undefined || first.kind === 'list' ? '' : direction(first.runs))

/** `inCell`: headings inside a table are plain lines, since the page's outline does not lead through its cells. */
function textBlockHtml(block: Heading | Paragraph, inCell: boolean, breaksPage = false): string {
  const page = breaksPage && 'new-page'
  switch (block.kind) {
    case 'heading':
      return inCell ? `<p class="label"${direction(block.runs)}>${runsHtml(block.runs)}</p>` : headingHtml(block, page)
    case 'paragraph':
      return paragraphHtml(block, page)
  }
}

/** Pages have six elements for headings; a deeper one says its level besides. */
function headingHtml({ level, runs }: Heading, page: string | false): string {
  const name = `h${Math.min(level, 6)}`
  return `<${name}${level > 6 ? ` aria-level="${level}"` : ''}${classes(page)}${direction(runs)}>${runsHtml(runs)}</${name}>`
}

function paragraphHtml({ style, runs, leads }: Paragraph, page: string | false): string {
  const words = runsHtml(runs)
  if (style === 'quotation') return `<blockquote${classes('quotation', leads && 'leads', page)}${direction(runs)}>${words}</blockquote>`
  return `<p${classes(style !== 'body' && style, leads && 'leads', page)}${direction(runs)}>${words}</p>`
}

/** `belowLine`: the text stands in a list that follows a line. */
const textHtmlOf = (blocks: readonly TextBlock[], inCell: boolean, belowLine?: boolean): string =>
  blocks
    .map((block, index) =>
      block.kind === 'list' ? listHtml(block, inCell, belowLine ?? blocks[index - 1]?.kind === 'paragraph') : textBlockHtml(block, inCell),
    )
    .join('')

/** Names of the bullets that browsers do not draw by themselves. */
const bulletNames: Readonly<Record<string, string>> = { '–': 'dash', '·': 'point' }

const types = { decimal: '1', lowerLetter: 'a', lowerRoman: 'i' } as const

/** The numbers of a list's items where its first label begins a count that all others follow, but for lines without; null for any other. */
function countOf(items: readonly ListItem[]): CountedLabel | null {
  const labels = items.flatMap(({ label }) => (label === '' ? [] : [label]))
  const possible = labelReadings(labels[0] ?? '').toSorted((a, b) => a.number - b.number)
  const first = possible.find((reading) => {
    let last = reading
    return labels.slice(1).every((label) => {
      const next = labelReadings(label).find((one) => labelFollows(last, one))
      if (next !== undefined) last = next
      return next !== undefined
    })
  })
  return first !== undefined && first.before === '' && first.after === '.' ? first : null
}

/** A list in the page's own terms; an item whose label no list draws has it written. */
function listHtml({ items }: List, inCell: boolean, belowLine: boolean): string {
  // A line without a mark is read back one deeper where the outermost list follows a line of text.
  const bare = (item: ListItem) => `<li${classes('bare', belowLine && 'deeper')}${itemDirection(item)}>${inside(item)}</li>`
  const inside = ({ blocks }: ListItem): string => {
    const [first, ...rest] = blocks
    // The item's own words need no paragraph where nothing but lists follows them.
    const plain = first?.kind === 'paragraph' && first.style === 'body' && rest.every(({ kind }) => kind === 'list')
    return plain ? `${runsHtml(first.runs)}${textHtmlOf(rest, inCell, belowLine)}` : textHtmlOf(blocks, inCell, belowLine)
  }
  const count = countOf(items)
  if (count !== null) {
    const type = count.format === 'decimal' ? '' : ` type="${types[count.format]}"`
    const start = count.number === 1 ? '' : ` start="${count.number}"`
    let number = count.number
    const drawn = items.map((item, index) => {
      if (item.label === '') return bare(item)
      // Browsers count lines without a mark too.
      const value = index > 0 && items[index - 1]?.label === '' ? ` value="${number}"` : ''
      number += 1
      return `<li${value}${itemDirection(item)}>${inside(item)}</li>`
    })
    return `<ol${type}${start}>${drawn.join('')}</ol>`
  }
  const bullet = items.find(({ label }) => isBullet(label))?.label ?? ''
  const drawn = items.map((item) => {
    if (item.label === '') return bare(item)
    return item.label === bullet
      ? `<li${itemDirection(item)}>${inside(item)}</li>`
      : `<li class="bare"${itemDirection(item)}>${escaped(item.label)} ${inside(item)}</li>`
  })
  return `<ul${classes(bulletNames[bullet])}>${drawn.join('')}</ul>`
}

/** `caption` says what the table holds, to readers who do not see the heading above it. */
function tableHtml({ look, columns, rows }: Table, caption: string, breaksPage: boolean): string {
  const ruled = look === 'ruled'
  const role = (name: string) => (ruled ? ` role="${name}"` : '')
  const cellHtml = ({ blocks, muted }: Cell, column: number): string => {
    const words = textHtmlOf(blocks, true)
    if (ruled && column === 0) return `<th scope="row"${role('rowheader')}>${words}</th>`
    return `<td${role('cell')}${classes(muted === true && 'muted')}>${words}</td>`
  }
  const widths = columns.map(({ width }) => width)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const group = `<colgroup>${widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(1)}%">`).join('')}</colgroup>`
  const heads = columns.map(({ heading }) => `<th scope="col"${role('columnheader')}>${escaped(heading)}</th>`).join('')
  const head = columns.some(({ heading }) => heading !== '') ? `<thead${role('rowgroup')}><tr${role('row')}>${heads}</tr></thead>` : ''
  // Cards on a telephone are still a table to those who hear it.
  const body = rows.map(({ cells }) => `<tr${role('row')}>${cells.map(cellHtml).join('')}</tr>`).join('\n')
  const table = `<table${classes(ruled ? 'ruled' : 'grid', look === 'matrix' && 'matrix')}${role('table')}>
<caption>${escaped(caption)}</caption>${group}${head}<tbody${role('rowgroup')}>
${body}
</tbody></table>`
  if (ruled) return breaksPage ? `<div class="new-page">${table}</div>` : table
  return `<div${classes('scroll', breaksPage && 'new-page')} role="region" aria-label="${escaped(caption)}" tabindex="0">${table}</div>`
}

function bodyHtml(blocks: readonly Block[], title: string): string {
  const written: string[] = []
  let above = title
  let breaksPage = false
  let last: Block | null = null
  // Who moves from heading to heading meets no gap in their levels.
  for (const block of nestHeadings(blocks)) {
    if (block.kind === 'page-break') breaksPage = true
    else if (block.kind === 'heading') {
      above = headingTitle(block)
      written.push(textBlockHtml(block, false, breaksPage))
      breaksPage = false
    } else {
      written.push(
        block.kind === 'table'
          ? tableHtml(block, above, breaksPage)
          : block.kind === 'list'
            ? listHtml(block, false, last?.kind === 'paragraph')
            : textBlockHtml(block, false, breaksPage),
      )
      breaksPage = false
    }
    last = block
  }
  return written.join('\n')
}

function mastheadHtml({ masthead: { body, committee, lines } }: DocumentBlocks): string {
  if (!body && !committee && lines.length === 0) return ''
  const left = `${body ? `<p class="masthead-body">${escaped(body)}</p>` : ''}${committee ? `<p class="masthead-committee">${escaped(committee)}</p>` : ''}`
  const right = lines.map((line) => `<p>${escaped(line)}</p>`).join('')
  return `<header class="masthead"><div>${left}</div>${right ? `<div class="paper">${right}</div>` : ''}</header>\n`
}

function notesHtml({ footnotes }: DocumentBlocks): string {
  if (footnotes.length === 0) return ''
  const notes = footnotes.map(
    ({ number, runs }) =>
      `<div><p${direction(runs)}><a href="#_ftnref${number}" id="_ftn${number}" role="doc-backlink">${number}</a> ${runsHtml(runs)}</p></div>`,
  )
  return `\n<section class="notes" role="doc-endnotes">\n${notes.join('\n')}\n</section>`
}

/** What stands before, between and after the page's number and the number of pages. */
function pageWords({ language }: DocumentBlocks): readonly [string, string, string] {
  const [before = '', between = '', after = ''] = documentLabels[language].page(101, 202).split(/101|202/)
  return [before, between, after]
}

/**
 * Writes a document as one web page that needs nothing but itself: no script, no picture, no address that is fetched. It can be read by
 * ear, on a telephone, in the dark and on paper. The same document gives the same text.
 */
export function writeHtml(document: DocumentBlocks): string {
  const { language, title, masthead, orientation } = document
  const author = [masthead.committee, masthead.body].filter(Boolean).join(', ')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${author ? `<meta name="author" content="${escaped(author)}">\n` : ''}<style>${styleOf(document.footer, pageWords(document), orientation)}</style>
</head>
<body${classes(orientation === 'landscape' && 'wide')}>
${mastheadHtml(document)}<main>
${bodyHtml(document.blocks, title)}${notesHtml(document)}
</main>
</body>
</html>
`
}
