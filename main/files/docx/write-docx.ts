import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { DocumentBlocks, TextBlock } from '#shared/documents/blocks.ts'
import { documentLabels } from '#shared/locales/documents/labels.ts'
import { startsLeftward } from '../direction.ts'
import { frameOf, type Paper } from '../pdf/sheet.ts'
import { Numbering } from './numbering.ts'
import { packSame } from './pack.ts'
import { documentStyles, fontTable, ink, twips } from './styles.ts'
import { noBorders, tableOf } from './table.ts'
import { type Before, paragraphsOf, runsOf, writable } from './text.ts'

/**
 * Writes a document as a Word file: styles, lists, notes and links are Word's own, so that it can be worked on. The same document gives the
 * same bytes.
 */
export async function writeDocx(document: DocumentBlocks, paper: Paper): Promise<Uint8Array> {
  const { masthead, language, orientation } = document
  const frame = frameOf(paper, orientation)
  const width = frame.right - frame.left
  const numbering = new Numbering()
  const children = [...mastheadOf(document, width), ...bodyOf(document, width, numbering)]
  const [short, long] = orientation === 'portrait' ? [frame.width, frame.height] : [frame.height, frame.width]
  const file = new Document({
    title: writable(document.title),
    creator: writable([masthead.committee, masthead.body].filter(Boolean).join(', ')),
    lastModifiedBy: 'Mandato',
    ...(masthead.symbol ? { subject: writable(masthead.symbol) } : {}),
    revision: 1,
    compatabilityModeVersion: 15,
    styles: documentStyles(language),
    numbering: { config: numbering.config },
    footnotes: Object.fromEntries(
      document.footnotes.map(({ number, runs }) => [
        number,
        {
          children: [
            new Paragraph({
              style: 'FootnoteText',
              ...(startsLeftward(runs) ? { bidirectional: true } : {}),
              children: [new TextRun(' '), ...runsOf(runs)],
            }),
          ],
        },
      ]),
    ),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: twips(short),
              height: twips(long),
              orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: {
              top: twips(frame.top),
              bottom: twips(frame.height - frame.bottom),
              left: twips(frame.left),
              right: twips(frame.left),
              header: twips(frame.top - 34),
              footer: twips(frame.height - frame.bottom - 34),
            },
          },
        },
        headers: { default: runningHead(document, width), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: foot(document, width), first: foot(document, width) },
        children,
      },
    ],
  })
  return packSame(await Packer.toBuffer(file), document.date, { 'word/fontTable.xml': fontTable })
}

/** Who speaks, on the left, which paper it is, on the right, and a rule below. */
function mastheadOf({ masthead: { body, committee, lines } }: DocumentBlocks, width: number): FileChild[] {
  if (!body && !committee && lines.length === 0) return []
  const set = (style: string) => (words: string) => new Paragraph({ style, children: [new TextRun(writable(words))] })
  const left = [...(body ? [set('MastheadBody')(body)] : []), ...(committee ? [set('MastheadCommittee')(committee)] : [])]
  const right = lines.map(set('MastheadLine'))
  const columns: readonly (readonly [Paragraph[], number])[] =
    right.length > 0
      ? [
          [left, 0.66],
          [right, 0.34],
        ]
      : [[left, 1]]
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(width), type: WidthType.DXA },
      columnWidths: columns.map(([, share]) => twips(width * share)),
      borders: { ...noBorders, bottom: { style: 'single', size: 8, color: ink.rule } },
      rows: [
        new TableRow({
          cantSplit: true,
          children: columns.map(
            ([paragraphs, share]) =>
              new TableCell({
                width: { size: twips(width * share), type: WidthType.DXA },
                margins: { left: 0, right: 0, top: 0, bottom: twips(6) },
                children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})],
              }),
          ),
        }),
      ],
    }),
  ]
}

/** The blocks in order; text between tables and page breaks is written together. */
function bodyOf({ blocks }: DocumentBlocks, width: number, numbering: Numbering): FileChild[] {
  const written: FileChild[] = []
  let text: TextBlock[] = []
  let before: Before = null
  const finishText = () => {
    if (text.length === 0) return
    written.push(...paragraphsOf(text, 'page', numbering, { before }))
    text = []
    before = null
  }
  const last = blocks.length - 1
  blocks.forEach((block, index) => {
    if (block.kind === 'page-break') {
      finishText()
      before = 'page'
    } else if (block.kind === 'table') {
      finishText()
      if (before === 'page') written.push(new Paragraph({ style: 'AfterTable', pageBreakBefore: true }))
      before = 'table'
      written.push(tableOf(block, width, numbering))
      // Tables that follow one another would become one, and a document does not end with one.
      if (index === last || blocks[index + 1]?.kind === 'table') written.push(new Paragraph({ style: 'AfterTable' }))
    } else text.push(block)
  })
  finishText()
  return written
}

const opposite = (width: number) => [{ type: TabStopType.RIGHT, position: twips(width) }]

/** The head of every page but the first. */
const runningHead = ({ title, masthead }: DocumentBlocks, width: number): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: opposite(width),
        children: [
          new TextRun(writable(title)),
          ...(masthead.symbol ? [new TextRun({ children: [new Tab(), writable(masthead.symbol)] })] : []),
        ],
      }),
    ],
  })

/** Numbers that stand for those that Word will count. */
const [pageSign, countSign] = [101, 202]

/** The foot of every page: the symbol, and which page of how many. */
function foot({ footer, language }: DocumentBlocks, width: number): Footer {
  const words = documentLabels[language]
    .page(pageSign, countSign)
    .split(/(101|202)/)
    .map((part) => (part === String(pageSign) ? PageNumber.CURRENT : part === String(countSign) ? PageNumber.TOTAL_PAGES : part))
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.LEFT,
        tabStops: opposite(width),
        children: [new TextRun(writable(footer)), new TextRun({ children: [new Tab(), ...words] })],
      }),
    ],
  })
}
