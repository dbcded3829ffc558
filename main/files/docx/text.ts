import { CarriageReturn, ExternalHyperlink, FootnoteReferenceRun, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import type { Heading, List, Paragraph as ParagraphBlock, Run, TextBlock, TextRun as Words } from '#shared/documents/blocks.ts'
import { hasSafeScheme } from '#shared/lib/links.ts'
import { startsLeftward } from '../direction.ts'
import { type ListPlace, listIndent, type Numbering, unmarked } from './numbering.ts'
import { type Part, partsOf } from './scripts.ts'
import { characterStyles, headingStyle, ink, paragraphStyles, type Place, regions, twips } from './styles.ts'

/** Words as a file can hold them: whole characters, and none that XML forbids. */
export const writable = (words: string): string => words.toWellFormed().replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')

function textRun(run: Words, { words, options }: Part, style: string | undefined): TextRun {
  const lines = writable(words).split('\n')
  return new TextRun({
    ...options,
    children: lines.flatMap((line, index) => (index === 0 ? [line] : [new CarriageReturn(), line])),
    ...(style === undefined ? {} : { style }),
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.change === undefined ? {} : { color: ink[run.change], ...(run.change === 'inserted' ? { underline: {} } : { strike: true }) }),
    ...(run.language === undefined ? {} : { language: { ...options.language, value: regions[run.language] } }),
    // The title of an instrument is slanted by its style.
    ...(run.italic === true && run.means !== 'title' ? { italics: true } : {}),
  })
}

/** The runs of a paragraph; links lead somewhere, notes stand at the page's foot. */
export function runsOf(runs: readonly Run[]): ParagraphChild[] {
  const parts = partsOf(runs)
  return runs.flatMap((run, index): ParagraphChild[] => {
    if (run.kind === 'note') return [new FootnoteReferenceRun(run.number)]
    const words = (style: string | undefined) => (parts[index] ?? []).map((part) => textRun(run, part, style))
    if (run.link !== undefined && hasSafeScheme(run.link))
      return [new ExternalHyperlink({ link: run.link, children: words(characterStyles.link) })]
    return words(run.means === undefined ? undefined : characterStyles[run.means])
  })
}

/** A paragraph with what its lists say of it. */
interface Line {
  readonly block: Heading | ParagraphBlock
  /** How many lists it stands in. */
  readonly depth: number
  /** Its place, where a list's item begins with it. */
  readonly place: ListPlace | null
  /** A label that no numbering writes. */
  readonly label: string
  readonly beginsItem: boolean
}

const nothing: ParagraphBlock = { kind: 'paragraph', style: 'body', runs: [] }

/** What stands around a list. */
interface Around {
  readonly depth: number
  readonly parent: ListPlace | null
  readonly belowLine: boolean
}

function linesOf(blocks: readonly TextBlock[], numbering: Numbering, { depth, parent, belowLine }: Around): Line[] {
  return blocks.flatMap((block, index): Line[] =>
    block.kind === 'list'
      ? linesOfList(block, numbering, { depth, parent, belowLine: belowLine || (depth === 0 && blocks[index - 1]?.kind === 'paragraph') })
      : [{ block, depth, place: null, label: '', beginsItem: false }],
  )
}

function linesOfList({ items }: List, numbering: Numbering, { depth, parent, belowLine }: Around): Line[] {
  const places = numbering.places(items, depth, parent, belowLine)
  return items.flatMap(({ label, blocks }, index): Line[] => {
    const place = places[index] ?? null
    const [first, ...rest] = blocks
    const own = first === undefined || first.kind === 'list' ? nothing : first
    const inside = own === first ? rest : blocks
    return [
      { block: own, depth: depth + 1, place, label: place === null ? label : '', beginsItem: true },
      ...linesOf(inside, numbering, { depth: depth + 1, parent: place, belowLine }),
    ]
  })
}

const isDetail = (line: Line | undefined): boolean => line?.block.kind === 'paragraph' && line.block.style === 'detail' && !line.beginsItem

/** White between items of a list, in points: they stand closer than paragraphs. */
const betweenItems: Readonly<Record<Place, number>> = { page: 4, ruled: 2, grid: 1 }

/** Days have little room. */
const indents: Readonly<Record<Place, number>> = { page: listIndent, ruled: listIndent, grid: 10 }

/** Words that announce what follows: they must not be parted from it. */
const announces = ({ block }: Line): boolean => {
  const last = block.kind === 'paragraph' ? block.runs.at(-1) : undefined
  return last?.kind === 'text' && last.text.trimEnd().endsWith(':')
}

/** Where a line is set in, against what its style or its list says. */
function indentOf({ block, depth, place, label }: Line, where: Place): { readonly left: number; readonly hanging?: number } | null {
  const step = indents[where]
  if (place?.reference === unmarked) return { left: twips(step * depth), hanging: 0 }
  if (depth === 0 || (place !== null && where !== 'grid')) return null
  if (place !== null || label !== '') return { left: twips(step * depth), hanging: twips(step) }
  return { left: twips(step * depth + (block.kind === 'paragraph' && block.style === 'quotation' ? 20 : 0)) }
}

const styleOf = (block: Line['block'], where: Place): string =>
  block.kind === 'paragraph'
    ? paragraphStyles[where][block.style]
    : where === 'grid'
      ? paragraphStyles.grid.label
      : headingStyle(block.level)

const leads = (block: Heading | ParagraphBlock): boolean => block.kind === 'paragraph' && block.leads === true

/** What stands before a text: the end of a page, or a table. */
export type Before = 'page' | 'table' | null

/** White between a table and text below it that keeps none of its own, in points. */
const belowTable = 8

/**
 * Writes text where it stands. In a cell, a paragraph that keeps with the next asks Word to keep its whole row with the next row: only the
 * text of a row that heads others (`leadsRow`) may, or a table of any length would be moved to a page of its own.
 */
export function paragraphsOf(
  blocks: readonly TextBlock[],
  where: Place,
  numbering: Numbering,
  { before = null, leadsRow = false }: { readonly before?: Before; readonly leadsRow?: boolean } = {},
): Paragraph[] {
  const lines = linesOf(blocks, numbering, { depth: 0, parent: null, belowLine: false })
  return lines.map((line, index) => {
    const { block, place, label } = line
    const next = lines[index + 1]
    const indent = indentOf(line, where)
    const tight = line.depth > 0 && next?.beginsItem === true && !isDetail(line)
    const white = {
      ...(isDetail(next) ? { after: 0 } : tight ? { after: twips(betweenItems[where]) } : {}),
      ...(before === 'table' && index === 0 && block.kind === 'paragraph' ? { before: twips(belowTable) } : {}),
    }
    const words = runsOf(block.runs)
    const keeps = where === 'page' ? isDetail(next) || leads(block) || (next !== undefined && announces(line)) : leadsRow
    return new Paragraph({
      style: styleOf(block, where),
      ...(startsLeftward(block.runs) ? { bidirectional: true } : {}),
      children: label === '' ? words : [new TextRun({ children: [writable(label), new Tab()] }), ...words],
      ...(place === null ? {} : { numbering: place }),
      ...(indent === null ? {} : { indent }),
      ...(Object.keys(white).length > 0 ? { spacing: white } : {}),
      ...(keeps ? { keepNext: true } : {}),
      ...(before === 'page' && index === 0 ? { pageBreakBefore: true } : {}),
    })
  })
}
