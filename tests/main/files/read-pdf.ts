import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { SaxesParser } from 'saxes'

/** A place of the structure: its tag, the words that stand in it directly, or what it says that it reads, and its children in reading order. */
export interface Tag {
  readonly tag: string
  readonly text: string
  readonly children: readonly Tag[]
}

export interface ReadPdf {
  readonly pages: number
  readonly width: number
  readonly height: number
  readonly language: string | undefined
  readonly title: string | undefined
  readonly created: string | undefined
  /** Bookmarks, set in two spaces a level. */
  readonly outline: readonly string[]
  /** The structure of each page. */
  readonly structure: readonly Tag[]
  /** What is painted outside structure and artifacts, by page and sort: must be empty. */
  readonly unmarked: readonly string[]
  /** Artifacts' words, page by page. */
  readonly artifacts: readonly string[]
  /** Words of each page with their places, in points from the lower left. */
  readonly words: readonly {
    readonly page: number
    readonly text: string
    readonly x: number
    readonly y: number
    readonly width: number
    readonly size: number
  }[]
  /** Fonts whose program is not in the file: must be empty. */
  readonly notEmbedded: readonly string[]
  /** Addresses of links. */
  readonly links: readonly string[]
}

interface TreeNode {
  readonly role?: string
  readonly id?: string
  readonly type?: string
  /** What it reads, where its glyphs do not say so. */
  readonly alt?: string
  readonly children?: readonly TreeNode[]
}

const painting = new Map<number, string>(
  (['showText', 'fill', 'stroke', 'eoFill', 'fillStroke', 'constructPath', 'shadingFill', 'paintImageXObject'] as const).map((name) => [
    OPS[name],
    name,
  ]),
)

/** Reads a PDF the way assistive software does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as { info: Record<string, string | undefined> }
  const structure: Tag[] = []
  const unmarked: string[] = []
  const artifacts: string[] = []
  const words: ReadPdf['words'][number][] = []
  const notEmbedded = new Set<string>()
  const links: string[] = []
  let size = { width: 0, height: 0 }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    if (number === 1) size = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    for (const item of content.items) {
      if (!('str' in item) || !item.str.trim()) continue
      const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
      words.push({ page: number, text: item.str, x, y, width: item.width, size: item.height })
    }
    for (const annotation of (await page.getAnnotations()) as { subtype: string; url?: string }[]) {
      if (annotation.subtype === 'Link' && annotation.url) links.push(annotation.url)
    }
    // What the pen writes, exactly, by the mark it is written under: text extraction leaves out the spaces at the ends of lines.
    const texts = new Map<string, string>()
    let artifact = ''
    const open: (string | null)[] = []
    const operators = await page.getOperatorList()
    operators.fnArray.forEach((operator, index) => {
      const [tag, id] = (operators.argsArray[index] ?? []) as unknown[]
      if (operator === OPS.beginMarkedContentProps || operator === OPS.beginMarkedContent) {
        open.push(tag === 'Artifact' ? 'artifact' : typeof id === 'number' ? String(id) : null)
      } else if (operator === OPS.endMarkedContent) {
        open.pop()
      } else if (operator === OPS.setFont && typeof tag === 'string') {
        const font = page.commonObjs.get(tag) as { name: string; missingFile?: boolean }
        if (font.missingFile) notEmbedded.add(font.name)
      }
      const paints = painting.get(operator)
      const mark = open.findLast((entry) => entry !== null)
      if (paints && mark === undefined) unmarked.push(`page ${number}: ${paints}`)
      if (operator !== OPS.showText || mark === undefined) return
      const shown = (tag as readonly ({ readonly unicode?: string } | number)[])
        .map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? '')))
        .join('')
      if (mark === 'artifact') artifact += `${shown}|`
      else texts.set(mark, (texts.get(mark) ?? '') + shown)
    })
    if (open.length > 0) unmarked.push(`page ${number}: a mark is not closed`)
    artifacts.push(artifact)
    const tree = (await page.getStructTree()) as TreeNode | null
    if (tree) structure.push(tagOf(tree, texts))
  }
  const outline = outlineOf((await document.getOutline()) as OutlineNode[] | null, 0)
  const read: ReadPdf = {
    pages: document.numPages,
    width: Math.round(size.width),
    height: Math.round(size.height),
    language: info['Language'],
    title: info['Title'],
    created: info['CreationDate'],
    outline,
    structure,
    unmarked,
    artifacts,
    words,
    notEmbedded: [...notEmbedded],
    links,
  }
  await task.destroy()
  return read
}

interface OutlineNode {
  readonly title: string
  readonly items: readonly OutlineNode[]
}

const outlineOf = (nodes: readonly OutlineNode[] | null, level: number): string[] =>
  (nodes ?? []).flatMap((node) => ['  '.repeat(level) + node.title, ...outlineOf(node.items, level + 1)])

/** The mark that a content item of the tree stands for: its number ends the id. */
const markOf = ({ id }: TreeNode): string => /_mc(\d+)$/.exec(id ?? '')?.[1] ?? ''

function tagOf(node: TreeNode, texts: ReadonlyMap<string, string>): Tag {
  const all = node.children ?? []
  // The tree of a page also names places that have all their content on other pages; an empty cell is a place of its row's page.
  const children = all
    .filter((child) => child.role !== undefined && (hasContent(child) || (child.role === 'TD' && hasContent(node))))
    .map((child) => tagOf(child, texts))
  const text = all.map((child) => (child.type === 'content' ? (texts.get(markOf(child)) ?? '') : '')).join('')
  return { tag: node.role ?? '', text: node.alt ?? text, children }
}

const hasContent = (node: TreeNode): boolean => node.type === 'content' || (node.children ?? []).some(hasContent)

/** Every place of the structure with this tag, in reading order over all pages. */
export const tagged = (read: ReadPdf, tag: string): Tag[] => read.structure.flatMap((page) => within(page, tag))

const within = (node: Tag, tag: string): Tag[] => [
  ...(node.tag === tag ? [node] : []),
  ...node.children.flatMap((child) => within(child, tag)),
]

/** A place's words with those of its children, in reading order. */
export const wordsOf = (node: Tag): string => [node.text, ...node.children.map(wordsOf)].filter(Boolean).join(' ')

/** A place written as `TR(TD("…") TD(P("…")))`. */
export const sketch = (node: Tag): string => {
  const inside = [...(node.text ? [JSON.stringify(node.text.trim())] : []), ...node.children.map(sketch)].join(' ')
  return `${node.tag}(${inside})`
}

/** The text of each element of the file's XMP by its name, read by an XML parser. Throws when the metadata is not well-formed. */
export function readMetadata(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes)
  const start = file.indexOf('<?xpacket begin')
  const end = file.indexOf('<?xpacket end="w"?>')
  if (start < 0 || end < 0) throw new Error('The file has no metadata')
  const found = new Map<string, string>()
  const path: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => path.push(tag.name))
  parser.on('closetag', () => path.pop())
  parser.on('text', (text) => {
    const name = path.findLast((tag) => !tag.startsWith('rdf:')) ?? ''
    if (text.trim()) found.set(name, text.trim())
  })
  parser.write(file.subarray(start, end).toString('utf8')).close()
  return found
}
