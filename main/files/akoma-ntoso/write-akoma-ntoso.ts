import type { Block, DocumentBlocks, Footnote, Heading, List, Paragraph, Run, Table, TextBlock, TextRun } from '#shared/documents/blocks.ts'
import { hasSafeScheme } from '#shared/lib/links.ts'
import { fold } from '#shared/lib/text.ts'
import type { Language } from '#shared/model/language.ts'
import type { PlanHeader } from '#shared/model/plan.ts'
import { element, writeXml, type Xml } from './xml.ts'

/** What kind of document it is, in its head and in its address. */
const subtype = 'workPlan'

/** Of ISO 639-2, as the naming of documents asks for. */
const languageCodes: Readonly<Record<Language, string>> = { en: 'eng', es: 'spa', fr: 'fra', pt: 'por' }

/**
 * A work plan as Akoma Ntoso 3.0 (OASIS LegalDocML): a document of the type `doc`, its parts as sections, its lists, table and notes as what
 * they are. The same document gives the same text.
 */
export function writeAkomaNtoso(document: DocumentBlocks, header: PlanHeader): string {
  const writer = new BodyWriter(document.footnotes)
  const { front, body } = divided(document.blocks)
  const doc = element('doc', { name: subtype }, [
    meta(document, header),
    preface(document, front, writer),
    element('mainBody', {}, writer.body(body)),
  ])
  const root = element('akomaNtoso', { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }, [doc])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(root)}\n`
}

/** Letters and digits of a name, with hyphens for what stands between: a part of an address. */
const slug = (words: string): string =>
  fold(words)
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')

/** Who and what the document is, as work, as version in a language, and as this file. Its only date is the document's own. */
function meta({ language, date }: DocumentBlocks, header: PlanHeader): Xml {
  const day = date ?? '1970-01-01'
  const { acronym, name } = header.committee
  const author = slug(acronym || name) || 'committee'
  const number = slug([header.symbol, header.symbol && header.revision].filter(Boolean).join(' ')) || header.id
  const work = `/akn/oas/doc/${subtype}/${author}/${day}/${number}`
  const expression = `${work}/${languageCodes[language]}@${day}`
  const level = (kind: string, uri: string, dated: string, rest: readonly Xml[], file = '') =>
    element(kind, {}, [
      element('FRBRthis', { value: `${uri}/!main${file}` }),
      element('FRBRuri', { value: `${uri}${file}` }),
      element('FRBRdate', { date: day, name: dated }),
      element('FRBRauthor', { href: `#${author}` }),
      ...rest,
    ])
  return element('meta', {}, [
    element('identification', { source: `#${author}` }, [
      level('FRBRWork', work, 'issued', [
        element('FRBRcountry', { value: 'oas' }),
        element('FRBRsubtype', { value: subtype }),
        element('FRBRnumber', { value: number }),
      ]),
      level('FRBRExpression', expression, 'issued', [element('FRBRlanguage', { language: languageCodes[language] })]),
      level('FRBRManifestation', expression, 'issued', [element('FRBRformat', { value: 'application/akn+xml' })], '.xml'),
    ]),
    element('references', { source: `#${author}` }, [
      element('TLCOrganization', { eId: author, href: `/akn/ontology/organization/oas/${author}`, showAs: name || acronym || author }),
    ]),
  ])
}

/** The head of the first page, the title, and what stands under it. */
function preface({ masthead, title }: DocumentBlocks, front: readonly Paragraph[], writer: BodyWriter): Xml {
  const line = (words: string) => element('p', {}, [words === masthead.symbol ? element('docNumber', {}, [words]) : words])
  return element('preface', {}, [
    ...[masthead.body, masthead.committee, ...masthead.lines].filter((words) => words !== '').map(line),
    element('p', {}, [element('docTitle', {}, [title])]),
    ...front.map((paragraph) => writer.paragraph(paragraph, 'preface')),
  ])
}

/** Headings of this level begin the parts of the main body: the only one above is the title, which stands in the preface. */
const highest = 2

/** What holds a part, by how deep it stands, with its short name in identities; deeper ones are as the last. */
const containers = [
  { name: 'section', short: 'sec' },
  { name: 'subsection', short: 'subsec' },
] as const
const deepest = { name: 'level', short: 'level' } as const

interface Part {
  readonly heading: Heading | null
  readonly blocks: readonly Block[]
}

/** A document's blocks as its front and its body; a page's end means nothing where there are no pages. */
function divided(blocks: readonly Block[]): { readonly front: Paragraph[]; readonly body: Block[] } {
  const all = blocks.filter((block) => !(block.kind === 'page-break' || (block.kind === 'heading' && block.level < highest)))
  const isFront = (block: Block): block is Paragraph => block.kind === 'paragraph' && block.style === 'subtitle'
  return { front: all.filter(isFront), body: all.filter((block) => !isFront(block)) }
}

/** Blocks by the headings of a level: what stands before the first has none. */
function partsOf(blocks: readonly Block[], level: number): Part[] {
  const parts: { heading: Heading | null; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === level) parts.push({ heading: block, blocks: [] })
    else {
      if (parts.length === 0) parts.push({ heading: null, blocks: [] })
      parts.at(-1)?.blocks.push(block)
    }
  }
  return parts
}

/** Writes the body and gives each part its identity: `sec_2__list_1__item_3`, as the naming convention has it. */
class BodyWriter {
  private readonly counts = new Map<string, number>()
  private readonly notes: ReadonlyMap<number, Footnote>

  constructor(notes: readonly Footnote[]) {
    this.notes = new Map(notes.map((note) => [note.number, note]))
  }

  private identity(within: string, kind: string): string {
    const stem = within === '' ? kind : `${within}__${kind}`
    const count = (this.counts.get(stem) ?? 0) + 1
    this.counts.set(stem, count)
    return `${stem}_${count}`
  }

  /** The main body: its parts, or one that holds all, since it may not be empty. */
  body(blocks: readonly Block[]): Xml[] {
    const parts = partsOf(blocks, highest)
    return (parts.length === 0 ? [{ heading: null, blocks: [] }] : parts).map((part) => this.part(part, highest, ''))
  }

  /** A part with its heading. It holds text, or parts of its own with the text that leads to them. */
  private part({ heading, blocks }: Part, level: number, within: string): Xml {
    const { name, short } = containers[level - highest] ?? deepest
    const id = this.identity(within, short)
    const title = heading === null ? [] : [this.held('heading', id, (own) => this.runs(heading.runs, own))]
    const inner = partsOf(blocks, level + 1)
    const [lead, ...rest] = inner
    const introduced = lead?.heading === null
    const parts = introduced ? rest : inner
    if (parts.length === 0) return element(name, { eId: id }, [...title, this.held('content', id, () => this.blocks(blocks, id))])
    return element(name, { eId: id }, [
      ...title,
      ...(introduced ? [this.held('intro', id, () => this.blocks(lead.blocks, id))] : []),
      ...parts.map((part) => this.part(part, level + 1, id)),
    ])
  }

  /** What a part has but one of. */
  private held(name: string, within: string, content: (own: string) => Xml[]): Xml {
    const own = `${within}__${name}`
    return element(name, { eId: own }, content(own))
  }

  /** What a part holds; an empty one holds an empty paragraph, since none may hold nothing. */
  private blocks(blocks: readonly Block[], within: string): Xml[] {
    const written = blocks.flatMap((block) => {
      if (block.kind === 'page-break') return []
      return [block.kind === 'table' ? this.table(block, within) : this.textBlock(block, within)]
    })
    return written.length === 0 ? [element('p')] : written
  }

  private textBlock(block: TextBlock, within: string): Xml {
    switch (block.kind) {
      case 'heading':
        return element('p', { class: 'label' }, [element('b', {}, this.runs(block.runs, within))])
      case 'paragraph':
        return this.paragraph(block, within)
      case 'list':
        return this.list(block, within)
    }
  }

  paragraph({ runs, style }: Paragraph, within: string): Xml {
    return element('p', { class: style === 'body' ? undefined : style }, this.runs(runs, within))
  }

  private list({ items }: List, within: string): Xml {
    const id = this.identity(within, 'list')
    return element(
      'blockList',
      { eId: id },
      items.map(({ label, blocks }) => {
        const own = this.identity(id, 'item')
        return element('item', { eId: own }, [...(label === '' ? [] : [element('num', {}, [label])]), ...this.blocks(blocks, own)])
      }),
    )
  }

  private table({ columns, rows }: Table, within: string): Xml {
    const id = this.identity(within, 'table')
    const heads = columns.some(({ heading }) => heading !== '')
      ? [
          element(
            'tr',
            {},
            columns.map(({ heading }) => element('th', {}, [element('p', {}, [heading])])),
          ),
        ]
      : []
    const cells = rows.map((row) =>
      element(
        'tr',
        {},
        row.cells.map(({ blocks }) => element('td', {}, this.blocks(blocks, id))),
      ),
    )
    return element('table', { eId: id }, [...heads, ...cells])
  }

  private runs(runs: readonly Run[], within: string): Xml[] {
    return runs.flatMap((run) => (run.kind === 'note' ? this.note(run.number, within) : [textRun(run)]))
  }

  private note(number: number, within: string): Xml[] {
    const note = this.notes.get(number)
    if (note === undefined) return []
    const attributes = { eId: this.identity(within, 'authorialNote'), marker: String(number), placement: 'bottom' }
    return [element('authorialNote', attributes, [element('p', {}, this.runs(note.runs, within))])]
  }
}

/** An address as a URI may be written; null for what is none. Browsers forgive signs that stand for nothing, readers of this file need not. */
function uriOf(link: string): string | null {
  const url = hasSafeScheme(link.trim()) ? URL.parse(link.trim()) : null
  if (url === null) return null
  const [head = ''] = /^[a-z]+:(?:\/\/[^/?#]*)?/.exec(url.href) ?? []
  const rest = url.href.slice(head.length).replace(/[[\]|^`{}\\]|(?<=#.*)#/g, encodeURIComponent)
  return `${head}${rest}`.replace(/%(?![0-9a-f]{2})/gi, '%25')
}

const wrapped = (name: string, inner: Xml, wanted: boolean): Xml => (wanted ? element(name, {}, [inner]) : inner)

function textRun({ text, bold, italic, change, link }: TextRun): Xml {
  const lines = text.split('\n')
  const words =
    lines.length === 1
      ? text
      : element(
          'inline',
          { name: 'lines' },
          lines.flatMap((line, index) => (index === 0 ? [line] : [element('br'), line])),
        )
  const changed = change === undefined ? words : element(change === 'inserted' ? 'ins' : 'del', {}, [words])
  const set = wrapped('i', wrapped('b', changed, bold === true), italic === true)
  const href = link === undefined ? null : uriOf(link)
  return href === null ? set : element('a', { href }, [set])
}
