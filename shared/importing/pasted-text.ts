import type { MakeId } from '../lib/ids.ts'
import type { Block, Footnote, Mark } from '../model/section.ts'
import { withMarks } from '../operations/marks.ts'
import { takeMarker } from './blocks.ts'
import { marksOf } from './looks.ts'
import type { Clipboard } from './pasted-table.ts'
import { attributeOf, blockTags, type Element, isElement, isHidden, type Looks, looksOf, type Node, parseHtml, plainLooks } from './html.ts'

type Style = Pick<Block, 'kind' | 'level' | 'marker'>

const body: Style = { kind: 'paragraph', level: 0, marker: 'none' }

interface ListAround {
  readonly depth: number
  readonly marker: Block['marker']
}

const deepest = 5

/** Word and LibreOffice name the places of notes and the notes by their numbers. */
const noteMark = /^#(?:_(?:ftn|edn)|sdfootnote|sdendnote)(\d+)(?:sym)?$/
const noteBack = /^#(?:_(?:ftn|edn)ref\d+|(?:sdfootnote|sdendnote)\d+anc)$/
const noteBody = /^(?:ftn|edn|sdfootnote|sdendnote)(\d+)$/

function listMarker(list: Element): Block['marker'] {
  if (list.tagName === 'ul') return 'bullet'
  const lettered = /^[a-z]$/i.test(attributeOf(list, 'type')) && !/^i$/i.test(attributeOf(list, 'type'))
  return lettered || /list-style(?:-type)?:\s*(?:lower|upper)-(?:alpha|latin)/i.test(attributeOf(list, 'style')) ? 'letter' : 'number'
}

const markerOfDrawn = (drawn: string): Block['marker'] =>
  /^\(?\d{1,3}[.)]/.test(drawn) ? 'number' : /^\(?[a-z][.)]/i.test(drawn) ? 'letter' : 'bullet'

/** The words of an element without the number that leads back from a note to its mark. */
const wordsOf = (node: Node): string => {
  if (!isElement(node)) return 'value' in node ? node.value : ''
  if (noteBack.test(attributeOf(node, 'href'))) return ''
  return node.childNodes.map(wordsOf).join('')
}

const collapsed = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ')

/** Notes by their numbers. */
function takeNotes(nodes: readonly Node[], notes: Map<string, string>): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const number = noteBody.exec(attributeOf(node, 'id'))?.[1]
    if (number === undefined) takeNotes(node.childNodes, notes)
    else notes.set(number, collapsed(wordsOf(node)).trim())
  }
}

/** Collects blocks as the elements of a page are walked through. */
class BlockReader {
  readonly blocks: Block[] = []
  private text = ''
  /** Whether the words end with a blank. Looking at their end would copy them each time. */
  private blank = true
  private marks: Mark[] = []
  private footnotes: Footnote[] = []
  private style: Style = body
  /** Word draws the mark of a list item as words before it, inside an element that says so. */
  private drawn = ''
  private readonly notes: ReadonlyMap<string, string>
  private readonly makeId: MakeId

  constructor(notes: ReadonlyMap<string, string>, makeId: MakeId) {
    this.notes = notes
    this.makeId = makeId
  }

  end(): void {
    const text = this.text.trimEnd()
    if (text !== '' || this.footnotes.length > 0) {
      const above = this.blocks.at(-1)
      const { kind, level, marker } = this.drawn === '' ? this.style : { ...this.style, marker: markerOfDrawn(this.drawn) }
      const most = above?.kind === 'item' ? above.level + 1 : 0
      const block: Block = {
        id: this.makeId(),
        kind,
        level: kind === 'item' ? Math.min(level, most, deepest) : level,
        marker,
        text,
        footnotes: this.footnotes.map((note) => ({ ...note, at: Math.min(note.at, text.length) })),
      }
      this.blocks.push(withMarks(block, this.marks))
    }
    this.text = ''
    this.blank = true
    this.marks = []
    this.footnotes = []
    this.drawn = ''
  }

  private say(words: string, looks: Looks): void {
    const joined = collapsed(words)
    const said = this.blank ? joined.trimStart() : joined
    if (said === '') return
    const start = this.text.length
    this.text += said
    this.blank = said.endsWith(' ')
    this.marks.push(...marksOf(looks, start, this.text.length).filter(({ kind }) => kind !== 'bold' || this.style.kind !== 'heading'))
  }

  private note(text: string): void {
    this.footnotes.push({ id: this.makeId(), at: this.text.length, text })
  }

  private within(style: Style, element: Element, looks: Looks, list: ListAround): void {
    const outer = this.style
    this.end()
    this.style = style
    for (const child of element.childNodes) this.read(child, looks, list)
    this.end()
    this.style = outer
  }

  read(node: Node, outer: Looks, list: ListAround): void {
    if (node.nodeName === '#text' && 'value' in node) this.say(node.value, outer)
    if (!isElement(node) || isHidden(node) || noteBody.test(attributeOf(node, 'id'))) return
    const { tagName } = node
    const own = attributeOf(node, 'data-note')
    const marked = this.notes.get(noteMark.exec(attributeOf(node, 'href'))?.[1] ?? '')
    const looks = looksOf(node, outer)
    if (tagName === 'sup' && own !== '') this.note(own)
    else if (marked !== undefined) this.note(marked)
    else if (/mso-list:\s*ignore/i.test(attributeOf(node, 'style'))) this.drawn = wordsOf(node).trim()
    else if (tagName === 'br') this.end()
    else if (tagName === 'ul' || tagName === 'ol') {
      this.end()
      const inner = { depth: list.depth + 1, marker: listMarker(node) }
      for (const child of node.childNodes) this.read(child, looks, inner)
      this.end()
    } else if (tagName === 'li') this.within({ kind: 'item', level: Math.max(0, list.depth), marker: list.marker }, node, looks, list)
    else if (blockTags.has(tagName)) this.within(this.styleOf(node), node, looks, list)
    else for (const child of node.childNodes) this.read(child, looks, list)
  }

  private styleOf(element: Element): Style {
    const rank = /^h([1-6])$/.exec(element.tagName)?.[1]
    if (rank !== undefined) return { kind: 'heading', level: Math.max(0, Number(rank) - 2), marker: 'none' }
    if (element.tagName === 'blockquote') return { ...body, kind: 'quotation' }
    const level = /mso-list:[^;]*\blevel([1-9])/i.exec(attributeOf(element, 'style'))?.[1]
    if (level !== undefined) return { kind: 'item', level: Number(level) - 1, marker: 'bullet' }
    // A paragraph inside a list item or a quotation is that.
    return this.style
  }
}

function readLines(text: string, makeId: MakeId): Block[] {
  let most = 0
  return text.split(/\r\n?|\n/).flatMap((line): Block[] => {
    const { kind, level: indent, marker, text: words } = takeMarker(line)
    if (words === '') return []
    const level = Math.min(indent, most)
    most = kind === 'item' ? level + 1 : 0
    return [{ id: makeId(), kind, level, marker, text: words, footnotes: [] }]
  })
}

/**
 * Reads what was copied in Word, LibreOffice, a browser or here as blocks of a plan's text: paragraphs, headings, lists, quotations, links, bold,
 * italics and footnotes. Only words are taken over; nothing of the clipboard is ever run or shown as it came.
 */
export function readPastedText({ html, text }: Clipboard, makeId: MakeId): Block[] {
  const page = parseHtml(html)
  if (!page.ok) return readLines(text, makeId)
  const notes = new Map<string, string>()
  takeNotes(page.value, notes)
  const reader = new BlockReader(notes, makeId)
  for (const node of page.value) reader.read(node, plainLooks, { depth: -1, marker: 'bullet' })
  reader.end()
  return reader.blocks.length === 0 ? readLines(text, makeId) : reader.blocks
}
