import {
  attributeOf,
  type Element,
  isElement,
  type Looks,
  looksOf,
  type Node,
  parseHtml,
  plainLooks,
  unseen,
} from '#shared/importing/html.ts'
import type { Paper, SetAs } from '#shared/importing/paper.ts'
import { type Meaning, PaperTooLarge, PaperWriter } from '#shared/importing/paper-writer.ts'
import { roman } from '#shared/documents/outline.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'

const breaking =
  /^(?:p|div|h[1-6]|li|dt|dd|blockquote|pre|section|article|header|footer|main|aside|nav|figure|figcaption|address|ul|ol|dl|hr|body|html|center|form|caption)$/

/** What a class says of a paragraph, in the pages that Mandato writes. */
const setByClass: ReadonlyMap<string, SetAs> = new Map([
  ['subtitle', 'subtitle'],
  ['masthead-body', 'parent'],
  ['masthead-committee', 'committee'],
])

/** Whether an element is the head or foot of every page, as LibreOffice writes them. */
const isMargin = (element: Element): boolean => element.tagName === 'div' && /^(?:header|footer)$/.test(attributeOf(element, 'title'))

/** How an element sets its words. */
function setOf(element: Element): SetAs | null {
  const { tagName } = element
  if (/^h[1-6]$/.test(tagName)) return Number(attributeOf(element, 'aria-level')) || Number(tagName.slice(1))
  return tagName === 'blockquote' ? 'quotation' : (setByClass.get(attributeOf(element, 'class')) ?? null)
}

const meaningByClass: ReadonlyMap<string, Meaning> = new Map([
  ['instrument', 'title'],
  ['venue', 'venue'],
])

/** The mark of a note and the anchor that leads back to it, as LibreOffice and Word write them. */
const noteMark = /^#(?:(sd(?:foot|end)note\d+)sym|_((?:ftn|edn)\d+))$/
const noteStart = /^#(?:(sd(?:foot|end)note\d+)anc|_(ftn|edn)ref(\d+))$/

interface List {
  readonly ordered: boolean
  readonly type: string
  next: number
}

const letter = (number: number): string => String.fromCharCode(96 + Math.min(Math.max(number, 1), 26))

class PageReader {
  readonly writer = new PaperWriter()
  private readonly numbers = new Map<string, string>()
  private readonly lists: List[] = []
  private readonly cells: List[][] = []
  private inAnchor = false
  private pendingPrefix = ''
  private preformatted = 0
  private blank = true
  private noteOpen = false
  private pendingSet: SetAs | null = null
  /** What the words are, where their element says so. */
  private means: Meaning | null = null

  read(nodes: readonly Node[], looks: Looks = plainLooks): void {
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node) this.text(node.value, looks)
      if (isElement(node) && !unseen.has(node.tagName) && !isMargin(node)) this.element(node, looks)
    }
  }

  private element(element: Element, outer: Looks): void {
    const { tagName } = element
    const before = this.means
    if (tagName === 'cite' || tagName === 'span') this.means = meaningByClass.get(attributeOf(element, 'class')) ?? before
    this.open(tagName, element)
    this.read(element.childNodes, looksOf(element, outer))
    this.close(tagName)
    this.means = before
  }

  private open(name: string, element: Element): void {
    if (breaking.test(name)) {
      this.endParagraph()
      if (name === 'ul' || name === 'ol') this.openList(name === 'ol', element)
      if (name === 'li') this.pendingPrefix = this.prefix(element)
      this.pendingSet = setOf(element)
      if (name === 'pre') this.preformatted++
    } else if (name === 'br') {
      this.begin()
      this.writer.text('\n')
      this.blank = true
    } else if (name === 'a') this.anchor(element)
    else if (name === 'table') {
      this.endParagraph()
      this.writer.openTable()
    } else if (name === 'tr') this.writer.openRow()
    else if (name === 'td' || name === 'th') {
      this.endParagraph()
      this.cells.push(this.lists.splice(0))
      const reach = (attribute: string) => Number(attributeOf(element, attribute)) || 1
      this.writer.openCell({ columns: reach('colspan'), rows: reach('rowspan'), continued: false })
    }
  }

  private close(name: string): void {
    if (name === 'a') this.inAnchor = false
    else if (name === 'td' || name === 'th') {
      this.endParagraph()
      this.writer.closeCell()
      this.lists.splice(0, this.lists.length, ...(this.cells.pop() ?? []))
    } else if (name === 'tr') this.writer.closeRow()
    else if (name === 'table') this.writer.closeTable()
    else if (breaking.test(name)) {
      // An item without words keeps its mark.
      if (name === 'li' && this.pendingPrefix !== '') this.begin()
      this.endParagraph()
      if (name === 'ul' || name === 'ol') this.lists.pop()
      if (name === 'pre') this.preformatted--
      if (name === 'div') this.endNote()
    }
  }

  private text(words: string, looks: Looks): void {
    if (this.inAnchor) return
    if (this.preformatted > 0) {
      this.begin()
      this.writer.text(words, { looks })
      return
    }
    // White space counts once, and not at all at the beginning of a line.
    let plain = words.replace(/[ \t\n\r\f]+/g, ' ')
    if (this.blank) plain = plain.replace(/^ /, '')
    if (plain === '') return
    this.begin()
    this.writer.text(plain, { means: this.means, looks })
    this.blank = plain.endsWith(' ')
  }

  finish(): Paper {
    this.endParagraph()
    this.endNote()
    return this.writer.finish()
  }

  private begin(): void {
    if (this.writer.inParagraph) return
    this.writer.openParagraph({ prefix: this.pendingPrefix, set: this.pendingSet })
    this.pendingPrefix = ''
    this.pendingSet = null
    this.blank = true
  }

  private endParagraph(): void {
    if (this.writer.inParagraph) this.writer.closeParagraph()
    this.blank = true
  }

  private endNote(): void {
    if (this.noteOpen) this.writer.closeNote()
    this.noteOpen = false
  }

  private openList(ordered: boolean, element: Element): void {
    this.lists.push({ ordered, type: attributeOf(element, 'type'), next: Number(attributeOf(element, 'start')) || 1 })
  }

  private prefix(element: Element): string {
    const list = this.lists.at(-1)
    const indent = '  '.repeat(Math.max(0, this.lists.length - 1))
    // What Mandato draws no mark for has it among its words, or none.
    const [mark, depth] = attributeOf(element, 'class').split(' ')
    if (mark === 'bare') return '  '.repeat(depth === 'deeper' ? this.lists.length : Math.max(0, this.lists.length - 1))
    if (list === undefined || !list.ordered) return `${indent}· `
    list.next = Number(attributeOf(element, 'value')) || list.next
    const number = list.next++
    const shown =
      list.type === 'a'
        ? letter(number)
        : list.type === 'A'
          ? letter(number).toUpperCase()
          : list.type === 'i'
            ? roman(number)
            : String(number)
    return `${indent}${shown}. `
  }

  private anchor(element: Element): void {
    const href = attributeOf(element, 'href')
    const named = attributeOf(element, 'name') !== '' || attributeOf(element, 'id') !== ''
    const marked = named ? noteMark.exec(href) : null
    const started = marked === null ? noteStart.exec(href) : null
    if (marked !== null) {
      this.begin()
      this.writer.mark(this.numberOf(marked[1] ?? marked[2] ?? ''))
      this.inAnchor = true
    } else if (started !== null) {
      this.endNote()
      this.writer.openNote(this.numberOf(started[1] ?? `${started[2]}${started[3]}`))
      this.noteOpen = true
      this.inAnchor = true
    } else if (href !== '') {
      this.begin()
      this.writer.link(href)
    }
  }

  private numberOf(note: string): string {
    const number = this.numbers.get(note) ?? String(this.numbers.size + 1)
    this.numbers.set(note, number)
    return number
  }
}

/** Whether a text is a web page: it begins with an element of one. */
export const isHtml = (text: string): boolean =>
  /^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|div|p)\b/i.test(
    text.slice(0, 8192),
  )

/** Reads a web page: paragraphs with their looks, lists, tables, notes and the addresses of links. Scripts and styles are passed over, nothing is fetched. */
export function readHtml(html: string): Result<Paper, 'damaged' | 'too-large'> {
  const parsed = parseHtml(html)
  if (!parsed.ok) return failure(parsed.error === 'too-large' ? 'too-large' : 'damaged')
  const page = new PageReader()
  try {
    page.read(parsed.value)
    return success(page.finish())
  } catch (error) {
    return failure(error instanceof PaperTooLarge ? 'too-large' : 'damaged')
  }
}
