import { documentLabels } from '../locales/documents/labels.ts'
import type { Provision } from '../model/instrument.ts'
import type { Language } from '../model/language.ts'
import type { Mandate } from '../model/mandate.ts'
import type { Plan } from '../model/plan.ts'
import { piecesOf } from '../operations/marks.ts'
import type { Mark, Block as PlanBlock, Section } from '../model/section.ts'
import {
  type Block,
  type DocumentBlocks,
  type Footnote,
  heading,
  headingOfRank,
  type ListItem,
  nestHeadings,
  paragraph,
  type Run,
  type TextBlock,
  text,
} from './blocks.ts'
import { calendarBlocks, titleBlocks } from './calendar.ts'
import { nestOutline, type OutlineEntry } from './outline.ts'
import { citationRuns, citationTitle, languageLinks, linked, type PlanDocumentOptions, planFrame, titleLine } from './plan-parts.ts'

/** The whole work plan: title, the plan's text in its order with its footnotes, the list of mandates, and the calendar. */
export function workPlanDocument(plan: Plan, options: PlanDocumentOptions): DocumentBlocks {
  const labels = documentLabels[options.language]
  const footnotes: Footnote[] = []
  const printed = plan.sections.filter((section) => section.kind !== 'remnants')
  const listed: Block[] = plan.mandates.length > 0 ? [mandateList(plan, options)] : []
  // Our own headings follow the manner of the plan's.
  const capitals = printed.some(
    ({ heading: written }) => /\p{Lu}/u.test(written) && written === written.toLocaleUpperCase(options.language),
  )
  const styled = (title: string) => (capitals ? title.toLocaleUpperCase(options.language) : title)
  // A list that no section introduces follows the introduction under a heading of its own.
  const lead = printed.findLast((section) => section.kind === 'mandates') ?? printed.findLast((section) => section.kind === 'introduction')
  const headed = lead?.kind === 'mandates' || listed.length === 0 ? listed : [heading(2, styled(labels.mandates)), ...listed]
  const body = printed.flatMap((section): Block[] => [...sectionBlocks(section, options, footnotes), ...(section === lead ? headed : [])])
  return {
    ...planFrame(plan, options.language),
    orientation: 'portrait',
    blocks: nestHeadings([
      ...titleBlocks(plan, options),
      ...(lead ? [] : headed),
      ...body,
      heading(2, styled(labels.calendar)),
      ...calendarBlocks(plan, options, plan.mandates.length === 0),
    ]),
    footnotes,
  }
}

const sectionTitle = ({ kind, heading: written }: Section, options: PlanDocumentOptions): string => {
  const title = written.trim().replace(/\s*:$/, '')
  if (title || kind === 'other' || kind === 'remnants') return title
  return documentLabels[options.language][kind]
}

function sectionBlocks(section: Section, options: PlanDocumentOptions, footnotes: Footnote[]): TextBlock[] {
  const title = sectionTitle(section, options)
  const blocks: TextBlock[] = title ? [heading(2, title)] : []
  let entries: OutlineEntry[] = []
  const finishList = () => {
    blocks.push(...nestOutline(entries))
    entries = []
  }
  for (const block of section.blocks) {
    const runs = withNotes(block, footnotes)
    if (block.kind === 'item') {
      entries.push({ level: block.level, marker: block.marker, runs })
      continue
    }
    finishList()
    if (!runs.some((run) => run.kind === 'note' || run.text.trim())) continue
    blocks.push(printedBlock(block, runs))
  }
  finishList()
  return blocks
}

/** A heading, quotation or paragraph of the plan's text, with the runs that stand in it. */
export const printedBlock = ({ kind, level }: PlanBlock, runs: readonly Run[]): TextBlock =>
  kind === 'heading' ? headingOfRank(level, runs) : paragraph(runs, kind === 'quotation' ? 'quotation' : 'body')

/** A block's words with their looks and links, and the marks of its notes in their places; the notes are numbered on from those before. */
export const withNotes = (block: PlanBlock, footnotes: Footnote[]): Run[] =>
  piecesOf(block).flatMap((piece): Run[] => {
    if (piece.kind === 'words') return wordsOf(piece.text, piece.marks)
    const number = footnotes.length + 1
    footnotes.push({ number, runs: linked(piece.note.text.trim()) })
    return [{ kind: 'note', number }]
  })

/** Words under the same marks. An address among them is a link without being marked as one. */
function wordsOf(words: string, marks: readonly Mark[]): Run[] {
  const link = marks.find((mark) => mark.kind === 'link')?.href
  const look = {
    ...(marks.some(({ kind }) => kind === 'bold') ? { bold: true } : {}),
    ...(marks.some(({ kind }) => kind === 'italic') ? { italic: true } : {}),
  }
  return link === undefined ? linked(words).map((run) => ({ ...run, ...look })) : [text(words, { ...look, link })]
}

/** An entry of the list of mandates as it is printed: numbered, with its title, and below it the provisions that the plan quotes. */
export function listedMandate(mandate: Mandate, number: number, plan: Plan, options: PlanDocumentOptions): ListItem {
  const { citation } = mandate
  const title = citationTitle(citation, plan, options, true)
  const links = languageLinks(citation)
  return {
    label: `${number}.`,
    blocks: [
      paragraph(citationRuns(citation, plan, options)),
      ...(title ? [titleLine(title)] : []),
      ...(links.length > 0 ? [paragraph(links, 'detail')] : []),
      ...quotation(mandate, options),
    ],
  }
}

const mandateList = (plan: Plan, options: PlanDocumentOptions): Block => ({
  kind: 'list',
  items: plan.mandates.map((mandate, index) => listedMandate(mandate, index + 1, plan, options)),
})

/** The texts of the provisions that an entry quotes, as far as the register has them. */
function quotation({ citation, quotation: wanted }: Mandate, { language, register }: PlanDocumentOptions): TextBlock[] {
  const instrument = wanted === 'none' ? undefined : register?.resolve(citation)?.instrument
  if (!register || !instrument) return []
  const labels = wanted === 'full' ? citation.provisions : citation.provisions.filter((label) => wanted.includes(label))
  const cited = labels.flatMap((label) => register.provision(instrument, label) ?? [])
  // A paragraph is quoted with its parts, whether or not these are cited too.
  const quoted = new Set(cited.flatMap((provision) => withParts(provision, instrument.provisions)))
  return [...quoted].flatMap((provision) => quotedProvision(provision, language))
}

/** A provision and, after it, what is part of it. */
export const withParts = (whole: Provision, all: readonly Provision[]): Provision[] => [
  whole,
  ...all.filter((provision) => provision.parent === whole.label && provision !== whole).flatMap((part) => withParts(part, all)),
]

/** A provision's paragraphs, the first with its label; a part is called by its own letter, and a preambular paragraph by nothing. */
export function quotedProvision({ label, kind, parent, text: texts }: Provision, language: Language): TextBlock[] {
  const words = texts[language] ?? Object.values(texts)[0] ?? ''
  const own = parent !== null && label.startsWith(`${parent}.`) ? label.slice(parent.length + 1) : label
  return words
    .split('\n')
    .filter((line) => line.trim())
    .map((line, index) =>
      paragraph([...(index === 0 && kind !== 'preambular' ? [text(`${own}. `, { bold: true })] : []), text(line.trim())], 'quotation'),
    )
}
