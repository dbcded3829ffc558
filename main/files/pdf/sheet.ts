import PDFDocument from 'pdfkit'
import type { DocumentBlocks } from '#shared/documents/blocks.ts'
import { readingMirrored } from './bidi.ts'
import type { FontSet } from './fonts.ts'
import type { Piece } from './lines.ts'
import { completeMetadata } from './metadata.ts'
import { packObjects } from './pack.ts'
import type { StackLine, StructureNode } from './typeset.ts'

export type Paper = 'letter' | 'a4'

/** Where the text of a page stands, in points from its upper left corner. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const papers: Readonly<Record<Paper, readonly [number, number]>> = { letter: [612, 792], a4: [595.28, 841.89] }

const margins = { top: 68, side: 62, bottom: 62 } as const

/** Where text stands on paper of that size. */
export function frameOf(paper: Paper, orientation: DocumentBlocks['orientation']): Frame {
  const [short, long] = papers[paper]
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  // A month needs the width more than the white.
  const shrink = orientation === 'portrait' ? 0 : 14
  const side = margins.side - shrink
  return { width, height, left: side, right: width - side, top: margins.top - shrink, bottom: height - margins.bottom + shrink }
}

interface Stroke {
  readonly node: StructureNode
  readonly piece: Piece
  readonly x: number
  readonly y: number
}

/** pdfkit's document, with everything painted either standing in the structure or marked as an artifact. */
export class Sheet {
  readonly frame: Frame
  readonly root: StructureNode = { type: 'Document', parent: null }
  private readonly document: PDFKit.PDFDocument
  private readonly fonts: FontSet
  private readonly elements = new Map<StructureNode, PDFKit.PDFStructureElement>()
  private readonly outline: { readonly level: number; readonly item: PDFKit.PDFOutline }[]
  private readonly registered = new Set<string>()
  private readonly chunks: Uint8Array[] = []
  private color = ''
  private pageCount = 0

  constructor(content: DocumentBlocks, paper: Paper, fonts: FontSet) {
    this.fonts = fonts
    this.frame = frameOf(paper, content.orientation)
    this.document = new PDFDocument({
      size: [this.frame.width, this.frame.height],
      margin: 0,
      // pdfkit would otherwise open a standard font, which no file may contain unembedded.
      font: '',
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: content.language,
      info: {
        Title: content.title,
        Author: [content.masthead.committee, content.masthead.body].filter(Boolean).join(', '),
        ...(content.masthead.symbol ? { Subject: content.masthead.symbol } : {}),
        Creator: 'Mandato',
        // Never the clock: the same document is the same file. Without a date it is the beginning of computers' time.
        CreationDate: new Date(`${content.date ?? '1970-01-01'}T00:00:00Z`),
      },
    })
    completeMetadata(this.document)
    this.document.on('data', (chunk: Uint8Array) => this.chunks.push(chunk))
    this.outline = [{ level: 0, item: this.document.outline }]
    const element = this.document.struct(this.root.type)
    this.document.addStructure(element)
    this.elements.set(this.root, element)
  }

  get pages(): number {
    return this.pageCount
  }

  addPage(): void {
    this.document.addPage()
    this.color = ''
    this.pageCount += 1
  }

  /** Goes back to a page, from 0, to add what could not be known before: the number of pages. */
  goToPage(index: number): void {
    this.document.switchToPage(index)
    this.color = ''
  }

  /** Ends the document and gives its bytes. */
  async finish(): Promise<Uint8Array> {
    this.indexNotes()
    this.elements.get(this.root)?.end()
    const ended = new Promise<void>((resolve, reject) => {
      this.document.on('end', () => resolve())
      this.document.on('error', reject)
    })
    this.document.end()
    await ended
    return packObjects(Buffer.concat(this.chunks))
  }

  /** Makes a place of the structure exist, with its ancestors, in the order of the calls. `y` is where its bookmark leads. */
  open(node: StructureNode, y: number): PDFKit.PDFStructureElement {
    const known = this.elements.get(node)
    if (known) return known
    const element = this.document.struct(node.type, {
      ...(node.scope ? { scope: node.scope } : {}),
      ...(node.actual ? { actual: node.actual } : {}),
    })
    if (node.note !== undefined) Object.assign(element.dictionary.data, { ID: Object(noteId(node.note)) })
    if (node.parent) this.open(node.parent, y).add(element)
    this.elements.set(node, element)
    if (node.bookmark) this.addBookmark(node.bookmark.level, node.bookmark.title, y)
    return element
  }

  /** Readers find notes by their identifiers, which the structure must list in alphabetical order. */
  private indexNotes(): void {
    const notes = [...this.elements].flatMap(([{ note }, element]) => (note === undefined ? [] : [{ name: noteId(note), element }]))
    if (notes.length === 0) return
    const names = notes.toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ name, element }) => [Object(name), element.dictionary])
    const index = this.document.ref({ Names: names })
    index.end('')
    Object.assign(this.document.getStructTreeRoot().data, { IDTree: index })
  }

  private addBookmark(level: number, title: string, y: number): void {
    while ((this.outline.at(-1)?.level ?? 0) >= level) this.outline.pop()
    // pdfkit measures `left` from the right edge.
    const target = { expanded: true, top: Math.max(0, y - 12), left: this.frame.width }
    const item = (this.outline.at(-1)?.item ?? this.document.outline).addItem(title, target)
    this.outline.push({ level, item })
  }

  /** Paints something that is no part of the text. Only between places of the structure: an artifact closes what is open. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.markContent('Artifact', { type })
    draw()
    this.document.endMarkedContent()
  }

  /** A horizontal or vertical rule, within what is open: an artifact, or words that it marks. */
  rule(fromX: number, fromY: number, toX: number, toY: number, weight: number, color: string): void {
    this.document.lineWidth(weight).strokeColor(color).moveTo(fromX, fromY).lineTo(toX, toY).stroke()
  }

  /** A filled box; inside `artifact` only. */
  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.document.rect(x, y, width, height).fill(color)
    this.color = ''
  }

  /** Draws pieces of one line with their letters' feet at `y`; inside `artifact` only, or through `paint`. */
  drawPieces(pieces: readonly Piece[], x: number, y: number): void {
    for (const piece of pieces) this.draw(piece, x + piece.offset, y - piece.rise)
  }

  /** Paints lines below one another from `y`, each piece in its place of the structure. Gives the `y` below them. */
  paint(lines: readonly StackLine[], x: number, y: number): number {
    const strokes: Stroke[] = []
    let top = y
    lines.forEach((line, index) => {
      top += index > 0 ? line.gap : 0
      for (const { node, x: shift, pieces } of line.segments) {
        const places = placesOf(pieces, node)
        pieces.forEach((piece, at) =>
          strokes.push({ node: places[at] ?? node, piece, x: x + shift + piece.offset, y: top + line.baseline - piece.rise }),
        )
      }
      top += line.height
    })
    for (let from = 0; from < strokes.length; ) {
      const first = strokes[from]
      if (!first) break
      let to = from + 1
      while (strokes[to]?.node === first.node) to += 1
      this.paintPlace(first.node, strokes.slice(from, to))
      from = to
    }
    return top
  }

  private paintPlace(node: StructureNode, strokes: readonly Stroke[]): void {
    const first = strokes[0]
    if (!first) return
    const element = this.open(node, first.y - first.piece.size)
    element.add(() => {
      for (const stroke of strokes) this.draw(stroke.piece, stroke.x, stroke.y)
    })
    if (first.piece.link === null) return
    const { link, size } = first.piece
    const left = Math.min(...strokes.map((stroke) => stroke.x))
    const right = Math.max(...strokes.map((stroke) => stroke.x + stroke.piece.bare))
    const holder = first.node.type === 'Link' || !first.node.parent ? element : this.open(first.node.parent, first.y)
    const words = strokes.map((stroke) => stroke.piece.words).join('')
    const target = { structParent: holder, Contents: Object(words.trim()) }
    this.document.link(left, first.y - size * 0.8, right - left, size * 1.1, link, target)
    // An annotation is filed under the page that is open when its element ends.
    holder.end()
  }

  private draw(piece: Piece, x: number, y: number): void {
    if (this.color !== piece.color) {
      this.document.fillColor(piece.color)
      this.color = piece.color
    }
    const font = piece.mirrored ? `${piece.font} mirrored` : piece.font
    if (!this.registered.has(font)) {
      const opened = this.fonts.source.open(piece.font)
      this.document.registerFont(font, piece.mirrored ? readingMirrored(opened) : opened)
      this.registered.add(font)
    }
    this.document.font(font, piece.size)
    const options = {
      lineBreak: false,
      baseline: 'alphabetic',
      textWidth: piece.width,
      wordCount: 1,
      characterSpacing: piece.tracking,
      // With features named, even if none, pdfkit shapes a phrase as one: else word by word, from left to right.
      ...(piece.reordered ? { features: [] } : {}),
    } as const
    // pdfkit's own lines stand where letters hang from the top, not where they stand on their feet.
    if (piece.change === 'inserted') this.rule(x, y + piece.size * 0.13, x + piece.bare, y + piece.size * 0.13, 0.5, piece.color)
    if (piece.change === 'struck') this.rule(x, y - piece.size * 0.26, x + piece.bare, y - piece.size * 0.26, 0.6, piece.color)
    if (piece.actual === null) {
      this.document.text(piece.drawn, x, y, options)
    } else {
      // The box shows that something stands here; whoever copies the text still gets the character.
      this.document.markContent('Span', { actual: piece.actual })
      this.document.text(piece.words, x, y, options)
      this.document.endMarkedContent()
    }
  }
}

const noteId = (number: number): string => `note-${number}`

/**
 * Where the pieces of a line stand in the structure. Links and footnote marks have places of their own inside their paragraph, and so has a
 * phrase that is not drawn in the order of reading: its place says what it reads.
 */
function placesOf(pieces: readonly Piece[], node: StructureNode): StructureNode[] {
  const places: StructureNode[] = []
  for (let from = 0; from < pieces.length; ) {
    const first = pieces[from]
    let to = from + 1
    const goesOn = (piece: Piece | undefined) => piece?.reordered && piece.link === first?.link
    while (first?.reordered && goesOn(pieces[to])) to += 1
    const phrase = pieces.slice(from, to)
    const place = first ? placeOf(first, node) : node
    const actual = phrase.map((piece) => piece.actual ?? piece.words).join('')
    const own: StructureNode = first?.reordered ? { type: 'Span', parent: place, actual } : place
    places.push(...phrase.map(() => own))
    from = to
  }
  return places
}

function placeOf(piece: Piece, node: StructureNode): StructureNode {
  if (piece.link !== null) return { type: 'Link', parent: node }
  if (piece.note !== null) return { type: 'Reference', parent: node }
  return node
}
