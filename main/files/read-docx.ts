import { type Looks, plainLooks } from '#shared/importing/html.ts'
import type { Paper, SetAs } from '#shared/importing/paper.ts'
import { type Meaning, PaperTooLarge, PaperWriter } from '#shared/importing/paper-writer.ts'
import { isSafeLink } from '#shared/lib/links.ts'
import { failure, type Result, success } from '#shared/lib/result.ts'
import { decodeText } from './decode-text.ts'
import { depthOf, isOn, levelOf, ListNumbers, readStyles, type Style } from './read-docx-lists.ts'
import { type Attributes, attribute, readXml } from './read-xml.ts'
import { readZip, type ZipError } from './read-zip.ts'

export type DocxError = ZipError | 'not-word'

const isPart = (name: string): boolean => /^_rels\/\.rels$|^word\/(?:_rels\/)?[^/]+\.(?:xml|rels)$/.test(name)

/** Targets of a part's relations by their ids, and the first of a kind. */
function readRelations(xml: string): { readonly targets: ReadonlyMap<string, string>; readonly ofKind: (kind: string) => string | null } {
  const targets = new Map<string, string>()
  const kinds = new Map<string, string>()
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      targets.set(attribute(attributes, 'Id') ?? '', target)
      kinds.set((attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''), target.replace(/^\//, ''))
    },
  })
  return { targets, ofKind: (kind) => kinds.get(kind) ?? null }
}

/** A style's say on something: its own, or that of the style it is based on. */
function fromStyle<Said>(styles: ReadonlyMap<string, Style>, id: string | null, said: (style: Style) => Said | null): Said | null {
  const seen = new Set<string>()
  for (let at = id; at !== null && !seen.has(at); ) {
    seen.add(at)
    const style = styles.get(at)
    if (style === undefined) return null
    const found = said(style)
    if (found !== null) return found
    at = style.basedOn
  }
  return null
}

/** Styles that say what a paragraph is, by their names. */
const setByName: ReadonlyMap<string, SetAs> = new Map(
  Object.entries({
    title: 'title',
    subtitle: 'subtitle',
    quote: 'quotation',
    'intense quote': 'quotation',
    quotations: 'quotation',
    'masthead body': 'parent',
    'masthead committee': 'committee',
  }),
)

/** Styles that say what words are, by their names. */
const meaningByName: ReadonlyMap<string, Meaning> = new Map([
  ['title of an instrument', 'title'],
  ['place of a meeting', 'venue'],
])

/** What stands in the place of an element without words. */
const signs: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
])

/** Elements that are not the document's as it stands: text that was deleted or moved away, former settings, the second form of a drawing. */
const passedOver = new Set(['w:del', 'w:moveFrom', 'w:pPrChange', 'w:rPrChange', 'w:tcPrChange', 'mc:Fallback'])

interface Surroundings {
  readonly styles: ReadonlyMap<string, Style>
  readonly numbers: ListNumbers
  readonly links: ReadonlyMap<string, string>
  /** The number of a note, by its kind and id. */
  readonly noteNumber: (kind: string, id: string) => string
}

/** A run of words while its properties are read. */
interface OpenRun {
  means: Meaning | null
  bold: boolean
  italic: boolean
}

interface OpenParagraph {
  style: string | null
  list: string | null
  level: number | null
  depth: number | null
  begun: boolean
}

/** Reads one part of a file (the text, or its notes) into a writer. */
class PartReader {
  private readonly writer: PaperWriter
  private readonly around: Surroundings
  private readonly paragraphs: OpenParagraph[] = []
  private passing = 0
  private inText = false
  private inField = false
  private field = ''
  /** A cell that was met and whose properties are being read. */
  private cell: { columns: number; continued: boolean } | null = null
  private readonly runs: OpenRun[] = []
  /** Addresses of the links and simple fields around; empty for those that lead nowhere. */
  private readonly links: string[] = []
  /** The address of the field whose words are being read. */
  private fieldLink = ''

  constructor(writer: PaperWriter, around: Surroundings) {
    this.writer = writer
    this.around = around
  }

  read(xml: string): void {
    readXml(xml, {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (words) => {
        if (this.passing > 0) return
        if (this.inText) this.say(words)
        else if (this.inField) this.field += words
      },
    })
  }

  /** Words begin a paragraph: what its properties say stands before them. */
  private begin(): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph === undefined || paragraph.begun) return
    paragraph.begun = true
    const { styles, numbers } = this.around
    const listed = fromStyle(styles, paragraph.style, ({ list }) => list)
    const place = { list: paragraph.list ?? listed?.list ?? null, level: paragraph.level ?? listed?.level ?? 0 }
    const set = fromStyle(styles, paragraph.style, ({ name }) => setByName.get(name) ?? null)
    const depth = paragraph.depth ?? fromStyle(styles, paragraph.style, (style) => style.depth)
    this.writer.openParagraph({ prefix: numbers.next(place), set: set ?? depth })
  }

  private say(words: string): void {
    this.begin()
    const run = this.runs.at(-1)
    this.writer.text(words, run === undefined ? {} : { means: run.means, looks: this.looksOf(run) })
  }

  private looksOf({ bold, italic }: OpenRun): Looks {
    const href = [...this.links, this.fieldLink].findLast(isSafeLink) ?? null
    return bold || italic || href !== null ? { bold, italic, href } : plainLooks
  }

  /** What the style of a run says of its words. */
  private styleRun(run: OpenRun, id: string): void {
    const { styles } = this.around
    run.means = meaningByName.get(styles.get(id)?.name ?? '') ?? null
    run.bold = fromStyle(styles, id, ({ bold }) => bold) ?? false
    run.italic = fromStyle(styles, id, ({ italic }) => italic) ?? false
  }

  private open(name: string, attributes: Attributes): void {
    if (passedOver.has(name)) this.passing++
    if (this.passing > 0) return
    const value = attribute(attributes, 'w:val')
    const paragraph = this.paragraphs.at(-1)
    const run = this.runs.at(-1)
    const sign = signs.get(name)
    if (name === 'w:p' || name === 'w:tbl') this.openCell()
    if (name === 'w:p') {
      // A text box stands inside a paragraph: that paragraph begins before it.
      this.begin()
      this.paragraphs.push({ style: null, list: null, level: null, depth: null, begun: false })
    } else if (name === 'w:t') this.inText = true
    else if (name === 'w:instrText') this.inField = true
    else if (name === 'w:pStyle' && paragraph !== undefined) paragraph.style = value ?? null
    else if (name === 'w:numId' && paragraph !== undefined) paragraph.list = value ?? null
    else if (name === 'w:ilvl' && paragraph !== undefined) paragraph.level = levelOf(value)
    else if (name === 'w:outlineLvl' && paragraph !== undefined) paragraph.depth = depthOf(value)
    else if (sign !== undefined && run !== undefined) this.say(sign)
    else if (name === 'w:r') this.runs.push({ means: null, bold: false, italic: false })
    else if (name === 'w:rStyle' && run !== undefined) this.styleRun(run, value ?? '')
    else if (name === 'w:b' && run !== undefined) run.bold = isOn(value)
    else if (name === 'w:i' && run !== undefined) run.italic = isOn(value)
    else if (name === 'w:hyperlink') this.openLink(this.around.links.get(attribute(attributes, 'r:id') ?? '') ?? '')
    else if (name === 'w:fldSimple') this.openLink(addressIn(attribute(attributes, 'w:instr') ?? ''))
    else if (name === 'w:fldChar') this.turnField(attribute(attributes, 'w:fldCharType'))
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.mark(name.slice(2, -9), attributes)
    else if (name === 'w:footnote' || name === 'w:endnote') this.openNote(name.slice(2), attributes)
    else this.openInTable(name, value, attributes)
  }

  private openInTable(name: string, value: string | undefined, attributes: Attributes): void {
    if (name === 'w:tbl') this.writer.openTable()
    else if (name === 'w:tr') this.writer.openRow()
    else if (name === 'w:tc') this.cell = { columns: 1, continued: false }
    else if (name === 'w:gridSpan' && this.cell !== null) this.cell.columns = Math.max(1, Number(value) || 1)
    else if (name === 'w:vMerge' && this.cell !== null) this.cell.continued = value !== 'restart'
    else if (name === 'w:sym') this.say(attribute(attributes, 'w:char')?.toUpperCase() === 'F0B7' ? '·' : '\ufffd')
  }

  private close(name: string): void {
    if (this.passing > 0) {
      if (passedOver.has(name)) this.passing--
      return
    }
    if (name === 'w:t') this.inText = false
    else if (name === 'w:instrText') this.inField = false
    else if (name === 'w:r') this.runs.pop()
    else if (name === 'w:hyperlink' || name === 'w:fldSimple') this.links.pop()
    else if (name === 'w:tc') {
      this.openCell()
      this.writer.closeCell()
    } else if (name === 'w:tr') this.writer.closeRow()
    else if (name === 'w:tbl') this.writer.closeTable()
    else if (name === 'w:footnote' || name === 'w:endnote') this.writer.closeNote()
    else if (name === 'w:p') {
      this.begin()
      this.writer.closeParagraph()
      this.paragraphs.pop()
      this.fieldLink = ''
    }
  }

  private openCell(): void {
    if (this.cell !== null) this.writer.openCell({ ...this.cell, rows: 1 })
    this.cell = null
  }

  private openLink(address: string): void {
    this.links.push(address)
    this.link(address)
  }

  /** A field begins, its instruction ends and its words begin, or it ends. */
  private turnField(to: string | undefined): void {
    if (to === 'begin') this.field = ''
    else if (to === 'separate') {
      this.fieldLink = addressIn(this.field)
      this.link(this.fieldLink)
    } else this.fieldLink = ''
  }

  private link(address: string): void {
    if (address === '') return
    this.begin()
    this.writer.link(address)
  }

  private mark(kind: string, attributes: Attributes): void {
    this.begin()
    this.writer.mark(this.around.noteNumber(kind, attribute(attributes, 'w:id') ?? ''))
  }

  private openNote(kind: string, attributes: Attributes): void {
    this.writer.openNote(this.around.noteNumber(kind, attribute(attributes, 'w:id') ?? ''))
  }
}

const addressIn = (instruction: string): string => /HYPERLINK\s+"([^"]*)"/.exec(instruction)?.[1] ?? ''

/** Reads a Word document (.docx): paragraphs with their numbers and looks, tables, notes and the addresses of links. */
export function readDocx(bytes: Uint8Array): Result<Paper, DocxError> {
  const unpacked = readZip(bytes, isPart)
  if (!unpacked.ok) return unpacked
  const part = (name: string): string | null => {
    const content = unpacked.value.get(name)
    const decoded = content === undefined ? null : decodeText(content)
    return decoded?.ok === true ? decoded.value : null
  }
  try {
    const relations = (name: string) => readRelations(part(name) ?? '<none/>')
    const main = relations('_rels/.rels').ofKind('officeDocument') ?? 'word/document.xml'
    const text = part(main)
    if (text === null || !text.includes('<w:document')) return failure('not-word')
    const numbers = new Map<string, string>()
    const noteNumber = (kind: string, id: string): string => {
      const key = `${kind} ${id}`
      const number = numbers.get(key) ?? String(numbers.size + 1)
      numbers.set(key, number)
      return number
    }
    const writer = new PaperWriter()
    const styles = readStyles(part('word/styles.xml') ?? '<none/>')
    const lists = part('word/numbering.xml') ?? '<none/>'
    for (const name of [main, 'word/footnotes.xml', 'word/endnotes.xml']) {
      const xml = part(name)
      const links = relations(name.replace(/([^/]+)$/, '_rels/$1.rels')).targets
      if (xml !== null) new PartReader(writer, { styles, numbers: new ListNumbers(lists), links, noteNumber }).read(xml)
    }
    return success(writer.finish())
  } catch (error) {
    return failure(error instanceof PaperTooLarge ? 'too-large' : 'damaged')
  }
}
